using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>When an approved edition leaves by itself: on the next working day at nine, or so many hours later as the district wants (R7).</summary>
internal static class HoldTime
{
    private static readonly TimeOnly Opening = new(9, 0);

    /// <param name="now">The moment of the approval.</param>
    public static DateTimeOffset After(DateTimeOffset now, District district)
    {
        if (district.HoldHours is { } hours) return now.AddHours(hours);

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, district.TimeZone).DateTime).AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.Include(day)) day = day.AddDays(1);
        var local = day.ToDateTime(Opening);
        return new(local, district.TimeZone.GetUtcOffset(local));
    }
}
