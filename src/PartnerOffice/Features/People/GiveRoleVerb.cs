using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary><c>people give-role PERSON ROLE --from DAY</c>: somebody in office takes a role, alone or in the place of somebody else.</summary>
internal sealed class GiveRoleVerb : EditingVerb
{
    private readonly Argument<string> person = PeopleOptions.Person();
    private readonly Argument<string> role = PeopleOptions.Role();
    private readonly Option<string?> from = PeopleOptions.Day("--from", "Erster Tag");
    private readonly Option<string?> until = PeopleOptions.Day("--until", "Letzter Tag; ohne Angabe bis zum Ende der Amtszeit");
    private readonly Option<bool> deputy = PeopleOptions.Deputy();
    private readonly Option<string?> instead = new("--instead-of") { Description = "Wessen gleiche Aufgabe am Tag davor endet", HelpName = "PERSON" };

    protected override Command DescribeChange() => new("give-role", "Vergibt eine Aufgabe: Sitzungsleitung, Protokollführung, Koordination, Administration") { person, role, from, until, deputy, instead };

    protected override Task<PeopleRequest> ReadAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (district, known) = PeopleOptions.Find(context, context.Get(person)!);
        var (given, first) = (PeopleOptions.RoleOf(context, role), PeopleOptions.RequireDay(context, from, district));
        var insteadOf = context.Get(instead) is { } name ? ActingPerson.Of(district, name).Id : (PersonId?)null;
        var change = new PeopleChange.RoleGiven(known.Id, given, context.Get(deputy), first, PeopleOptions.DayOf(context, until, district));
        return Task.FromResult(new PeopleRequest(district.Id, Succession.GiveRole(change, insteadOf)));
    }
}
