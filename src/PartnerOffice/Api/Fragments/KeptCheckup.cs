namespace PartnerOffice.Api;

/// <summary>How a look at one side's set-up ended.</summary>
/// <param name="Open">How many points are to be repaired.</param>
internal sealed record KeptCheckup(int Open, DateTimeOffset At);
