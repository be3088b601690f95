namespace PartnerOffice.Graph;

/// <summary>Another time for an event, as somebody who was invited proposes it.</summary>
/// <param name="Start">Local in the calendar's zone.</param>
/// <param name="End">Local in the calendar's zone.</param>
public sealed record ProposedTime(DateTime Start, DateTime End);
