using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What one person answered by one way, as the ledger knows it.</summary>
/// <param name="At">When it was given or entered.</param>
/// <param name="By">Who entered it; the person's own id for an own answer.</param>
public sealed record KnownAnswer(PersonId Person, InvitationAnswer Answer, AnswerWay Way, DateTimeOffset At, string By)
{
    /// <summary>Another time that the person proposed in the calendar, local in the meeting's zone: for a person to look at. Null for none.</summary>
    public MeetingSlot? Proposed { get; init; }
}
