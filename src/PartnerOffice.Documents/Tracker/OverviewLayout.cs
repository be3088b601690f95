using System.Globalization;
using ClosedXML.Excel;

namespace PartnerOffice.Documents.Tracker;

/// <summary>The sheet that people look at first: what it is, how it stands, and the figures behind the charts.</summary>
internal static class OverviewLayout
{
    /// <summary>Where the charts take their figures from; <see cref="OverviewCharts"/> reads the same cells.</summary>
    public const int FiguresHead = 33, FirstFigure = 34, LastMonth = 45, LastBucket = 38, ChartsTop = 17, ChartsBottom = 31;

    private const string Open = "Aufgaben[Schlüssel],\"?*\",Aufgaben[Stand],\"<>erledigt\",Aufgaben[Stand],\"<>entfallen\"";
    private const string Arrived = "Zustellungen[Zustand],\"übermittelt\"";

    public static void AddTo(XLWorkbook workbook)
    {
        var sheet = workbook.AddWorksheet(TrackerTables.Overview);
        sheet.ShowGridLines = false;
        sheet.Style.Font.FontName = "Calibri";
        sheet.Style.Font.FontSize = 11;
        sheet.Style.Font.FontColor = Palette.Color(Palette.Ink);
        sheet.SetTabColor(Palette.Color(Palette.Ink));
        sheet.Column("A").Width = 2;
        sheet.Columns("B:M").Width = 12.3;
        sheet.Column("N").Width = 2;

        Title(sheet);
        Card(sheet, "B", "Sitzungen", "COUNTIFS(Sitzungen[Datum],\">\"&EDATE(TODAY(),-12))", "in den letzten 12 Monaten");
        Card(sheet, "D", "Beschlüsse", "COUNTA(Beschlüsse[Schlüssel])", "für beide sichtbar");
        Card(sheet, "F", "Offene Aufgaben", $"COUNTIFS({Open})", "weder erledigt noch entfallen");
        Card(sheet, "H", "Frist verstrichen", $"COUNTIFS({Open},Aufgaben[Fällig],\"<\"&TODAY())", "von den offenen Aufgaben");
        Card(sheet, "J", "Beim Partner", $"COUNTIFS({Arrived})", "übermittelte Protokolle");
        Card(sheet, "L", "Zuletzt übermittelt", "MAX(Zustellungen[Am])", "an den anderen Kreisverband");
        sheet.Cell("L6").Style.NumberFormat.Format = "dd.mm.yyyy;;\"–\"";
        sheet.Cell("L6").Style.Font.FontSize = 16;

        Lights(sheet);
        Figures(sheet);
        Print(sheet);
    }

    private static void Title(IXLWorksheet sheet)
    {
        sheet.Range("A1:N3").Style.Fill.BackgroundColor = Palette.Color(Palette.Ink);
        sheet.Row(1).Height = 34;
        sheet.Row(2).Height = 18;
        sheet.Row(3).Height = 8;
        sheet.Row(4).Height = 8;
        sheet.Cell("B1").Value = "Unsere Partnerschaft auf einen Blick";
        sheet.Cell("B1").Style.Font.SetFontSize(22).Font.SetBold().Font.SetFontColor(XLColor.White)
            .Alignment.SetVertical(XLAlignmentVerticalValues.Bottom);
        sheet.Cell("B2").Value =
            "Sitzungen, Beschlüsse, Aufgaben und Übermittlungen der beiden Kreisvorstände. Grüne Spalten (Bemerkung, Stand, Gelesen) füllen Menschen, alle anderen der Dienst.";
        sheet.Cell("B2").Style.Font.SetFontColor(Palette.Color("E4EBF0")).Font.SetFontSize(10);
    }

    private static void Card(IXLWorksheet sheet, string column, string label, string formula, string explanation)
    {
        var right = CellRef.ColumnName(XLHelper.GetColumnNumberFromLetter(column) + 1);
        sheet.Row(6).Height = 34;
        var card = sheet.Range($"{column}5:{right}7");
        card.Style.Fill.BackgroundColor = Palette.Color(Palette.Card);
        sheet.Range($"{column}5:{column}7").Style.Border.SetLeftBorder(XLBorderStyleValues.Thick).Border.SetLeftBorderColor(Palette.Color(Palette.Ink));
        sheet.Range($"{right}5:{right}7").Style.Border.SetRightBorder(XLBorderStyleValues.Thick).Border.SetRightBorderColor(XLColor.White);

        sheet.Cell($"{column}5").Value = label;
        sheet.Cell($"{column}5").Style.Font.SetBold().Alignment.SetIndent(1);
        sheet.Range($"{column}6:{right}6").Merge();
        var value = sheet.Cell($"{column}6");
        value.FormulaA1 = formula;
        value.Style.NumberFormat.Format = "0";
        value.Style.Font.SetFontSize(24).Font.SetBold().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetIndent(1)
            .Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        sheet.Cell($"{column}7").Value = explanation;
        sheet.Cell($"{column}7").Style.Font.SetFontSize(9).Font.SetFontColor(Palette.Color(Palette.Quiet)).Alignment.SetIndent(1);
    }

    private static void Lights(IXLWorksheet sheet)
    {
        Heading(sheet, 9, "B", "M", "Wie steht es?");
        Light(sheet, 10, "Aufgaben, deren Frist verstrichen ist",
            "IF(H6=0,\"✔ keine\",\"▲ \"&H6&IF(H6=1,\" Aufgabe\",\" Aufgaben\"))", "Blatt Aufgaben: Fällig und Stand prüfen");
        Light(sheet, 11, "Protokolle, die noch nicht übermittelt sind",
            "IF(COUNTA(Sitzungen[Schlüssel])-COUNT(Sitzungen[Zugestellt am])=0,\"✔ keine\",\"● \"&(COUNTA(Sitzungen[Schlüssel])-COUNT(Sitzungen[Zugestellt am]))&\" noch offen\")",
            "Blatt Sitzungen: Zugestellt am ist leer");
        Light(sheet, 12, "Übermittelt, noch nicht zur Kenntnis genommen",
            $"IF(COUNTIFS({Arrived})-COUNTIFS({Arrived},Zustellungen[Gelesen],\"<>\")=0,\"✔ keine\",\"● \"&(COUNTIFS({Arrived})-COUNTIFS({Arrived},Zustellungen[Gelesen],\"<>\"))&\" noch offen\")",
            "Blatt Zustellungen: Gelesen eintragen");
        Light(sheet, 13, "Unklar, ob etwas angekommen ist",
            "IF(COUNTIFS(Zustellungen[Zustand],\"unklar\")=0,\"✔ nichts\",\"▲ \"&COUNTIFS(Zustellungen[Zustand],\"unklar\")&\" bitte nachfragen\")",
            "Blatt Zustellungen: bei der anderen Koordination nachfragen");

        var states = sheet.Range("G10:I13");
        states.AddConditionalFormat().WhenIsTrue("LEFT($G10,1)=\"✔\"").Font.SetFontColor(Palette.Good).Fill.SetBackgroundColor(Palette.GoodGround);
        states.AddConditionalFormat().WhenIsTrue("LEFT($G10,1)=\"●\"").Font.SetFontColor(Palette.Care).Fill.SetBackgroundColor(Palette.CareGround);
        states.AddConditionalFormat().WhenIsTrue("LEFT($G10,1)=\"▲\"").Font.SetFontColor(Palette.Bad).Fill.SetBackgroundColor(Palette.BadGround);
    }

    private static void Light(IXLWorksheet sheet, int row, string question, string formula, string hint)
    {
        sheet.Row(row).Height = 19;
        sheet.Range(row, 2, row, 13).Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(Palette.Color(Palette.Line))
            .Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        sheet.Cell(row, "B").Value = question;
        var state = sheet.Cell(row, "G");
        state.FormulaA1 = formula;
        state.Style.Font.SetBold().Alignment.SetIndent(1);
        sheet.Cell(row, "J").Value = hint;
        sheet.Cell(row, "J").Style.Font.SetFontSize(10).Font.SetFontColor(Palette.Color(Palette.Quiet)).Alignment.SetIndent(1);
    }

    private static void Figures(IXLWorksheet sheet)
    {
        Heading(sheet, ChartsTop - 2, "B", "M", "Bilder");
        sheet.Row(ChartsTop - 1).Height = 6;
        Heading(sheet, FiguresHead - 1, "B", "M", "Die Zahlen hinter den Bildern");
        Heads(sheet, "B", "Kreisverband", "", "Sitzungen", "übermittelt");
        Heads(sheet, "G", "Monat");
        Heads(sheet, "K", "Offene Aufgaben", "", "Anzahl");
        sheet.Cell(FiguresHead, "K").Style.Alignment.SetIndent(1);
        foreach (var column in new[] { "D", "E", "H", "J", "M" })
            sheet.Range($"{column}{FiguresHead}:{column}{LastMonth}").Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);

        var first = FirstFigure.ToString(CultureInfo.InvariantCulture);
        var second = (FirstFigure + 1).ToString(CultureInfo.InvariantCulture);
        sheet.Cell($"B{first}").FormulaA1 =
            "IF(INDEX(Zustellungen[Von],1)<>\"\",INDEX(Zustellungen[Von],1),IF(INDEX(Sitzungen[Kreisverband],1)<>\"\",INDEX(Sitzungen[Kreisverband],1),\"Kreisverband 1\"))";
        sheet.Cell($"B{second}").FormulaA1 = "IF(INDEX(Zustellungen[An],1)<>\"\",INDEX(Zustellungen[An],1),\"Kreisverband 2\")";
        foreach (var row in new[] { first, second })
        {
            sheet.Cell($"D{row}").FormulaA1 = $"COUNTIFS(Sitzungen[Kreisverband],$B{row})";
            sheet.Cell($"E{row}").FormulaA1 = $"COUNTIFS(Sitzungen[Kreisverband],$B{row},Sitzungen[Zugestellt am],\">0\")";
        }

        // Reciprocity in words, compared with what took place (people.md R24).
        sheet.Cell(FirstFigure + 3, "B").FormulaA1 = Words(first);
        sheet.Cell(FirstFigure + 4, "B").FormulaA1 = Words(second);
        sheet.Range(FirstFigure + 3, 2, FirstFigure + 4, 2).Style.Font.SetItalic().Font.SetFontSize(10);

        sheet.Cell(FiguresHead, "H").FormulaA1 = $"B{first}";
        sheet.Cell(FiguresHead, "J").FormulaA1 = $"B{second}";
        for (var i = 0; i < 12; i++)
        {
            var row = FirstFigure + i;
            sheet.Cell(row, "G").FormulaA1 = $"DATE(YEAR(TODAY()),MONTH(TODAY())-{11 - i},1)";
            sheet.Cell(row, "G").Style.NumberFormat.Format = "mm/yyyy";
            sheet.Cell(row, "G").Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
            sheet.Cell(row, "H").FormulaA1 = Month(row, first);
            sheet.Cell(row, "J").FormulaA1 = Month(row, second);
        }

        Bucket(sheet, 0, "noch nicht fällig", $"COUNTIFS({Open},Aufgaben[Fällig],\">=\"&TODAY())");
        Bucket(sheet, 1, "seit 1 bis 30 Tagen", $"COUNTIFS({Open},Aufgaben[Fällig],\"<\"&TODAY(),Aufgaben[Fällig],\">=\"&TODAY()-30)");
        Bucket(sheet, 2, "seit 31 bis 90 Tagen", $"COUNTIFS({Open},Aufgaben[Fällig],\"<\"&TODAY()-30,Aufgaben[Fällig],\">=\"&TODAY()-90)");
        Bucket(sheet, 3, "seit über 90 Tagen", $"COUNTIFS({Open},Aufgaben[Fällig],\"<\"&TODAY()-90)");
        Bucket(sheet, 4, "ohne Frist", $"F6-SUM(M{FirstFigure}:M{LastBucket - 1})");
        sheet.Range(FirstFigure, 2, LastMonth, 13).Style.Font.FontSize = 10;
    }

    private static string Words(string row) =>
        $"B{row}&\": \"&E{row}&\" von \"&D{row}&IF(D{row}=1,\" Protokoll\",\" Protokollen\")&\" übermittelt\"";

    private static string Month(int row, string district) =>
        $"COUNTIFS(Sitzungen[Datum],\">=\"&$G{row},Sitzungen[Datum],\"<\"&EDATE($G{row},1),Sitzungen[Kreisverband],$B${district})";

    private static void Bucket(IXLWorksheet sheet, int index, string label, string formula)
    {
        sheet.Cell(FirstFigure + index, "K").Value = label;
        sheet.Cell(FirstFigure + index, "K").Style.Alignment.SetIndent(1);
        sheet.Cell(FirstFigure + index, "M").FormulaA1 = formula;
    }

    private static void Heading(IXLWorksheet sheet, int row, string from, string to, string text)
    {
        sheet.Row(row).Height = 22;
        sheet.Cell(row, from).Value = text;
        sheet.Range($"{from}{row}:{to}{row}").Style.Font.SetFontSize(13).Font.SetBold()
            .Border.SetBottomBorder(XLBorderStyleValues.Medium).Border.SetBottomBorderColor(Palette.Color(Palette.Ink));
    }

    private static void Heads(IXLWorksheet sheet, string from, params string[] texts)
    {
        var column = XLHelper.GetColumnNumberFromLetter(from);
        for (var i = 0; i < texts.Length; i++)
            sheet.Cell(FiguresHead, column + i).Value = texts[i];
        sheet.Range(FiguresHead, 2, FiguresHead, 13).Style.Font.SetBold().Font.SetFontSize(10);
    }

    private static void Print(IXLWorksheet sheet)
    {
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 1);
        sheet.PageSetup.PrintAreas.Add($"A1:N{LastMonth + 1}");
        sheet.PageSetup.CenterHorizontally = true;
        sheet.PageSetup.Margins.SetLeft(0.4).SetRight(0.4).SetTop(0.6).SetBottom(0.5).SetHeader(0.25).SetFooter(0.25);
        TableLayout.PageLines(sheet);
    }
}
