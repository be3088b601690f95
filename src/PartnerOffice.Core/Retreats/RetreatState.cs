namespace PartnerOffice.Core;

/// <summary>How a joint retreat stands on a day.</summary>
public enum RetreatState
{
    /// <summary>One district proposes it, and the other has not confirmed it.</summary>
    Proposed,

    /// <summary>Both confirmed host and days, which lie ahead.</summary>
    Agreed,

    /// <summary>Its days are over, and nobody recorded yet who took part.</summary>
    Unrecorded,

    /// <summary>It took place, with enough members of both boards.</summary>
    Held,

    /// <summary>It took place, with too few members of one board to count.</summary>
    TooFew,

    /// <summary>Both go without one in that year.</summary>
    Waived,

    /// <summary>It does not take place: the year is open again.</summary>
    Cancelled,
}
