namespace PartnerOffice.Core;

/// <summary>What was changed in the agenda, and the vote that adopted it.</summary>
public sealed record Agenda(string? Changes, Vote? Adopted);
