namespace PartnerOffice.Core;

/// <summary>A meeting that is planned, as whoever plans it hands it in.</summary>
/// <param name="Name">What the board calls it: a number, or the kind of meeting.</param>
public sealed record FutureMeeting(string Name, DateOnly Date);
