using System.Text.RegularExpressions;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Browser;

/// <summary>Reads every sentence of the panes out of their texts: the same rules as everywhere (R15).</summary>
public sealed partial class PaneTextsTests
{
    public static TheoryData<string, string> German => [.. Sentences("shared/texts.de.ts").Concat(Sentences("outlook/texts.de.ts")).Concat(((string[])["simulator/texts.ts", "simulator/outlook/texts.ts", "overview/texts.ts"]).SelectMany(GermanOf))];

    [Fact]
    public void The_texts_are_found_and_say_the_same_things_in_both_languages()
    {
        Assert.True(German.Count > 250, $"only {German.Count}");
        Assert.True(Sentences("shared/texts.en.ts").Count() > 250);
        Assert.True(Sentences("outlook/texts.en.ts").Count() > 100);
    }

    [Theory]
    [MemberData(nameof(German))]
    public void Each_sentence_is_short_and_addresses_nobody(string file, string sentence) => SpokenWords.AssertFit(file, sentence, "");

    [Theory]
    [InlineData("shared/texts.en.ts")]
    [InlineData("outlook/texts.en.ts")]
    public void The_English_sentences_are_no_longer(string file) =>
        Assert.All(Sentences(file), text => Assert.True(text.Item2.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 30, text.Item2));

    private static IEnumerable<(string File, string Sentence)> GermanOf(string file)
    {
        var source = File.ReadAllText(Repository.PathOf($"src/PartnerOffice/Panes/{file}"));
        return Texts(file, source[..source.IndexOf("const en", StringComparison.Ordinal)]);
    }

    private static IEnumerable<(string File, string Sentence)> Sentences(string file) => Texts(file, File.ReadAllText(Repository.PathOf($"src/PartnerOffice/Panes/{file}")));

    // What stands between quotation marks on the right of a colon; a value that is put in counts as one word.
    private static IEnumerable<(string File, string Sentence)> Texts(string file, string source) =>
        Literal().Matches(Comment().Replace(source, "").Replace("\\'", "’", StringComparison.Ordinal))
            .Select(match => Inserted().Replace(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value, "…"))
            .Where(sentence => sentence.Any(char.IsLetter) && !Formats.Contains(sentence))
            .Select(sentence => (file, sentence))
            .Distinct();

    private static HashSet<string> Formats { get; } = ["de-DE", "en-GB", "2-digit", "numeric", "short", "needs-reason", "win-classic", "de", "en"];

    [GeneratedRegex(@"^\s*(?://|/\*\*).*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("'([^'\n]*)'|`([^`]*)`")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Inserted();
}
