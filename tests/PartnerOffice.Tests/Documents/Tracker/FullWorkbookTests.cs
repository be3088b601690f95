using PartnerOffice.Documents.Tracker;
using Xunit;
using static PartnerOffice.Tests.Documents.Tracker.Sheets;

namespace PartnerOffice.Tests.Documents.Tracker;

public sealed class FullWorkbookTests
{
    // The table's sheet, the table, the workbook and the chart with a series on the table (D11); there is no overview in it.
    private static readonly string[] s_mayDiffer = ["xl/charts/chart1.xml", "xl/tables/table1.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"];

    [Fact]
    public void The_fixture_has_46_parts_all_features_and_nothing_that_Excel_would_complain_about()
    {
        var workbook = FullWorkbook.Build();

        Assert.Equal(FullWorkbook.PartCount, RawZip.Open(workbook, 0).Entries.Count);
        Assert.All(FullWorkbook.Features, feature => Assert.Contains(feature.Words, Part(workbook, feature.Part), StringComparison.Ordinal));
        AssertValid(workbook);
    }

    [Fact]
    public void One_new_row_touches_the_parts_of_the_rule_and_keeps_every_feature()
    {
        var before = FullWorkbook.Build();

        var update = TrackerWorkbook.Apply(before, [Change("Liste", Row(("Schlüssel", "k4"), ("Ja", 7), ("Am", new DateOnly(2026, 7, 14)), ("Notiz", "neu")))]);

        Assert.Equal(s_mayDiffer, Differing(before, update.Bytes).Order(StringComparer.Ordinal));
        Assert.Equal(s_mayDiffer, update.PartsTouched);
        Assert.All(FullWorkbook.Features, feature => Assert.Contains(feature.Words, Part(update.Bytes, feature.Part), StringComparison.Ordinal));
        Assert.Contains("<xm:sqref>C4:C7</xm:sqref></x14:conditionalFormatting>", Part(update.Bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains("<xm:sqref>G4:G7</xm:sqref></x14:dataValidation>", Part(update.Bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        AssertValid(update.Bytes);
    }

    [Fact]
    public void After_1000_updates_only_the_parts_of_the_rule_differ_and_every_feature_is_there()
    {
        var before = FullWorkbook.Build();
        ReadOnlyMemory<byte> workbook = before;

        for (var i = 0; i < 1_000; i++)
            workbook = TrackerWorkbook.Apply(workbook, [Change("Liste", Row(("Schlüssel", $"k{(i * 7 % 300) + 1}"), ("Ja", i), ("Notiz", $"Fassung {i}")))]).Bytes;

        Assert.Equal(s_mayDiffer, Differing(before, workbook).Order(StringComparer.Ordinal));
        Assert.All(FullWorkbook.Features, feature => Assert.Contains(feature.Words, Part(workbook, feature.Part), StringComparison.Ordinal));
        var rows = TrackerWorkbook.ReadRows(workbook, "Liste");
        Assert.Equal(300, rows.Select(row => row["Schlüssel"]!.ToString()).Distinct().Count());
        Assert.Equal(300, rows.Count);
        Assert.All(rows, row => Assert.Equal(((TrackerValue.Number)row["Ja"]!).Value, double.Parse(row["Notiz"]!.ToString()!["Fassung ".Length..], System.Globalization.CultureInfo.InvariantCulture)));
        AssertValid(workbook);
    }
}
