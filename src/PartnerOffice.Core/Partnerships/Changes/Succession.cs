namespace PartnerOffice.Core;

/// <summary>Changes that belong together when an office changes hands, so that nobody has to think of each.</summary>
public static class Succession
{
    /// <summary>A term ends, and a successor takes every role of it from the next day on.</summary>
    /// <param name="successor">Null where the roles simply end.</param>
    public static IReadOnlyList<PeopleChange> EndTerm(District district, PersonId person, DateOnly lastDay, PersonId? successor)
    {
        ArgumentNullException.ThrowIfNull(district);
        List<PeopleChange> changes = [new PeopleChange.TermEnded(person, lastDay)];
        if (successor is not { } next || lastDay == DateOnly.MaxValue)
            return changes;

        foreach (var role in district.Roles.Where(role => role.Person == person && role.Covers(lastDay) && role.Until != lastDay))
            changes.AddRange(HandOver(district, role, next, lastDay));
        return changes;
    }

    /// <summary>Somebody takes a role, in the place of whoever holds it.</summary>
    /// <param name="insteadOf">Whose same role ends the day before; null for nobody's.</param>
    public static IReadOnlyList<PeopleChange> GiveRole(PeopleChange.RoleGiven given, PersonId? insteadOf)
    {
        ArgumentNullException.ThrowIfNull(given);
        return insteadOf is { } other && given.From > DateOnly.MinValue
            ? [new PeopleChange.RoleEnded(other, given.Role, given.IsDeputy, given.From.AddDays(-1)), given]
            : [given];
    }

    /// <summary>A new function, which begins where the running one ends.</summary>
    public static IReadOnlyList<PeopleChange> BeginTerm(District district, PeopleChange.TermBegun begun)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(begun);
        return district.Find(begun.Person)?.TermOn(begun.Term.From) is { } running && running.From < begun.Term.From
            ? [new PeopleChange.TermEnded(begun.Person, begun.Term.From.AddDays(-1)), begun]
            : [begun];
    }

    private static IEnumerable<PeopleChange> HandOver(District district, RoleAssignment role, PersonId next, DateOnly lastDay)
    {
        // Whoever was the deputy and now holds the office itself cannot be their own deputy.
        if (district.Roles.FirstOrDefault(other => other.Person == next && other.Role == role.Role && other.Covers(lastDay.AddDays(1))) is { } held)
            yield return new PeopleChange.RoleEnded(next, held.Role, held.IsDeputy, lastDay);
        if (role.Role == OfficeRole.Coordinator)
            yield return new PeopleChange.RoleEnded(role.Person, role.Role, role.IsDeputy, lastDay);
        yield return new PeopleChange.RoleGiven(next, role.Role, role.IsDeputy, lastDay.AddDays(1), role.Until);
    }
}
