namespace PartnerOffice.Sandbox;

/// <summary>What a mail about a meeting is for.</summary>
public enum MeetingMailKind
{
    /// <summary>Somebody is asked to come.</summary>
    Invitation,

    /// <summary>Something changed.</summary>
    Update,

    /// <summary>It does not take place, or not with this person.</summary>
    Cancellation,
}
