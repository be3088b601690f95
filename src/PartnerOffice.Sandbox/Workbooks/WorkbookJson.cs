using System.Globalization;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PartnerOffice.Sandbox;

/// <summary>Worksheets, tables, rows and ranges as Graph writes them.</summary>
internal static class WorkbookJson
{
    public static JsonObject Worksheet(Sheet sheet, int position) => new()
    {
        ["id"] = XlsxBook.IdOf(sheet),
        ["name"] = sheet.Name!.Value,
        ["position"] = position,
        ["visibility"] = sheet.State?.Value switch { SheetStateValues.Hidden => "Hidden", SheetStateValues.VeryHidden => "VeryHidden", _ => "Visible" },
    };

    public static JsonObject Table(Table table) => new()
    {
        ["id"] = XlsxBook.IdOf(table),
        ["name"] = table.DisplayName!.Value,
        ["showHeaders"] = (table.HeaderRowCount?.Value ?? 1) > 0,
        ["showTotals"] = (table.TotalsRowCount?.Value ?? 0) > 0,
        ["style"] = table.TableStyleInfo?.Name?.Value,
        ["highlightFirstColumn"] = table.TableStyleInfo?.ShowFirstColumn?.Value ?? false,
        ["highlightLastColumn"] = table.TableStyleInfo?.ShowLastColumn?.Value ?? false,
        ["showBandedColumns"] = table.TableStyleInfo?.ShowColumnStripes?.Value ?? false,
        ["showBandedRows"] = table.TableStyleInfo?.ShowRowStripes?.Value ?? false,
        ["showFilterButton"] = table.AutoFilter is not null,
        ["legacyId"] = table.Id!.Value.ToString(CultureInfo.InvariantCulture),
    };

    public static JsonObject TableColumn(XlsxBook book, Sheet sheet, Table table, int index)
    {
        var area = XlsxBook.AreaOf(table);
        var column = XlsxBook.Column(table, index);
        return new JsonObject
        {
            ["id"] = column.Id!.Value.ToString(CultureInfo.InvariantCulture),
            ["index"] = index,
            ["name"] = column.Name!.Value,
            ["values"] = Values(book, sheet, area with { Left = area.Left + index, Right = area.Left + index }),
        };
    }

    public static JsonObject TableRow(XlsxBook book, Sheet sheet, Table table, int index, int count = 1)
    {
        var body = XlsxBook.BodyOf(table);
        return new JsonObject { ["index"] = index, ["values"] = Values(book, sheet, body with { Top = body.Top + index, Bottom = body.Top + index + count - 1 }) };
    }

    public static JsonObject Range(XlsxBook book, Sheet sheet, CellArea area, CultureInfo culture)
    {
        var address = $"{Quoted(sheet.Name!.Value!)}!{area}";
        var formulas = Grid(area, (row, column) => book.Formula(sheet, row, column) is { } formula ? formula : Node(book.Value(sheet, row, column)));
        return new JsonObject
        {
            ["address"] = address,
            ["addressLocal"] = address,
            ["cellCount"] = area.Rows * area.Columns,
            ["columnCount"] = area.Columns,
            ["columnHidden"] = false,
            ["columnIndex"] = area.Left - 1,
            ["formulas"] = formulas,
            ["formulasLocal"] = formulas.DeepClone(),
            ["hidden"] = false,
            ["numberFormat"] = Grid(area, (row, column) => book.Format(sheet, row, column)),
            ["rowCount"] = area.Rows,
            ["rowHidden"] = false,
            ["rowIndex"] = area.Top - 1,
            ["text"] = Grid(area, (row, column) => Text(book.Value(sheet, row, column), book.Format(sheet, row, column), culture)),
            ["values"] = Values(book, sheet, area),
            ["valueTypes"] = Grid(area, (row, column) => book.Value(sheet, row, column) switch { "" => "Empty", string => "String", bool => "Boolean", _ => "Double" }),
        };
    }

    private static JsonArray Values(XlsxBook book, Sheet sheet, CellArea area) => Grid(area, (row, column) => Node(book.Value(sheet, row, column)));

    private static JsonArray Grid(CellArea area, Func<int, int, JsonNode?> cell) => new([.. Enumerable.Range(area.Top, area.Rows)
        .Select(row => new JsonArray([.. Enumerable.Range(area.Left, area.Columns).Select(column => cell(row, column))]))]);

    private static JsonNode Node(object value) => value switch { bool flag => JsonValue.Create(flag), double number => JsonValue.Create(number), _ => JsonValue.Create(value.ToString()!) };

    private static string Text(object value, string format, CultureInfo culture) => value switch
    {
        bool flag => flag ? "TRUE" : "FALSE",
        double number when NumberFormats.IsDate(format) => DateTime.FromOADate(number).ToString("d", culture),
        double number when format == TypedText.Percent => number.ToString("P0", culture),
        double number => number.ToString(culture),
        _ => value.ToString()!,
    };

    private static string Quoted(string sheet) => sheet.All(char.IsLetterOrDigit) ? sheet : $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";
}
