namespace PartnerOffice.PersonalLinks;

/// <summary>A link that is valid at this moment.</summary>
/// <param name="Mark">Under which the ledger knows it; says nothing of the token.</param>
/// <param name="ExpiresAt">In UTC; exclusive.</param>
/// <param name="Browser">The mark of the browser that opened it; null while none did.</param>
internal sealed record PersonalLink(string Mark, LinkPurpose Purpose, DateTimeOffset ExpiresAt, string? Browser);
