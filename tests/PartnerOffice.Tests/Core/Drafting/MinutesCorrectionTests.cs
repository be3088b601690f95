using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.Drafting;

public sealed class MinutesCorrectionTests
{
    [Fact]
    public void A_correction_is_the_next_version_and_a_draft_again()
    {
        var correction = MinutesCorrection.Begin(Samples.Minutes, "Betrag in TOP 4 berichtigt.");

        Assert.Equal(new MinutesVersion(2, "Betrag in TOP 4 berichtigt.") { Replaces = 1 }, correction.Version);
        Assert.Equal(Samples.Minutes.Id, correction.Id);
        Assert.Equal(ApprovalState.Draft, correction.Approval.State);
    }

    [Theory]
    [InlineData("", "correction-without-note")]
    [InlineData("  ", "correction-without-note")]
    public void A_correction_says_what_it_changes(string note, string code) =>
        Assert.Equal(code, Assert.Throws<DraftException>(() => MinutesCorrection.Begin(Samples.Minutes, note)).Code);

    [Fact]
    public void A_draft_needs_no_correction_and_one_that_has_begun_is_not_begun_again()
    {
        var begun = MinutesCorrection.Begin(Samples.Minutes, "Betrag berichtigt.");

        Assert.Equal("correction-of-a-draft", Assert.Throws<DraftException>(() => MinutesCorrection.Begin(begun, "Noch etwas.")).Code);
    }

    [Fact]
    public void Only_the_values_of_the_correction_change_in_the_document()
    {
        var document = WordSave.Of(MinutesWriter.Fill(Restyling.Of(MinutesTemplate.Build()), Samples.Minutes, DocumentFrame.Of(Samples.Minutes)));
        var correction = MinutesCorrection.Begin(Samples.Minutes, "Betrag in TOP 4 berichtigt.");

        var changed = MinutesChange.Apply(document, Samples.Minutes, correction);

        var reading = Reading.Of(changed);
        Assert.Equal(MinutesJson.Write(correction), MinutesJson.Write(reading.Minutes!));
        Assert.Equal(Restyling.Logo, PackageText.Parts(changed)["word/media/image1.png"]);
        Assert.Contains("Stand: Entwurf", PackageText.Lines(changed), StringComparison.Ordinal);
        Assert.Contains("Ersetzt Fassung\n1\n", PackageText.Lines(changed), StringComparison.Ordinal);
        Assert.Empty(WordValidity.ErrorsOf(changed));
    }

    [Fact]
    public void A_document_that_lost_the_line_of_its_version_is_not_changed_by_halves()
    {
        var document = Restyling.Without(MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes)), ["po:version.number"], []);

        Assert.Throws<TemplateException>(() => MinutesChange.Apply(document, Samples.Minutes, MinutesCorrection.Begin(Samples.Minutes, "Betrag berichtigt.")));
    }
}
