namespace PartnerOffice.Core;

/// <summary>How many of them must be there.</summary>
public enum QuorumThreshold
{
    /// <summary>More than half: 4 of 7, 5 of 8.</summary>
    MoreThanHalf,

    /// <summary>At least half: 4 of 7, 4 of 8.</summary>
    AtLeastHalf,

    /// <summary>At least two thirds: 5 of 7, 6 of 8.</summary>
    AtLeastTwoThirds,
}
