namespace PartnerOffice.Features.People;

/// <summary>A mail address of a person of the own district.</summary>
internal sealed record AddressCard(string Mail, bool Private);
