namespace PartnerOffice.Sandbox;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>Another status is answered; by default nothing is done before.</summary>
    Status,

    /// <summary>The connection breaks.</summary>
    Reset,

    /// <summary>The answer comes late.</summary>
    Delay,

    /// <summary>504 is answered at once, and the request is done some time later.</summary>
    LateCommit,

    /// <summary>The answer breaks off in the middle of its body.</summary>
    TruncatedBody,

    /// <summary>The file that this request writes is not found by the next calls.</summary>
    Unseen,

    /// <summary>The answer carries more headers.</summary>
    Headers,

    /// <summary>200 with a page of HTML, as a proxy on the way answers.</summary>
    Html,

    /// <summary>A notification comes twice. Notifications are matched as <c>NOTIFY /drives/{drive-id}/root</c>; a status or a reset loses them, a delay holds them up. Those about a subscription itself are matched as <c>LIFECYCLE</c>.</summary>
    Twice,

    /// <summary>A notification comes only after the next one.</summary>
    Reordered,

    /// <summary>A notification comes with another secret than the subscriber's.</summary>
    ForgedState,

    /// <summary>A notification names another tenant.</summary>
    WrongTenant,

    /// <summary>A notification comes <see cref="FaultRule.Calls"/> times at once.</summary>
    Burst,
}
