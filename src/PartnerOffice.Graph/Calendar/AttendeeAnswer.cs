namespace PartnerOffice.Graph;

/// <summary>What somebody answered to an invitation; nothing of the words of the answer.</summary>
public enum AttendeeAnswer
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>Comes.</summary>
    Accepted,

    /// <summary>Perhaps.</summary>
    Tentative,

    /// <summary>Does not come.</summary>
    Declined,

    /// <summary>The organizer, who does not answer.</summary>
    Organizer,
}
