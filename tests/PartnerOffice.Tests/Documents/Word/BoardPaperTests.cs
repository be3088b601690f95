using CsCheck;
using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

public sealed class BoardPaperTests
{
    private const string Canary = "Zaunkönig-0815-Nachtigall";

    private static readonly Partnership Partnership = PartnershipSample.Read();

    [Fact]
    public void A_copy_without_confidential_points_names_the_board_and_its_places_and_says_on_each_page_that_something_is_left_out()
    {
        var copy = Redactor.LeaveOutBoardOnly(Samples.Minutes, Partnership);

        var lines = PackageText.Lines(BoardPaper.WithoutBoardOnly(copy, Partnership));

        Assert.True(copy.LeavesOutSomething);
        Assert.Contains($"Vertraulich. Nur für den Kreisvorstand. {BoardPaper.LeftOutLine}", lines, StringComparison.Ordinal);
        Assert.Contains(BoardCopy.Placeholder, lines, StringComparison.Ordinal);
        Assert.Contains("Gerda Gast berichtet", lines, StringComparison.Ordinal);
        Assert.Contains("Frank Formular", lines, StringComparison.Ordinal);
        Assert.Contains(Samples.Minutes.Place!, lines, StringComparison.Ordinal);
        Assert.DoesNotContain("Hanna Heimlich", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("– Partnerfassung", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_marked_for_the_board_alone_is_in_any_part_of_the_copy_whatever_the_minutes_say() =>
        AnyMinutes.Canonical.Where(minutes => minutes.Kind is MeetingKind.BoardMeeting).Sample(minutes =>
        {
            var secret = WithCanaries(minutes);
            var copy = Redactor.LeaveOutBoardOnly(secret, Partnership);
            Assert.DoesNotContain(Canary, MinutesJson.Write(copy.Content), StringComparison.Ordinal);
            Assert.Empty(PackageText.Find(BoardPaper.WithoutBoardOnly(copy, Partnership), Canary));
        }, iter: 8, threads: 1);

    [Fact]
    public void A_copy_that_still_says_it_elsewhere_is_found_by_the_letters_alone()
    {
        var copy = Redactor.LeaveOutBoardOnly(Samples.Minutes, Partnership);
        var whole = BoardPaper.Whole(Samples.Minutes, Partnership);

        Assert.Equal("TOP 3, Absatz 3", BoardCopySearch.FirstPlaceIn(whole, copy));
        Assert.Null(BoardCopySearch.FirstPlaceIn(BoardPaper.WithoutBoardOnly(copy, Partnership), copy));
    }

    [Fact]
    public void Paper_has_a_line_for_each_who_signs_its_state_and_the_pages_on_every_page_and_marks_in_words()
    {
        var minutes = Samples.Minutes with { Signatures = [], Chair = "Anna Beispiel", MinuteTaker = "Bernd Muster", Approval = Samples.Minutes.Approval with { State = ApprovalState.Released } };

        var paper = BoardPaper.ToSign(minutes, Partnership);

        var parts = PackageText.Parts(paper).ToDictionary(part => part.Key, part => System.Text.Encoding.UTF8.GetString(part.Value));
        Assert.Equal([new("Anna Beispiel", SignatureRole.Chair, null), new Signature("Bernd Muster", SignatureRole.MinuteTaker, null)], Reading.Of(paper).Minutes!.Signatures);
        Assert.Contains("freigegeben – von der Sitzungsleitung geprüft", parts["word/footer1.xml"], StringComparison.Ordinal);
        Assert.Contains(" PAGE ", parts["word/footer1.xml"], StringComparison.Ordinal);
        Assert.Contains(" NUMPAGES ", parts["word/footer1.xml"], StringComparison.Ordinal);
        Assert.Contains("[nur Vorstand]", parts["word/document.xml"], StringComparison.Ordinal);
        Assert.Contains("Für: Nur Vorstand", PackageText.Lines(paper), StringComparison.Ordinal);
        Assert.Empty(WordValidity.ErrorsOf(paper));
    }

    [Fact]
    public void Where_the_signed_paper_lies_is_kept_in_the_document_and_changes_neither_its_content_nor_the_partners()
    {
        var plain = MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes));
        var signed = Samples.Minutes with { Original = new(new(2026, 8, 12), "Stahlschrank im Keller") };

        var changed = MinutesChange.Apply(plain, Samples.Minutes, signed);

        Assert.Equal(signed.Original, Reading.Of(changed).Minutes!.Original);
        Assert.Contains("Original liegt\nStahlschrank im Keller\n", PackageText.Lines(changed), StringComparison.Ordinal);
        Assert.Equal(CanonicalMinutes.DigestOf(Samples.Minutes), CanonicalMinutes.DigestOf(signed));
        Assert.Null(Redactor.Redact(signed, Partnership).Content.Original);
        Assert.Empty(PackageText.Find(EditionRenderer.Render(Redactor.Redact(signed, Partnership), Accepted(signed)).Bytes, "Stahlschrank"));
    }

    private static IReadOnlyCollection<AcceptedCoincidence> Accepted(Minutes minutes) =>
        [.. LeakSearch.For(Redactor.Redact(minutes, Partnership)).Coincidences.Select(one => new AcceptedCoincidence(one.Place, one.AlsoAt))];

    // In every place of the model that can be for the board alone.
    private static Minutes WithCanaries(Minutes minutes) => minutes with
    {
        FollowUps = [.. minutes.FollowUps.Select(one => one.Audience == Audience.Partner ? one : one with { Note = $"{one.Note} {Canary}" })],
        Items =
        [
            .. minutes.Items.Select(item => item.Audience == Audience.Partner
                ? item with
                {
                    Text = [.. item.Text, new InternalPassage([new TextParagraph([new TextRun(Canary)])]), new TextParagraph([new TextRun("Vor "), new TextRun(Canary) { Internal = true }, new TextRun(" nach")])],
                    Resolutions = [.. item.Resolutions.Select(one => one.Audience == Audience.Partner ? one : one with { Wording = $"{one.Wording} {Canary}" })],
                    Actions = [.. item.Actions.Select(one => one.Audience == Audience.Partner ? one : one with { What = $"{one.What} {Canary}" })],
                }
                : item with { Title = $"{item.Title} {Canary}", Text = [.. item.Text, new TextParagraph([new TextRun(Canary)])], Actions = [.. item.Actions.Select(one => one with { What = $"{one.What} {Canary}" })] }),
        ],
    };
}
