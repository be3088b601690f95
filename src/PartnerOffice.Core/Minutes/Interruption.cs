namespace PartnerOffice.Core;

/// <summary>A break of the meeting, in local time.</summary>
public sealed record Interruption(TimeOnly From, TimeOnly Until);
