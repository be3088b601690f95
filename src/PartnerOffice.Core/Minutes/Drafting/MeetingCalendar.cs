namespace PartnerOffice.Core;

/// <summary>When a board meets next, where nobody said it: on the same weekday of the next month, the second Tuesday after a second Tuesday.</summary>
public static class MeetingCalendar
{
    /// <summary>The day that the last minutes named, else the same weekday of the month after <paramref name="last"/>.</summary>
    public static DateOnly NextAfter(DateOnly last, DateOnly? named)
    {
        if (named > last)
            return named.Value;

        var which = (last.Day - 1) / 7;
        var month = new DateOnly(last.Year, last.Month, 1).AddMonths(1);
        var first = month.AddDays(((int)last.DayOfWeek - (int)month.DayOfWeek + 7) % 7);
        var day = first.AddDays(7 * which);

        // A fifth Tuesday that the month does not have is its last.
        return day.Month == month.Month ? day : day.AddDays(-7);
    }
}
