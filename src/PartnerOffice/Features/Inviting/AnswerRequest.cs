namespace PartnerOffice.Features.Inviting;

/// <summary>What somebody said to a person of the office.</summary>
/// <param name="Answer">accepted, declined, tentative; or open, which takes an entry back.</param>
internal sealed record AnswerRequest(string Person, string Answer);
