namespace PartnerOffice.Features.People;

/// <summary>A person, with the function held today; null where there is none.</summary>
internal sealed record PersonName(string Id, string Name, string? Function);
