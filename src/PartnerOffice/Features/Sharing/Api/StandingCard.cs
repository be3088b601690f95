namespace PartnerOffice.Features.Sharing;

/// <summary>How far minutes have come, as the ledger says it, and whether the document was changed since.</summary>
internal sealed record StandingCard(string State, string Sentence, bool IsChangedSince);
