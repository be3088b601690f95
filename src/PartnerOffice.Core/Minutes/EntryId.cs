using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>Names an agenda item, resolution or action inside one document; unique there per kind.</summary>
[JsonConverter(typeof(ParsableJsonConverter<EntryId>))]
public readonly record struct EntryId : IParsable<EntryId>
{
    private readonly string? value;

    private EntryId(string value) => this.value = value;

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    /// <exception cref="FormatException">The text is not 1 to 32 characters of a to z, 0 to 9 and "-".</exception>
    public static EntryId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(IdText.Expected);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EntryId result)
    {
        result = IdText.IsId(s) ? new EntryId(s) : default;
        return result.value is not null;
    }

    public override string ToString() => value ?? "";
}
