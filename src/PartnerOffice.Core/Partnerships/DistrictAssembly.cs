namespace PartnerOffice.Core;

/// <summary>A conference or members' assembly that the district has fixed: a joint retreat is best beside it (clause 6).</summary>
public sealed record DistrictAssembly(string Name, DateOnly Date);
