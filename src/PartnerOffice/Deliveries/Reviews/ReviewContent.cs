namespace PartnerOffice.Deliveries;

/// <summary>
/// What waits, sealed, while minutes are looked at: the verified partner model and what the check says in its own words, never a word of the
/// source (R19). Erased once it is decided.
/// </summary>
/// <param name="ContentDigest">Of the minutes it was made of, in hexadecimal (D4).</param>
/// <param name="Shown">The edition as it is shown, as <see cref="PartnerOffice.Core.FrozenEdition"/> wrote it.</param>
/// <param name="Editions">The edition as each person would release it: whether their own name stands in it is a matter of the names policy.</param>
/// <param name="Report">What the check says that does not stop a release.</param>
/// <param name="Reasons">What was let pass, and why, as the release keeps it.</param>
/// <param name="Approvals">What these minutes say of earlier ones.</param>
/// <param name="AnyMember">Whether any member of the board may release: one person chaired and took the minutes (R14).</param>
internal sealed record ReviewContent(
    string ContentDigest, byte[] Shown, IReadOnlyDictionary<string, byte[]> Editions, IReadOnlyList<ReviewLine> Report, IReadOnlyList<string> Reasons,
    IReadOnlyList<HeldApproval> Approvals, bool AnyMember)
{
    /// <summary>What waits of a joint meeting's minutes beside it; null for a board's own (R22).</summary>
    public JointReview? Joint { get; init; }
}
