using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Core;

/// <summary>Names one date poll, as in <c>umfrage-2027-1</c>.</summary>
public readonly record struct PollId
{
    private readonly string? value;

    private PollId(string value) => this.value = value;

    /// <summary>The id of a year's poll.</summary>
    /// <param name="number">From 1.</param>
    public static PollId Of(int year, int number) => new(FormattableString.Invariant($"umfrage-{year}-{number}"));

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not 1 to 32 characters of a to z, 0 to 9 and "-".</exception>
    public static PollId Parse(string s) => TryParse(s, out var id) ? id : throw new FormatException(IdText.Expected);

    /// <summary>Reads an id, or says that it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out PollId result)
    {
        result = IdText.IsId(s) ? new(s) : default;
        return result.value is not null;
    }

    /// <summary>The id as it is written.</summary>
    public override string ToString() => value ?? "";
}
