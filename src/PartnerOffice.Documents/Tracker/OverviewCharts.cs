using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PartnerOffice.Documents.Tracker;

/// <summary>The three charts of the overview, each with a text for those who do not see it.</summary>
internal static class OverviewCharts
{
    private const string Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string Main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int First = OverviewLayout.FirstFigure;

    public static void AddTo(SpreadsheetDocument document)
    {
        var workbook = document.WorkbookPart!;
        var sheet = workbook.Workbook.Descendants<Sheet>().First(candidate => candidate.Name == TrackerTables.Overview);
        var part = (WorksheetPart)workbook.GetPartById(sheet.Id!);
        var drawing = part.AddNewPart<DrawingsPart>("rIdDrawing");

        Feed(drawing.AddNewPart<ChartPart>("rIdChart1"), Xml("Protokolle: gegenseitig übermittelt", horizontal: false, stacked: false,
            Series(0, $"$D${First - 1}", $"$B${First}:$B${First + 1}", $"$D${First}:$D${First + 1}", Palette.Ink, dates: false),
            Series(1, $"$E${First - 1}", $"$B${First}:$B${First + 1}", $"$E${First}:$E${First + 1}", Palette.Second, dates: false)));
        Feed(drawing.AddNewPart<ChartPart>("rIdChart2"), Xml("Sitzungen je Monat (12 Monate)", horizontal: false, stacked: true,
            Series(0, $"$H${First - 1}", $"$G${First}:$G${OverviewLayout.LastMonth}", $"$H${First}:$H${OverviewLayout.LastMonth}", Palette.Ink, dates: true),
            Series(1, $"$J${First - 1}", $"$G${First}:$G${OverviewLayout.LastMonth}", $"$J${First}:$J${OverviewLayout.LastMonth}", Palette.Second, dates: true)));
        Feed(drawing.AddNewPart<ChartPart>("rIdChart3"), Xml("Offene Aufgaben nach Frist", horizontal: true, stacked: false,
            Series(0, $"$M${First - 1}", $"$K${First}:$K${OverviewLayout.LastBucket}", $"$M${First}:$M${OverviewLayout.LastBucket}", Palette.Ink, dates: false)));

        Feed(drawing, Anchors(
            (1, 5, "Gegenseitigkeit", "Säulendiagramm: je Kreisverband die Zahl der Sitzungen und der davon übermittelten Protokolle. Die Zahlen stehen unter den Bildern in den Spalten B bis E."),
            (5, 9, "Sitzungen je Monat", "Säulendiagramm: Sitzungen beider Kreisverbände in den letzten zwölf Monaten. Die Zahlen stehen unter den Bildern in den Spalten G bis J."),
            (9, 13, "Offene Aufgaben nach Frist", "Balkendiagramm: offene Aufgaben, danach geordnet, wie lange ihre Frist verstrichen ist. Die Zahlen stehen unter den Bildern in den Spalten K bis M.")));

        var reference = new DocumentFormat.OpenXml.Spreadsheet.Drawing { Id = "rIdDrawing" };
        // The order of a sheet's elements is part of the schema: the drawing follows the page lines.
        var footer = part.Worksheet.GetFirstChild<HeaderFooter>()!;
        part.Worksheet.InsertAfter(reference, footer);
    }

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    private static string Anchors(params (int From, int To, string Name, string Text)[] charts)
    {
        var xml = new StringBuilder($"<?xml version=\"1.0\" encoding=\"utf-8\"?><xdr:wsDr xmlns:xdr=\"{Drawing}\" xmlns:a=\"{Main}\">");
        for (var i = 0; i < charts.Length; i++)
        {
            var (from, to, name, text) = charts[i];
            xml.Append(CultureInfo.InvariantCulture, $"""
                <xdr:twoCellAnchor><xdr:from><xdr:col>{from}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{OverviewLayout.ChartsTop - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>{to - 1}</xdr:col><xdr:colOff>800000</xdr:colOff><xdr:row>{OverviewLayout.ChartsBottom - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="{i + 2}" name="{XmlText.Escape(name)}" descr="{XmlText.Escape(text)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="{Chart}"><c:chart xmlns:c="{Chart}" xmlns:r="{Relations}" r:id="rIdChart{i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>
                """);
        }

        return xml.Append("</xdr:wsDr>").ToString();
    }

    private static string Series(int index, string name, string categories, string values, string color, bool dates) => $"""
        <c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>Übersicht!{name}</c:f></c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode="0;;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="1">{Fill(dates && index == 0 ? "FFFFFF" : Palette.Ink)}</a:defRPr></a:pPr><a:endParaRPr lang="de-DE"/></a:p></c:txPr><c:dLblPos val="{(dates ? "ctr" : "outEnd")}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:cat>{(dates ? $"<c:numRef><c:f>Übersicht!{categories}</c:f></c:numRef>" : $"<c:strRef><c:f>Übersicht!{categories}</c:f></c:strRef>")}</c:cat><c:val><c:numRef><c:f>Übersicht!{values}</c:f></c:numRef></c:val></c:ser>
        """;

    private static string Xml(string title, bool horizontal, bool stacked, params string[] series) => $"""
        <?xml version="1.0" encoding="utf-8"?><c:chartSpace xmlns:c="{Chart}" xmlns:a="{Main}" xmlns:r="{Relations}"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1">{Fill(Palette.Ink)}</a:defRPr></a:pPr><a:r><a:rPr lang="de-DE" sz="1200" b="1">{Fill(Palette.Ink)}</a:rPr><a:t>{XmlText.Escape(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="{(horizontal ? "bar" : "col")}"/><c:grouping val="{(stacked ? "stacked" : "clustered")}"/><c:varyColors val="0"/>{string.Concat(series)}<c:gapWidth val="{(horizontal ? 50 : 70)}"/>{(stacked ? "<c:overlap val=\"100\"/>" : "")}<c:axId val="111"/><c:axId val="112"/></c:barChart><c:catAx><c:axId val="111"/><c:scaling><c:orientation val="{(horizontal ? "maxMin" : "minMax")}"/></c:scaling><c:delete val="0"/><c:axPos val="{(horizontal ? "l" : "b")}"/><c:numFmt formatCode="mm" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="{Palette.Line}"/></a:solidFill></a:ln></c:spPr>{AxisText}<c:crossAx val="112"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="{(horizontal ? "t" : "l")}"/><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx><c:spPr><a:noFill/></c:spPr></c:plotArea>{(series.Length > 1 ? $"<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>{AxisText}</c:legend>" : "")}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="{Palette.Line}"/></a:solidFill></a:ln></c:spPr></c:chartSpace>
        """;

    private static string AxisText => $"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"900\">{Fill(Palette.Ink)}</a:defRPr></a:pPr><a:endParaRPr lang=\"de-DE\"/></a:p></c:txPr>";

    private static string Fill(string color) => $"<a:solidFill><a:srgbClr val=\"{color}\"/></a:solidFill>";
}
