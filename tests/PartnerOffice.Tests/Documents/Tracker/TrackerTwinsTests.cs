using System.Text;
using PartnerOffice.Documents.Tracker;
using Xunit;
using static PartnerOffice.Tests.Documents.Tracker.Sheets;

namespace PartnerOffice.Tests.Documents.Tracker;

/// <summary>Two rows with one key: found, and the later one deleted where nothing else is moved or lost.</summary>
public sealed class TrackerTwinsTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";

    [Fact]
    public void The_later_of_two_equal_rows_goes_and_the_rows_below_move_up_inside_the_table()
    {
        var before = Twice(new PeoplesWorkbook { Totals = true });

        var repair = TrackerTwins.Repair(before);

        var twin = Assert.Single(repair.Removed);
        Assert.Equal((new TrackerRowId("Aufgaben", "k1"), "Daten!B4", "Daten!B5"), (twin.Row, twin.First, twin.Later));
        Assert.Empty(repair.Kept);
        Assert.Equal(["xl/calcChain.xml", "xl/workbook.xml", Sheet], Differing(before, repair.Bytes).Order(StringComparer.Ordinal));
        var sheet = Part(repair.Bytes, Sheet);
        Assert.Contains(
            "<row r=\"5\" spans=\"2:7\" x14ac:dyDescent=\"0.25\"><c r=\"B5\" t=\"inlineStr\"><is><t>k3</t></is></c><c r=\"C5\"><v>6</v></c><c r=\"D5\" s=\"1\"/>"
            + "<c r=\"E5\"><f>Aufgaben[[#This Row],[Ja]]*2</f><v>12</v></c><c r=\"F5\"><f>C5+$C$4</f><v>10</v></c><c r=\"G5\" s=\"2\"/></row>"
            + "<row r=\"6\"><c r=\"D6\" s=\"1\"/><c r=\"G6\" s=\"2\"/></row><row r=\"7\" spans=\"2:7\">",
            sheet, StringComparison.Ordinal);
        Assert.Contains("<f>SUBTOTAL(109,Aufgaben[Ja])</f></c>", sheet, StringComparison.Ordinal);
        Assert.Contains("<c r=\"E4\" i=\"1\"/><c r=\"E5\"/><c r=\"F4\"/><c r=\"F5\"/><c r=\"C7\"/><c r=\"A1\" i=\"2\"/>", Part(repair.Bytes, "xl/calcChain.xml"), StringComparison.Ordinal);
        Assert.Equal(["k1", "k3"], TrackerWorkbook.ReadRows(repair.Bytes, "Aufgaben").Select(row => row["Schlüssel"]?.ToString()));
        AssertValid(repair.Bytes);
    }

    [Fact]
    public void The_blank_row_at_the_end_takes_the_next_entry()
    {
        var repaired = TrackerTwins.Repair(Twice(new PeoplesWorkbook { Totals = true })).Bytes;

        var update = TrackerWorkbook.Apply(repaired, [Change("Aufgaben", Row(("Schlüssel", "k4"), ("Ja", 7), ("Am", new DateOnly(2026, 7, 14))))]);

        Assert.Contains("<row r=\"6\"><c r=\"B6\" t=\"inlineStr\"><is><t xml:space=\"preserve\">k4</t></is></c><c r=\"C6\"><v>7</v></c><c r=\"D6\" s=\"1\"><v>46217</v></c>", Part(update.Bytes, Sheet), StringComparison.Ordinal);
        AssertValid(update.Bytes);
    }

    [Fact]
    public void A_last_row_that_stands_twice_leaves_a_blank_one()
    {
        var workbook = People.Replace(Twice(new PeoplesWorkbook()), Sheet, "<c r=\"C5\"><v>4</v>", "<c r=\"C5\"><v>6</v>");
        workbook = People.Replace(workbook, Sheet, "<c r=\"B5\" t=\"s\"><v>6</v></c>", "<c r=\"B5\" t=\"inlineStr\"><is><t>k3</t></is></c>");
        workbook = People.Replace(workbook, Sheet, "<f>Aufgaben[[#This Row],[Ja]]*2</f><v>8</v></c><c r=\"F5\"><f>C5+$C$4</f><v>8</v>", "<f>Aufgaben[[#This Row],[Ja]]*2</f><v>12</v></c><c r=\"F5\"><f>C5+$C$4</f><v>10</v>");

        var repair = TrackerTwins.Repair(workbook);

        Assert.Equal("Daten!B6", Assert.Single(repair.Removed).Later);
        Assert.Equal(["k1", "k3"], TrackerWorkbook.ReadRows(repair.Bytes, "Aufgaben").Select(row => row["Schlüssel"]?.ToString()));
        AssertValid(repair.Bytes);
    }

    public static TheoryData<string, string, string> Reasons => new()
    {
        { "says something else", "rows-differ", "Daten!B5" },
        { "protected", "sheet-protected", "Daten" },
        { "merged", "row-stays", "Daten!C6:D6" },
        { "beside", "row-stays", "Daten!J6" },
        { "shared formula", "row-stays", "Daten!F5" },
        { "formula of another row", "row-stays", "Daten!F6" },
        { "formula that names a row", "row-stays", "Eigenes Blatt!A1" },
        { "name of a row", "row-stays", "Letzte" },
        { "rule of a row", "row-stays", "Daten!D5" },
        { "comment", "row-stays", "Daten!C6" },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_row_stays_where_its_deletion_would_lose_or_shift_something(string kind, string code, string place)
    {
        var fixture = kind switch
        {
            "protected" => new PeoplesWorkbook { Protection = "<sheetProtection sheet=\"1\"/>" },
            "merged" => new PeoplesWorkbook { Merged = "<mergeCells count=\"1\"><mergeCell ref=\"C6:D6\"/></mergeCells>" },
            "formula that names a row" => new PeoplesWorkbook { SecondSheetFormula = "Daten!C6+1" },
            "name of a row" => new PeoplesWorkbook { ExtraNames = "<definedName name=\"Letzte\">Daten!$C$6</definedName>" },
            _ => new PeoplesWorkbook(),
        };
        var workbook = Twice(fixture);
        workbook = kind switch
        {
            "says something else" => People.Replace(workbook, Sheet, "<c r=\"C5\"><v>4</v>", "<c r=\"C5\"><v>5</v>"),
            "beside" => People.Replace(workbook, Sheet, "<c r=\"G6\" s=\"2\"/>", "<c r=\"G6\" s=\"2\"/><c r=\"J6\"><v>1</v></c>"),
            "shared formula" => People.Replace(workbook, Sheet, "<f>C5+$C$4</f>", "<f t=\"shared\" ref=\"F5:F6\" si=\"0\">C5+$C$4</f>"),
            "formula of another row" => People.Replace(workbook, Sheet, "<f>C6+$C$4</f>", "<f>C6+C4</f>"),
            "rule of a row" => People.Replace(workbook, Sheet, "sqref=\"C4:C6 D4:D6\"", "sqref=\"C4:C6 D5\""),
            "comment" => People.Replace(workbook, "xl/comments1.xml", "ref=\"C4\"", "ref=\"C6\""),
            _ => workbook,
        };

        var repair = TrackerTwins.Repair(workbook);

        var kept = Assert.Single(repair.Kept);
        Assert.Equal((code, place), (kept.Because.Code, kept.Because.Place));
        Assert.Empty(repair.Removed);
        Assert.True(repair.Bytes.Span.SequenceEqual(workbook.Span));
        Assert.All([kept.Because.Problem.German, kept.Because.Problem.English, kept.Because.Remedy.German, kept.Because.Remedy.English], sentence => Assert.False(string.IsNullOrWhiteSpace(sentence)));
    }

    [Fact]
    public void Of_three_rows_with_one_key_two_go_wherever_they_stand_and_all_others_stay_as_they_were()
    {
        var workbook = PeoplesTable.Workbook();
        var keys = new[] { "a", "b", "a", "c", "d", "b", "a", "e" };
        var table = PeoplesTable.Read(workbook);
        table.Rows.Clear();
        table.Rows.AddRange(keys.Select((key, index) =>
        {
            var cells = new string?[table.Columns.Count];
            (cells[table.ColumnOfName("Schlüssel")], cells[table.ColumnOfName("Aufgabe")]) = ($"t{key}", $"tAufgabe {key}");
            return new PeoplesTable.Row(cells, IsHidden: index == 4);
        }));
        workbook = table.Save(workbook);

        var repair = TrackerTwins.Repair(workbook);

        Assert.Equal(["Aufgaben!B6", "Aufgaben!B9", "Aufgaben!B10"], repair.Removed.Select(twin => twin.Later));
        var after = PeoplesTable.Read(repair.Bytes);
        Assert.Equal(["ta", "tb", "tc", "td", "te"], after.Rows.Where(row => !row.IsBlank).Select(row => row.Cells[after.ColumnOfName("Schlüssel")]));
        Assert.Equal([false, false, false, true, false, false, false, false], after.Rows.Select(row => row.IsHidden));
        Assert.Empty(TrackerTwins.Find(repair.Bytes));
        AssertValid(repair.Bytes);
    }

    [Fact]
    public void The_overview_of_our_tracker_counts_a_row_once_again()
    {
        var row = Row(("Schlüssel", "a1"), ("Aufgabe", "Saal mieten"), ("Stand", "offen"));
        var first = TrackerWorkbook.Apply(TrackerTemplate.Delivered(), [Change("Aufgaben", row, Row(("Schlüssel", "a2"), ("Aufgabe", "Saal mieten"), ("Stand", "offen")), Row(("Schlüssel", "a3"), ("Aufgabe", "Bus bestellen")))]).Bytes;
        var once = TrackerWorkbook.Apply(TrackerTemplate.Delivered(), [Change("Aufgaben", row, Row(("Schlüssel", "a3"), ("Aufgabe", "Bus bestellen")))]).Bytes;
        var twice = People.Type(first, "Aufgaben", "A3", "a1");

        var repair = TrackerTwins.Repair(twice, new DateOnly(2026, 8, 1));

        Assert.Equal("Aufgaben!A3", Assert.Single(repair.Removed).Later);
        Assert.Equal(Figures(once), Figures(repair.Bytes));
        Assert.Equal(["a1", "a3"], TrackerWorkbook.ReadRows(repair.Bytes, "Aufgaben").Select(found => found["Schlüssel"]?.ToString()));
        AssertValid(repair.Bytes);
        static IEnumerable<string> Figures(ReadOnlyMemory<byte> workbook)
        {
            var model = new WorkbookModel(TrackerWorkbook.Apply(workbook, [Change("Sitzungen", Row(("Schlüssel", "s1")))], today: new DateOnly(2026, 8, 1)).Bytes);
            return [.. model.Overview!.Cells.Where(cell => cell.Cell.HasFormula).Select(cell => $"{cell.Row.Number}/{cell.Cell.Column}: {CellText.Read(model, cell.Row, cell.Cell)}")];
        }
    }

    /// <summary>Our fixture as a table of ours, in which the first row stands twice.</summary>
    private static ReadOnlyMemory<byte> Twice(PeoplesWorkbook fixture)
    {
        var workbook = fixture.Build();
        var parts = new Dictionary<string, ReadOnlyMemory<byte>>();
        foreach (var entry in RawZip.Open(workbook, 0).Entries)
            if (entry.Name.EndsWith(".xml", StringComparison.Ordinal))
                parts[entry.Name] = Encoding.UTF8.GetBytes(Part(workbook, entry.Name).Replace("Liste", "Aufgaben", StringComparison.Ordinal)
                    .Replace("<c r=\"B5\" t=\"s\"><v>7</v></c><c r=\"C5\"><v>5</v></c>", "<c r=\"B5\" t=\"s\"><v>6</v></c><c r=\"C5\"><v>4</v></c>", StringComparison.Ordinal)
                    .Replace("<v>10</v></c><c r=\"F5\"><f t=\"shared\" ref=\"F5:F6\" si=\"0\">C5+$C$4</f><v>9</v>", "<v>8</v></c><c r=\"F5\"><f>C5+$C$4</f><v>8</v>", StringComparison.Ordinal)
                    .Replace("<f t=\"shared\" si=\"0\"/>", "<f>C6+$C$4</f>", StringComparison.Ordinal));
        return RawZip.Open(workbook, 0).With(parts);
    }
}
