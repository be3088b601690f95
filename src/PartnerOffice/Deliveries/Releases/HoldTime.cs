using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>When an approved edition leaves by itself: on the next working day at nine, or so many hours later as the district wants (R7).</summary>
internal static class HoldTime
{
    /// <param name="now">The moment of the approval.</param>
    public static DateTimeOffset After(DateTimeOffset now, District district)
    {
        if (district.HoldHours is { } hours) return now.AddHours(hours);

        var tomorrow = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, district.TimeZone).DateTime).AddDays(1);
        return WorkingDays.OpeningOn(WorkingDays.Of(district, []).OnOrAfter(tomorrow), district.TimeZone);
    }
}
