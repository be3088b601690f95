namespace PartnerOffice.Core;

/// <summary>An event of the federal level before which both boards exchange their positions (clause 2).</summary>
/// <param name="Date">Its first day.</param>
public sealed record FederalEvent(string Id, string Name, DateOnly Date);
