namespace PartnerOffice.Core;

/// <summary>School holidays of a district, by the calendar of its state; both days belong to them. No library knows them.</summary>
public sealed record SchoolHoliday(string Name, DateOnly From, DateOnly Until)
{
    /// <summary>Whether <paramref name="day"/> lies in them.</summary>
    public bool Covers(DateOnly day) => day >= From && day <= Until;
}
