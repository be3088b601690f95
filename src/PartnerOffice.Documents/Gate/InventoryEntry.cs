namespace PartnerOffice.Documents.Gate;

/// <summary>Something that a file holds besides its text and its form.</summary>
/// <param name="Part">The part it is, or the part whose relationship it is; null for the package itself.</param>
/// <param name="Relationship">The relationship's id, where it is one.</param>
public sealed record InventoryEntry(InventoryKind Kind, string? Part, string? Relationship);
