namespace PartnerOffice.Core;

/// <summary>Reads from a calendar's free and busy times on which days somebody can come.</summary>
public static class CalendarDays
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly Evening = new(18, 0);

    /// <summary>Whoever is busy for longer than this cannot come; whoever is for less can arrange it.</summary>
    private static readonly TimeSpan GivesWay = TimeSpan.FromHours(2);

    /// <summary>Puts down what the digits of a calendar say: 0 and 4 free, 1 perhaps, 2 busy, 3 away; a day with any other sign is not known.</summary>
    /// <param name="availability">One digit for each interval.</param>
    /// <param name="start">When the first interval begins.</param>
    /// <param name="zone">The person's: days and hours are its clock's, also in the nights in which the clocks change.</param>
    public static void Put(KnownDays known, PersonId person, string availability, DateTimeOffset start, TimeSpan interval, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(availability);
        var days = new SortedDictionary<DateOnly, (TimeSpan Busy, bool Perhaps, bool IsKnown)>();
        for (var index = 0; index < availability.Length; index++)
        {
            var local = TimeZoneInfo.ConvertTime(start + (index * interval), zone).DateTime;
            var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
            var so = days.TryGetValue(day, out var before) ? before : (Busy: TimeSpan.Zero, Perhaps: false, IsKnown: true);
            if (time >= Morning && time < Evening)
            {
                so = availability[index] switch
                {
                    '0' or '4' => so,
                    '1' => (so.Busy, true, so.IsKnown),
                    '2' or '3' => (so.Busy + interval, so.Perhaps, so.IsKnown),
                    _ => (so.Busy, so.Perhaps, false),
                };
            }

            days[day] = so;
        }

        foreach (var (day, (busy, perhaps, isKnown)) in days.Where(one => one.Value.IsKnown))
            known.Set(person, day, busy > GivesWay ? DayAnswer.No : busy > TimeSpan.Zero || perhaps ? DayAnswer.IfNeeded : DayAnswer.Yes);
    }
}
