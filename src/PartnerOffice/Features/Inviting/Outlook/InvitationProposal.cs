using PartnerOffice.Api;
using PartnerOffice.Core;

namespace PartnerOffice.Features.Inviting;

/// <summary>What the Outlook pane needs to invite to a meeting of that day: its number, agenda, people and rules.</summary>
/// <param name="Mailbox">The shared mailbox whose event it must be (R10); null until it is set up.</param>
/// <param name="TimeZone">The district's zone, as an IANA name.</param>
/// <param name="People">The board of that day, in the file's order.</param>
/// <param name="Partner">Only for joint meetings.</param>
internal sealed record InvitationProposal(
    MeetingKind Kind, DateOnly On, string Number, int NoticeDays, string TimeZone, string Salutation, string? Mailbox,
    IReadOnlyList<PlaceCard> Places, IReadOnlyList<ProposedItem> Agenda, IReadOnlyList<EventInviteeCard> People, InvitingPartner? Partner)
{
    public static async Task<InvitationProposal> OfAsync(string kind, DateOnly on, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        if (!KebabWord.TryParse<MeetingKind>(kind, out var meant))
            throw ApiException.BadRequest("kind", new("Diese Art von Sitzung gibt es nicht.", "There is no such kind of meeting."));

        var (own, partner) = (caller.District, caller.Partner);
        var last = (await served.Deliveries.Releases.ListAsync(served.Partnership.Id, cancellationToken))
            .Where(release => release.District == own.Id && release.Date < on && release.Kind is MeetingKind.BoardMeeting or MeetingKind.ExtraordinaryBoardMeeting)
            .MaxBy(release => release.Date)?.Number;
        var proposal = ProposedMeeting.Of(served.Partnership, own, meant, on, last);
        var isJoint = meant is MeetingKind.JointRetreat or MeetingKind.JointMeeting;
        return new(
            meant, on, proposal.Number, own.Rules.NoticeDays, ZoneName(own.TimeZone), own.Salutation, own.Mailbox?.ToString(),
            [.. own.Rooms.Select(room => new PlaceCard(room.Name, room.Address))],
            [.. proposal.Agenda.Select(item => new ProposedItem(item.Title, item.Audience))],
            [.. own.People.Where(person => person.TermOn(on) is not null).Select(person => EventInviteeCard.Of(person, on))],
            isJoint ? new(partner.ShortName, partner.CoordinatorOn(on) is { } coordinator ? EventInviteeCard.Of(coordinator, on) : null) : null);
    }

    // Browsers know zones by their IANA names only; the file may say it in Windows' words.
    private static string ZoneName(TimeZoneInfo zone) => TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var name) ? name : zone.Id;
}
