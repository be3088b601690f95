namespace PartnerOffice.Deliveries;

/// <summary>What became of minutes that were put to the review of a second person (R14).</summary>
internal enum ReviewState
{
    /// <summary>Nobody has decided yet.</summary>
    Open,

    /// <summary>This very content was released, whichever way.</summary>
    Released,

    /// <summary>Sent back with a remark.</summary>
    Returned,

    /// <summary>The minutes were changed, withdrawn, taken back to the draft, or put to the review anew.</summary>
    Overtaken,

    /// <summary>Nobody decided in time.</summary>
    Expired,
}
