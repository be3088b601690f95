using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>Records whom a person invited by letter or telephone.</summary>
internal sealed class RecordInvitation(Ledger ledger, Partnership partnership, TimeProvider time)
{
    /// <param name="person">Name or id of somebody who is to be invited to this meeting.</param>
    /// <param name="on">The day; null for today.</param>
    /// <exception cref="MeetingException">Nobody of that name is to be invited, the meeting is cancelled, or the way is not a person's.</exception>
    public async Task<KnownMeeting> RunAsync(KnownMeeting known, string person, InvitationChannel channel, DateOnly? on, string by, CancellationToken cancellationToken)
    {
        if (channel is not (InvitationChannel.Letter or InvitationChannel.Phone))
            throw MeetingRefusals.NotByHand();

        var invitee = InvitationList.Of(known.Plan, partnership).People.FirstOrDefault(one => one.Id.ToString() == person || string.Equals(one.Name, person, StringComparison.OrdinalIgnoreCase))
            ?? throw MeetingRefusals.UnknownPerson(person);
        return await ledger.Meetings.RecordAsync(partnership.Id, known.Plan.Id, invitee.Id, channel, MomentOf(on, known), by, cancellationToken) ?? throw MeetingRefusals.Cancelled(known.Plan);
    }

    // A day without an hour counts from noon, so that it is that day in every office.
    private DateTimeOffset MomentOf(DateOnly? on, KnownMeeting known)
    {
        var zone = partnership.Find(known.Plan.District)!.TimeZone;
        if (on is not { } day || day == time.Today(zone))
            return time.GetUtcNow();

        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return new(noon, zone.GetUtcOffset(noon));
    }
}
