using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>Writes the words of an enumeration as the JSON contract has them: lower case.</summary>
internal sealed class Words<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
