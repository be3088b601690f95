namespace PartnerOffice.Core;

/// <summary>What somebody answered to an invitation; never a word of how they said it (R11).</summary>
public enum InvitationAnswer
{
    /// <summary>Comes.</summary>
    Accepted,

    /// <summary>Does not come.</summary>
    Declined,

    /// <summary>Perhaps.</summary>
    Tentative,
}
