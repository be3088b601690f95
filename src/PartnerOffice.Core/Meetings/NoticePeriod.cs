namespace PartnerOffice.Core;

/// <summary>The time between invitation and meeting.</summary>
public static class NoticePeriod
{
    /// <summary>Whole days between the two, neither of them counted.</summary>
    public static int Between(DateOnly sent, DateOnly meeting) => Math.Max(0, meeting.DayNumber - sent.DayNumber - 1);

    /// <summary>The last day on which an invitation keeps the notice.</summary>
    public static DateOnly LastDayFor(DateOnly meeting, int noticeDays) => meeting.AddDays(-noticeDays - 1);
}
