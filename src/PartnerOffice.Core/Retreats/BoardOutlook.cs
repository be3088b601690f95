namespace PartnerOffice.Core;

/// <summary>How many members of one board can come on the days of a proposed retreat.</summary>
/// <param name="Unknown">Of whom nobody knows it.</param>
public sealed record BoardOutlook(DistrictId District, int Free, int IfNeeded, int Busy, int Unknown)
{
    /// <summary>All members with voting right.</summary>
    public int Members => Free + IfNeeded + Busy + Unknown;

    /// <summary>How many can come at most.</summary>
    public int Possible => Members - Busy;

    /// <summary>From 0, nobody, to 100, everybody for certain; whoever is not known, or comes if need be, counts half.</summary>
    public int Share => Members == 0 ? 0 : ((Free * 4) + ((IfNeeded + Unknown) * 2)) * 25 / Members;

    /// <summary>The outlook of a board.</summary>
    public static BoardOutlook Of(District district, DateOnly first, DateOnly last, KnownDays known)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(known);
        var answers = district.BoardOn(first).Select(person => known.Of(person.Id, first, last)).ToList();
        return new(district.Id,
            answers.Count(answer => answer == DayAnswer.Yes), answers.Count(answer => answer == DayAnswer.IfNeeded), answers.Count(answer => answer == DayAnswer.No), answers.Count(answer => answer is null));
    }
}
