namespace PartnerOffice.Documents.Import;

/// <summary>An old document in its parts: what stands before the items, the items, the agenda that it announced.</summary>
/// <param name="How">By what the items were known, for the report.</param>
internal sealed record OldParts(IReadOnlyList<OldLine> Head, IReadOnlyList<OldLine> Agenda, IReadOnlyList<OldItem> Items, string How);
