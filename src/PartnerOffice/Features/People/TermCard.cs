namespace PartnerOffice.Features.People;

/// <summary>A term; both days belong to it, and null is an open end.</summary>
internal sealed record TermCard(string Function, bool Voting, DateOnly From, DateOnly? Until);
