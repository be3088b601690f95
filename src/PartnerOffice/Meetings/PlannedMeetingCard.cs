using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>A planned meeting as command line and API answer it.</summary>
/// <param name="Start">Local in <paramref name="Zone"/>.</param>
/// <param name="Event">Graph's id of its event; null until it is made.</param>
/// <param name="ByHand">Whom a person must still invite by letter or telephone.</param>
/// <param name="Answers">What was answered since it is planned for this time.</param>
internal sealed record PlannedMeetingCard(
    string Meeting, string Number, MeetingKind Kind, MeetingForm Form, DateTime Start, DateTime End, string Zone, string? Place, MeetingState State, int Generation, int Sequence,
    string? Event, string? ICalUId, string? Series, IReadOnlyList<InviteeCard> Invited, IReadOnlyList<string> ByHand, AnswersCard Answers)
{
    public static PlannedMeetingCard Of(KnownMeeting known, Partnership partnership)
    {
        var (plan, list) = (known.Plan, InvitationList.Of(known.Plan, partnership));
        return new(
            plan.Id.ToString(), plan.Number, plan.Kind, plan.Form, plan.Time.Start, plan.Time.End, plan.Time.Zone.Id, plan.Place, known.State, known.Generation, known.Sequence,
            known.EventId, known.ICalUId, (plan.Rhythm?.Id ?? plan.Series?.Id)?.ToString(), InviteeCard.Of(list, known.Invitations),
            [.. list.ByHand.Where(person => known.Invitations.All(one => one.Person != person.Id)).Select(person => person.Name)],
            AnswersCard.Of(known, list));
    }
}
