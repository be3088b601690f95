namespace PartnerOffice.Core;

/// <summary>A candidate and the votes cast.</summary>
public sealed record Candidate(string Name, int? Yes, int? No, int? Abstained);
