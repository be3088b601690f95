using System.Globalization;
using System.Text.Json;

namespace PartnerOffice.Graph;

/// <summary>
/// The fields of a row, to JSON and from it. The SDK's own reading takes every text that looks like a date or a guid for one,
/// and a text must come back as it was written.
/// </summary>
internal static class ListFields
{
    public static IReadOnlyDictionary<string, object?> Read(JsonElement fields) => fields.ValueKind == JsonValueKind.Object
        ? fields.EnumerateObject().Where(field => !field.Name.Contains('@')).ToDictionary(field => field.Name, field => Value(field.Value), StringComparer.Ordinal)
        : throw new FormatException("The answer has no fields.");

    /// <exception cref="ArgumentException">A value of a kind that no column takes.</exception>
    public static byte[] Write(IReadOnlyDictionary<string, object?> fields)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields) Write(json, name, value);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case string text: json.WriteString(name, text); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            case int or long: json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case double number: json.WriteNumber(name, number); break;
            case decimal number: json.WriteNumber(name, number); break;
            case DateOnly day: json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset moment: json.WriteString(name, moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)); break;
            case IEnumerable<string> choices:
                // Without the type Graph takes a list for a single value, and refuses it.
                json.WriteString($"{name}@odata.type", "Collection(Edm.String)");
                json.WriteStartArray(name);
                foreach (var choice in choices) json.WriteStringValue(choice);
                json.WriteEndArray();
                break;
            default: throw new ArgumentException($"The field {name} has a value of a kind that no column takes: {value.GetType().Name}.");
        }
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
        JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String)
            => value.EnumerateArray().Select(one => one.GetString()!).ToList(),
        _ => value.GetRawText(),
    };
}
