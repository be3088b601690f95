namespace PartnerOffice.Core;

/// <summary>Minutes that were released, by id alone: what the ledger says of them.</summary>
/// <param name="Date">The day of the meeting.</param>
/// <param name="IsOpen">Not approved yet, or opened again: they may be released once more.</param>
public sealed record ReleasedMinutes(MinutesId Id, DateOnly Date, bool IsOpen);
