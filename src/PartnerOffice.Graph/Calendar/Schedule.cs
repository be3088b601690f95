namespace PartnerOffice.Graph;

/// <summary>When somebody has time, without a word of what else they do.</summary>
/// <param name="Availability">One digit for each interval from the start on: 0 free, 1 perhaps, 2 busy, 3 away; null where nobody may know.</param>
/// <param name="Error">Graph's word for why nobody may know; null where the calendar was read.</param>
public sealed record Schedule(EmailAddress Address, string? Availability, string? Error);
