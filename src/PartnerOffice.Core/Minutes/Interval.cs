namespace PartnerOffice.Core;

/// <summary>A span in the room; an end that is null is the meeting's own.</summary>
public sealed record Interval(IntervalEnd? From, IntervalEnd? Until);
