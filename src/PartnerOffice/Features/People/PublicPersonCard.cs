namespace PartnerOffice.Features.People;

/// <summary>Somebody with a public office, whom the partner reads by name.</summary>
internal sealed record PublicPersonCard(string Name, string Function);
