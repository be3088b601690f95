using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Lists;

/// <summary>Reads the first visible sheet of a workbook that the gate let in: texts, numbers, and days where the format says that they are.</summary>
internal static class WorkbookList
{
    // Excel's own formats for days (ECMA-376, 18.8.30).
    private static readonly HashSet<uint> DayFormats = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

    public static IReadOnlyList<ListRow> Read(GatedPackage package)
    {
        using var stream = new MemoryStream(package.Bytes.ToArray(), writable: false);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var workbook = document.WorkbookPart!;
        var sheet = workbook.Workbook.Descendants<Sheet>().FirstOrDefault(one => one.State is null || one.State.Value == SheetStateValues.Visible) ?? throw ListFileException.NoList();
        if (sheet.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part)
            throw ListFileException.NoList();

        var shared = workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        var days = DaysOf(workbook.WorkbookStylesPart?.Stylesheet);
        var isOf1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value is true;
        var rows = new List<ListRow>();
        foreach (var row in part.Worksheet.Descendants<Row>())
        {
            if (rows.Count == ListFile.MostRows)
                throw ListFileException.TooLong();
            rows.Add(new(row.RowIndex is { } index ? (int)index.Value : rows.Count + 1, CellsOf(row, shared, days, isOf1904)));
        }

        return rows;
    }

    private static IReadOnlyList<string> CellsOf(Row row, List<string> shared, HashSet<uint> days, bool isOf1904)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            if (column >= ListFile.MostColumns)
                break;
            while (cells.Count < column)
                cells.Add("");
            cells.Add(TextOf(cell, shared, days, isOf1904));
        }

        return cells;
    }

    private static string TextOf(Cell cell, List<string> shared, HashSet<uint> days, bool isOf1904)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value is { } type)
        {
            return type == CellValues.SharedString ? int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : ""
                : type == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
                : type == CellValues.Boolean ? (value == "1" ? "ja" : "nein")
                : value;
        }

        return days.Contains(cell.StyleIndex?.Value ?? 0) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is > 0 and < 2_958_466
            ? DateOnly.FromDateTime(DateTime.FromOADate(serial + (isOf1904 ? 1462 : 0))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value;
    }

    // Which of the cell formats show a day: Excel's own, and those of people that hold day, month or year outside of quotes.
    private static HashSet<uint> DaysOf(Stylesheet? styles)
    {
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.FormatCode?.Value is { } code && ShowsDay(code))
            .Select(format => format.NumberFormatId?.Value ?? 0).ToHashSet() ?? [];
        var days = new HashSet<uint>();
        uint index = 0;
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id && (DayFormats.Contains(id) || own.Contains(id)))
                days.Add(index);
            index++;
        }

        return days;
    }

    private static bool ShowsDay(string code)
    {
        var (quoted, bracketed) = (false, false);
        foreach (var c in code)
        {
            quoted ^= c == '"';
            bracketed = c == '[' || (bracketed && c != ']');
            if (!quoted && !bracketed && c is 'd' or 'D' or 'y' or 'Y')
                return true;
        }

        return false;
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter))
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        return Math.Max(0, column - 1);
    }
}
