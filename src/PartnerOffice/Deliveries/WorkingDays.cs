using PartnerOffice.Core;
using PublicHoliday;

namespace PartnerOffice.Deliveries;

/// <summary>Days on which somebody can be expected to look: no weekend, no public holiday of the district, no agreed pause (R24, R41).</summary>
internal static class WorkingDays
{
    /// <summary>When an office opens.</summary>
    private static readonly TimeOnly Opening = new(9, 0);

    private static readonly GermanPublicHoliday Everywhere = new() { State = GermanPublicHoliday.States.ALL };

    private static readonly Dictionary<FederalState, GermanPublicHoliday> Calendars =
        Enum.GetValues<FederalState>().ToDictionary(state => state, state => new GermanPublicHoliday { State = Enum.Parse<GermanPublicHoliday.States>(state.ToString()) });

    /// <summary>The days that count for a district where these pauses are agreed.</summary>
    public static WorkCalendar Of(District district, IReadOnlyList<AgreedPause> pauses) => new(pauses, day => IsHoliday(district.State, day));

    /// <summary>Whether a day is a public holiday in this state; where none is named, whether it is one in the whole republic.</summary>
    public static bool IsHoliday(FederalState? state, DateOnly day) => CalendarOf(state).IsPublicHoliday(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>What the public holiday of this day is called; null for an ordinary day.</summary>
    public static string? HolidayOn(FederalState? state, DateOnly day) => CalendarOf(state).PublicHolidayNames(day.Year).TryGetValue(day.ToDateTime(TimeOnly.MinValue), out var name) ? name : null;

    /// <summary>When an office opens on this day.</summary>
    public static DateTimeOffset OpeningOn(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(Opening);
        return new(local, zone.GetUtcOffset(local));
    }

    private static GermanPublicHoliday CalendarOf(FederalState? state) => state is { } own ? Calendars[own] : Everywhere;
}
