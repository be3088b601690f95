namespace PartnerOffice.Documents.Tracker;

/// <summary>What is kept of a row that we wrote: marks only, no word of it.</summary>
/// <param name="Row">The row's mark.</param>
/// <param name="Cells">The mark of each cell, by column.</param>
public sealed record WrittenRow(string Row, IReadOnlyDictionary<string, string> Cells);
