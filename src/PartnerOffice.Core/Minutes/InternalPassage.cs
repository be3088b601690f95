namespace PartnerOffice.Core;

/// <summary>Blocks that stay in the board.</summary>
public sealed record InternalPassage(IReadOnlyList<TextBlock> Blocks) : TextBlock;
