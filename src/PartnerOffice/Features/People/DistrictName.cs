namespace PartnerOffice.Features.People;

/// <summary>A district by its names.</summary>
internal sealed record DistrictName(string Id, string Name, string ShortName, string BoardName);
