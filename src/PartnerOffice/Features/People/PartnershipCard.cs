namespace PartnerOffice.Features.People;

/// <summary>What the two districts agreed on, as the own side sees it.</summary>
internal sealed record PartnershipCard(string Id, string Name, DateOnly Since, string Use, OwnDistrict Own, PartnerDistrict Partner);
