using System.Text;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Tests.Documents.Tracker;

/// <summary>A workbook as people leave it behind: a table of three rows and everything that hangs on it.</summary>
/// <remarks>Written part by part, so that a test knows each byte; the fixture itself passes the validator (a test says so).</remarks>
internal sealed record PeoplesWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Cells of Daten below the table; rows from 7 on.</summary>
    public string Below { get; init; } = "";

    /// <summary>Elements behind the rows of Daten, before the formats.</summary>
    public string Protection { get; init; } = "";

    public string Merged { get; init; } = "";

    public bool Totals { get; init; }

    public string KeyHeading { get; init; } = "Schlüssel";

    public string ExtraNames { get; init; } = "";

    public string SecondSheetFormula { get; init; } = "COUNTA(Liste[Schlüssel])";

    /// <summary>The key in the third row, for rows that people copied or left without one.</summary>
    public string ThirdKey { get; init; } = "k3";

    public byte[] Build() => RawZip.Stored(Parts().Select(part => KeyValuePair.Create(part.Key, Encoding.UTF8.GetBytes(part.Value))));

    /// <summary>Every part as text, for a fixture that adds to them.</summary>
    public SortedDictionary<string, string> Parts()
    {
        var last = Totals ? 7 : 6;
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>
                """,
            ["_rels/.rels"] = Rels(("rId1", "officeDocument", "xl/workbook.xml")),
            ["xl/_rels/workbook.xml.rels"] = Rels(
                ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"), ("rId3", "styles", "styles.xml"),
                ("rId4", "sharedStrings", "sharedStrings.xml"), ("rId5", "calcChain", "calcChain.xml")),
            ["xl/workbook.xml"] = $"""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <workbook xmlns="{Main}" xmlns:r="{Relations}"><workbookPr/><bookViews><workbookView xWindow="0" yWindow="0"/></bookViews><sheets><sheet name="Daten" sheetId="1" r:id="rId1"/><sheet name="Eigenes Blatt" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Daten!$A$1:$G${last}</definedName>{ExtraNames}<definedName name="Stimmen">Daten!$C$4:$C$6</definedName></definedNames><calcPr calcId="191029"/></workbook>
                """,
            ["xl/styles.xml"] = $"""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs><dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>
                """,
            ["xl/sharedStrings.xml"] = $"""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <sst xmlns="{Main}" count="9" uniqueCount="9"><si><t>{KeyHeading}</t></si><si><t>Ja</t></si><si><t>Am</t></si><si><t>Doppelt</t></si><si><t>Von Hand</t></si><si><t>Notiz</t></si><si><t>k1</t></si><si><r><t>k</t></r><r><rPr><b/></rPr><t>2</t></r></si><si><t xml:space="preserve"> schon da &amp; richtig </t></si></sst>
                """,
            ["xl/calcChain.xml"] = $"""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <calcChain xmlns="{Main}"><c r="E4" i="1"/><c r="E5"/><c r="E6"/><c r="F4"/><c r="F5"/><c r="F6"/>{(Totals ? "<c r=\"C7\"/>" : "")}<c r="A1" i="2"/></calcChain>
                """,
            ["xl/worksheets/_rels/sheet1.xml.rels"] = Rels(
                ("rId1", "table", "../tables/table1.xml"), ("rId2", "comments", "../comments1.xml"), ("rId3", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
                ("rId4", "drawing", "../drawings/drawing1.xml"), ("rId5", "printerSettings", "../printerSettings/printerSettings1.bin")),
            ["xl/worksheets/sheet1.xml"] = Sheet(),
            ["xl/worksheets/sheet2.xml"] = $"""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <worksheet xmlns="{Main}"><sheetData><row r="1"><c r="A1"><f>{SecondSheetFormula}</f><v>3</v></c><c r="B1" t="inlineStr"><is><t>bleibt</t></is></c></row></sheetData></worksheet>
                """,
            ["xl/tables/table1.xml"] = $"""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <table xmlns="{Main}" id="1" name="Liste" displayName="Liste" ref="B3:G{last}"{(Totals ? " totalsRowCount=\"1\"" : " totalsRowShown=\"0\"")}><autoFilter ref="B3:G6"><filterColumn colId="0"><customFilters><customFilter operator="notEqual" val="k2"/></customFilters></filterColumn></autoFilter><sortState ref="B4:G6"><sortCondition ref="C4:C6"/></sortState><tableColumns count="6"><tableColumn id="1" name="{KeyHeading}"{(Totals ? " totalsRowLabel=\"Summe\"" : "")}/><tableColumn id="2" name="Ja"{(Totals ? " totalsRowFunction=\"sum\"" : "")}/><tableColumn id="3" name="Am"/><tableColumn id="4" name="Doppelt"><calculatedColumnFormula>Liste[[#This Row],[Ja]]*2</calculatedColumnFormula></tableColumn><tableColumn id="5" name="Von Hand"/><tableColumn id="6" name="Notiz"/></tableColumns><tableStyleInfo name="TableStyleLight9" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>
                """,
            ["xl/comments1.xml"] = $"""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <comments xmlns="{Main}"><authors><author>Bernd Muster</author></authors><commentList><comment ref="C4" authorId="0"><text><t>Bitte prüfen</t></text></comment></commentList></comments>
                """,
            ["xl/drawings/vmlDrawing1.vml"] = """
                <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>3</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>
                """,
            ["xl/drawings/_rels/drawing1.xml.rels"] = Rels(("rId1", "chart", "../charts/chart1.xml")),
            ["xl/drawings/drawing1.xml"] = $"""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>14</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>15</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Diagramm"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="{Relations}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>
                """,
            ["xl/charts/chart1.xml"] = """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Daten!$C$3</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>Daten!$B$4:$B$6</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>Daten!$C$4:$C$6</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>
                """,
            ["xl/printerSettings/printerSettings1.bin"] = "DEVMODE of somebody's printer",
        };
    }

    private string Sheet() => $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <worksheet xmlns="{Main}" xmlns:r="{Relations}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:G{(Totals ? 7 : 6)}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="7" max="7" width="20" customWidth="1"/></cols><sheetData><row r="1" spans="1:7"><c r="A1" t="inlineStr"><is><t>Überschrift der Menschen</t></is></c></row><row r="3" spans="2:7" x14ac:dyDescent="0.25"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c><c r="E3" t="s"><v>3</v></c><c r="F3" t="s"><v>4</v></c><c r="G3" t="s"><v>5</v></c></row><row r="4" spans="2:7" x14ac:dyDescent="0.25"><c r="B4" t="s"><v>6</v></c><c r="C4"><v>4</v></c><c r="D4" s="1"><v>46217</v></c><c r="E4"><f>Liste[[#This Row],[Ja]]*2</f><v>8</v></c><c r="F4"><f>C4+$C$4</f><v>8</v></c><c r="G4" s="2" t="s"><v>8</v></c></row><row r="5" spans="2:7" hidden="1" x14ac:dyDescent="0.25"><c r="B5" t="s"><v>7</v></c><c r="C5"><v>5</v></c><c r="D5" s="1"/><c r="E5"><f>Liste[[#This Row],[Ja]]*2</f><v>10</v></c><c r="F5"><f t="shared" ref="F5:F6" si="0">C5+$C$4</f><v>9</v></c><c r="G5" s="2"/></row><row r="6" spans="2:7" x14ac:dyDescent="0.25">{(ThirdKey.Length == 0 ? "" : $"<c r=\"B6\" t=\"inlineStr\"><is><t>{ThirdKey}</t></is></c>")}<c r="C6"><v>6</v></c><c r="D6" s="1"/><c r="E6"><f>Liste[[#This Row],[Ja]]*2</f><v>12</v></c><c r="F6"><f t="shared" si="0"/><v>10</v></c><c r="G6" s="2"/></row>{(Totals ? "<row r=\"7\" spans=\"2:7\"><c r=\"B7\" t=\"inlineStr\"><is><t>Summe</t></is></c><c r=\"C7\"><f>SUBTOTAL(109,Liste[Ja])</f><v>15</v></c></row>" : "")}{Below}</sheetData>{Protection}{Merged}<conditionalFormatting sqref="C4:C6"><cfRule type="expression" dxfId="0" priority="1"><formula>COUNTIF($C$4:$C$6,C4)&gt;1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" sqref="C4:C6 D4:D6"><formula1>0</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" r:id="rId5"/><drawing r:id="rId4"/><legacyDrawing r:id="rId3"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts><extLst><ext uri="{"{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Daten!C4:C6</xm:f><xm:sqref>A4</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>
        """;

    private static string Rels(params (string Id, string Type, string Target)[] relations) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{Types}/{relation.Type}\" Target=\"{relation.Target}\"/>"))
        + "</Relationships>";
}
