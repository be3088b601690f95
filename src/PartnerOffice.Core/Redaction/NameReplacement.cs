namespace PartnerOffice.Core;

/// <summary>A name that the partner's text does not show: where it stood, and what stands there now.</summary>
public sealed record NameReplacement(string Place, string ShownAs);
