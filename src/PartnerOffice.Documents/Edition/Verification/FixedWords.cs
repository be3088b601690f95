namespace PartnerOffice.Documents.Edition;

/// <summary>The standard form's own words: fixed-words.txt, which a person can review.</summary>
internal static class FixedWords
{
    private const string LabelSection = "labels";

    private static readonly Lazy<Dictionary<string, string[]>> Sections = new(Read);
    private static readonly Lazy<FoldedText> FoldedSections = new(Fold);
    private static readonly Lazy<PhraseBook> Book = new(() => new PhraseBook(Sections.Value.Values.SelectMany(words => words)));

    /// <summary>The words that may stand in every edition.</summary>
    public static IReadOnlyList<string> Labels => Sections.Value[LabelSection];

    /// <summary>The words of every section: what names of controls and lists of choices may say.</summary>
    public static PhraseBook All => Book.Value;

    /// <summary>All the words, folded for a search.</summary>
    public static FoldedText Folded => FoldedSections.Value;

    /// <summary>The words for one value, "outcome:unanimous"; none where the form says nothing for it.</summary>
    public static IReadOnlyList<string> For(string choice) => Sections.Value.GetValueOrDefault(choice) ?? [];

    private static Dictionary<string, string[]> Read()
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var current = new List<string>();
        foreach (var line in Resources.Text("fixed-words.txt").Split('\n').Select(line => line.Trim()))
        {
            if (line is ['[', .. var name, ']'] && name != "…")
                sections[name] = current = [];
            else if (line.Length > 0 && line[0] != '#')
                current.Add(line);
        }

        return sections.ToDictionary(section => section.Key, section => section.Value.ToArray(), StringComparer.Ordinal);
    }

    private static FoldedText Fold()
    {
        var text = new FoldedText(4096);
        foreach (var phrase in Sections.Value.Values.SelectMany(words => words))
        {
            text.Break();
            text.Append(phrase);
        }

        return text;
    }
}
