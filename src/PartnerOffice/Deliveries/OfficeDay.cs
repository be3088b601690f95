namespace PartnerOffice.Deliveries;

/// <summary>What day it is in an office.</summary>
internal static class OfficeDay
{
    /// <summary>The day of now in the office's zone; asked once, at the edge, and handed in.</summary>
    public static DateOnly Today(this TimeProvider time, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
}
