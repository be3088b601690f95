namespace PartnerOffice.Core;

/// <summary>How a person is invited. Everybody is; a calendar is only one of the ways (R12).</summary>
public enum InvitationWay
{
    /// <summary>As an attendee of the event: by an account, or an address that the district gave.</summary>
    Calendar,

    /// <summary>By a message of one's own: the address is private and stands in no event that others see (R11).</summary>
    Message,

    /// <summary>By letter or telephone: there is no address.</summary>
    Post,
}
