using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>
/// Cancels a planned meeting: whoever may have been invited hears of it, whoever was not yet never is. Days of a series that are planned singly go
/// with it where that is wanted; every other gets an event of its own first, since in a calendar it would go with its series.
/// </summary>
internal sealed class CancelMeeting(Ledger ledger, Partnership partnership, TimeProvider time, AnswerLines answers)
{
    /// <summary>What would leave; nothing is changed and nobody is told.</summary>
    /// <param name="withDays">Whether the singly planned days of a series are cancelled too.</param>
    public async Task<MeetingProposal> PrepareAsync(KnownMeeting known, bool withDays, CancellationToken cancellationToken)
    {
        var own = partnership.Find(known.Plan.District)!;
        var days = await ledger.Meetings.DaysOfAsync(known, cancellationToken);
        return PlanMeeting.Proposal(MeetingChange.Cancel, ClearedMeeting.OfLedger(known.Plan), InvitationList.Of(known.Plan, partnership), own, []) with { Days = days, TakesDays = withDays && days.Count > 0 };
    }

    /// <summary>Cancels it. Said twice, everybody hears of it once.</summary>
    /// <exception cref="MeetingException">It is not planned here.</exception>
    public async Task<KnownMeeting> RunAsync(MeetingProposal proposal, string by, CancellationToken cancellationToken)
    {
        foreach (var day in proposal.Days)
        {
            if (proposal.TakesDays)
                await CancelAsync(ClearedMeeting.OfLedger(day.Plan), by, cancellationToken);
            else
                await KeepAsync(day, by, cancellationToken);
        }

        return await CancelAsync(proposal.Meeting, by, cancellationToken);
    }

    private async Task<KnownMeeting> CancelAsync(ClearedMeeting meeting, string by, CancellationToken cancellationToken)
    {
        var messages = new MeetingMessages(partnership, meeting, time.GetUtcNow(), _ => null);
        return await ledger.Meetings.CancelAsync(partnership.Id, meeting.Plan.Id, messages.Cancel, by, cancellationToken) is MeetingOutcome.Recorded recorded
            ? recorded.Meeting
            : throw MeetingRefusals.Unknown(meeting.Plan.Id.ToString());
    }

    private async Task KeepAsync(KnownMeeting day, string by, CancellationToken cancellationToken)
    {
        // No link is given out where the day has an event of its own already: nobody would read it.
        if (await ledger.Meetings.FindAsync(partnership.Id, day.Plan.Id, cancellationToken) is not { } known || MeetingLedger.SeriesOf(known) is null)
            return;

        var lines = await answers.ForAsync(partnership.Id, day.Plan, known.Generation + 1, InvitationList.Of(day.Plan, partnership).ByMail, cancellationToken);
        var messages = new MeetingMessages(partnership, ClearedMeeting.OfLedger(day.Plan), time.GetUtcNow(), lines);
        await ledger.Meetings.KeepWithoutSeriesAsync(partnership.Id, day.Plan.Id, messages.Invite, by, cancellationToken);
    }
}
