using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.Drafting;

public sealed class ResolutionExcerptTests
{
    private const string Name = "Die Linke. Kreisverband Steinfurt";

    [Fact]
    public void An_excerpt_has_wording_vote_result_and_lines_to_sign()
    {
        var document = ExcerptWriter.Write(Outside("B 2026-07-03"), Name);

        var text = PackageText.Lines(document);
        Assert.Contains("Der Kreisvorstand unterstützt den Antrag zum Nahverkehr.", text, StringComparison.Ordinal);
        Assert.Contains("4 Ja, 1 Nein, 0 Enthaltungen, 0 ungültig (offen)", text, StringComparison.Ordinal);
        Assert.Contains("angenommen", text, StringComparison.Ordinal);
        Assert.Contains("Unterschrift", text, StringComparison.Ordinal);
        Assert.Contains("Auszug ohne die vertraulichen Teile des Protokolls.", text, StringComparison.Ordinal);
        Assert.Empty(WordValidity.ErrorsOf(document));
        Assert.Equal(document, ExcerptWriter.Write(Outside("B 2026-07-03"), Name));
    }

    [Fact]
    public void An_excerpt_for_somebody_outside_holds_nothing_of_the_boards_own()
    {
        var numbers = Samples.Minutes.Items.SelectMany(item => item.Resolutions).Where(resolution => resolution.Audience == Audience.Partner).Select(resolution => resolution.Number);

        Assert.All(numbers, number =>
        {
            var text = PackageText.Lines(ExcerptWriter.Write(Outside(number), Name));
            Assert.All(["Heimlich", "Verzicht", "8.412,37", "Beispielweg", "Frank Formular"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_resolution_of_the_board_alone_leaves_only_as_the_boards_own_excerpt()
    {
        Assert.Equal("excerpt-board-only", Assert.Throws<DraftException>(() => Outside("B 2026-07-05")).Code);

        var text = PackageText.Lines(ExcerptWriter.Write(ResolutionExcerpt.ForBoard(Samples.Minutes, "B 2026-07-05"), Name));
        Assert.Contains("Auszug für den Kreisvorstand selbst. Vertraulich.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_not_there_names_those_that_are() =>
        Assert.Contains("B 2026-07-03", Assert.Throws<DraftException>(() => ResolutionExcerpt.ForBoard(Samples.Minutes, "B 9")).Remedy.German, StringComparison.Ordinal);

    [Fact]
    public void An_excerpt_of_minutes_that_are_not_approved_says_so()
    {
        var draft = Samples.Minutes with { Approval = Approval.Draft };

        Assert.Contains("Das Protokoll ist noch nicht genehmigt.", PackageText.Lines(ExcerptWriter.Write(ResolutionExcerpt.ForBoard(draft, "B 2026-07-03"), Name)), StringComparison.Ordinal);
    }

    private static ResolutionExcerpt Outside(string number) => ResolutionExcerpt.ForOutside(Samples.Minutes, Redactor.Redact(Samples.Minutes, PartnershipSample.Read()), number);
}
