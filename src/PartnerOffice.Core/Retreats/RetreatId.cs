using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Core;

/// <summary>Names one joint retreat from its first proposal on, as in <c>klausur-2027-1</c>: its host and days may change, it does not.</summary>
public readonly record struct RetreatId
{
    private readonly string? value;

    private RetreatId(string value) => this.value = value;

    /// <summary>The id of a year's retreat.</summary>
    /// <param name="number">From 1; one that was cancelled keeps its own.</param>
    public static RetreatId Of(int year, int number) => new(FormattableString.Invariant($"klausur-{year}-{number}"));

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not 1 to 32 characters of a to z, 0 to 9 and "-".</exception>
    public static RetreatId Parse(string s) => TryParse(s, out var id) ? id : throw new FormatException(IdText.Expected);

    /// <summary>Reads an id, or says that it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out RetreatId result)
    {
        result = IdText.IsId(s) ? new(s) : default;
        return result.value is not null;
    }

    /// <summary>The id as it is written.</summary>
    public override string ToString() => value ?? "";
}
