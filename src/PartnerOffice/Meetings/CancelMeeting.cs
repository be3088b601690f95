using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>Cancels a planned meeting: whoever may have been invited hears of it, whoever was not yet never is.</summary>
internal sealed class CancelMeeting(Ledger ledger, Partnership partnership, TimeProvider time)
{
    /// <summary>What would leave; nothing is changed and nobody is told.</summary>
    public MeetingProposal Prepare(KnownMeeting known)
    {
        var own = partnership.Find(known.Plan.District)!;
        return PlanMeeting.Proposal(MeetingChange.Cancel, ClearedMeeting.OfLedger(known.Plan), InvitationList.Of(known.Plan, partnership), own, []);
    }

    /// <summary>Cancels it. Said twice, everybody hears of it once.</summary>
    /// <exception cref="MeetingException">It is not planned here.</exception>
    public async Task<KnownMeeting> RunAsync(MeetingProposal proposal, string by, CancellationToken cancellationToken)
    {
        var messages = new MeetingMessages(partnership, proposal.Meeting, time.GetUtcNow(), _ => null);
        return await ledger.Meetings.CancelAsync(partnership.Id, proposal.Meeting.Plan.Id, messages.Cancel, by, cancellationToken) is MeetingOutcome.Recorded recorded
            ? recorded.Meeting
            : throw MeetingRefusals.Unknown(proposal.Meeting.Plan.Id.ToString());
    }
}
