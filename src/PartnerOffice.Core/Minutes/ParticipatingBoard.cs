namespace PartnerOffice.Core;

/// <summary>A board that sat in the meeting, with its own chair and quorum.</summary>
public sealed record ParticipatingBoard(string District, string? Chair, Quorum? Quorum);
