namespace PartnerOffice.Core;

/// <summary>What one district proposes; it binds nobody until the other confirms it (R24).</summary>
/// <param name="By">Whose coordinator proposed it.</param>
/// <param name="On">In that district's zone.</param>
public sealed record RetreatOffer(RetreatTerms Terms, DistrictId By, DateOnly On);
