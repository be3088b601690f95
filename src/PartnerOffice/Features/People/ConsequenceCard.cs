namespace PartnerOffice.Features.People;

/// <summary>One thing that follows from a change.</summary>
internal sealed record ConsequenceCard(string Kind, DateOnly From, string Sentence);
