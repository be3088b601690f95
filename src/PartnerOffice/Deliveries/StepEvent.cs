namespace PartnerOffice.Deliveries;

/// <summary>What can happen to a step. Each is one commit in the ledger.</summary>
public enum StepEvent
{
    /// <summary>A request is about to leave.</summary>
    Intend,

    /// <summary>It is there: Graph said so, or a look showed it.</summary>
    Confirm,

    /// <summary>Certainly nothing was changed; try again later.</summary>
    NotDone,

    /// <summary>Something may have been changed, or may still be; look later.</summary>
    Unknown,

    /// <summary>Only a person can find out whether the message left.</summary>
    Doubt,

    /// <summary>The library has no columns for it.</summary>
    Skip,

    /// <summary>Out of time, or refused for good.</summary>
    GiveUp,

    /// <summary>A person asks to try again.</summary>
    Retry,

    /// <summary>Something was learnt on the way (the id of a draft); the step stands where it stood.</summary>
    Note,
}
