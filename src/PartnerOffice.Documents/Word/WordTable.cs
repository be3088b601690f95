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

    /// <summary>Other words that people type for the same value; never written by us.</summary>
    public WordTable<T> Also(T value, params IEnumerable<string> typed)
    {
        foreach (var word in typed)
            values.TryAdd(Folded(word), value);
        return this;
    }

    /// <summary>Reads a word whatever its case, spacing and quotes; null when it is none of ours.</summary>
    public T? Read(string? text) => text is not null && values.TryGetValue(Folded(text), out var value) ? value : null;

    private static string Folded(string word) => Space().Replace(Quote().Replace(word, ""), " ").Trim().TrimEnd('.').ToLowerInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("[\"'„“”‚‘’»«›‹]")]
    private static partial Regex Quote();
}
