using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>Somebody who is or is to be invited, for the own district's eyes. The address is not shown: nobody needs it here (R11).</summary>
/// <param name="Channel">calendar, mail, letter, phone; null while a person must still do it.</param>
/// <param name="At">When; null while it is on its way, or still to do.</param>
internal sealed record InviteeCard(string Person, string Name, InvitationChannel? Channel, DateTimeOffset? At)
{
    /// <summary>Everybody of the list, each way that was taken or is under way; whoever was not reached yet too.</summary>
    public static IReadOnlyList<InviteeCard> Of(InvitationList list, IReadOnlyList<KnownInvitation> known) =>
    [
        .. list.People.SelectMany(person => known.Where(one => one.Person == person.Id) is var ways && ways.Any()
            ? ways.Select(one => new InviteeCard(person.Id.ToString(), person.Name, one.Channel, one.At))
            : [new InviteeCard(person.Id.ToString(), person.Name, person.Channel, null)]),
    ];
}
