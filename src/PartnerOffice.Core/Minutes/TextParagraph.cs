namespace PartnerOffice.Core;

/// <summary>A paragraph of runs.</summary>
public sealed record TextParagraph(IReadOnlyList<TextRun> Runs) : TextBlock;
