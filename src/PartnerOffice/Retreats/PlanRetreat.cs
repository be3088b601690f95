using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;

namespace PartnerOffice.Retreats;

/// <summary>Invites both boards to a retreat whose host and days both districts confirmed: a meeting like any other, of the host's mailbox.</summary>
internal sealed class PlanRetreat(RetreatDesk desk, PlanMeeting planning, Partnership partnership, TimeProvider time)
{
    /// <summary>What would leave; nothing is changed and nobody is told.</summary>
    /// <param name="asked">What a person says of the meeting; host and days are those that were agreed.</param>
    /// <exception cref="RetreatException">It is not agreed, over, or planned for other days.</exception>
    /// <exception cref="MeetingException">It cannot be invited to like this.</exception>
    public async Task<(Retreat Retreat, MeetingProposal Proposal)> PrepareAsync(string id, Func<DraftRequest, DraftRequest> asked, MeetingRequest request, CancellationToken cancellationToken)
    {
        var retreat = await desk.FindAsync(id, cancellationToken);
        if (retreat is { IsOver: true } or { Fixed: null })
            throw RetreatRefusals.NotAgreed(retreat);

        var terms = retreat.Fixed!;
        var host = partnership.Find(terms.Host)!;
        var draft = MeetingDraft.Of(partnership, host, asked(new(MeetingKind.JointRetreat, time.Today(host.TimeZone), Last: null)) with { Date = terms.Day });
        if (retreat.Meeting is { } planned && planned != draft.Content.Id)
            throw RetreatRefusals.OtherDay(retreat, planned, terms.Day);

        return (retreat, await planning.PrepareAsync(draft, request with { LastDay = terms.LastDay > terms.Day ? terms.LastDay : null, End = request.End ?? Usual(terms, draft.Content.Start) }, cancellationToken));
    }

    /// <summary>Invites. Said twice, or after a crash, everybody is invited once.</summary>
    public async Task<KnownMeeting> RunAsync(Retreat retreat, MeetingProposal proposal, string by, CancellationToken cancellationToken)
    {
        var known = await planning.RunAsync(proposal, by, cancellationToken);
        await desk.LinkAsync(retreat.Id, known.Plan.Id, by, cancellationToken);
        return known;
    }

    // A day of work, not an evening; whoever begins late is asked nothing either.
    private static TimeOnly? Usual(RetreatTerms.Meet terms, TimeOnly? start)
    {
        var end = new TimeOnly(terms.LastDay > terms.Day ? 14 : 17, 0);
        return terms.LastDay > terms.Day || start < end ? end : null;
    }
}
