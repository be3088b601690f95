using System.IO.Compression;
using System.Text;

namespace PartnerOffice.Tests.Documents.Tracker;

/// <summary>
/// A workbook with everything that people put in, in 46 parts: chart with its style, pivot with cache and records, slicer, notes, threads and
/// persons, conditional formats and validations old and new, sparklines, a picture, names, an external link, custom XML, printer settings,
/// a dynamic array, a protected hidden sheet, a second table, a sensitivity label.
/// </summary>
internal static class FullWorkbook
{
    public const int PartCount = 46;

    /// <summary>A cell's name, a part and the words that must still stand in it: one line for each feature.</summary>
    public static IReadOnlyList<(string Feature, string Part, string Words)> Features { get; } =
    [
        ("note", "xl/comments1.xml", "Bitte prüfen"),
        ("note's shape", "xl/drawings/vmlDrawing1.vml", "ObjectType=\"Note\""),
        ("thread", "xl/threadedComments/threadedComment1.xml", "Ist das so beschlossen?"),
        ("answer in the thread", "xl/threadedComments/threadedComment1.xml", "parentId="),
        ("person", "xl/persons/person.xml", "Erika Beispiel"),
        ("chart", "xl/charts/chart1.xml", "<c:barChart>"),
        ("chart's style", "xl/charts/style1.xml", "chartStyle"),
        ("chart's colours", "xl/charts/colors1.xml", "colorStyle"),
        ("picture", "xl/drawings/drawing1.xml", "Logo des Kreisverbands"),
        ("pivot table", "xl/pivotTables/pivotTable1.xml", "Auswertung"),
        ("pivot records", "xl/pivotCache/pivotCacheRecords1.xml", "<n v=\"5\"/>"),
        ("slicer", "xl/slicers/slicer1.xml", "Datenschnitt_Ja"),
        ("slicer's cache", "xl/slicerCaches/slicerCache1.xml", "Datenschnitt_Ja"),
        ("slicer's shape", "xl/drawings/drawing2.xml", "sle:slicer"),
        ("old conditional format", "xl/worksheets/sheet1.xml", "COUNTIF("),
        ("new conditional format", "xl/worksheets/sheet1.xml", "<x14:cfRule type=\"iconSet\""),
        ("old validation", "xl/worksheets/sheet1.xml", "<dataValidation type=\"whole\""),
        ("new validation", "xl/worksheets/sheet1.xml", "<x14:dataValidation type=\"list\""),
        ("sparkline", "xl/worksheets/sheet1.xml", "<x14:sparkline>"),
        ("column width", "xl/worksheets/sheet1.xml", "width=\"20\""),
        ("frozen head", "xl/worksheets/sheet1.xml", "state=\"frozen\""),
        ("hidden row", "xl/worksheets/sheet1.xml", "hidden=\"1\""),
        ("outline", "xl/worksheets/sheet1.xml", "outlineLevel=\"1\""),
        ("page break", "xl/worksheets/sheet1.xml", "<rowBreaks"),
        ("header and footer", "xl/worksheets/sheet1.xml", "Vertraulich"),
        ("hyperlink", "xl/worksheets/sheet1.xml", "<hyperlink ref=\"A1\""),
        ("filter", "xl/tables/table1.xml", "<filterColumn"),
        ("sorting", "xl/tables/table1.xml", "<sortCondition"),
        ("calculated column", "xl/tables/table1.xml", "<calculatedColumnFormula>"),
        ("second table", "xl/tables/table2.xml", "Kontakte"),
        ("defined name", "xl/workbook.xml", "Stimmen"),
        ("hidden sheet", "xl/workbook.xml", "state=\"hidden\""),
        ("protected sheet", "xl/worksheets/sheet4.xml", "<sheetProtection"),
        ("locked structure", "xl/workbook.xml", "lockStructure"),
        ("external link", "xl/externalLinks/externalLink1.xml", "Haushalt"),
        ("dynamic array", "xl/worksheets/sheet2.xml", "cm=\"1\""),
        ("metadata of arrays", "xl/metadata.xml", "XLDAPR"),
        ("custom XML", "customXml/item1.xml", "Ablage"),
        ("printer settings", "xl/printerSettings/printerSettings1.bin", "DEVMODE"),
        ("sensitivity label", "docMetadata/LabelInfo.xml", "clbl:label"),
        ("label's properties", "docProps/custom.xml", "MSIP_Label"),
        ("title", "docProps/core.xml", "Gemeinsamer Tracker"),
        ("theme", "xl/theme/theme1.xml", "Eigene Farben"),
        ("order of calculation", "xl/calcChain.xml", "<c r=\"E4\""),
    ];

    public static byte[] Build()
    {
        var parts = new PeoplesWorkbook().Parts();

        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        void Change(string part, string old, string young)
        {
            if (!parts[part].Contains(old, StringComparison.Ordinal))
                throw new InvalidOperationException($"{part} does not say {old}");
            parts[part] = parts[part].Replace(old, young, StringComparison.Ordinal);
        }

        void Relate(string part, params (string Id, string Type, string Target)[] relations) =>
            Change(part, "</Relationships>", string.Concat(relations.Select(relation => Relation(relation.Id, relation.Type, relation.Target))) + "</Relationships>");

        Change("[Content_Types].xml", "</Types>", "<Default Extension=\"png\" ContentType=\"image/png\"/>" + string.Concat(new[]
        {
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
            ("docMetadata/LabelInfo.xml", "application/vnd.ms-office.classificationlabels+xml"),
            ("xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
            ("xl/metadata.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml"),
            ("xl/persons/person.xml", "application/vnd.ms-excel.person+xml"),
            ("xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml"),
            ("xl/worksheets/sheet3.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"),
            ("xl/worksheets/sheet4.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"),
            ("xl/pivotCache/pivotCacheDefinition1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml"),
            ("xl/pivotCache/pivotCacheRecords1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheRecords+xml"),
            ("xl/pivotTables/pivotTable1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotTable+xml"),
            ("xl/slicerCaches/slicerCache1.xml", "application/vnd.ms-excel.slicerCache+xml"),
            ("xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml"),
            ("xl/charts/style1.xml", "application/vnd.ms-office.chartstyle+xml"),
            ("xl/charts/colors1.xml", "application/vnd.ms-office.chartcolorstyle+xml"),
            ("xl/externalLinks/externalLink1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"),
            ("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"),
            ("xl/drawings/drawing2.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"),
            ("xl/tables/table2.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"),
        }.Select(part => $"<Override PartName=\"/{part.Item1}\" ContentType=\"{part.Item2}\"/>")) + "</Types>");

        Relate("_rels/.rels",
            ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", $"{Office}/extended-properties", "docProps/app.xml"),
            ("rId4", $"{Office}/custom-properties", "docProps/custom.xml"),
            ("rId5", "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels", "docMetadata/LabelInfo.xml"));
        parts["docProps/core.xml"] = Head + """
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Gemeinsamer Tracker</dc:title><dc:creator>Erika Beispiel</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-01-05T09:00:00Z</dcterms:created></cp:coreProperties>
            """;
        parts["docProps/app.xml"] = Head + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>";
        parts["docProps/custom.xml"] = Head + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"MSIP_Label_11111111-2222-3333-4444-555555555555_Enabled\"><vt:lpwstr>true</vt:lpwstr></property></Properties>";
        parts["docMetadata/LabelInfo.xml"] = Head + "<clbl:labelList xmlns:clbl=\"http://schemas.microsoft.com/office/2020/mipLabelMetadata\"><clbl:label id=\"{11111111-2222-3333-4444-555555555555}\" enabled=\"1\" method=\"Privileged\" siteId=\"{66666666-7777-8888-9999-000000000000}\" contentBits=\"0\" removed=\"0\"/></clbl:labelList>";

        Relate("xl/_rels/workbook.xml.rels",
            ("rId6", "worksheet", "worksheets/sheet3.xml"), ("rId7", "worksheet", "worksheets/sheet4.xml"), ("rId8", "theme", "theme/theme1.xml"),
            ("rId9", "sheetMetadata", "metadata.xml"), ("rId10", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"),
            ("rId11", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
            ("rId12", "http://schemas.microsoft.com/office/2007/relationships/slicerCache", "slicerCaches/slicerCache1.xml"),
            ("rId13", "externalLink", "externalLinks/externalLink1.xml"), ("rId14", "customXml", "../customXml/item1.xml"));
        Change("xl/workbook.xml", "<workbookPr/>", "<workbookPr/><workbookProtection lockStructure=\"1\"/>");
        Change("xl/workbook.xml", "</sheets>", "<sheet name=\"Auswertung\" sheetId=\"3\" r:id=\"rId6\"/><sheet name=\"Grundlagen\" sheetId=\"4\" state=\"hidden\" r:id=\"rId7\"/></sheets><externalReferences><externalReference r:id=\"rId13\"/></externalReferences>");
        Change("xl/workbook.xml", "<definedName name=\"Stimmen\">", "<definedName name=\"Datenschnitt_Ja\">#N/A</definedName><definedName name=\"Stimmen\">");
        Change("xl/workbook.xml", "</workbook>", "<pivotCaches><pivotCache cacheId=\"7\" r:id=\"rId11\"/></pivotCaches><extLst><ext uri=\"{BBE1A952-AA13-448e-AADC-164F8A28A991}\" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"><x14:slicerCaches><x14:slicerCache r:id=\"rId12\"/></x14:slicerCaches></ext></extLst></workbook>");
        parts["xl/theme/theme1.xml"] = Head + Theme;
        parts["xl/metadata.xml"] = Head + $"<metadata xmlns=\"{Main}\" xmlns:xda=\"http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray\"><metadataTypes count=\"1\"><metadataType name=\"XLDAPR\" minSupportedVersion=\"120000\" copy=\"1\" pasteAll=\"1\" pasteValues=\"1\" merge=\"1\" splitFirst=\"1\" rowColShift=\"1\" clearFormats=\"1\" clearComments=\"1\" assign=\"1\" coerce=\"1\" cellMeta=\"1\"/></metadataTypes><futureMetadata name=\"XLDAPR\" count=\"1\"><bk><extLst><ext uri=\"{"{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"}\"><xda:dynamicArrayProperties fDynamic=\"1\" fCollapsed=\"0\"/></ext></extLst></bk></futureMetadata><cellMetadata count=\"1\"><bk><rc t=\"1\" v=\"0\"/></bk></cellMetadata></metadata>";
        parts["xl/persons/person.xml"] = Head + "<personList xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\"><person displayName=\"Erika Beispiel\" id=\"{0A0A0A0A-0000-0000-0000-000000000001}\" userId=\"erika\" providerId=\"None\"/></personList>";
        parts["xl/externalLinks/externalLink1.xml"] = Head + $"<externalLink xmlns=\"{Main}\"><externalBook xmlns:r=\"{Office}\" r:id=\"rId1\"><sheetNames><sheetName val=\"Haushalt\"/></sheetNames></externalBook></externalLink>";
        parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = Relations($"<Relationship Id=\"rId1\" Type=\"{Office}/externalLinkPath\" Target=\"Haushalt.xlsx\" TargetMode=\"External\"/>");
        parts["customXml/item1.xml"] = "<ablage xmlns=\"urn:example:ablage\">Ablage des Kreisverbands</ablage>";
        parts["customXml/itemProps1.xml"] = Head + "<ds:datastoreItem xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\" ds:itemID=\"{0B0B0B0B-0000-0000-0000-000000000002}\"><ds:schemaRefs/></ds:datastoreItem>";
        parts["customXml/_rels/item1.xml.rels"] = Relations(Relation("rId1", "customXmlProps", "itemProps1.xml"));

        Relate("xl/worksheets/_rels/sheet1.xml.rels", ("rId6", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml"));
        parts["xl/threadedComments/threadedComment1.xml"] = Head + """
            <ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="D4" dT="2026-07-15T08:00:00.00" personId="{0A0A0A0A-0000-0000-0000-000000000001}" id="{0C0C0C0C-0000-0000-0000-000000000003}"><text>Ist das so beschlossen?</text></threadedComment><threadedComment ref="D4" dT="2026-07-15T09:00:00.00" personId="{0A0A0A0A-0000-0000-0000-000000000001}" id="{0C0C0C0C-0000-0000-0000-000000000004}" parentId="{0C0C0C0C-0000-0000-0000-000000000003}"><text>Ja.</text></threadedComment></ThreadedComments>
            """;
        Change("xl/worksheets/sheet1.xml", "<sheetView workbookViewId=\"0\"/>", "<sheetView workbookViewId=\"0\"><pane ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView>");
        Change("xl/worksheets/sheet1.xml", "<row r=\"6\" spans=\"2:7\"", "<row r=\"6\" spans=\"2:7\" outlineLevel=\"1\"");
        Change("xl/worksheets/sheet1.xml", "<pageMargins", "<hyperlinks><hyperlink ref=\"A1\" location=\"Auswertung!A1\" display=\"zur Auswertung\"/></hyperlinks><pageMargins");
        Change("xl/worksheets/sheet1.xml", "<drawing r:id=\"rId4\"/>", "<headerFooter><oddHeader>&amp;LVertraulich</oddHeader></headerFooter><rowBreaks count=\"1\" manualBreakCount=\"1\"><brk id=\"5\" max=\"16383\" man=\"1\"/></rowBreaks><drawing r:id=\"rId4\"/>");
        Change("xl/worksheets/sheet1.xml", "<extLst>", """
            <extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="iconSet" priority="2" id="{0D0D0D0D-0000-0000-0000-000000000005}"><x14:iconSet iconSet="3Triangles"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>33</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>67</xm:f></x14:cfvo></x14:iconSet></x14:cfRule><xm:sqref>C4:C6</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Grundlagen!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>G4:G6</xm:sqref></x14:dataValidation></x14:dataValidations></ext>
            """.Trim());
        Change("xl/worksheets/sheet2.xml", "<c r=\"B1\"", "<c r=\"B1\" cm=\"1\"><f t=\"array\" ref=\"B1\">_xlfn.UNIQUE(Liste[Ja])</f><v>4</v></c><c r=\"C1\"");

        Relate("xl/drawings/_rels/drawing1.xml.rels", ("rId2", "image", "../media/image1.png"));
        Change("xl/drawings/drawing1.xml", "</xdr:wsDr>", $"<xdr:oneCellAnchor><xdr:from><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>17</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx=\"9525\" cy=\"9525\"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"3\" name=\"Bild\" descr=\"Logo des Kreisverbands\"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r=\"{Office}\" r:embed=\"rId2\"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>");
        parts["xl/charts/_rels/chart1.xml.rels"] = Relations(
            Relation("rId1", "http://schemas.microsoft.com/office/2011/relationships/chartStyle", "style1.xml") + Relation("rId2", "http://schemas.microsoft.com/office/2011/relationships/chartColorStyle", "colors1.xml"));
        parts["xl/charts/style1.xml"] = Head + "<cs:chartStyle xmlns:cs=\"http://schemas.microsoft.com/office/drawing/2012/chartStyle\" id=\"201\">" + string.Concat(StyleEntries.Split(' ').Select(entry => entry == "dataPointMarkerLayout"
            ? "<cs:dataPointMarkerLayout symbol=\"circle\" size=\"5\"/>"
            : $"<cs:{entry}><cs:lnRef idx=\"0\"/><cs:fillRef idx=\"0\"/><cs:effectRef idx=\"0\"/><cs:fontRef idx=\"minor\"/></cs:{entry}>")) + "</cs:chartStyle>";
        parts["xl/charts/colors1.xml"] = Head + "<cs:colorStyle xmlns:cs=\"http://schemas.microsoft.com/office/drawing/2012/chartStyle\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" meth=\"cycle\" id=\"10\"><a:schemeClr val=\"accent1\"/><cs:variation/></cs:colorStyle>";

        parts["xl/worksheets/sheet3.xml"] = Head + $"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Summe von Ja</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>15</v></c></row><row r=\"5\"><c r=\"E5\" t=\"inlineStr\"><is><t>Wer</t></is></c><c r=\"F5\" t=\"inlineStr\"><is><t>Wofür</t></is></c></row><row r=\"6\"><c r=\"E6\" t=\"inlineStr\"><is><t>Erika Beispiel</t></is></c><c r=\"F6\" t=\"inlineStr\"><is><t>Fragen</t></is></c></row></sheetData><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/><drawing r:id=\"rId2\"/><tableParts count=\"1\"><tablePart r:id=\"rId4\"/></tableParts><extLst><ext uri=\"{"{A8765BA9-456A-4dab-B4F3-ACF838C121DE}"}\" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"><x14:slicerList><x14:slicer r:id=\"rId3\"/></x14:slicerList></ext></extLst></worksheet>";
        parts["xl/worksheets/_rels/sheet3.xml.rels"] = Relations(
            Relation("rId1", "pivotTable", "../pivotTables/pivotTable1.xml") + Relation("rId2", "drawing", "../drawings/drawing2.xml")
            + Relation("rId3", "http://schemas.microsoft.com/office/2007/relationships/slicer", "../slicers/slicer1.xml") + Relation("rId4", "table", "../tables/table2.xml"));
        parts["xl/worksheets/sheet4.xml"] = Head + $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>ja</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>nein</t></is></c></row></sheetData><sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\"/></worksheet>";
        parts["xl/tables/table2.xml"] = Head + $"<table xmlns=\"{Main}\" id=\"2\" name=\"Kontakte\" displayName=\"Kontakte\" ref=\"E5:F6\" totalsRowShown=\"0\"><autoFilter ref=\"E5:F6\"/><tableColumns count=\"2\"><tableColumn id=\"1\" name=\"Wer\"/><tableColumn id=\"2\" name=\"Wofür\"/></tableColumns><tableStyleInfo name=\"TableStyleLight9\" showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"1\" showColumnStripes=\"0\"/></table>";
        parts["xl/pivotCache/pivotCacheDefinition1.xml"] = Head + $"<pivotCacheDefinition xmlns=\"{Main}\" xmlns:r=\"{Office}\" r:id=\"rId1\" refreshedBy=\"Erika Beispiel\" refreshedDate=\"46217\" createdVersion=\"6\" refreshedVersion=\"6\" minRefreshableVersion=\"3\" recordCount=\"3\"><cacheSource type=\"worksheet\"><worksheetSource name=\"Liste\"/></cacheSource><cacheFields count=\"1\"><cacheField name=\"Ja\" numFmtId=\"0\"><sharedItems containsSemiMixedTypes=\"0\" containsString=\"0\" containsNumber=\"1\" containsInteger=\"1\" minValue=\"4\" maxValue=\"6\" count=\"3\"><n v=\"4\"/><n v=\"5\"/><n v=\"6\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>";
        parts["xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels"] = Relations(Relation("rId1", "pivotCacheRecords", "pivotCacheRecords1.xml"));
        parts["xl/pivotCache/pivotCacheRecords1.xml"] = Head + $"<pivotCacheRecords xmlns=\"{Main}\" count=\"3\"><r><n v=\"4\"/></r><r><n v=\"5\"/></r><r><n v=\"6\"/></r></pivotCacheRecords>";
        parts["xl/pivotTables/pivotTable1.xml"] = Head + $"<pivotTableDefinition xmlns=\"{Main}\" name=\"Auswertung\" cacheId=\"7\" dataCaption=\"Werte\" createdVersion=\"6\" updatedVersion=\"6\" minRefreshableVersion=\"3\"><location ref=\"A1:A2\" firstHeaderRow=\"1\" firstDataRow=\"1\" firstDataCol=\"0\"/><pivotFields count=\"1\"><pivotField dataField=\"1\" showAll=\"0\"><items count=\"4\"><item x=\"0\"/><item x=\"1\"/><item x=\"2\"/><item t=\"default\"/></items></pivotField></pivotFields><rowItems count=\"1\"><i/></rowItems><colItems count=\"1\"><i/></colItems><dataFields count=\"1\"><dataField name=\"Summe von Ja\" fld=\"0\"/></dataFields></pivotTableDefinition>";
        parts["xl/pivotTables/_rels/pivotTable1.xml.rels"] = Relations(Relation("rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"));
        parts["xl/slicerCaches/slicerCache1.xml"] = Head + "<slicerCacheDefinition xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" name=\"Datenschnitt_Ja\" sourceName=\"Ja\"><pivotTables><pivotTable tabId=\"3\" name=\"Auswertung\"/></pivotTables><data><tabular pivotCacheId=\"7\"><items count=\"3\"><i x=\"0\" s=\"1\"/><i x=\"1\" s=\"1\"/><i x=\"2\" s=\"1\"/></items></tabular></data></slicerCacheDefinition>";
        parts["xl/slicers/slicer1.xml"] = Head + "<slicers xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"><slicer name=\"Ja\" cache=\"Datenschnitt_Ja\" caption=\"Ja\" rowHeight=\"241300\"/></slicers>";
        parts["xl/drawings/drawing2.xml"] = Head + """
            <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><mc:Choice Requires="a14"><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Ja"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/drawing/2010/slicer"><sle:slicer xmlns:sle="http://schemas.microsoft.com/office/drawing/2010/slicer" name="Ja"/></a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback xmlns=""><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="0" name=""/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp></mc:Fallback></mc:AlternateContent><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>
            """.Trim();

        return Zip(parts);
    }

    private static byte[] Zip(SortedDictionary<string, string> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
                Add(zip, name, Encoding.UTF8.GetBytes(text));
            Add(zip, "xl/media/image1.png", Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = new DateTimeOffset(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static string Relation(string id, string type, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{(type.StartsWith("http", StringComparison.Ordinal) ? type : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type)}\" Target=\"{target}\"/>";

    private static string Relations(string relations) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>";

    private const string StyleEntries =
        "axisTitle categoryAxis chartArea dataLabel dataLabelCallout dataPoint dataPoint3D dataPointLine dataPointMarker dataPointMarkerLayout dataPointWireframe dataTable downBar dropLine errorBar floor gridlineMajor gridlineMinor hiLoLine leaderLine legend plotArea plotArea3D seriesAxis seriesLine title trendline trendlineLabel upBar valueAxis wall";

    private const string Theme = """
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Eigene Farben"><a:themeElements><a:clrScheme name="Eigene"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="B3123A"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="5B9BD5"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme><a:fontScheme name="Eigene"><a:majorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Eigene"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"/><a:ln w="12700"/><a:ln w="19050"/></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>
        """;
}
