using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

/// <summary>What arrived from the partner is offered in the next draft; only what somebody ticks counts (R17).</summary>
public sealed class NoteTickTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly Partnership Partnership = PartnershipSample.Read();
    private static readonly MinutesId June = MinutesId.Parse("mse-2026-06", null);
    private static readonly MinutesId July = MinutesId.Parse("mse-2026-07", null);

    [Fact]
    public void A_draft_offers_what_arrived_and_says_nothing_of_it_until_it_is_ticked()
    {
        var (draft, document) = Draft();

        var untouched = Reading.Of(document);

        var item = Assert.Single(draft.Offered).Key;
        Assert.Contains("Partnerschaft", draft.Content.Items.Single(one => one.Id == item).Title, StringComparison.Ordinal);
        Assert.All(untouched.Minutes!.Items, one => Assert.Empty(one.TakesNoteOf));
        Assert.DoesNotContain(untouched.Findings, finding => finding.Place.Contains("zur Kenntnis genommen", StringComparison.Ordinal));
        Assert.Empty(WordValidity.ErrorsOf(document));
    }

    [Theory]
    [InlineData("☒ mse-2026-06, ☐ mse-2026-07", "mse-2026-06")]
    [InlineData("☐ mse-2026-06, ☑ mse-2026-07", "mse-2026-07")]
    [InlineData("[x] mse-2026-06; [ ] mse-2026-07", "mse-2026-06")]
    [InlineData("x mse-2026-06, X mse-2026-07", "mse-2026-06 mse-2026-07")]
    // Typed by hand, without any box.
    [InlineData("mse-2026-07", "mse-2026-07")]
    [InlineData("☐ mse-2026-06, ☐ mse-2026-07", "")]
    public void Boxes_are_ticked_by_typing(string typed, string noted)
    {
        var (_, document) = Draft();

        var reading = Reading.Of(WordSave.Of(document, body => Type(body, typed)));

        Assert.Equal(noted, string.Join(' ', reading.Minutes!.Items.SelectMany(item => item.TakesNoteOf)));
        Assert.DoesNotContain(reading.Findings, finding => finding.Place.Contains("zur Kenntnis genommen", StringComparison.Ordinal));
    }

    private static (MinutesDraft Draft, byte[] Document) Draft()
    {
        var draft = MeetingDraft.Of(Partnership, Partnership.Districts[0], new DraftRequest(MeetingKind.BoardMeeting, new(2026, 8, 10), null) { Received = [June, July] });
        return (draft, MinutesWriter.Draft(MinutesTemplate.Build(), draft.Content, DocumentFrame.Of(draft.Content, Partnership), draft.Tables, draft.Offered));
    }

    private static void Type(XElement body, string text)
    {
        var control = body.Descendants(W + "sdt").Single(sdt => sdt.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val")?.Value == Tags.TakesNoteOf);
        var texts = control.Descendants(W + "t").ToList();
        Assert.Equal("☐ mse-2026-06, ☐ mse-2026-07", string.Concat(texts.Select(run => run.Value)));
        texts[0].Value = text;
        texts.Skip(1).ToList().ForEach(run => run.Remove());
    }
}
