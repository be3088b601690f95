namespace PartnerOffice.Core;

/// <summary>How a board numbers its meetings, resolutions and resolutions by circulation.</summary>
public sealed record NumberFormats(NumberFormat Meeting, NumberFormat Resolution, NumberFormat Circulation);
