namespace PartnerOffice.Documents.Import;

/// <summary>What the partnership file knows of somebody on the day of a meeting.</summary>
public sealed record KnownName(string Person, string? Function, bool IsVoting);
