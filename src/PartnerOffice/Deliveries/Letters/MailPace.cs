namespace PartnerOffice.Deliveries;

/// <summary>What becomes of a message whose receiver has had enough of them (R24).</summary>
public enum MailPace
{
    /// <summary>It goes all the same: minutes, a recall, what somebody may still stop.</summary>
    AtOnce,

    /// <summary>It waits until its receivers may be written to again.</summary>
    WhenFree,

    /// <summary>It is left away: it would be out of date by then, and is shown elsewhere.</summary>
    OrNotAtAll,
}
