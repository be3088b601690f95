namespace PartnerOffice.Core;

/// <summary>One day of a series.</summary>
/// <param name="Id">The series.</param>
/// <param name="Generation">Which one of that name: another after each cancellation of the whole series.</param>
/// <param name="Day">The day on which the series has it; it stays when the meeting is moved.</param>
/// <param name="Start">When the series begins that day, local: calendar files know the day by it.</param>
public sealed record SeriesDay(SeriesId Id, int Generation, DateOnly Day, TimeOnly Start);
