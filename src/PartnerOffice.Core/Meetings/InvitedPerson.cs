namespace PartnerOffice.Core;

/// <summary>Who was invited how and when, for the record (rule V11).</summary>
/// <param name="At">When it left, or when a person did it.</param>
public sealed record InvitedPerson(PersonId Person, InvitationChannel Channel, DateTimeOffset At);
