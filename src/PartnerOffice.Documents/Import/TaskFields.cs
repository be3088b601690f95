using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

/// <summary>Puts a task together that is written as fields: "Wer: … / Was: … / Bis: …", in one line or one below the other.</summary>
internal static partial class TaskFields
{
    public static IReadOnlyList<OldLine> Merged(IReadOnlyList<OldLine> lines)
    {
        var merged = new List<OldLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var fields = new Dictionary<string, string>();
            var end = i;
            while (end < lines.Count && lines[end].Who is null && FieldsOf(lines[end].Text) is { Count: > 0 } more && !more.Keys.Any(fields.ContainsKey))
            {
                foreach (var (label, value) in more)
                    fields[label] = value;
                end++;
            }

            if (fields.TryGetValue("what", out var what) && fields.Count > 1)
            {
                merged.Add(lines[i] with { Text = what, Who = fields.GetValueOrDefault("who"), Due = fields.GetValueOrDefault("due"), IsTask = true });
                i = end - 1;
            }
            else
            {
                merged.Add(lines[i]);
            }
        }

        return merged;
    }

    // All of a line, or nothing: words that stand in no field would be lost.
    private static Dictionary<string, string> FieldsOf(string text)
    {
        var fields = new Dictionary<string, string>();
        if (!Begins().IsMatch(text))
            return fields;

        foreach (var match in Field().Matches(text).ToList())
        {
            var label = match.Groups["label"].Value.ToLowerInvariant();
            var key = label.StartsWith("was", StringComparison.Ordinal) || label.StartsWith("aufgabe", StringComparison.Ordinal) || label.StartsWith("to", StringComparison.Ordinal) ? "what" : label.StartsWith("bis", StringComparison.Ordinal) || label is "wann" or "frist" or "termin" or "deadline" or "fällig" ? "due" : "who";
            if (match.Groups["value"].Value.Trim(' ', '|', ';', ',', '/', '–', '-') is { Length: > 0 } value)
                fields.TryAdd(key, value);
        }

        return fields;
    }

    private const string Labels = "Wer|Was|Bis wann|Bis|Wann|Frist|Termin|Deadline|Fällig|Aufgabe|To-?do|Verantwortlich|Zuständig";

    [GeneratedRegex("^(?:" + Labels + @")\s*[:?]", RegexOptions.IgnoreCase)]
    private static partial Regex Begins();

    [GeneratedRegex(@"(?<![\p{L}])(?<label>" + Labels + @")\s*(?:\?\s*:?|:)\s*(?<value>.*?)(?=(?<![\p{L}])(?:" + Labels + @")\s*[:?]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Field();
}
