using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnerOffice.Sandbox;

/// <summary>How the sandbox writes JSON: umlauts as umlauts, since people look at these files.</summary>
internal static class StateJson
{
    public static JsonSerializerOptions Indented { get; } = Make(indented: true);

    public static JsonSerializerOptions Compact { get; } = Make(indented: false);

    private static JsonSerializerOptions Make(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new CultureConverter() },
    };
}
