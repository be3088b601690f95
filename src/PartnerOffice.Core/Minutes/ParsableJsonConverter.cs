using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>Reads and writes a value that has a text form; a wrong form names what was expected.</summary>
internal sealed class ParsableJsonConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        try
        {
            return T.Parse(text ?? "", null);
        }
        catch (FormatException expected)
        {
            throw new JsonException($"expected {expected.Message}");
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
