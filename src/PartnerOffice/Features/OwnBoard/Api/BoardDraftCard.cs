using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>A mail that lies ready, as the pane shows it.</summary>
internal sealed record BoardDraftCard(BoardCopyScope Scope, string What, string File, IReadOnlyList<PersonLine> People, int PrivateAddresses, bool IsNew, bool IsSent);
