using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>What is objected to in a document.</summary>
internal sealed record ObjectionsAnswer(IReadOnlyList<Objection> Objections);
