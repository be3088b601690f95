namespace PartnerOffice.Graph;

/// <summary>What changed in a window of a calendar, each event once, and where the next look begins.</summary>
/// <param name="Next">Keep it and hand it to the next call; it is opaque, bound to its window, and a secret like any address of Graph.</param>
public sealed record CalendarDelta(IReadOnlyList<EventNews> Changes, Uri Next);
