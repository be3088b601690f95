using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>Writes enum values as the format's words (<c>roll-call</c>); an unknown word names the known ones.</summary>
internal sealed class KebabEnumConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsEnum;
    }

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert))!;

    private sealed class Words<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var word = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            if (KebabWord.TryParse<T>(word, out var value))
                return value;

            // What nobody decided, or decided in a word we do not know, stays in the board.
            if (typeof(T) == typeof(Audience) && word is not null)
                return (T)(object)Audience.Undecided;

            throw new JsonException($"expected one of {string.Join(", ", KebabWord.All<T>())}");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(KebabWord.Of(value));
    }
}
