using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>Moves a planned meeting to another time or place: its event, every calendar file and the tracker's row follow.</summary>
internal sealed class MoveMeeting(Ledger ledger, Partnership partnership, TimeProvider time, AnswerLines answers)
{
    /// <summary>What would leave; nothing is changed and nobody is told.</summary>
    /// <param name="to">The new time.</param>
    /// <param name="place">The new place; null for none.</param>
    /// <exception cref="MeetingException">It is cancelled, or a series.</exception>
    public MeetingProposal Prepare(KnownMeeting known, MeetingTime to, string? place, string? urgency)
    {
        if (known.State == MeetingState.Cancelled)
            throw MeetingRefusals.Cancelled(known.Plan);

        if (known.Plan.Rhythm is not null)
            throw MeetingRefusals.SeriesStays(known.Plan);

        var own = partnership.Find(known.Plan.District)!;
        var meeting = ClearedMeeting.OfLedger(known.Plan with { Urgency = urgency ?? known.Plan.Urgency }).MovedTo(to, place, own);
        var list = InvitationList.Of(meeting.Plan, partnership);
        return PlanMeeting.Proposal(MeetingChange.Move, meeting, list, own, InvitationCheck.Run(meeting.Plan, list, partnership, time.Today(own.TimeZone)));
    }

    /// <summary>Moves it. Said twice, everybody hears of it once.</summary>
    /// <exception cref="MeetingException">Something must be settled first, or the meeting was cancelled meanwhile.</exception>
    public async Task<KnownMeeting> RunAsync(MeetingProposal proposal, string by, CancellationToken cancellationToken)
    {
        if (proposal.Stopping is [var first, ..])
            throw MeetingRefusals.Stopped(first);

        var known = await ledger.Meetings.FindAsync(partnership.Id, proposal.Meeting.Plan.Id, cancellationToken);
        var lines = await answers.ForAsync(partnership.Id, proposal.Meeting.Plan, known?.Generation ?? 0, proposal.List.ByMail, cancellationToken);
        var messages = new MeetingMessages(partnership, proposal.Meeting, time.GetUtcNow(), lines);
        return await ledger.Meetings.MoveAsync(partnership.Id, proposal.Meeting, messages.Move, by, cancellationToken) is MeetingOutcome.Recorded recorded
            ? recorded.Meeting
            : throw MeetingRefusals.Cancelled(proposal.Meeting.Plan);
    }
}
