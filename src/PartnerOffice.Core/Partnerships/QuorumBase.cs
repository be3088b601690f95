namespace PartnerOffice.Core;

/// <summary>Of whom the quorum is counted.</summary>
public enum QuorumBase
{
    /// <summary>Of the members in office on that day.</summary>
    Elected,

    /// <summary>Of the seats, whether they are taken or not.</summary>
    Seats,
}
