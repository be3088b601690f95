using PartnerOffice.Core;
using PublicHoliday;

namespace PartnerOffice.Deliveries;

/// <summary>Days on which somebody can be expected to look: no weekend, no holiday of the whole republic, no agreed pause (R24, R41).</summary>
internal static class WorkingDays
{
    /// <summary>When an office opens.</summary>
    private static readonly TimeOnly Opening = new(9, 0);

    // Holidays of the whole republic; a district's own come with its state, which no setting names yet.
    private static readonly GermanPublicHoliday Holidays = new() { State = GermanPublicHoliday.States.ALL };

    /// <summary>The days that count where nothing but these pauses is agreed.</summary>
    public static WorkCalendar Outside(IReadOnlyList<AgreedPause> pauses) => new(pauses, day => Holidays.IsPublicHoliday(day.ToDateTime(TimeOnly.MinValue)));

    /// <summary>When an office opens on this day.</summary>
    public static DateTimeOffset OpeningOn(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(Opening);
        return new(local, zone.GetUtcOffset(local));
    }
}
