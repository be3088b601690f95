namespace PartnerOffice.Documents.Import;

/// <summary>An agenda item as it was found in an old document.</summary>
internal sealed record OldItem(string Number, string Title, string Place, IReadOnlyList<OldLine> Lines);
