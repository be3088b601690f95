using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>A resolution as an old document has it.</summary>
internal sealed record FoundVote(string? Number, string Wording, SpokenVote? Vote, Outcome Outcome, string Place);
