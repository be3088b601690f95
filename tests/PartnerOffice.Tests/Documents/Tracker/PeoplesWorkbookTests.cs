using PartnerOffice.Documents.Tracker;
using Xunit;
using static PartnerOffice.Tests.Documents.Tracker.Sheets;

namespace PartnerOffice.Tests.Documents.Tracker;

public sealed class PeoplesWorkbookTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private static readonly TrackerChange s_new = Change("Liste", Row(("Schlüssel", "k4"), ("Ja", 7), ("Am", new DateOnly(2026, 7, 14)), ("Notiz", "neu")));

    [Fact]
    public void The_fixture_is_a_valid_workbook()
    {
        AssertValid(new PeoplesWorkbook().Build());
        AssertValid(new PeoplesWorkbook { Totals = true }.Build());
    }

    [Fact]
    public void After_a_new_row_only_the_parts_of_the_rule_differ()
    {
        var before = new PeoplesWorkbook().Build();

        var update = TrackerWorkbook.Apply(before, [s_new]);

        Assert.Equal(["xl/charts/chart1.xml", "xl/tables/table1.xml", "xl/workbook.xml", Sheet], update.PartsTouched);
        Assert.Equal(update.PartsTouched, Differing(before, update.Bytes));
        AssertValid(update.Bytes);
    }

    [Fact]
    public void A_new_row_continues_formats_and_calculated_columns()
    {
        var update = TrackerWorkbook.Apply(new PeoplesWorkbook().Build(), [s_new]);

        // The column that the table calculates, and the one that somebody filled down (a shared formula).
        Assert.Contains(
            "<row r=\"7\"><c r=\"B7\" t=\"inlineStr\"><is><t xml:space=\"preserve\">k4</t></is></c><c r=\"C7\"><v>7</v></c><c r=\"D7\" s=\"1\"><v>46217</v></c>"
            + "<c r=\"E7\"><f>Liste[[#This Row],[Ja]]*2</f></c><c r=\"F7\"><f>C7+$C$4</f></c><c r=\"G7\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">neu</t></is></c></row></sheetData>",
            Part(update.Bytes, Sheet), StringComparison.Ordinal);
    }

    [Fact]
    public void What_covers_the_table_grows_with_it()
    {
        var update = TrackerWorkbook.Apply(new PeoplesWorkbook().Build(), [s_new]);

        var sheet = Part(update.Bytes, Sheet);
        Assert.Contains("<dimension ref=\"A1:G7\"/>", sheet, StringComparison.Ordinal);
        Assert.Contains("<conditionalFormatting sqref=\"C4:C7\">", sheet, StringComparison.Ordinal);
        Assert.Contains("<formula>COUNTIF($C$4:$C$7,C4)&gt;1</formula>", sheet, StringComparison.Ordinal);
        Assert.Contains("sqref=\"C4:C7 D4:D7\"", sheet, StringComparison.Ordinal);
        Assert.Contains("<xm:f>Daten!C4:C7</xm:f><xm:sqref>A4</xm:sqref>", sheet, StringComparison.Ordinal);
        var table = Part(update.Bytes, "xl/tables/table1.xml");
        Assert.Contains("ref=\"B3:G7\" totalsRowShown", table, StringComparison.Ordinal);
        Assert.Contains("<autoFilter ref=\"B3:G7\">", table, StringComparison.Ordinal);
        Assert.Contains("<sortState ref=\"B4:G7\"><sortCondition ref=\"C4:C7\"/>", table, StringComparison.Ordinal);
        var workbook = Part(update.Bytes, "xl/workbook.xml");
        Assert.Contains("Daten!$A$1:$G$7", workbook, StringComparison.Ordinal);
        Assert.Contains(">Daten!$C$4:$C$7<", workbook, StringComparison.Ordinal);
        Assert.Contains("fullCalcOnLoad=\"1\" calcId=\"191029\"", workbook, StringComparison.Ordinal);
        var chart = Part(update.Bytes, "xl/charts/chart1.xml");
        Assert.Contains("<c:f>Daten!$B$4:$B$7</c:f>", chart, StringComparison.Ordinal);
        Assert.Contains("<c:f>Daten!$C$4:$C$7</c:f>", chart, StringComparison.Ordinal);
        Assert.Contains("<c:f>Daten!$C$3</c:f>", chart, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_byte_of_the_sheet_that_is_not_ours_stays()
    {
        var before = Part(new PeoplesWorkbook().Build(), Sheet);

        var after = Part(TrackerWorkbook.Apply(new PeoplesWorkbook().Build(), [Change("Liste", Row(("Schlüssel", "k2"), ("Notiz", "x")))]).Bytes, Sheet);

        // One cell filled, and the figures of its row that it may feed left to be calculated.
        Assert.Equal(
            before.Replace("<c r=\"G5\" s=\"2\"/>", "<c r=\"G5\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">x</t></is></c>", StringComparison.Ordinal)
                .Replace("<v>10</v></c><c r=\"F5\">", "</c><c r=\"F5\">", StringComparison.Ordinal)
                .Replace("C5+$C$4</f><v>9</v>", "C5+$C$4</f>", StringComparison.Ordinal),
            after);
    }

    [Fact]
    public void A_shared_string_of_several_runs_is_found_as_a_key_and_equal_text_is_left_alone()
    {
        var update = TrackerWorkbook.Apply(new PeoplesWorkbook().Build(), [Change("Liste", Row(("Schlüssel", "k2"), ("Ja", 5)), Row(("Schlüssel", "k1"), ("Notiz", " schon da & richtig ")))]);

        Assert.True(update.IsUnchanged);
        Assert.Equal(2, update.Unchanged.Count);
    }

    [Fact]
    public void A_totals_row_moves_down_with_what_hangs_on_it()
    {
        var before = new PeoplesWorkbook { Totals = true }.Build();

        var update = TrackerWorkbook.Apply(before, [s_new]);

        var sheet = Part(update.Bytes, Sheet);
        Assert.Contains("<row r=\"7\"><c r=\"B7\" t=\"inlineStr\"><is><t xml:space=\"preserve\">k4</t>", sheet, StringComparison.Ordinal);
        Assert.Contains("<row r=\"8\" spans=\"2:7\"><c r=\"B8\" t=\"inlineStr\"><is><t>Summe</t></is></c><c r=\"C8\"><f>SUBTOTAL(109,Liste[Ja])</f></c></row>", sheet, StringComparison.Ordinal);
        Assert.Contains("ref=\"B3:G8\" totalsRowCount", Part(update.Bytes, "xl/tables/table1.xml"), StringComparison.Ordinal);
        Assert.Contains("<autoFilter ref=\"B3:G7\">", Part(update.Bytes, "xl/tables/table1.xml"), StringComparison.Ordinal);
        Assert.Contains("Daten!$A$1:$G$8", Part(update.Bytes, "xl/workbook.xml"), StringComparison.Ordinal);
        // Excel calls a file damaged whose order of calculation names a cell without a formula.
        Assert.Contains("<c r=\"C8\"/><c r=\"A1\" i=\"2\"/>", Part(update.Bytes, "xl/calcChain.xml"), StringComparison.Ordinal);
        Assert.Equal(4, TrackerWorkbook.ReadRows(update.Bytes, "Liste").Count);
        AssertValid(update.Bytes);
    }

    [Fact]
    public void A_note_below_the_table_moves_down_only_when_it_would_be_covered()
    {
        var note = new PeoplesWorkbook { Below = "<row r=\"8\"><c r=\"B8\" t=\"inlineStr\"><is><t>Stand: Juli</t></is></c></row>" }.Build();

        var one = TrackerWorkbook.Apply(note, [s_new]);
        var two = TrackerWorkbook.Apply(one.Bytes, [Change("Liste", Row(("Schlüssel", "k5")))]);

        Assert.Contains("<row r=\"8\"><c r=\"B8\" t=\"inlineStr\"><is><t>Stand: Juli", Part(one.Bytes, Sheet), StringComparison.Ordinal);
        Assert.Contains("<row r=\"9\"><c r=\"B9\" t=\"inlineStr\"><is><t>Stand: Juli", Part(two.Bytes, Sheet), StringComparison.Ordinal);
        Assert.Equal(["k1", "k2", "k3", "k4", "k5"], TrackerWorkbook.ReadRows(two.Bytes, "Liste").Select(row => row["Schlüssel"]!.ToString()));
        AssertValid(two.Bytes);
    }

    [Fact]
    public void Rows_that_a_filter_hides_stay_hidden()
    {
        var update = TrackerWorkbook.Apply(new PeoplesWorkbook().Build(), [Change("Liste", Row(("Schlüssel", "k2"), ("Ja", 50)))]);

        Assert.Contains("<row r=\"5\" spans=\"2:7\" hidden=\"1\" x14ac:dyDescent=\"0.25\">", Part(update.Bytes, Sheet), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "protected", "sheet-protected", "Daten" },
        { "merged", "merged-cells", "Daten!C4:C5" },
        { "renamed key", "key-missing", "Daten!B3" },
        { "key twice", "key-twice", "Daten!B6" },
        { "note that a formula names", "content-below", "Eigenes Blatt" },
        { "note that a name names", "content-below", "Fußnote" },
        { "note beside the table", "content-below", "Daten!J7" },
        { "merged below", "content-below", "Daten!B7:C7" },
        { "formula below that looks below", "content-below", "Daten!B7" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_kept_is_refused_with_its_place(string kind, string code, string place)
    {
        const string Note = "<row r=\"7\"><c r=\"B7\"><v>1</v></c></row>";
        var workbook = kind switch
        {
            "protected" => new PeoplesWorkbook { Protection = "<sheetProtection sheet=\"1\"/>" },
            "merged" => new PeoplesWorkbook { Merged = "<mergeCells count=\"1\"><mergeCell ref=\"C4:C5\"/></mergeCells>" },
            "renamed key" => new PeoplesWorkbook { KeyHeading = "Kennung", SecondSheetFormula = "1+2" },
            "key twice" => new PeoplesWorkbook { ThirdKey = "k1" },
            "note that a formula names" => new PeoplesWorkbook { Below = Note, SecondSheetFormula = "Daten!B7+1" },
            "note that a name names" => new PeoplesWorkbook { Below = Note, ExtraNames = "<definedName name=\"Fußnote\">Daten!$B$7</definedName>" },
            "note beside the table" => new PeoplesWorkbook { Below = "<row r=\"7\"><c r=\"B7\"><v>1</v></c><c r=\"J7\"><v>1</v></c></row>" },
            "merged below" => new PeoplesWorkbook { Below = Note, Merged = "<mergeCells count=\"1\"><mergeCell ref=\"B7:C7\"/></mergeCells>" },
            _ => new PeoplesWorkbook { Below = "<row r=\"7\"><c r=\"B7\"><f>B8</f></c></row><row r=\"8\"><c r=\"B8\"><v>1</v></c></row>" },
        };

        var refused = Assert.Throws<TrackerRefusedException>(() => TrackerWorkbook.Apply(workbook.Build(), [Change("Liste", Row(("Schlüssel", "k1"), ("Ja", 9)), Row(("Schlüssel", "k4")))]));

        Assert.Equal((code, place), (refused.Code, refused.Place));
        Assert.All([refused.Problem.German, refused.Problem.English, refused.Remedy.German, refused.Remedy.English], sentence => Assert.False(string.IsNullOrWhiteSpace(sentence)));
    }

    [Fact]
    public void An_unknown_table_or_column_is_refused_by_name()
    {
        var workbook = new PeoplesWorkbook().Build();

        Assert.Equal("table-missing", Assert.Throws<TrackerRefusedException>(() => TrackerWorkbook.Apply(workbook, [Change("Sitzungen", Row(("Schlüssel", "1")))])).Code);
        Assert.Equal(("column-missing", "Liste[Raum]"), Assert.Throws<TrackerRefusedException>(
            () => TrackerWorkbook.Apply(workbook, [Change("Liste", Row(("Schlüssel", "k1"), ("Raum", "2")))])) is var refused ? (refused.Code, refused.Place) : default);
        Assert.Equal("no-date-format", Assert.Throws<TrackerRefusedException>(
            () => TrackerWorkbook.Apply(workbook, [Change("Liste", Row(("Schlüssel", "k1"), ("Notiz", new DateOnly(2026, 1, 1))))])).Code);
    }

    [Fact]
    public void Nothing_is_refused_where_nothing_has_to_change()
    {
        var workbook = new PeoplesWorkbook { Protection = "<sheetProtection sheet=\"1\"/>" }.Build();

        Assert.True(TrackerWorkbook.Apply(workbook, [Change("Liste", Row(("Schlüssel", "k1"), ("Ja", 4)))]).IsUnchanged);
    }
}
