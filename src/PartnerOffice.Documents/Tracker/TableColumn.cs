namespace PartnerOffice.Documents.Tracker;

/// <param name="Name">Its heading, trimmed and composed.</param>
/// <param name="Formula">What a calculated column repeats in every row.</param>
/// <param name="IsArray">Whether that is an array formula.</param>
internal sealed record TableColumn(string Name, string? Formula, bool IsArray);
