namespace PartnerOffice.Graph;

/// <summary>Somebody invited to an event.</summary>
/// <param name="Address">Where the invitation goes; an address of a tenant, never a private one (R11).</param>
/// <param name="Name">How the calendar shows the person; null for the address alone.</param>
/// <param name="IsRequired">Whether the meeting needs this person; others are optional.</param>
public sealed record EventAttendee(EmailAddress Address, string? Name, bool IsRequired = true)
{
    /// <summary>What the person answered.</summary>
    public AttendeeAnswer Answer { get; init; }

    /// <summary>When the answer was sent; null while there is none.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Another time that the person proposes; null for none.</summary>
    public ProposedTime? Proposed { get; init; }
}
