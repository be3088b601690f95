namespace PartnerOffice.Features.Sharing;

/// <summary>Where an edition goes.</summary>
/// <param name="Library">The folder in the partner's library; null where it is not set up yet.</param>
internal sealed record ReceiverCard(string Name, string? Library);
