namespace PartnerOffice.Core;

/// <summary>A vote. Figures are never invented: an uncounted vote has none.</summary>
/// <param name="Counted">True when all four figures were counted; false when none was.</param>
public sealed record Vote(bool Counted, int? Yes, int? No, int? Abstained, int? Invalid, VoteMode Mode)
{
    /// <summary>A vote that was announced without figures.</summary>
    public static Vote Uncounted(VoteMode mode) => new(false, null, null, null, null, mode);
}
