namespace PartnerOffice.Deliveries;

/// <summary>What waits beside one board's view while the minutes of two are looked at (R22): each board has a review of its own, and either may be the one that releases.</summary>
/// <param name="Pair">The edition for the board whose district wrote the minutes, and what both may read.</param>
/// <param name="People">The ids of those whose names stand, in this order, where the editions say who released: the two who do are taken from them.</param>
/// <param name="NotRead">The places that the other board does not read.</param>
internal sealed record JointReview(FrozenPair Pair, IReadOnlyList<string> People, IReadOnlyList<string> NotRead);
