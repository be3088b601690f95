using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>Names one document of minutes for good; it belongs to one meeting and survives every correction.</summary>
[JsonConverter(typeof(ParsableJsonConverter<MinutesId>))]
public readonly record struct MinutesId : IParsable<MinutesId>
{
    private readonly string? value;

    private MinutesId(string value) => this.value = value;

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    /// <exception cref="FormatException">The text is not 1 to 32 characters of a to z, 0 to 9 and "-".</exception>
    public static MinutesId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(IdText.Expected);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MinutesId result)
    {
        result = IdText.IsId(s) ? new MinutesId(s) : default;
        return result.value is not null;
    }

    public override string ToString() => value ?? "";
}
