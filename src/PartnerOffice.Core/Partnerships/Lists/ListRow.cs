namespace PartnerOffice.Core;

/// <summary>A line of a list as people keep one.</summary>
/// <param name="Line">As the person sees it, from 1.</param>
/// <param name="Cells">As text; days as 2026-07-14 where the file knows that they are days.</param>
public sealed record ListRow(int Line, IReadOnlyList<string> Cells);
