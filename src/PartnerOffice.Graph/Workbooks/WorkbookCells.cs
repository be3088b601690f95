using System.Globalization;
using System.Text.Json;

namespace PartnerOffice.Graph;

/// <summary>Cell values, to JSON and from it.</summary>
internal static class WorkbookCells
{
    // Excel's day 1 is 1900-01-01, and it counts a 29 February 1900 that never was: from March 1900 on this is day 0.
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <param name="before">Writes what stands beside the values.</param>
    /// <exception cref="ArgumentException">A value of a kind that no cell takes, or rows of different length.</exception>
    public static byte[] Write(IReadOnlyList<IReadOnlyList<object?>> rows, Action<Utf8JsonWriter>? before = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rows.Count);
        if (rows.Any(row => row.Count == 0 || row.Count != rows[0].Count)) throw new ArgumentException("The rows are not of one length.", nameof(rows));

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            before?.Invoke(json);
            json.WriteStartArray("values");
            foreach (var row in rows)
            {
                json.WriteStartArray();
                foreach (var value in row) Write(json, value);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    public static IReadOnlyList<IReadOnlyList<object>> Read(JsonElement values) =>
        [.. values.EnumerateArray().Select(row => (IReadOnlyList<object>)[.. row.EnumerateArray().Select(Value)])];

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            // Graph leaves a cell alone for which it is told null.
            case null: json.WriteNullValue(); break;
            case "": json.WriteStringValue(""); break;
            // Excel takes "1.1", "4-1" and "07/2026" for dates and "=" for a formula; after an apostrophe everything is text.
            case string text: json.WriteStringValue($"'{text}"); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case int or long: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case double number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case DateOnly day: json.WriteNumberValue(day.DayNumber - DayZero.DayNumber); break;
            default: throw new ArgumentException($"No cell takes a {value.GetType().Name}.");
        }
    }

    private static object Value(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.String => cell.GetString()!,
        JsonValueKind.Number => cell.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => cell.GetBoolean(),
        JsonValueKind.Null => "",
        _ => throw new FormatException("A cell holds what no cell can hold."),
    };
}
