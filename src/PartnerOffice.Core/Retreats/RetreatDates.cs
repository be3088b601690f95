namespace PartnerOffice.Core;

/// <summary>What a search for days found.</summary>
/// <param name="Proposed">The best first; of equals the earliest.</param>
/// <param name="Refused">In the order of time.</param>
public sealed record RetreatDates(IReadOnlyList<RetreatDate> Proposed, IReadOnlyList<RefusedDate> Refused);
