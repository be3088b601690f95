using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Tracker;

public sealed class TrackerTemplateTests
{
    private static readonly byte[] s_built = TrackerTemplate.Build();

    [Fact]
    public void The_delivered_template_is_the_one_that_the_build_makes_byte_for_byte()
    {
        var delivered = File.ReadAllBytes(Repository.PathOf("templates/tracker.xlsx"));

        Assert.True(delivered.AsSpan().SequenceEqual(s_built), "Run `partneroffice templates build` and commit templates/tracker.xlsx.");
        Assert.True(TrackerTemplate.Delivered().Span.SequenceEqual(delivered));
    }

    [Fact]
    public void Excel_has_nothing_to_complain_about() => Sheets.AssertValid(s_built);

    [Fact]
    public void Every_table_has_the_columns_of_the_contract_and_one_blank_row()
    {
        var model = new WorkbookModel(s_built);

        Assert.Equal(["Übersicht", "Sitzungen", "Beschlüsse", "Aufgaben", "Zustellungen"], model.Sheets.Select(sheet => sheet.Name));
        foreach (var table in TrackerTables.All)
        {
            var found = model.FindTable(table.Name)!;
            Assert.Equal(table.Columns, found.Columns.Select(column => column.Name));
            Assert.Equal((table.Name, 2, 2), (found.Sheet, found.FirstDataRow, found.LastDataRow));
            Assert.Empty(TrackerWorkbook.ReadRows(s_built, table.Name));
        }
    }

    [Fact]
    public void It_names_nobody_and_no_moment()
    {
        using var zip = new ZipArchive(new MemoryStream(s_built));

        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal), zip.Entries.Select(entry => entry.FullName));
        Assert.DoesNotContain("created", Sheets.Part(s_built, "docProps/core.xml"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("lastModifiedBy", Sheets.Part(s_built, "docProps/core.xml"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Heads_stay_in_sight_and_are_printed_on_every_page()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(s_built), isEditable: false);
        var workbook = document.WorkbookPart!.Workbook.OuterXml;

        foreach (var table in TrackerTables.All)
        {
            Assert.Contains($"{table.Name}!$1:$1", workbook, StringComparison.Ordinal);
            var sheet = document.WorkbookPart.WorksheetParts.Single(part => part.TableDefinitionParts.Any(made => made.Table.Name == table.Name)).Worksheet.OuterXml;
            Assert.Contains("ySplit=\"1\"", sheet, StringComparison.Ordinal);
            Assert.Contains("orientation=\"landscape\"", sheet, StringComparison.Ordinal);
            Assert.Contains("fitToHeight=\"0\"", sheet, StringComparison.Ordinal);
            Assert.Contains("Seite &amp;P von &amp;N", sheet, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Whoever_does_not_see_a_chart_is_told_what_it_shows()
    {
        var drawing = Sheets.Part(s_built, "xl/drawings/drawing1.xml");

        Assert.Equal(3, drawing.Split("descr=\"").Length - 1);
        Assert.DoesNotContain("descr=\"\"", drawing, StringComparison.Ordinal);
    }

    [Fact]
    public void Overdue_actions_bear_a_sign_and_not_only_a_colour()
    {
        Assert.Contains("▲", Sheets.Part(s_built, "xl/styles.xml"), StringComparison.Ordinal);
        Assert.Contains("erledigt", Sheets.Part(s_built, "xl/worksheets/sheet4.xml"), StringComparison.Ordinal);
    }
}
