using PartnerOffice.Api;
using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>"Personen": the own board with its functions, terms and roles; of the other district who coordinates (clause 7). Whoever may edit the own people finds a place for that below.</summary>
internal sealed class PeopleModel : FragmentPage
{
    /// <summary>Everybody in office today, in the file's order.</summary>
    public IReadOnlyList<(Person Person, Term Term, IReadOnlyList<RoleAssignment> Roles)> Board { get; private set; } = [];

    /// <summary>Who comes into office later.</summary>
    public IReadOnlyList<(Person Person, Term Term)> Coming { get; private set; } = [];

    public void OnGet()
    {
        var own = Caller.District;
        Board = [.. own.People
            .Select(person => (Person: person, Term: person.TermOn(Today)))
            .Where(one => one.Term is not null)
            .Select(one => (one.Person, one.Term!, (IReadOnlyList<RoleAssignment>)[.. own.Roles.Where(role => role.Person == one.Person.Id && role.Covers(Today))]))];
        Coming = [.. own.People.SelectMany(person => person.Terms.Where(term => term.From > Today).Select(term => (person, term))).OrderBy(one => one.term.From)];
    }

    public string Role(RoleAssignment role) => (role.Role, role.IsDeputy) switch
    {
        (OfficeRole.Secretary, false) => Say("Protokollführung", "Minutes"),
        (OfficeRole.Secretary, true) => Say("Protokollführung (Vertretung)", "Minutes (deputy)"),
        (OfficeRole.Chair, false) => Say("Sitzungsleitung", "Chair"),
        (OfficeRole.Chair, true) => Say("Sitzungsleitung (Vertretung)", "Chair (deputy)"),
        (OfficeRole.Coordinator, false) => Say("Koordination", "Coordination"),
        (OfficeRole.Coordinator, true) => Say("Koordination (Vertretung)", "Coordination (deputy)"),
        (OfficeRole.Administrator, false) => Say("Administration", "Administration"),
        _ => Say("Administration (Vertretung)", "Administration (deputy)"),
    };

    public string Since(DateOnly from, DateOnly? until) => until is { } end ? Dates.Span(from, end) : Say($"seit {Dates.Day(from)}", $"since {Dates.Day(from)}");
}
