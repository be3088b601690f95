namespace PartnerOffice.Features.People;

/// <summary>A member of the board on the day that was asked for.</summary>
internal sealed record BoardMember(string Id, string Name, string Function, bool Voting);
