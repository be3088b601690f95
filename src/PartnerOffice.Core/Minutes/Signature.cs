namespace PartnerOffice.Core;

/// <summary>Who signed, as what, on which day.</summary>
public sealed record Signature(string Name, SignatureRole Role, DateOnly? On);
