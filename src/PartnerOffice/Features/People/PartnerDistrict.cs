namespace PartnerOffice.Features.People;

/// <summary>The other district: who coordinates there (clause 7).</summary>
internal sealed record PartnerDistrict(string Id, string Name, string? Coordinator, string? Deputy);
