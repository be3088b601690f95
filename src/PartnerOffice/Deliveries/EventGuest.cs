namespace PartnerOffice.Deliveries;

/// <summary>Somebody invited by calendar.</summary>
public sealed record EventGuest(string Address, string Name);
