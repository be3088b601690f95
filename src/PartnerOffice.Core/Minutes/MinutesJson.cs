using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PartnerOffice.Core;

/// <summary>Minutes as JSON in the format <c>partneroffice/minutes/1</c>.</summary>
public static class MinutesJson
{
    private static readonly JsonSerializerOptions Indented = Options(indented: true);
    private static readonly JsonSerializerOptions Compact = Options(indented: false);

    /// <summary>Reads minutes as they are given; <see cref="CanonicalMinutes"/> brings them into canonical form.</summary>
    /// <exception cref="MinutesFormatException">The text is no JSON, or not in this format; names the JSON path.</exception>
    public static Minutes Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var minutes = JsonSerializer.Deserialize<Minutes>(json, Indented) ?? throw new JsonException("expected an object");
            return minutes.Schema == Minutes.Format ? minutes : throw WrongSchema(minutes.Schema);
        }
        catch (NotSupportedException)
        {
            // The serializer's answer to a text block that does not say its type.
            throw new MinutesFormatException(
                "$.items[].text",
                new Bilingual("Ein Textblock sagt nicht, was er ist.", "A text block does not say what it is."),
                new Bilingual("\"type\" angeben: paragraph, heading, list, table oder internal.", "Give \"type\": paragraph, heading, list, table or internal."));
        }
        catch (JsonException wrong)
        {
            throw new MinutesFormatException(
                wrong.Path ?? "$",
                new Bilingual($"Die Angabe ist nicht im Format der Protokolle: {Reason(wrong)}", $"not in the format of minutes: {Reason(wrong)}"),
                new Bilingual("Die Angabe an dieser Stelle berichtigen.", "Correct the value at this place."));
        }
    }

    /// <summary>The minutes as indented JSON, with a line break at the end.</summary>
    public static string Write(Minutes minutes) => JsonSerializer.Serialize(minutes, Indented) + "\n";

    /// <summary>Whether these words stand anywhere in the minutes, within one value.</summary>
    internal static bool Says(Minutes minutes, string words, StringComparison comparison) =>
        Encoding.UTF8.GetString(WriteCompact(minutes)).Contains(words, comparison);

    /// <summary>The minutes as one line of JSON in UTF-8, which digests are taken over.</summary>
    internal static byte[] WriteCompact(Minutes minutes) => JsonSerializer.SerializeToUtf8Bytes(minutes, Compact);

    /// <summary>A part of minutes as one line of JSON.</summary>
    internal static string WriteCompact<T>(T part) => JsonSerializer.Serialize(part, Compact);

    /// <exception cref="JsonException">Not such a part.</exception>
    internal static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, Compact) ?? throw new JsonException("expected an object");

    private static string Reason(JsonException wrong)
    {
        // The serializer appends the path and line to its sentence; the path has its own place in ours.
        var reason = wrong.Message.Split(" Path: ", 2)[0];
        return wrong.LineNumber is { } line ? $"{reason} (Zeile/line {(line + 1).ToString(CultureInfo.InvariantCulture)})" : reason;
    }

    private static MinutesFormatException WrongSchema(string found) => new(
        "$.schema",
        new Bilingual($"»{found}« ist kein bekanntes Format.", $"\"{found}\" is not a known format."),
        new Bilingual($"Erwartet wird \"{Minutes.Format}\".", $"Expected is \"{Minutes.Format}\"."));

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowOutOfOrderMetadataProperties = true,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new KebabEnumConverter(), new TimeConverter(), new MoneyConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatCannotBeNull } },
    };

    // A key may be missing only where null or an empty list says the same.
    private static void RequireWhatCannotBeNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var mayBeNull = Nullable.GetUnderlyingType(property.PropertyType) is not null
                || (!property.PropertyType.IsValueType && property.IsSetNullable);
            var hasDefault = property.AssociatedParameter is null && !property.IsRequired;
            property.IsRequired = !mayBeNull && !hasDefault;
        }
    }

    private sealed class TimeConverter : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && TimeOnly.TryParseExact(reader.GetString(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : throw new JsonException("expected a time as HH:mm");

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>Money is written with one decimal at least and no needless zeros, so that equal amounts are equal text.</summary>
    private sealed class MoneyConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value)
                ? value
                : throw new JsonException("expected an amount as a number");

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("0.0###########################", CultureInfo.InvariantCulture));
    }
}
