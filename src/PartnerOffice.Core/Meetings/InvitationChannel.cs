namespace PartnerOffice.Core;

/// <summary>How somebody was invited (R10).</summary>
public enum InvitationChannel
{
    /// <summary>By the calendar of an account.</summary>
    Calendar,

    /// <summary>By mail with a calendar file.</summary>
    Mail,

    /// <summary>By a letter that a person sent.</summary>
    Letter,

    /// <summary>By telephone or in person.</summary>
    Phone,
}
