using System.Globalization;
using System.Text.Json;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Reads changes from JSON: <c>{table, key, rows: [{column: value, ...}]}</c>, or an array of these.</summary>
/// <remarks>
/// A value is a text, a number or null; <c>{"date": "2026-07-14"}</c> and <c>{"link": "https://..."}</c> say what a text alone cannot.
/// <c>key</c> may be left out: it is <see cref="TrackerTables.Key"/> then.
/// </remarks>
public static class TrackerChanges
{
    private static readonly JsonDocumentOptions s_options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 8,
    };

    /// <exception cref="TrackerChangesException">Not JSON, or not of this shape; the place and the remedy say what to do.</exception>
    public static IReadOnlyList<TrackerChange> Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json[3..];
        try
        {
            using var document = JsonDocument.Parse(json, s_options);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Array
                ? [.. root.EnumerateArray().Select((change, i) => Change(change, $"$[{i}]"))]
                : [Change(root, "$")];
        }
        catch (JsonException failure)
        {
            throw new TrackerChangesException($"Zeile {failure.LineNumber + 1}",
                new("Das ist kein gültiges JSON.", "This is not valid JSON."),
                new("Anführungszeichen, Kommas und Klammern an dieser Stelle prüfen.", "Check quotes, commas and brackets there."), failure);
        }
    }

    private static TrackerChange Change(JsonElement element, string place)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Shape(place);
        string? table = null, key = null;
        List<TrackerRow>? rows = null;
        foreach (var property in element.EnumerateObject())
            switch (property.Name)
            {
                case "table" when table is null: table = Name(property.Value, $"{place}.table"); break;
                case "key" when key is null: key = Name(property.Value, $"{place}.key"); break;
                case "rows" when rows is null && property.Value.ValueKind == JsonValueKind.Array: rows = []; break;
                default: throw Shape($"{place}.{property.Name}");
            }

        if (table is null || rows is null)
            throw Shape(place);
        key ??= TrackerTables.Key;
        foreach (var (i, row) in element.GetProperty("rows").EnumerateArray().Index())
            rows.Add(Row(row, key, $"{place}.rows[{i}]"));
        return new TrackerChange(table, key, rows);
    }

    private static TrackerRow Row(JsonElement element, string key, string place)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Shape(place);
        var cells = new Dictionary<string, TrackerValue?>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in element.EnumerateObject())
            if (!cells.TryAdd(TrackerKey.Of(property.Name), Value(property.Value, $"{place}.{property.Name}")))
                throw new TrackerChangesException($"{place}.{property.Name}",
                    new("Die Spalte steht zweimal in dieser Zeile.", "The column occurs twice in this row."),
                    new("Eine der beiden Angaben streichen.", "Remove one of the two."));
        var row = new TrackerRow(cells);
        return TrackerKey.Of(row, key).Length > 0
            ? row
            : throw new TrackerChangesException(place,
                new($"Die Zeile hat keinen Wert für »{key}«.", $"The row has no value for \"{key}\"."),
                new("Den Schlüssel der Zeile angeben.", "Give the key of the row."));
    }

    private static TrackerValue? Value(JsonElement element, string place)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return Text(element.GetString()!, place);
            case JsonValueKind.Number:
                return element.TryGetDouble(out var number) && double.IsFinite(number)
                    ? new TrackerValue.Number(number)
                    : throw Kind(place);
            case JsonValueKind.Object:
                var properties = element.EnumerateObject().ToList();
                if (properties is [{ Value.ValueKind: JsonValueKind.String } only])
                {
                    var text = only.Value.GetString()!;
                    if (only.Name == "date" && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                        return new TrackerValue.Day(day);
                    if (only.Name == "link" && Uri.TryCreate(text, UriKind.Absolute, out var target) && target.Scheme is "https" or "http" or "mailto")
                        return new TrackerValue.Link(target);
                    if (only.Name == "text")
                        return Text(text, place);
                }

                throw Kind(place);
            default:
                throw Kind(place);
        }
    }

    private static TrackerValue.Text Text(string text, string place) =>
        text.Length <= TrackerValue.LongestText
            ? new TrackerValue.Text(text)
            : throw new TrackerChangesException(place,
                new($"Der Text hat mehr als {TrackerValue.LongestText} Zeichen.", $"The text has more than {TrackerValue.LongestText} characters."),
                new("Text kürzen und auf das Protokoll verweisen.", "Shorten it and refer to the minutes."));

    private static string Name(JsonElement element, string place) =>
        element.ValueKind == JsonValueKind.String && TrackerKey.Of(element.GetString()!) is { Length: > 0 } name ? name : throw Shape(place);

    private static TrackerChangesException Shape(string place) => new(place,
        new("Erwartet wird {table, key, rows: [{Spalte: Wert}]}.", "Expected is {table, key, rows: [{column: value}]}."),
        new("Siehe das Beispiel im Handbuch zu »tracker apply«.", "See the example for \"tracker apply\" in the handbook."));

    private static TrackerChangesException Kind(string place) => new(place,
        new("Das ist kein Wert für eine Zelle.", "This is no value for a cell."),
        new("Text, Zahl, null, {\"date\": \"2026-07-14\"} oder {\"link\": \"https://…\"} angeben.",
            "Give a text, a number, null, {\"date\": \"2026-07-14\"} or {\"link\": \"https://…\"}."));
}
