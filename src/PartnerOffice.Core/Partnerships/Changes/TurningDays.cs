namespace PartnerOffice.Core;

/// <summary>The days on which something among the people can be otherwise than the day before.</summary>
internal static class TurningDays
{
    /// <summary>Each first day of a term or role, and each day after a last one, in the order of time.</summary>
    public static IReadOnlyList<DateOnly> Of(params ReadOnlySpan<District> districts)
    {
        var days = new SortedSet<DateOnly>();
        foreach (var district in districts)
        {
            foreach (var (from, until) in district.People.SelectMany(person => person.Terms).Select(term => (term.From, term.Until)).Concat(district.Roles.Select(role => (role.From, role.Until))))
            {
                days.Add(from);
                if (until is { } last && last < DateOnly.MaxValue)
                    days.Add(last.AddDays(1));
            }
        }

        return [.. days];
    }
}
