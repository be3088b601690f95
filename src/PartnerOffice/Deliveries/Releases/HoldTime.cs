using PartnerOffice.Core;
using PublicHoliday;

namespace PartnerOffice.Deliveries;

/// <summary>When an approved edition leaves by itself: on the next working day at nine, or so many hours later as the district wants (R7).</summary>
internal static class HoldTime
{
    private static readonly TimeOnly Opening = new(9, 0);

    // Holidays of the whole republic; a district's own come with its state, which no setting names yet.
    private static readonly GermanPublicHoliday Holidays = new() { State = GermanPublicHoliday.States.ALL };

    /// <param name="now">The moment of the approval.</param>
    public static DateTimeOffset After(DateTimeOffset now, District district)
    {
        if (district.HoldHours is { } hours) return now.AddHours(hours);

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, district.TimeZone).DateTime).AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.IsPublicHoliday(day.ToDateTime(TimeOnly.MinValue))) day = day.AddDays(1);
        var local = day.ToDateTime(Opening);
        return new(local, district.TimeZone.GetUtcOffset(local));
    }
}
