using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>The people of a meeting under all the names that its text may give them: full, first or last name, initials, function.</summary>
internal sealed partial class KnownPeople
{
    // What boards shorten all the time is nobody's initials unless a key says so.
    private static readonly HashSet<string> NoInitials =
    [
        "KV", "OV", "LV", "BV", "SV", "AG", "AK", "TO", "TN", "EU", "BI", "OB", "MV", "GV", "JHV", "PR", "IT", "GO", "PM", "ÖA", "FB", "WK", "BT", "LT", "KT", "SR", "GR", "NN", "ID", "TV", "HV", "KW", "ZK", "OK", "DB",
    ];

    private readonly Dictionary<string, string> initials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> functions = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = [];

    public KnownPeople(IReadOnlyList<Attendee> attendance, IEnumerable<string> others, IEnumerable<OldLine> lines)
    {
        Names = [.. attendance.Select(person => person.Name).Concat(others).Distinct()];
        words.UnionWith(Names.SelectMany(name => name.Split(' ') is var parts ? (string[])[name, parts.First(part => !part.EndsWith('.') || parts.Length == 1), parts[^1]] : []).Where(word => word.Length > 1));
        foreach (var group in attendance.Where(person => person.Function is not null && BoardTitle.Kind(person.Function) is not null).GroupBy(person => BoardTitle.Kind(person.Function!)!))
        {
            // Of two speakers nobody knows which one is meant.
            if (group.Select(person => person.Name).Distinct().Count() == 1)
                functions[group.Key] = group.First().Name;
        }

        ReadInitials(lines);
    }

    /// <summary>As the document lists them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether a word is somebody's name or initials.</summary>
    public bool IsName(string word) => words.Contains(word) || initials.ContainsKey(word);

    /// <summary>Whether a text begins with somebody.</summary>
    public bool IsPerson(string text)
    {
        var said = text.Trim().TrimStart('@');
        var first = Before().Replace(said, "").Split([' ', ',', ':', '/', '(', '&', '+'], StringSplitOptions.RemoveEmptyEntries);
        return first.Length > 0 && (IsName(first[0]) || (first.Length > 1 && words.Contains(first[1]) && !NoFirstName().IsMatch(first[0])) || said is "alle" or "Alle" or "Vorstand") || Function().Match(said) is { Success: true, Index: 0 };
    }

    /// <summary>The people with whom a text begins: "@Wolf Standorte klären" begins with Wolf.</summary>
    public string? Leading(string text)
    {
        var end = 0;
        foreach (var token in Token().Matches(Before().Replace(text.TrimStart('@', ' '), "")).ToList())
        {
            var word = token.Value.Trim('@', ',', ':', '(', ')', ' ');
            if (IsName(word) || (end == 0 && word is "Alle" or "alle"))
                end = token.Index + token.Length;
            else if (word is not ("" or "und" or "&" or "+" or "/"))
                break;
        }

        return end == 0 ? null : Before().Replace(text.TrimStart('@', ' '), "")[..end].Trim(' ', ',', ':', '(', '@');
    }

    /// <summary>Initials and functions replaced by the names that they stand for.</summary>
    public string Named(string said)
    {
        var named = Initials().Replace(said, match => initials.GetValueOrDefault(match.Value, match.Value));
        return Function().Replace(named, match => BoardTitle.Kind(match.Value) is { } kind && functions.TryGetValue(kind, out var name) && !named.Contains(name, StringComparison.Ordinal) ? name : match.Value);
    }

    /// <summary>The first of them whom a text names.</summary>
    public string? In(string text) =>
        Names.FirstOrDefault(name => text.Contains(name, StringComparison.Ordinal))
        ?? Word().Matches(text).Select(match => match.Value).FirstOrDefault(IsName);

    private void ReadInitials(IEnumerable<OldLine> lines)
    {
        foreach (var match in lines.SelectMany(line => Key().Matches(line.Text)).Where(IsFitting))
            initials.TryAdd(match.Groups["short"].Value, match.Groups["name"].Value);
        foreach (var group in Names.Where(name => name.Contains(' ', StringComparison.Ordinal)).GroupBy(name => string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(part => !part.EndsWith('.')).Select(part => part[0]))))
        {
            if (group.Count() == 1 && group.Key.Length is 2 or 3 && group.Key.All(char.IsUpper) && !NoInitials.Contains(group.Key))
                initials.TryAdd(group.Key, group.First());
        }
    }

    // "AB = Anna Beispiel": the short form begins as the name does.
    private static bool IsFitting(Match match) =>
        char.ToUpperInvariant(match.Groups["name"].Value[0]) == char.ToUpperInvariant(match.Groups["short"].Value[0]) && (!NoInitials.Contains(match.Groups["short"].Value) || match.Value.Contains('=', StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![\p{L}\d])(?:(?<short>\p{Lu}{2,3})\.?(?:\s*(?:=|:|–|-)\s*|\s{1,8})|(?<short>\p{Lu}\p{L}{1,2})\s*=\s*)(?<name>\p{Lu}(?:\p{Ll}[\p{L}-]*|\.)\s\p{Lu}\p{Ll}[\p{L}-]*)|(?<![\p{L}\d])(?<short>\p{Lu}{2,3})\s*\((?<name>\p{Lu}(?:\p{Ll}[\p{L}-]*|\.)\s\p{Lu}\p{Ll}[\p{L}-]*)\)|(?<name>\p{Lu}(?:\p{Ll}[\p{L}-]*|\.)\s\p{Lu}\p{Ll}[\p{L}-]*)\s*(?:\((?:Kürzel:?\s*)?(?<short>\p{Lu}{2,3})\)|=\s*(?<short>\p{Lu}{2,3})\b)")]
    private static partial Regex Key();

    [GeneratedRegex(@"\b\p{Lu}\p{L}{1,2}\b")]
    private static partial Regex Initials();

    [GeneratedRegex(@"(?:\b(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]em)\s+)?" + BoardTitle.Words)]
    private static partial Regex Function();

    // "Antrag Lutz: …" is what Lutz wants, not what he does.
    [GeneratedRegex(@"^(?:[\p{L}-]*[Aa]ntrag|Vorschlag|Idee|Bericht|Info|Frage|Anmerkung|Hinweis|Protokoll|Leitung|Moderation|Beschluss|Einwand|Wunsch|Meinung|Redaktion|TOP|Fazit|Punkt|Thema|\d.*|[^\p{Lu}].*)$")]
    private static partial Regex NoFirstName();

    [GeneratedRegex(@"\b\p{Lu}[\p{L}-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\s/+&,]+|[/+&,]")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?:(?:Genoss\w+|Frau|Herrn?|Kolleg\w+|durch|von|für|an|mit|Dr\.|Prof\.)\s+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Before();
}
