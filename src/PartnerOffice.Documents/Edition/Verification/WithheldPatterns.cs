using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Edition;

/// <summary>Turns what was withheld into patterns to search for.</summary>
internal static partial class WithheldPatterns
{
    private const int ShingleWords = 8;
    private const string HiddenNamePlace = "Namensregel";
    private const string SourcePersonPlace = "Dateieigenschaften";

    /// <summary>All patterns of an edition and of the people named in its source's metadata.</summary>
    public static IEnumerable<Pattern> Of(PartnerEdition edition, IEnumerable<string> sourcePeople, IEnumerable<string> shownNames)
    {
        var shown = shownNames.SelectMany(Orders).ToHashSet(StringComparer.Ordinal);
        return edition.WithheldTexts.SelectMany(withheld => OfText(withheld, shown))
            .Concat(edition.HiddenNames.SelectMany(name => OfPerson(name, PatternKind.HiddenName, HiddenNamePlace)))
            .Concat(sourcePeople.SelectMany(name => OfPerson(name, PatternKind.SourcePerson, SourcePersonPlace)))
            .Where(pattern => pattern.Letters.Length >= Pattern.Shortest)
            .Distinct();
    }

    private static IEnumerable<Pattern> OfText(WithheldText withheld, HashSet<string> shownNames)
    {
        var spelt = withheld.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (Word: word, Letters: Letters(word))).Where(word => word.Letters.Length > 0).ToArray();
        var words = spelt.Select(word => word.Letters).ToArray();
        var whole = string.Concat(words);
        string Spelt(int from, int count) => string.Join(' ', spelt.Skip(from).Take(count).Select(word => word.Word));

        // A name that the policy shows is no secret where it was withheld too: who does a confidential task sits in the attendance list.
        if (shownNames.Contains(whole))
            yield break;

        yield return new Pattern(whole, PatternKind.Passage, withheld.Place) { Words = withheld.Text };
        for (var i = 0; i + ShingleWords <= words.Length; i++)
            yield return new Pattern(string.Concat(words.AsSpan(i, ShingleWords)), PatternKind.Shingle, withheld.Place) { Words = Spelt(i, ShingleWords) };
    }

    private static IEnumerable<Pattern> OfPerson(string name, PatternKind kind, string place) =>
        Orders(name).Select(letters => new Pattern(letters, kind, place) { IsFullName = NameWords(name).Count > 1 });

    // "Gerda Gast", "Gast, Gerda"; with more names every rotation, and the first with the last alone.
    private static IEnumerable<string> Orders(string name)
    {
        var words = NameWords(name);
        for (var i = 0; i < words.Count; i++)
            yield return string.Concat(words.Skip(i).Concat(words.Take(i)));
        if (words.Count > 2)
        {
            yield return words[0] + words[^1];
            yield return words[^1] + words[0];
        }
    }

    private static IReadOnlyList<string> NameWords(string name) =>
        [.. Title().Replace(name, " ").Split([' ', '\t', ',', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Select(Letters).Where(word => word.Length > 0)];

    private static string Letters(string text) => FoldedText.Of(text).Letters.ToString();

    [GeneratedRegex(@"(?<!\p{L})(?:Dr|Prof|Dipl|Ing|med|jur|phil|rer|nat|h\.\s?c|Frau|Herr|Herrn|Gen|Genossin|Genosse)(?!\p{L})\.?(?:-(?:Ing|Kfm|Päd)\.?)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}
