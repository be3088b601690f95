using PartnerOffice.Api;

namespace PartnerOffice.Features.Sharing;

/// <summary>What the check says of a document; no minutes where it cannot be read as such.</summary>
internal sealed record CheckAnswer(bool Ok, string Sentence, MinutesCard? Minutes, StandingCard Standing, IReadOnlyList<FindingJson> Findings);
