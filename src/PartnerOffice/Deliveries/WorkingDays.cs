using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Days on which somebody can be expected to look: no weekend, no holiday of the whole republic, no agreed pause (R24, R41).</summary>
internal static class WorkingDays
{
    /// <summary>When an office opens.</summary>
    public static readonly TimeOnly Opening = new(9, 0);

    /// <summary>Whether people work on this day.</summary>
    public static bool Contains(DateOnly day, IReadOnlyList<AgreedPause>? pauses = null) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Include(day) && !IsPaused(day, pauses);

    /// <summary>The first working day on or after this one.</summary>
    public static DateOnly OnOrAfter(DateOnly day, IReadOnlyList<AgreedPause>? pauses = null)
    {
        while (!Contains(day, pauses)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The working day on which so many days have passed; a pause stops the clock for both sides.</summary>
    public static DateOnly After(DateOnly start, int days, IReadOnlyList<AgreedPause> pauses)
    {
        var day = start;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (!IsPaused(day, pauses)) left--;
        }

        return OnOrAfter(day, pauses);
    }

    /// <summary>When an office opens on this day.</summary>
    public static DateTimeOffset OpeningOn(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(Opening);
        return new(local, zone.GetUtcOffset(local));
    }

    private static bool IsPaused(DateOnly day, IReadOnlyList<AgreedPause>? pauses) => pauses?.Any(pause => pause.Covers(day)) ?? false;
}
