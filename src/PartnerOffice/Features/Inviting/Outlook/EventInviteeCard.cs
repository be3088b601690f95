using PartnerOffice.Core;

namespace PartnerOffice.Features.Inviting;

/// <summary>A person to be invited. The address is there only where it may stand in an event (R11).</summary>
internal sealed record EventInviteeCard(string Id, string Name, string? Function, bool Voting, InvitationWay Way, string? Address)
{
    public static EventInviteeCard Of(Person person, DateOnly on)
    {
        var invitee = EventInvitee.Of(person);
        return new(person.Id.ToString(), person.Name, person.TermOn(on)?.Function, person.IsVotingOn(on), invitee.Way, invitee.Address?.ToString());
    }
}
