namespace PartnerOffice.Core;

/// <summary>Words of the minutes and the place they stand at.</summary>
/// <param name="IsForPartner">Whether the partner reads them.</param>
internal sealed record PlacedText(string Place, string Text, bool IsForPartner);
