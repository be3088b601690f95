using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary><c>people end-role PERSON ROLE --on DAY</c>: a role ends before the term does.</summary>
internal sealed class EndRoleVerb : EditingVerb
{
    private readonly Argument<string> person = PeopleOptions.Person();
    private readonly Argument<string> role = PeopleOptions.Role();
    private readonly Option<string?> on = PeopleOptions.Day("--on", "Letzter Tag");
    private readonly Option<bool> deputy = PeopleOptions.Deputy();

    protected override Command DescribeChange() => new("end-role", "Beendet eine Aufgabe, während die Amtszeit weiterläuft") { person, role, on, deputy };

    protected override Task<PeopleRequest> ReadAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (district, known) = PeopleOptions.Find(context, context.Get(person)!);
        var ended = new PeopleChange.RoleEnded(known.Id, PeopleOptions.RoleOf(context, role), context.Get(deputy), PeopleOptions.RequireDay(context, on, district));
        return Task.FromResult(new PeopleRequest(district.Id, [ended]));
    }
}
