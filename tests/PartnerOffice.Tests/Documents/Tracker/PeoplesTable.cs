using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Tests.Documents.Tracker;

/// <summary>
/// A table of ours as people handle it, read and written by an XML reader and none of our code: fast enough for thousands of edits.
/// Its sheet has a title above the table and a remark beside it, which nobody of us may touch.
/// </summary>
internal sealed class PeoplesTable
{
    public const string Name = "Aufgaben";
    private const int Top = 3, Left = 2;
    private const string SheetPart = "xl/worksheets/sheet1.xml", TablePart = "xl/tables/table1.xml";
    private static readonly XNamespace s_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public required List<string> Columns { get; init; }

    public required List<Row> Rows { get; init; }

    public static ReadOnlyMemory<byte> Workbook()
    {
        var workbook = new PeoplesWorkbook { SecondSheetFormula = "1+2" }.Build();
        var columns = TrackerTables.Find(Name)!.Columns;
        var table = new PeoplesTable { Columns = [.. columns], Rows = [new(new string?[columns.Count], false)] };
        return RawZip.Open(workbook, 0).With(new Dictionary<string, ReadOnlyMemory<byte>>
        {
            [SheetPart] = Encoding.UTF8.GetBytes(table.Sheet(new XElement(s_main + "worksheet", new XElement(s_main + "sheetData")))),
            [TablePart] = Encoding.UTF8.GetBytes(table.TableXml()),
            ["xl/workbook.xml"] = Encoding.UTF8.GetBytes(Sheets.Part(workbook, "xl/workbook.xml").Replace("<sheet name=\"Daten\"", "<sheet name=\"Aufgaben\"", StringComparison.Ordinal)
                .Replace("Daten!$A$1:$G$6", "Aufgaben!$A$1:$G$6", StringComparison.Ordinal).Replace("<definedName name=\"Stimmen\">Daten!$C$4:$C$6</definedName>", "", StringComparison.Ordinal)),
            ["xl/calcChain.xml"] = Encoding.UTF8.GetBytes($"<calcChain xmlns=\"{s_main}\"><c r=\"A1\" i=\"2\"/></calcChain>"),
            ["xl/worksheets/_rels/sheet1.xml.rels"] = Encoding.UTF8.GetBytes("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/table\" Target=\"../tables/table1.xml\"/></Relationships>"),
        });
    }

    public static PeoplesTable Read(ReadOnlyMemory<byte> workbook)
    {
        var table = XDocument.Parse(Sheets.Part(workbook, TablePart)).Root!;
        var columns = table.Element(s_main + "tableColumns")!.Elements().Select(column => (string)column.Attribute("name")!).ToList();
        var last = int.Parse(((string)table.Attribute("ref")!).Split(':')[1].TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture);
        var byNumber = XDocument.Parse(Sheets.Part(workbook, SheetPart)).Root!.Element(s_main + "sheetData")!.Elements().ToDictionary(row => (int)row.Attribute("r")!);
        var rows = new List<Row>();
        for (var number = Top + 1; number <= last; number++)
        {
            var cells = new string?[columns.Count];
            var row = byNumber.GetValueOrDefault(number);
            foreach (var cell in row?.Elements() ?? [])
                if (ColumnOf((string)cell.Attribute("r")!) - Left is >= 0 and var column && column < cells.Length)
                    cells[column] = (string?)cell.Attribute("t") == "inlineStr" ? $"t{cell.Value}" : cell.Value.Length > 0 ? $"n{cell.Value}" : null;
            rows.Add(new(cells, (string?)row?.Attribute("hidden") == "1"));
        }

        return new() { Columns = columns, Rows = rows };
    }

    /// <summary>Saves what people made of the table; everything around it stays.</summary>
    public ReadOnlyMemory<byte> Save(ReadOnlyMemory<byte> workbook) => RawZip.Open(workbook, 0).With(new Dictionary<string, ReadOnlyMemory<byte>>
    {
        [SheetPart] = Encoding.UTF8.GetBytes(Sheet(XDocument.Parse(Sheets.Part(workbook, SheetPart)).Root!)),
        [TablePart] = Encoding.UTF8.GetBytes(TableXml()),
    });

    public int ColumnOfName(string name) => Columns.IndexOf(name);

    private string TableXml()
    {
        var area = $"{Letters(Left)}{Top}:{Letters(Left + Columns.Count - 1)}{Top + Rows.Count}";
        var filter = Rows.Exists(row => row.IsHidden) ? "<filterColumn colId=\"0\"><customFilters><customFilter operator=\"notEqual\" val=\"x\"/></customFilters></filterColumn>" : "";
        return $"<table xmlns=\"{s_main}\" id=\"1\" name=\"{Name}\" displayName=\"{Name}\" ref=\"{area}\" totalsRowShown=\"0\"><autoFilter ref=\"{area}\">{filter}</autoFilter><tableColumns count=\"{Columns.Count}\">"
            + string.Concat(Columns.Select((column, index) => new XElement(s_main + "tableColumn", new XAttribute("id", index + 1), new XAttribute("name", column)).ToString()))
            + "</tableColumns><tableStyleInfo name=\"TableStyleLight9\" showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"1\" showColumnStripes=\"0\"/></table>";
    }

    private string Sheet(XElement worksheet)
    {
        var data = worksheet.Element(s_main + "sheetData")!;
        data.RemoveNodes();
        data.Add(RowOf(1, [CellOf(1, 1, "tAufgaben beider Vorstände", 0)]));
        data.Add(RowOf(Top, [.. Columns.Select((column, index) => CellOf(Left + index, Top, $"t{column}", 0)), CellOf(Left + Columns.Count + 3, Top, "tnicht verschieben", 0)]));
        var due = ColumnOfName(TrackerTables.Due);
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = RowOf(Top + 1 + i, [.. Rows[i].Cells.Select((cell, index) => CellOf(Left + index, Top + 1 + i, cell, index == due ? 1 : 0))]);
            if (Rows[i].IsHidden)
                row.Add(new XAttribute("hidden", 1));
            data.Add(row);
        }

        if (worksheet.Element(s_main + "tableParts") is null)
            worksheet.Add(new XElement(s_main + "tableParts", new XAttribute("count", 1), new XElement(s_main + "tablePart", new XAttribute(XName.Get("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"), "rId1"))));
        return worksheet.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement RowOf(int number, IEnumerable<XElement> cells) => new(s_main + "row", new XAttribute("r", number), cells);

    private static XElement CellOf(int column, int row, string? value, int style)
    {
        var cell = new XElement(s_main + "c", new XAttribute("r", $"{Letters(column)}{row}"));
        if (style > 0)
            cell.Add(new XAttribute("s", style));
        if (value is null)
            return cell;
        if (value[0] == 'n')
            cell.Add(new XElement(s_main + "v", value[1..]));
        else
            cell.Add(new XAttribute("t", "inlineStr"), new XElement(s_main + "is", new XElement(s_main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), value[1..])));
        return cell;
    }

    private static int ColumnOf(string place) => place.TakeWhile(char.IsLetter).Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1);

    private static string Letters(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);

    /// <summary>A row: its cells ("t" and a text, "n" and a number, or blank) and whether a filter hides it.</summary>
    public sealed record Row(string?[] Cells, bool IsHidden)
    {
        public bool IsBlank => Array.TrueForAll(Cells, cell => cell is null);
    }
}
