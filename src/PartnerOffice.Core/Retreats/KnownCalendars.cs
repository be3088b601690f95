namespace PartnerOffice.Core;

/// <summary>Of how many members of a board the calendars, or the answers, are known (R12).</summary>
/// <param name="Unknown">Of whom nothing is known, by name, for the own district's eyes.</param>
public sealed record KnownCalendars(DistrictId District, int Known, IReadOnlyList<string> Unknown)
{
    /// <summary>All members of the board.</summary>
    public int Members => Known + Unknown.Count;

    /// <summary>Below two thirds: then people are asked for dates.</summary>
    public bool IsTooFew => Known * 3 < Members * 2;

    /// <summary>What is known of a board.</summary>
    public static KnownCalendars Of(District district, DateOnly day, KnownDays known)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(known);
        var unknown = district.BoardOn(day).Where(person => !known.People.Contains(person.Id)).Select(person => person.Name).ToList();
        return new(district.Id, district.BoardOn(day).Count - unknown.Count, unknown);
    }
}
