using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>Who was to get which version.</summary>
internal sealed record BoardCopyCard(int Version, BoardCopyScope Scope, string What, IReadOnlyList<PersonLine> People, DateTimeOffset At);
