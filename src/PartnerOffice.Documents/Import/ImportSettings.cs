namespace PartnerOffice.Documents.Import;

/// <summary>What an old file does not say of itself.</summary>
/// <param name="District">The id of the district whose minutes these are.</param>
/// <param name="Date">The day, where the file has none; it counts above what the file says.</param>
/// <param name="Find">What the partnership file knows of a name on a day.</param>
public sealed record ImportSettings(string District, string Board, DateOnly? Date, Func<string, DateOnly, KnownName?> Find);
