namespace PartnerOffice.Deliveries;

/// <summary>From when to when, local in a meeting's zone.</summary>
public sealed record MeetingSlot(DateTime Start, DateTime End);
