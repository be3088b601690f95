namespace PartnerOffice.Deliveries;

/// <summary>A finding as the person who decides reads it: where, and in fixed words what.</summary>
internal sealed record ReviewLine(string Place, string German, string English);
