namespace PartnerOffice.Meetings;

/// <summary>A day of a series that is planned singly.</summary>
/// <param name="Stays">Whether people meet on it though the series is cancelled: then it gets an event of its own, to which everybody is invited anew.</param>
internal sealed record SeriesDayCard(string Meeting, string Number, DateOnly Date, bool Stays);
