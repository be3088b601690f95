namespace PartnerOffice.Core;

/// <summary>A place that may be named to the partner; of any other address only the town leaves (R31).</summary>
public sealed record Room(string Name, string Address);
