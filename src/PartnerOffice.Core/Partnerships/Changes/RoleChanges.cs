namespace PartnerOffice.Core;

/// <summary>Roles that are given and that end.</summary>
internal static class RoleChanges
{
    public static District Give(District district, Person person, PeopleChange.RoleGiven given)
    {
        if (given.Until < given.From)
            throw PeopleRefusals.EndBeforeBegin(person, given.From);
        if (person.TermOn(given.From) is null)
            throw PeopleRefusals.RoleWithoutTerm(person, given.From);

        var assignment = new RoleAssignment(given.Role, given.Person, given.IsDeputy, given.From, given.Until);
        foreach (var other in district.Roles.Where(known => known.Role == given.Role && Overlaps(known, assignment)))
        {
            if (other.Person == given.Person)
                throw PeopleRefusals.RoleHeld(person, given.Role);

            // Clause 7 names one person for each board: whom the partner writes to must never be a guess.
            if (given.Role == OfficeRole.Coordinator && other.IsDeputy == given.IsDeputy)
                throw PeopleRefusals.CoordinationTaken(person, district.Find(other.Person), given.From);
        }

        return district with { Roles = [.. district.Roles, assignment] };
    }

    public static District End(District district, Person person, PeopleChange.RoleEnded ended)
    {
        var held = district.Roles.Where(known => known.Role == ended.Role && known.Person == ended.Person && known.IsDeputy == ended.IsDeputy).ToList();
        if (held.FirstOrDefault(known => known.Covers(ended.LastDay)) is not { } assignment)
        {
            throw held.FirstOrDefault(known => known.From > ended.LastDay) is { } later
                ? PeopleRefusals.EndBeforeBegin(person, later.From)
                : PeopleRefusals.NoSuchRole(person, ended.Role, ended.LastDay);
        }

        if (assignment.Until == ended.LastDay)
            throw PeopleRefusals.EndsAlready(person, ended.LastDay);
        return district with { Roles = [.. district.Roles.Select(known => known == assignment ? known with { Until = ended.LastDay } : known)] };
    }

    /// <summary>The last day of the terms that follow one another without a gap, from the one that covers <paramref name="day"/>; null while no end is known.</summary>
    public static DateOnly? LastDayInOffice(Person person, DateOnly day)
    {
        var term = person.TermOn(day);
        while (term?.Until is { } until && until < DateOnly.MaxValue && person.TermOn(until.AddDays(1)) is { } next)
            term = next;
        return term?.Until;
    }

    private static bool Overlaps(RoleAssignment one, RoleAssignment other) =>
        one.From <= (other.Until ?? DateOnly.MaxValue) && other.From <= (one.Until ?? DateOnly.MaxValue);
}
