using PartnerOffice.Documents.Tracker;
using Xunit;
using static PartnerOffice.Tests.Documents.Tracker.Sheets;

namespace PartnerOffice.Tests.Documents.Tracker;

public sealed class TrackerWorkbookTests
{
    private static readonly ReadOnlyMemory<byte> s_empty = TrackerTemplate.Delivered();
    private static readonly DateOnly s_today = new(2026, 7, 20);

    private static readonly TrackerRow s_meeting = Row(
        ("Schlüssel", "steinfurt-2026-07"), ("Kreisverband", "Steinfurt"), ("Gremium", "Kreisvorstand"), ("Nr.", "KV-ST 2026/07"),
        ("Datum", new DateOnly(2026, 7, 14)), ("Beginn", "19:00"), ("Link", new Uri("https://partner.example/protokolle/kv-st-2026-07.docx")));

    [Fact]
    public void The_first_row_fills_the_blank_row_and_the_second_is_appended()
    {
        var one = TrackerWorkbook.Apply(s_empty, [Change("Sitzungen", s_meeting)]);
        var two = TrackerWorkbook.Apply(one.Bytes, [Change("Sitzungen", Row(("Schlüssel", "mse-2026-07"), ("Datum", "2026-07-18")))]);

        Assert.Equal(2, new WorkbookModel(one.Bytes).FindTable("Sitzungen")!.LastDataRow);
        Assert.Equal(3, new WorkbookModel(two.Bytes).FindTable("Sitzungen")!.LastDataRow);
        Assert.Equal([new TrackerRowId("Sitzungen", "mse-2026-07")], two.Added);
        var rows = TrackerWorkbook.ReadRows(two.Bytes, "Sitzungen");
        Assert.Equal(["steinfurt-2026-07", "mse-2026-07"], rows.Select(row => row["Schlüssel"]!.ToString()));
        // An ISO date in a column of dates is that day.
        Assert.Equal(new TrackerValue.Day(new(2026, 7, 18)), rows[1]["Datum"]);
        AssertValid(two.Bytes);
    }

    [Fact]
    public void The_same_change_twice_leaves_the_very_same_bytes()
    {
        var once = TrackerWorkbook.Apply(s_empty, [Change("Sitzungen", s_meeting)], today: s_today);

        var twice = TrackerWorkbook.Apply(once.Bytes, [Change("Sitzungen", s_meeting)], today: s_today.AddDays(40));

        Assert.True(twice.IsUnchanged);
        Assert.Equal([new TrackerRowId("Sitzungen", "steinfurt-2026-07")], twice.Unchanged);
        Assert.True(twice.Bytes.Span.SequenceEqual(once.Bytes.Span));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 2551 1234")]
    [InlineData("-1")]
    [InlineData("@SUMME(A1)")]
    [InlineData("1.1")]
    [InlineData("07/2026")]
    [InlineData("2026-07-14")]
    [InlineData("Größe, Straße, Ärger – „so“ & <b>so</b>")]
    [InlineData(" Leerzeichen vorn und hinten ")]
    [InlineData("zwei\nZeilen")]
    [InlineData("_x0041_ bleibt, wie es ist")]
    [InlineData("Piep\u0007")]
    [InlineData("]]> 😀")]
    public void Text_stays_text(string text)
    {
        var update = TrackerWorkbook.Apply(s_empty, [Change("Aufgaben", Row(("Schlüssel", "a1"), ("Aufgabe", text)))]);

        Assert.Equal(new TrackerValue.Text(text), TrackerWorkbook.ReadRows(update.Bytes, "Aufgaben")[0]["Aufgabe"]);
        var sheet = Part(update.Bytes, "xl/worksheets/sheet4.xml");
        Assert.DoesNotContain("<x:f>", sheet, StringComparison.Ordinal);
        Assert.Contains("t=\"inlineStr\"", sheet, StringComparison.Ordinal);
        AssertValid(update.Bytes);
        Assert.True(TrackerWorkbook.Apply(update.Bytes, [Change("Aufgaben", Row(("Schlüssel", "a1"), ("Aufgabe", text)))]).IsUnchanged);
    }

    [Fact]
    public void A_row_is_updated_where_it_stands_and_only_in_the_cells_that_differ()
    {
        var before = TrackerWorkbook.Apply(s_empty, [Change("Sitzungen", s_meeting)]);

        var after = TrackerWorkbook.Apply(before.Bytes, [Change("Sitzungen", Row(("schlüssel", "steinfurt-2026-07"), ("Zugestellt am", new DateOnly(2026, 7, 22)), ("Beginn", "19:00")))]);

        Assert.Single(after.Updated);
        Assert.Equal(["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"], after.PartsTouched);
        Assert.Equal(after.PartsTouched, Differing(before.Bytes, after.Bytes));
        var row = Assert.Single(TrackerWorkbook.ReadRows(after.Bytes, "Sitzungen"));
        Assert.Equal(new TrackerValue.Day(new(2026, 7, 22)), row["Zugestellt am"]);
        Assert.Equal(new TrackerValue.Text("Kreisvorstand"), row["Gremium"]);
    }

    [Fact]
    public void What_people_wrote_into_their_columns_stays()
    {
        var action = Row(("Schlüssel", "a1"), ("Aufgabe", "Antrag schreiben"), ("Stand", "offen"));
        var ours = TrackerWorkbook.Apply(s_empty, [Change("Aufgaben", action)]);
        var theirs = People.Type(ours.Bytes, "Aufgaben", "H2", "erledigt");

        var update = TrackerWorkbook.Apply(theirs, [Change("Aufgaben", action)]);

        Assert.True(update.IsUnchanged);
        var deviation = Assert.Single(update.Deviations);
        Assert.Equal(("Stand", "Aufgaben!H2", TrackerDeviationCause.PeoplesColumn), (deviation.Column, deviation.Place, deviation.Cause));
    }

    [Fact]
    public void A_cell_of_ours_that_a_person_changed_is_shown_and_not_overwritten()
    {
        var last = Change("Sitzungen", s_meeting);
        var ours = TrackerWorkbook.Apply(s_empty, [last]);
        var theirs = People.Type(ours.Bytes, "Sitzungen", "G2", "19:30");

        var update = TrackerWorkbook.Apply(theirs, [Change("Sitzungen", Row(("Schlüssel", "steinfurt-2026-07"), ("Beginn", "20:00"), ("Ort", "Rheine")))], LastWritten.After([last]));

        var deviation = Assert.Single(update.Deviations);
        Assert.Equal(("Sitzungen!G2", TrackerDeviationCause.ChangedByPeople), (deviation.Place, deviation.Cause));
        Assert.Equal(new TrackerValue.Text("19:30"), deviation.Found);
        var row = Assert.Single(TrackerWorkbook.ReadRows(update.Bytes, "Sitzungen"));
        Assert.Equal(("19:30", "Rheine"), (row["Beginn"]!.ToString(), row["Ort"]!.ToString()));
    }

    [Fact]
    public void A_formula_that_somebody_put_into_our_column_stays()
    {
        var update = TrackerWorkbook.Apply(new PeoplesWorkbook().Build(), [Change("Liste", Row(("Schlüssel", "k1"), ("Doppelt", 99)))]);

        Assert.True(update.IsUnchanged);
        Assert.Equal(TrackerDeviationCause.Formula, Assert.Single(update.Deviations).Cause);
    }

    [Fact]
    public void A_row_that_people_deleted_is_listed_and_not_put_back()
    {
        var update = TrackerWorkbook.Apply(s_empty, [Change("Sitzungen", s_meeting)], LastWritten.After([Change("Sitzungen", s_meeting)]));

        Assert.True(update.IsUnchanged);
        Assert.Equal([new TrackerRowId("Sitzungen", "steinfurt-2026-07")], update.Gone);
    }

    [Fact]
    public void A_row_that_a_person_added_gets_a_key_and_stays_theirs()
    {
        var ours = TrackerWorkbook.Apply(s_empty, [Change("Aufgaben", Row(("Schlüssel", "a1"), ("Aufgabe", "eins")), Row(("Schlüssel", "a2"), ("Aufgabe", "zwei")))]);
        var theirs = People.Type(People.Type(ours.Bytes, "Aufgaben", "A2", ""), "Aufgaben", "D2", "Kuchen mitbringen");

        var update = TrackerWorkbook.Apply(theirs, [Change("Aufgaben", Row(("Schlüssel", "a3"), ("Aufgabe", "drei")))]);

        Assert.Equal([new TrackerRowId("Aufgaben", "eigene-1")], update.Keyed);
        Assert.Equal(["eigene-1 Kuchen mitbringen", "a2 zwei", "a3 drei"],
            TrackerWorkbook.ReadRows(update.Bytes, "Aufgaben").Select(row => $"{row["Schlüssel"]} {row["Aufgabe"]}"));
    }

    [Fact]
    public void A_long_wording_makes_its_row_higher()
    {
        var update = TrackerWorkbook.Apply(s_empty, [Change("Beschlüsse", Row(("Schlüssel", "r1"), ("Wortlaut", new string('x', 200))), Row(("Schlüssel", "r2"), ("Wortlaut", "kurz")))]);

        var sheet = Part(update.Bytes, "xl/worksheets/sheet3.xml");
        Assert.Matches("<x:row ht=\"60\" r=\"2\"", sheet);
        Assert.Matches("<x:row r=\"3\">", sheet);
    }

    [Fact]
    public void The_overview_says_what_the_tables_say()
    {
        var update = TrackerWorkbook.Apply(s_empty,
        [
            Change("Sitzungen", s_meeting, Row(("Schlüssel", "mse-2026-06"), ("Kreisverband", "Seenplatte"), ("Datum", "2026-06-18"), ("Zugestellt am", "2026-06-25"))),
            Change("Aufgaben",
                Row(("Schlüssel", "a1"), ("Fällig", "2026-07-19"), ("Stand", "offen")), Row(("Schlüssel", "a2"), ("Fällig", "2026-07-20"), ("Stand", "in Arbeit")),
                Row(("Schlüssel", "a3"), ("Fällig", "2026-01-01"), ("Stand", "erledigt")), Row(("Schlüssel", "a4"), ("Stand", "offen"))),
            Change("Zustellungen", Row(("Schlüssel", "d1"), ("Von", "Seenplatte"), ("An", "Steinfurt"), ("Zustand", "übermittelt"), ("Am", "2026-06-25"), ("Gelesen", "ja"))),
        ], today: s_today);

        var overview = new OverviewFigures(update.Bytes);
        Assert.Equal(("2", "3", "1", "1", "46198"), (overview["B6"], overview["F6"], overview["H6"], overview["J6"], overview["L6"]));
        Assert.Equal(("▲ 1 Aufgabe", "● 1 noch offen", "✔ keine", "✔ nichts"), (overview["G10"], overview["G11"], overview["G12"], overview["G13"]));
        Assert.Equal(("Seenplatte", "Steinfurt"), (overview["B34"], overview["B35"]));
        Assert.Equal(("Seenplatte: 1 von 1 Protokoll übermittelt", "Steinfurt: 0 von 1 Protokoll übermittelt"), (overview["B37"], overview["B38"]));
        Assert.Equal(("1", "1", "0", "0", "1"), (overview["M34"], overview["M35"], overview["M36"], overview["M37"], overview["M38"]));
        AssertValid(update.Bytes);
    }

    [Fact]
    public void Without_a_day_the_figures_that_need_one_are_left_to_the_program_that_opens_the_file()
    {
        var update = TrackerWorkbook.Apply(TrackerWorkbook.Apply(s_empty, [Change("Sitzungen", s_meeting)], today: s_today).Bytes,
            [Change("Beschlüsse", Row(("Schlüssel", "r1")))]);

        var overview = new OverviewFigures(update.Bytes);
        Assert.Null(overview["B6"]);
        Assert.Equal("1", overview["D6"]);
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_gets_its_own_numbers()
    {
        var old = People.Replace(new PeoplesWorkbook().Build(), "xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904=\"1\"/>");

        var update = TrackerWorkbook.Apply(old, [Change("Liste", Row(("Schlüssel", "k2"), ("Am", new DateOnly(2026, 7, 14))))]);

        Assert.Contains("<c r=\"D5\" s=\"1\"><v>44755</v></c>", Part(update.Bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Equal(new TrackerValue.Day(new(2026, 7, 14)), TrackerWorkbook.ReadRows(update.Bytes, "Liste")[1]["Am"]);
    }
}
