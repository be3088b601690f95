namespace PartnerOffice.Core;

/// <summary>What somebody who leaves an office hands over: open duties, dates ahead, and what only a human can do (R21).</summary>
/// <param name="LastDay">The last day of the term or role.</param>
/// <param name="Term">The term on that day; null where there is none.</param>
/// <param name="Open">What is under way or waits for a person.</param>
/// <param name="Dates">What lies ahead, in the order of time.</param>
/// <param name="ByHand">What no program can do.</param>
public sealed record Handover(
    District District, District Partner, Person Person, DateOnly LastDay, Term? Term, IReadOnlyList<HandedRole> Roles,
    IReadOnlyList<HandoverLine> Open, IReadOnlyList<HandoverLine> Dates, IReadOnlyList<string> ByHand)
{
    /// <summary>What a change of this person's office hands over.</summary>
    /// <param name="lastDay">The last day in office; null for the last day of the last term, or today where no end is entered.</param>
    /// <param name="open">As the ledger and the last minutes have it.</param>
    /// <param name="dates">As whoever plans knows them.</param>
    public static Handover Of(Partnership partnership, District district, Person person, DateOnly? lastDay, DateOnly today, IReadOnlyList<HandoverLine> open, IReadOnlyList<HandoverLine> dates)
    {
        ArgumentNullException.ThrowIfNull(partnership);
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(person);

        var last = lastDay ?? (person.Terms.Count > 0 ? person.Terms[^1].Until : null) ?? today;
        var roles = district.Roles
            .Where(role => role.Person == person.Id && role.Covers(last))
            .Select(role => new HandedRole(role.Role, role.IsDeputy, role.From, SuccessorsOf(district, role, last)))
            .OrderBy(role => (role.IsDeputy, role.Role))
            .ToList();
        var partner = partnership.PartnerOf(district.Id);
        return new(district, partner, person, last, person.TermOn(last), roles, open, dates, HumanTasks.Of(district, partner, person, roles));
    }

    private static IReadOnlyList<Person> SuccessorsOf(District district, RoleAssignment role, DateOnly last) => last == DateOnly.MaxValue
        ? []
        : [.. district.HoldersOn(role.Role, role.IsDeputy, last.AddDays(1)).Where(holder => holder.Id != role.Person)];
}
