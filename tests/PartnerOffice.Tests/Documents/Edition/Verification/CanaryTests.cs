using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Edition.Verification;

public sealed class CanaryTests
{
    private const string Word = "Zauberkanarie";
    private const string Sentence = "zwoelf gelbe Kanarien singen heute sehr leise Lieder";
    private const string Name = "Wanda Kanarie";

    public static TheoryData<string> Places => [.. Canaries.All.Select(canary => canary.Place)];

    [Fact]
    public void Every_place_has_a_name_of_its_own()
    {
        Assert.Equal(Canaries.All.Count, Canaries.All.Select(canary => canary.Place).Distinct().Count());
        Assert.True(Canaries.All.Count >= 70);
    }

    // Two barriers: each question finds each canary for itself.
    [Theory]
    [MemberData(nameof(Places))]
    public void A_withheld_word_is_found_by_both_questions(string place) =>
        FoundByBoth(place, Word, EditionSample.Withholding(Word));

    [Theory]
    [MemberData(nameof(Places))]
    public void Eight_words_out_of_a_withheld_passage_are_found_by_both_questions(string place) =>
        FoundByBoth(place, Sentence, EditionSample.Withholding($"Wir haben {Sentence} im Garten."));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_hidden_name_is_found_by_both_questions(string place) =>
        FoundByBoth(place, "Kanarie, Wanda", EditionSample.Hiding(Name));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_person_of_the_source_file_is_found_by_both_questions(string place)
    {
        var package = Canaries.All.Single(canary => canary.Place == place).Plant(Name);

        var verdict = EditionVerifier.Verify(package, EditionSample.Edition, sourcePeople: [Name]);

        Assert.Contains(verdict.Leaks, leak => leak.Question == LeakQuestion.OnlyTheAllowed);
        Assert.Contains(verdict.Leaks, leak => leak is { Question: LeakQuestion.NothingWithheld, Code: "source-person" });
    }

    // Four letters inside other letters may stand in bytes by chance, in what nobody reads aloud they may not.
    [Fact]
    public void A_short_word_is_found_inside_others_in_attributes_and_in_names_of_parts()
    {
        var edition = EditionSample.Withholding("Mett");
        var attribute = new EditionPackage(EditionSample.Package).Replace("word/document.xml", "<w:alias w:val=\"", "<w:alias w:val=\"xmettx").ToBytes();
        var name = new EditionPackage(EditionSample.Package).With("word/xmettx.xml", [.. "<a/>"u8]).ToBytes();

        Assert.All(((byte[][])[attribute, name]), package => Assert.Contains(EditionVerifier.Verify(package, edition).Leaks, leak => leak.Question == LeakQuestion.NothingWithheld));
    }

    private static void FoundByBoth(string place, string words, PartnerEdition edition)
    {
        var package = Canaries.All.Single(canary => canary.Place == place).Plant(words);

        var verdict = EditionVerifier.Verify(package, edition);

        Assert.Contains(verdict.Leaks, leak => leak.Question == LeakQuestion.OnlyTheAllowed);
        Assert.Contains(verdict.Leaks, leak => leak.Question == LeakQuestion.NothingWithheld);
    }
}
