namespace PartnerOffice.Features.Inviting;

/// <summary>A place where the board meets.</summary>
internal sealed record PlaceCard(string Name, string Address);
