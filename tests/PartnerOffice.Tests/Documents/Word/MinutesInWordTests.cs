using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

public sealed class MinutesInWordTests
{
    [Fact]
    public void The_sample_filled_and_read_is_the_same_text()
    {
        var document = Fill(Samples.Minutes);

        var reading = Reading.Of(document);

        Assert.Empty(reading.Findings);
        Assert.Equal(Samples.MinutesText.ReplaceLineEndings("\n").TrimEnd(), MinutesJson.Write(reading.Minutes!).TrimEnd());
    }

    [Fact]
    public void A_filled_document_is_valid_for_Word()
    {
        using var stream = new MemoryStream(Fill(Samples.Minutes));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");

        Assert.Empty(errors);
    }

    [Fact]
    public void A_document_that_Word_saved_again_reads_the_same()
    {
        var document = WordSave.Of(Fill(Samples.Minutes));

        var reading = Reading.Of(document);

        Assert.Empty(reading.Findings);
        Assert.Equal(MinutesJson.Write(Samples.Minutes), MinutesJson.Write(reading.Minutes!));
    }

    [Fact]
    public void A_row_added_by_hand_is_read_and_a_word_that_is_not_understood_says_where()
    {
        var document = WordSave.Of(Fill(Samples.Minutes), body =>
        {
            var rows = body.Descendants(W + "tbl").First(table => table.Value.StartsWith("NameFunktion", StringComparison.Ordinal)).Elements(W + "tr").ToList();
            rows[^1].AddAfterSelf(Row(rows[^1], "Nora Neu", "Mitglied", "irgendwie", "nein", "ab halb acht"));
        });

        var reading = Reading.Of(document);

        Assert.Equal("Nora Neu", reading.Minutes!.Attendance[^1].Name);
        Assert.Equal(["Teilnahme Nora Neu", "Teilnahme Nora Neu, Teilnahme"], reading.Findings.Select(finding => finding.Place).Order(StringComparer.Ordinal));
        Assert.All(reading.Findings, finding => Assert.NotEmpty(finding.Remedy.German));
    }

    [Theory]
    [InlineData("control")]
    [InlineData("style")]
    [InlineData("signs")]
    public void A_passage_stays_in_the_board_when_one_carrier_of_its_mark_is_lost(string carrier)
    {
        var document = WordSave.Of(Fill(Samples.Minutes), body => MarkCarriers.Remove(body, carrier));

        var reading = Reading.Of(document);

        var finding = Assert.Single(reading.Findings.DistinctBy(finding => finding.Place), finding => finding.Place == "TOP 3, Absatz 4");
        Assert.Equal("V15", finding.Rule);
        var edition = Redactor.Redact(reading.Minutes!, PartnershipSample.Read());
        Assert.DoesNotContain("Verzicht", MinutesJson.Write(edition.Content), StringComparison.Ordinal);
        Assert.DoesNotContain("8.412,37", MinutesJson.Write(edition.Content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_without_its_partner_withholds_to_the_end_of_the_item()
    {
        var document = WordSave.Of(Fill(Samples.Minutes), body =>
        {
            foreach (var text in body.Descendants(W + "t").Where(text => text.Value.Contains(InternalSigns.End, StringComparison.Ordinal)))
                text.Value = text.Value.Replace(InternalSigns.End, "", StringComparison.Ordinal);
        });

        var reading = Reading.Of(document);

        Assert.Contains(reading.Findings, finding => finding is { Rule: "V15", Place: "TOP 3" });
        var item = Redactor.Redact(reading.Minutes!, PartnershipSample.Read()).Content.Items.Single(item => item.Number == "3");
        Assert.DoesNotContain("Antragsheft", MinutesJson.Write(Samples.Minutes with { Items = [item], Attachments = [] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Tracked_changes_are_found_and_said()
    {
        var document = WordSave.Of(Fill(Samples.Minutes), body =>
        {
            var run = body.Descendants(W + "r").First(run => run.Value.Contains("Kommunalfinanzen", StringComparison.Ordinal));
            run.ReplaceWith(new XElement(W + "ins", run));
        });

        var finding = Assert.Single(Reading.Of(document).Findings);

        Assert.Equal("V18", finding.Rule);
        Assert.Equal("Im Dokument stehen noch 1 nachverfolgte Änderungen.", finding.Message.German);
    }

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static XElement Row(XElement model, params string[] cells)
    {
        var row = new XElement(model);
        foreach (var (cell, text) in row.Elements(W + "tc").Zip(cells))
        {
            foreach (var old in cell.Descendants(W + "p").Elements().Where(element => element.Name != W + "pPr").ToList())
                old.Remove();
            cell.Descendants(W + "p").First().Add(new XElement(W + "r", new XElement(W + "t", text)));
        }

        return row;
    }

    private static byte[] Fill(Minutes minutes) => MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes));
}
