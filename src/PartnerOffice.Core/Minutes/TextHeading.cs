namespace PartnerOffice.Core;

/// <summary>A heading below the agenda item's own, level 1 to 3.</summary>
public sealed record TextHeading(int Level, IReadOnlyList<TextRun> Runs) : TextBlock;
