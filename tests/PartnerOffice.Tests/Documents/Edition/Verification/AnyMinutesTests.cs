using CsCheck;
using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Tests.Support;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Edition.Verification;

public sealed class AnyMinutesTests
{
    // What people type for the partner, with everything that could be taken for markup or for another form of words.
    private static readonly Gen<string> Said =
        Gen.String[Gen.Char["abcdefghijklmABCDÄÖÜäöüß 0123456789.,;:-–„“»«()[]/\\&<>'\"%=#§€*_+\u00A0\u00AD\u200B…😀"], 1, 60].Where(text => MinutesText.Value(text).Length > 0 && !InternalSigns.AnyIn(text));

    // What stays in the board is said with other letters, so that it is nowhere by chance.
    private static readonly Gen<string> Kept = Gen.String[Gen.Char["nopqrstuvwxyz "], 8, 60].Where(text => text.Count(char.IsLetter) >= 8);

    private static readonly Gen<TextRun> Run = Gen.Select(Said, Gen.Bool, Gen.Bool, Gen.Bool, (text, bold, italic, underline) =>
        new TextRun(text) { Bold = bold, Italic = italic, Underline = underline });

    private static readonly Gen<IReadOnlyList<TextRun>> Runs = Run.Array[1, 3].Select(runs => (IReadOnlyList<TextRun>)runs);

    private static readonly Gen<TextBlock> Block = Gen.OneOf(
        Runs.Select(runs => (TextBlock)new TextParagraph(runs)),
        Gen.Select(Gen.Int[1, 3], Runs, (level, runs) => (TextBlock)new TextHeading(level, runs)),
        Gen.Select(Gen.Bool, Runs.Array[1, 4], (ordered, items) => (TextBlock)new TextList(ordered, items)),
        Runs.Array[2, 2].Array[1, 3].Select(rows => (TextBlock)new TextTable([.. rows.Select(row => (IReadOnlyList<IReadOnlyList<TextRun>>)row)])));

    private static readonly Gen<TextBlock> KeptBlock = Kept.Select(text => (TextBlock)new InternalPassage([new TextParagraph([new TextRun(text)])]));

    private static readonly Gen<TextBlock[]> Text = Gen.OneOf(Block, Block, KeptBlock).Array[0, 6];

    [Fact]
    public void Whatever_people_write_for_the_partner_may_leave() => Text.Sample(text =>
    {
        var edition = EditionOf(text);

        var verdict = EditionVerifier.Verify(EditionSample.Render(edition), edition);

        Assert.Equal([], verdict.Leaks);
        Assert.Equal([], verdict.Coincidences);
    }, iter: 150);

    [Fact]
    public void Whatever_was_withheld_is_found_when_it_stands_in_the_package_after_all() => Gen.Select(Text, Kept).Sample((text, kept) =>
    {
        var edition = EditionOf([.. text, new InternalPassage([new TextParagraph([new TextRun(kept)])])]);
        var package = new EditionPackage(EditionSample.Render(edition)).Replace("word/document.xml", "<w:sectPr", $"<w:p><w:r><w:t>{kept}</w:t></w:r></w:p><w:sectPr").ToBytes();

        var verdict = EditionVerifier.Verify(package, edition);

        Assert.Contains(verdict.Leaks, leak => leak.Question == LeakQuestion.OnlyTheAllowed);
        Assert.Contains(verdict.Leaks, leak => leak.Question == LeakQuestion.NothingWithheld);
    }, iter: 100);

    private static PartnerEdition EditionOf(IReadOnlyList<TextBlock> text)
    {
        var sample = Samples.Minutes;
        return EditionSample.Of(sample with { Items = [sample.Items[0] with { Text = text }, .. sample.Items.Skip(1)] });
    }
}
