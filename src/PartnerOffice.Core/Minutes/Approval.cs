namespace PartnerOffice.Core;

/// <summary>The approval note of the document.</summary>
/// <param name="ReleasedAt">A moment with its offset from UTC, to the second.</param>
public sealed record Approval(
    ApprovalState State,
    string? ReleasedBy,
    DateTimeOffset? ReleasedAt,
    DateOnly? ApprovedOn,
    MinutesId? ApprovedIn,
    ApprovedBy? ApprovedBy)
{
    /// <summary>What stands between two persons who released the minutes of two boards (R22).</summary>
    public const string And = " und ";

    /// <summary>Of minutes that nobody has released yet.</summary>
    public static Approval Draft { get; } = new(ApprovalState.Draft, null, null, null, null, null);
}
