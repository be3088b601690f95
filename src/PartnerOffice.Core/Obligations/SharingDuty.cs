namespace PartnerOffice.Core;

/// <summary>Clause 4: the partner has the minutes so many days after the board approved them.</summary>
public static class SharingDuty
{
    /// <param name="approvedOn">The day of the board's approval.</param>
    /// <param name="sharedOn">The day on which the edition lay with the partner; null while it does not.</param>
    public static Obligation Of(MinutesId minutes, DistrictId owner, DateOnly approvedOn, DateOnly? sharedOn, ObligationSettings settings, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(calendar);
        return new(
            ObligationId.OfSharing(minutes), Clause.Information, owner,
            calendar.DueAfter(approvedOn, settings.MinutesSharedWithinDays), settings.OwnNoticeDays)
        {
            MetOn = sharedOn,
        };
    }
}
