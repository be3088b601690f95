namespace PartnerOffice.Deliveries;

/// <summary>Stable words for what stands in the way of a step, where other code asks for them.</summary>
internal static class StepError
{
    /// <summary>Somebody at the partner's changed the words of the file; a person says whether it is replaced all the same.</summary>
    public const string EditedByPartner = "edited-by-partner";

    /// <summary>This version was taken back, which a restored ledger does not know any more.</summary>
    public const string WithdrawnSince = "withdrawn-since";

    /// <summary>Not done by us: a person did it in the calendar.</summary>
    public const string DoneInCalendar = "done-in-calendar";

    /// <summary>A district is not set up yet.</summary>
    public const string NotSetUp = "not-set-up";

    /// <summary>The partner deleted the file; it is never laid there again by itself (D7).</summary>
    public const string RemovedByPartner = "removed-by-partner";
}
