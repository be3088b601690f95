using System.Text.Json;

namespace PartnerOffice.Core;

/// <summary>The words of the format for enum values: <see cref="VoteMode.RollCall"/> is <c>roll-call</c>.</summary>
public static class KebabWord
{
    /// <summary>The word for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Words[value];

    /// <summary>The value for a word; false when the word is not one of the format's.</summary>
    public static bool TryParse<T>(string? word, out T value)
        where T : struct, Enum
    {
        value = default;
        return word is not null && Table<T>.Values.TryGetValue(word, out value);
    }

    /// <summary>All words, in the order of the format.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Table<T>.Words.Values;

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Words =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> Values = Words.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
