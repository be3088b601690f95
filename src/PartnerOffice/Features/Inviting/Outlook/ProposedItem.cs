using PartnerOffice.Core;

namespace PartnerOffice.Features.Inviting;

/// <summary>An item of an agenda, as it is proposed or as a person entered it; without an audience nobody has decided on it, and it stays in the board (R18).</summary>
internal sealed record ProposedItem(string Title, Audience Audience = Audience.Undecided);
