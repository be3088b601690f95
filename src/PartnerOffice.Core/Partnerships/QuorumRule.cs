namespace PartnerOffice.Core;

/// <summary>When a board may decide.</summary>
/// <param name="Seats">How many seats the board has; only where they are the base.</param>
public sealed record QuorumRule(QuorumBase Base, QuorumThreshold Threshold, int? Seats)
{
    /// <summary>How many voting members must be there, when <paramref name="elected"/> are in office.</summary>
    public int RequiredOf(int elected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elected);

        var all = Base == QuorumBase.Seats ? Seats ?? elected : elected;
        return Threshold switch
        {
            QuorumThreshold.MoreThanHalf => (all / 2) + 1,
            QuorumThreshold.AtLeastHalf => Math.Max(1, (all + 1) / 2),
            QuorumThreshold.AtLeastTwoThirds => Math.Max(1, ((2 * all) + 2) / 3),
            _ => throw new InvalidOperationException($"Unknown threshold {Threshold}."),
        };
    }
}
