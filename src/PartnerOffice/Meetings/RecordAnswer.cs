using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>Records what somebody said to a person of the office: by telephone, in passing, in answer to a mail (R12).</summary>
internal sealed class RecordAnswer(Ledger ledger, Partnership partnership)
{
    /// <param name="person">Name or id of somebody of the own district who is to be invited to this meeting.</param>
    /// <param name="answer">Null takes an entry back.</param>
    /// <exception cref="MeetingException">Nobody of that name is to be invited, or the meeting is cancelled or has begun.</exception>
    public async Task<KnownMeeting> RunAsync(KnownMeeting known, string person, InvitationAnswer? answer, string by, CancellationToken cancellationToken)
    {
        // Of the partner's people only their own office knows what they said.
        var invitee = InvitationList.Of(known.Plan, partnership).People
            .FirstOrDefault(one => (one.District ?? known.Plan.District) == known.Plan.District && (one.Id.ToString() == person || string.Equals(one.Name, person, StringComparison.OrdinalIgnoreCase)))
            ?? throw MeetingRefusals.UnknownPerson(person);
        return await ledger.Answers.EnterAsync(partnership.Id, known.Plan.Id, invitee.Id, answer, by, cancellationToken)
            ?? throw (known.State == MeetingState.Cancelled ? MeetingRefusals.Cancelled(known.Plan) : MeetingRefusals.Begun(known.Plan));
    }
}
