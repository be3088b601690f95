using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Word;

/// <summary>Values and the words that stand for them on paper.</summary>
internal sealed partial class WordTable<T>
    where T : struct
{
    private readonly Dictionary<T, string> words;
    private readonly Dictionary<string, T> values;

    public WordTable(params (T Value, string Word)[] pairs)
    {
        words = pairs.ToDictionary(pair => pair.Value, pair => pair.Word);
        values = pairs.ToDictionary(pair => Folded(pair.Word), pair => pair.Value);
    }

    public IReadOnlyCollection<string> Words => words.Values;

    public string this[T value] => words[value];

    /// <summary>Reads a word whatever its case and spacing; null when it is none of ours.</summary>
    public T? Read(string? text) => text is not null && values.TryGetValue(Folded(text), out var value) ? value : null;

    private static string Folded(string word) => Space().Replace(word, " ").Trim().ToLowerInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
