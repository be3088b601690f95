namespace PartnerOffice.Core;

/// <summary>A simple table: rows of cells, each cell one paragraph of runs.</summary>
public sealed record TextTable(IReadOnlyList<IReadOnlyList<IReadOnlyList<TextRun>>> Rows) : TextBlock;
