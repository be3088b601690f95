using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Core;

/// <summary>The id of a partnership, as in <c>steinfurt-mse</c>.</summary>
/// <remarks>Lower-case letters, digits and hyphens, at most 32, so that it fits into tags, file names and keys unchanged.</remarks>
public readonly record struct PartnershipId
{
    private readonly string? value;

    private PartnershipId(string value) => this.value = value;

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not 1 to 32 characters of a to z, 0 to 9 and "-".</exception>
    public static PartnershipId Parse(string s) =>
        TryParse(s, out var id) ? id : throw new FormatException(IdText.Expected);

    /// <summary>Reads an id, or says that it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out PartnershipId result)
    {
        result = IdText.IsId(s) ? new(s) : default;
        return result.value is not null;
    }

    /// <summary>The id as it is written.</summary>
    public override string ToString() => value ?? "";
}
