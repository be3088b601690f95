using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>How a person stands in an event of the calendar.</summary>
/// <param name="Answer">Null while there is none, or none any more.</param>
/// <param name="At">When it was sent; null where the calendar does not say.</param>
public sealed record SeenAnswer(PersonId Person, InvitationAnswer? Answer, DateTimeOffset? At, MeetingSlot? Proposed);
