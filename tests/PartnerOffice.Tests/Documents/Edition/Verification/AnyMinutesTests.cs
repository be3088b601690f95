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

    // Read without any code of ours: the letters of what stays are in no part, and what is for the partner is all there, in order.
    [Fact]
    public void Nothing_withheld_is_in_the_package_and_everything_for_the_partner_is_in_order() => Minutes.Sample(minutes =>
    {
        var edition = EditionSample.Of(minutes);
        var package = EditionSample.Render(edition);
        var text = PackageText.Lines(package);

        foreach (var kept in KeptIn(minutes))
            Assert.Empty(PackageText.Find(package, kept));

        var at = 0;
        foreach (var said in SaidIn(minutes))
        {
            var found = text.IndexOf(said, at, StringComparison.Ordinal);
            Assert.True(found >= 0, said);
            at = found + said.Length;
        }
    }, iter: 100);

    private static readonly Gen<Audience> AnyAudience = Gen.Int[0, 3].Select(number => number switch { 0 => Audience.Board, 1 => Audience.Undecided, _ => Audience.Partner });

    private static readonly Gen<string> Plain = Gen.String[Gen.Char["abcdefghijklmABCDÄÖÜäöüß 0123456789"], 6, 40].Select(text => "a" + text.Trim()).Where(text => !text.Contains("  ", StringComparison.Ordinal));

    private static readonly Gen<string> Secret = Gen.String[Gen.Char["nopqrstuvwxyz"], 12, 40];

    private static readonly Gen<Resolution> AnyResolution = Gen.Select(AnyAudience, Plain, Secret, Gen.Int[0, 9_999], (audience, said, kept, number) => new Resolution
    {
        Id = EntryId.Parse("r1", null),
        Number = $"B 2026-07-{number:0000}",
        Wording = audience == Audience.Partner ? said : kept,
        Minority = audience == Audience.Partner ? null : kept + kept,
        Audience = audience,
        Outcome = Outcome.Adopted,
    });

    private static readonly Gen<AgendaItem> Item = Gen.Select(AnyAudience, Plain, Secret, AnyResolution.Array[0, 3], (audience, said, kept, resolutions) => new AgendaItem
    {
        Id = EntryId.Parse("i1", null),
        Number = "1",
        Title = audience == Audience.Partner ? said : kept,
        Audience = audience,
        Status = ItemStatus.DealtWith,
        Text = [new TextParagraph([new TextRun(audience == Audience.Partner ? said + " gesagt" : kept)]), new InternalPassage([new TextParagraph([new TextRun(kept + "x")])])],
        Resolutions = [.. resolutions.Select(resolution => audience == Audience.Partner ? resolution : resolution with { Audience = Audience.Board, Wording = kept + resolution.Number.Length })],
    });

    private static readonly Gen<Minutes> Minutes = Item.Array[1, 6].Select(items =>
    {
        var resolutions = 0;
        return Samples.Minutes with
        {
            Attachments = [],
            Items =
            [
                .. items.Select((item, index) => item with
                {
                    Id = EntryId.Parse($"i{index + 1}", null),
                    Number = $"{index + 1}",
                    Resolutions = [.. item.Resolutions.Select(resolution => resolution with { Id = EntryId.Parse($"r{++resolutions}", null), Number = $"B 2026-07-{resolutions:00}" })],
                }),
            ],
        };
    });

    private static IEnumerable<string> KeptIn(Minutes minutes) => minutes.Items.SelectMany(item =>
        (item.Audience == Audience.Partner ? [] : (string[])[item.Title])
            .Concat(item.Text.OfType<InternalPassage>().SelectMany(passage => passage.Blocks).OfType<TextParagraph>().Select(paragraph => paragraph.Runs[0].Text))
            .Concat(item.Resolutions.Where(resolution => resolution.Audience != Audience.Partner).Select(resolution => resolution.Wording)));

    private static IEnumerable<string> SaidIn(Minutes minutes) => minutes.Items.Where(item => item.Audience == Audience.Partner).SelectMany(item =>
        ((string[])[item.Title, item.Title + " gesagt"]).Concat(item.Resolutions.Where(resolution => resolution.Audience == Audience.Partner).Select(resolution => resolution.Wording)));

    private static PartnerEdition EditionOf(IReadOnlyList<TextBlock> text)
    {
        var sample = Samples.Minutes;
        return EditionSample.Of(sample with { Items = [sample.Items[0] with { Text = text }, .. sample.Items.Skip(1)] });
    }
}
