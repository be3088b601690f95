namespace PartnerOffice.Core;

/// <summary>Days that were looked at and do not come into question.</summary>
/// <param name="Reason">The first thing that stands against them.</param>
public sealed record RefusedDate(DateOnly Day, DateOnly LastDay, Bilingual Reason);
