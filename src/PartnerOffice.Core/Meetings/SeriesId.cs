using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Core;

/// <summary>Names a series of meetings, as in <c>steinfurt-2026-di2</c>: one key for all of its days (D37).</summary>
public readonly record struct SeriesId
{
    private readonly string? value;

    private SeriesId(string value) => this.value = value;

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not 1 to 32 characters of a to z, 0 to 9 and "-".</exception>
    public static SeriesId Parse(string s) => TryParse(s, out var id) ? id : throw new FormatException(IdText.Expected);

    /// <summary>Reads an id, or says that it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out SeriesId result)
    {
        result = IdText.IsId(s) ? new(s) : default;
        return result.value is not null;
    }

    /// <summary>The id as it is written.</summary>
    public override string ToString() => value ?? "";
}
