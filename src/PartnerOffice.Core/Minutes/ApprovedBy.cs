namespace PartnerOffice.Core;

/// <summary>The later meeting's item and vote that approved the minutes.</summary>
public sealed record ApprovedBy(string? Item, Vote? Vote);
