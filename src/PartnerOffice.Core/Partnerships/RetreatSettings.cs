namespace PartnerOffice.Core;

/// <summary>What both boards agreed on for their joint retreats (clauses 5 and 6).</summary>
/// <param name="FirstHost">Who hosts the first one; from then on hosts alternate. Null while nobody agreed on it.</param>
/// <param name="TravelMinutes">One way between the two districts; null where nobody entered it.</param>
/// <param name="Days">How many days one takes: 1 or 2.</param>
/// <param name="NoticeDays">Whole days between invitation and retreat; null for the longer notice of the two boards.</param>
/// <param name="SchoolHolidays">Whether it may lie in school holidays.</param>
/// <param name="RemindDaysBefore">How many days before the end of the year the host is reminded of a retreat that nobody has fixed.</param>
/// <param name="FromYear">The first year whose retreat is looked after here; null for the year in which the service began.</param>
public sealed record RetreatSettings(
    DistrictId? FirstHost,
    int? TravelMinutes,
    int Days,
    int? NoticeDays,
    SchoolHolidayRule SchoolHolidays,
    int RemindDaysBefore,
    int? FromYear)
{
    /// <summary>What holds where the file says nothing.</summary>
    public static RetreatSettings Default { get; } = new(null, null, 1, null, SchoolHolidayRule.Forbid, 90, null);
}
