using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;

namespace PartnerOffice.Meetings;

/// <summary>Plans a meeting: shows what would leave, then invites everybody once.</summary>
internal sealed class PlanMeeting(Ledger ledger, Partnership partnership, TimeProvider time, AnswerLines answers)
{
    /// <summary>What would leave; nothing is changed and nobody is told.</summary>
    /// <exception cref="MeetingException">It cannot be invited to like this.</exception>
    public async Task<MeetingProposal> PrepareAsync(MinutesDraft draft, MeetingRequest request, CancellationToken cancellationToken)
    {
        var own = partnership.Find(draft.Content.District)!;
        if (own.Mailbox is null)
            throw MeetingRefusals.NoMailbox(own);

        var plan = PlannedMeeting.Of(draft.Content, request.TimeOf(draft.Content, own), partnership) with
        {
            Urgency = request.Urgency,
            Series = draft.Content.Kind == MeetingKind.BoardMeeting ? await ledger.Meetings.SeriesOnAsync(partnership.Id, own.Id, draft.Content.Date, cancellationToken) : null,
            Guests = [.. request.Guests.Select((mail, index) => new MeetingGuest(PersonId.Parse(FormattableString.Invariant($"gast-{index + 1}")), mail))],
        };
        var meeting = Cleared(plan, draft.Content);
        var list = InvitationList.Of(plan, partnership);
        return Proposal(MeetingChange.Plan, meeting, list, own, InvitationCheck.Run(plan, list, partnership, time.Today(own.TimeZone))) with
        {
            Draft = draft with { Content = draft.Content with { EndDate = plan.Time.LastDay > plan.Time.Day ? plan.Time.LastDay : null, Invitation = Planned(plan, own, list) } },
        };
    }

    /// <summary>What would leave for a series of meetings; nothing is changed and nobody is told.</summary>
    /// <exception cref="MeetingException">It cannot be invited to like this.</exception>
    public MeetingProposal PrepareSeries(MeetingSeries series, District own, MeetingForm form, MeetingTime first, string? place)
    {
        if (own.Mailbox is null)
            throw MeetingRefusals.NoMailbox(own);

        var meeting = ClearedMeeting.OfSeries(PlannedMeeting.OfSeries(series, own, form, first, place));
        var list = InvitationList.Of(meeting.Plan, partnership);
        return Proposal(MeetingChange.Plan, meeting, list, own, InvitationCheck.Run(meeting.Plan, list, partnership, time.Today(own.TimeZone)));
    }

    /// <summary>Invites. Said twice, everybody is invited once.</summary>
    /// <exception cref="MeetingException">Something must be settled first, or the meeting is planned otherwise already.</exception>
    public async Task<KnownMeeting> RunAsync(MeetingProposal proposal, string by, CancellationToken cancellationToken)
    {
        if (proposal.Stopping is [var first, ..])
            throw MeetingRefusals.Stopped(first);

        // No link is given out for what is planned already: nobody would read it.
        var known = await ledger.Meetings.FindAsync(partnership.Id, proposal.Meeting.Plan.Id, cancellationToken);
        var lines = known?.State == MeetingState.Planned ? _ => null : await answers.ForAsync(partnership.Id, proposal.Meeting.Plan, (known?.Generation ?? 0) + 1, proposal.List.ByMail, cancellationToken);
        var messages = new MeetingMessages(partnership, proposal.Meeting, time.GetUtcNow(), lines);
        return await ledger.Meetings.PlanAsync(partnership.Id, proposal.Meeting, messages.Invite, by, cancellationToken) switch
        {
            MeetingOutcome.Recorded recorded => recorded.Meeting,
            MeetingOutcome.KnownOtherwise other => throw MeetingRefusals.KnownOtherwise(other.Meeting.Plan),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private ClearedMeeting Cleared(PlannedMeeting plan, Minutes draft)
    {
        try
        {
            return ClearedMeeting.Clear(plan, draft, partnership);
        }
        catch (LeakException leak)
        {
            throw MeetingRefusals.Withheld(leak);
        }
    }

    internal static MeetingProposal Proposal(MeetingChange change, ClearedMeeting meeting, InvitationList list, District own, IReadOnlyList<Finding> findings)
    {
        var (board, outsiders) = (InvitationText.ForBoard(meeting.Plan, own, own.Salutation), InvitationText.ForOutsiders(meeting.Plan, own, own.Salutation));
        var hasOutsiders = list.People.Any(person => person.IsOutsider);
        return change == MeetingChange.Cancel
            ? new(change, meeting, list, InvitationText.Cancelled(meeting.Plan, own, own.Salutation), null, findings)
            : change == MeetingChange.Move
                ? new(change, meeting, list, board.Moved().Answering(null), hasOutsiders ? outsiders.Moved().Answering(null) : null, findings)
                : new(change, meeting, list, board.Answering(null), hasOutsiders ? outsiders.Answering(null) : null, findings);
    }

    // As it will be when everything has left; who is invited by letter or telephone is recorded later.
    private Invitation Planned(PlannedMeeting plan, District own, InvitationList list)
    {
        var now = time.GetUtcNow();
        var people = list.People.Where(person => person.Channel is not null && !person.IsOutsider).Select(person => new InvitedPerson(person.Id, person.Channel!.Value, now)).ToList();
        return InvitationRecord.Of(plan, own, people) ?? new Invitation(null, null, plan.Urgency, null);
    }
}
