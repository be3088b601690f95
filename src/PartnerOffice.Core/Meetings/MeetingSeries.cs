namespace PartnerOffice.Core;

/// <summary>A board that meets every month on the same weekday, but for some days.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="Week">1 to 4, or 5 for the last of the month.</param>
/// <param name="From">The day of the first meeting.</param>
/// <param name="Until">The last day on which one may be.</param>
/// <param name="Skipped">Days of the rhythm on which nobody meets: holidays, agreed pauses.</param>
public sealed record MeetingSeries(SeriesId Id, DayOfWeek Day, int Week, DateOnly From, DateOnly Until, IReadOnlyList<DateOnly> Skipped)
{
    /// <summary>The rhythm that a first day begins: the second Tuesday after a second Tuesday, the last after a fifth.</summary>
    /// <param name="pauses">Times in which nobody meets.</param>
    public static MeetingSeries Monthly(DistrictId district, DateOnly from, DateOnly until, IReadOnlyList<AgreedPause> pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        var week = ((from.Day - 1) / 7) + 1;
        var own = district.ToString();
        var id = SeriesId.Parse(FormattableString.Invariant($"{own[..Math.Min(own.Length, 20)]}-{from:yyyyMM}-{(int)from.DayOfWeek}{week}"));
        var rhythm = new MeetingSeries(id, from.DayOfWeek, week, from, until, []);
        return rhythm with { Skipped = [.. rhythm.Rhythm().Where(day => pauses.Any(pause => pause.Covers(day)))] };
    }

    /// <summary>The days on which the board meets.</summary>
    public IEnumerable<DateOnly> Days() => Rhythm().Where(day => !Skipped.Contains(day));

    private IEnumerable<DateOnly> Rhythm()
    {
        for (var month = new DateOnly(From.Year, From.Month, 1); month <= Until; month = month.AddMonths(1))
        {
            var first = month.AddDays(((int)Day - (int)month.DayOfWeek + 7) % 7);
            var day = first.AddDays(7 * (Week - 1));
            if (day.Month != month.Month)
                day = day.AddDays(-7);
            if (day >= From && day <= Until)
                yield return day;
        }
    }
}
