namespace PartnerOffice.Core;

/// <summary>On which days something can fall due: on working days outside of the agreed pauses (R41).</summary>
/// <param name="pauses">Times in which both boards agreed that the clock stands still (R24).</param>
/// <param name="isHoliday">Whether a day is a public holiday; the lists of them lie outside of this library.</param>
public sealed class WorkCalendar(IReadOnlyList<AgreedPause> pauses, Func<DateOnly, bool> isHoliday)
{
    /// <summary>Whether something may fall due on <paramref name="day"/>.</summary>
    public bool IsWorkday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsPause(day) && !isHoliday(day);

    /// <summary>The day that lies <paramref name="days"/> days after <paramref name="start"/>, not counting the days of a pause; if it is none for work, the next one that is.</summary>
    /// <param name="days">Calendar days, as the contract counts them.</param>
    public DateOnly DueAfter(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = start;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (!IsPause(day)) left--;
        }

        return OnOrAfter(day);
    }

    /// <summary>The workday that lies so many workdays before <paramref name="day"/>.</summary>
    public DateOnly Before(DateOnly day, int workdays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workdays);
        for (var left = workdays; left > 0;)
        {
            day = day.AddDays(-1);
            if (IsWorkday(day)) left--;
        }

        return day;
    }

    /// <summary>The first workday on or after <paramref name="day"/>.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkday(day)) day = day.AddDays(1);
        return day;
    }

    private bool IsPause(DateOnly day) => pauses.Any(pause => pause.Covers(day));
}
