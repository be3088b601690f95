using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnerOffice.Sandbox;

/// <summary>A culture by its name, such as <c>de-DE</c>.</summary>
internal sealed class CultureConverter : JsonConverter<CultureInfo>
{
    public override CultureInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return CultureInfo.GetCultureInfo(reader.GetString() ?? "", predefinedOnly: true);
        }
        catch (CultureNotFoundException unknown)
        {
            throw new JsonException(unknown.Message);
        }
    }

    public override void Write(Utf8JsonWriter writer, CultureInfo value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
