using PublicHoliday;

namespace PartnerOffice.Deliveries;

/// <summary>The public holidays of the whole republic; a district's own come with its state, which no setting names yet.</summary>
internal static class Holidays
{
    private static readonly GermanPublicHoliday Calendar = new() { State = GermanPublicHoliday.States.ALL };

    /// <summary>Whether <paramref name="day"/> is one.</summary>
    public static bool Include(DateOnly day) => Calendar.IsPublicHoliday(day.ToDateTime(TimeOnly.MinValue));
}
