namespace PartnerOffice.Deliveries;

/// <summary>What became of planning, moving or cancelling a meeting.</summary>
internal abstract record MeetingOutcome
{
    private MeetingOutcome()
    {
    }

    /// <summary>It is in the ledger, and everybody will hear of it, whatever happens to this process.</summary>
    /// <param name="IsNew">False when the same was said before: nothing was changed and nobody hears of it again.</param>
    public sealed record Recorded(KnownMeeting Meeting, bool IsNew) : MeetingOutcome;

    /// <summary>This meeting is planned otherwise already: it is moved, not planned again.</summary>
    public sealed record KnownOtherwise(KnownMeeting Meeting) : MeetingOutcome;

    /// <summary>The ledger knows no such meeting, or it was cancelled.</summary>
    public sealed record NotPlanned(KnownMeeting? Meeting) : MeetingOutcome;
}
