using ClosedXML.Excel;

namespace PartnerOffice.Documents.Tracker;

/// <summary>One sheet with one table: headings in the first row, one blank row below, since Excel wants a table to have a row.</summary>
internal static class TableLayout
{
    private const string DateFormat = "dd.mm.yyyy";

    private static readonly Dictionary<string, double> s_widths = new()
    {
        [TrackerTables.Key] = 22,
        [TrackerTables.District] = 28,
        [TrackerTables.Board] = 15,
        [TrackerTables.Number] = 15,
        [TrackerTables.Kind] = 22,
        [TrackerTables.Date] = 12,
        [TrackerTables.Start] = 9,
        [TrackerTables.Place] = 20,
        [TrackerTables.Form] = 11,
        [TrackerTables.Minutes] = 26,
        [TrackerTables.DeliveredOn] = 12,
        [TrackerTables.Link] = 36,
        [TrackerTables.Answers] = 26,
        [TrackerTables.Remark] = 30,
        [TrackerTables.Meeting] = 15,
        [TrackerTables.Wording] = 62,
        [TrackerTables.Yes] = 7,
        [TrackerTables.No] = 7,
        [TrackerTables.Abstained] = 12,
        [TrackerTables.Invalid] = 10,
        [TrackerTables.Outcome] = 14,
        [TrackerTables.Action] = 56,
        [TrackerTables.Owner] = 24,
        [TrackerTables.Due] = 15,
        [TrackerTables.Resolution] = 16,
        [TrackerTables.Standing] = 14,
        [TrackerTables.From] = 28,
        [TrackerTables.To] = 28,
        [TrackerTables.Version] = 9,
        [TrackerTables.State] = 15,
        [TrackerTables.On] = 12,
        [TrackerTables.File] = 40,
        [TrackerTables.Replaces] = 12,
        [TrackerTables.Reason] = 26,
        [TrackerTables.Read] = 14,
    };

    private static readonly HashSet<string> s_dates = [TrackerTables.Date, TrackerTables.DeliveredOn, TrackerTables.Due, TrackerTables.On];
    private static readonly HashSet<string> s_numbers = [TrackerTables.Yes, TrackerTables.No, TrackerTables.Abstained, TrackerTables.Invalid, TrackerTables.Version];

    public static void AddTo(XLWorkbook workbook, TrackerTable table)
    {
        var sheet = workbook.AddWorksheet(table.Name);
        sheet.Style.Font.FontName = "Calibri";
        sheet.Style.Font.FontSize = 11;
        for (var i = 0; i < table.Columns.Count; i++)
            Column(sheet, table, i);

        var made = sheet.Range(1, 1, 2, table.Columns.Count).CreateTable(table.Name);
        made.Theme = XLTableTheme.TableStyleLight1;
        made.ShowAutoFilter = true;
        // A table cannot be named after its sheet's cells; but ClosedXML may have tidied the headings.
        for (var i = 0; i < table.Columns.Count; i++)
            sheet.Cell(1, i + 1).Value = table.Columns[i];

        sheet.Row(1).Height = 30;
        sheet.SheetView.FreezeRows(1);
        sheet.SetTabColor(Palette.Color(Palette.Line));
        Rules(sheet, table);
        Print(sheet);
    }

    private static void Column(IXLWorksheet sheet, TrackerTable table, int index)
    {
        var name = table.Columns[index];
        var isPeoples = table.PeoplesColumns.Contains(name);
        sheet.Column(index + 1).Width = s_widths[name];

        var head = sheet.Cell(1, index + 1);
        head.Value = name;
        head.Style.Font.SetBold().Font.SetFontColor(XLColor.White)
            .Fill.SetBackgroundColor(Palette.Color(isPeoples ? Palette.Theirs : Palette.Ink))
            .Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText();

        var cell = sheet.Cell(2, index + 1);
        cell.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top).Alignment.SetWrapText()
            .Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(Palette.Color(Palette.Line));
        if (s_dates.Contains(name))
        {
            cell.Style.NumberFormat.Format = DateFormat;
            cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        }
        else if (s_numbers.Contains(name))
        {
            cell.Style.NumberFormat.Format = "0";
            cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        }
        else if (!isPeoples)
        {
            // Text stays text, also when a person types 07/2026 here.
            cell.Style.NumberFormat.Format = "@";
        }

        if (name == TrackerTables.Key)
            cell.Style.Font.SetFontSize(9).Font.SetFontColor(Palette.Color(Palette.Quiet));
        Validate(cell, name, isPeoples);
    }

    private static void Validate(IXLCell cell, string name, bool isPeoples)
    {
        IReadOnlyList<string>? list = name switch
        {
            TrackerTables.Standing => TrackerTables.Standings,
            TrackerTables.State => TrackerTables.States,
            TrackerTables.Kind => TrackerTables.Kinds,
            TrackerTables.Form => TrackerTables.Forms,
            TrackerTables.Outcome => TrackerTables.Outcomes,
            _ => null,
        };
        if (list is null && !s_dates.Contains(name) && !s_numbers.Contains(name) && !isPeoples)
            return;

        var validation = cell.SetDataValidation();
        validation.IgnoreBlanks = true;
        // A warning, never a wall: people may know better than the list.
        validation.ErrorStyle = XLErrorStyle.Warning;
        validation.ErrorTitle = name;
        if (list is not null)
        {
            validation.List($"\"{string.Join(',', list)}\"", inCellDropdown: true);
            validation.ErrorMessage = "Die Übersicht zählt nur die Wörter der Liste. Trotzdem so eintragen?";
        }
        else if (s_dates.Contains(name))
        {
            validation.Date.EqualOrGreaterThan(new DateTime(2000, 1, 1));
            validation.ErrorMessage = "Bitte ein Datum wie 14.07.2026 eintragen.";
        }
        else if (s_numbers.Contains(name))
        {
            validation.WholeNumber.EqualOrGreaterThan(0);
            validation.ErrorMessage = "Bitte eine ganze Zahl eintragen oder leer lassen, wenn nicht gezählt wurde.";
        }

        if (isPeoples)
        {
            validation.InputTitle = name;
            validation.InputMessage = name switch
            {
                TrackerTables.Standing => "Gehört beiden Kreisverbänden: hier eintragen, wie weit die Aufgabe ist.",
                TrackerTables.Read => "Hier eintragen, wann der Vorstand es zur Kenntnis genommen hat.",
                _ => "Gehört beiden Kreisverbänden und wird nie überschrieben. Bitte nichts Vertrauliches eintragen.",
            };
        }
    }

    private static void Rules(IXLWorksheet sheet, TrackerTable table)
    {
        if (table.Name == TrackerTables.Actions)
        {
            var due = Letter(table, TrackerTables.Due);
            var standing = Letter(table, TrackerTables.Standing);
            var overdue = sheet.Range($"{due}2:{due}2").AddConditionalFormat()
                .WhenIsTrue($"AND(ISNUMBER(${due}2),${due}2<TODAY(),$A2<>\"\",${standing}2<>\"erledigt\",${standing}2<>\"entfallen\")");
            overdue.Font.SetBold().Font.SetFontColor(Palette.Bad).Fill.SetBackgroundColor(Palette.BadGround);
            // The sign says it without the colour.
            overdue.NumberFormat.Format = $"\"▲ \"{DateFormat}";
            Word(sheet, standing, "erledigt", Palette.Good, Palette.GoodGround);
            Word(sheet, standing, "in Arbeit", Palette.Care, Palette.CareGround);
        }
        else if (table.Name == TrackerTables.Deliveries)
        {
            var state = Letter(table, TrackerTables.State);
            Word(sheet, state, "übermittelt", Palette.Good, Palette.GoodGround);
            Word(sheet, state, "wartet", Palette.Care, Palette.CareGround);
            Word(sheet, state, "unklar", Palette.Bad, Palette.BadGround);
            Word(sheet, state, "zurückgezogen", Palette.Bad, Palette.BadGround);
        }
        else if (table.Name == TrackerTables.Resolutions)
        {
            Word(sheet, Letter(table, TrackerTables.Outcome), "abgelehnt", Palette.Bad, Palette.BadGround);
            Word(sheet, Letter(table, TrackerTables.Outcome), "vertagt", Palette.Care, Palette.CareGround);
        }
    }

    private static void Word(IXLWorksheet sheet, string column, string word, XLColor ink, XLColor ground) =>
        sheet.Range($"{column}2:{column}2").AddConditionalFormat().WhenIsTrue($"${column}2=\"{word}\"")
            .Font.SetFontColor(ink).Fill.SetBackgroundColor(ground);

    private static string Letter(TrackerTable table, string column) =>
        CellRef.ColumnName(table.Columns.ToList().IndexOf(column) + 1);

    private static void Print(IXLWorksheet sheet)
    {
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
        sheet.PageSetup.Margins.SetLeft(0.5).SetRight(0.5).SetTop(0.7).SetBottom(0.6).SetHeader(0.3).SetFooter(0.3);
        PageLines(sheet);
    }

    public static void PageLines(IXLWorksheet sheet)
    {
        sheet.PageSetup.Header.Left.AddText("&A");
        sheet.PageSetup.Header.Right.AddText("Vertraulich. Nur für die beiden Kreisvorstände.");
        sheet.PageSetup.Footer.Left.AddText("&F");
        sheet.PageSetup.Footer.Right.AddText("Seite &P von &N");
    }
}
