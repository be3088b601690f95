namespace PartnerOffice.Core;

/// <summary>Something that stays in the board: where it stands, what it is and why it stays; never its words.</summary>
public sealed record Withheld(string Place, WithheldKind Kind, Bilingual Reason);
