using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary><c>people end-term PERSON --on DAY</c>: a term ends, the roles with it; a successor takes them from the next day on.</summary>
internal sealed class EndTermVerb : EditingVerb
{
    private readonly Argument<string> person = PeopleOptions.Person();
    private readonly Option<string?> on = PeopleOptions.Day("--on", "Letzter Tag im Amt");
    private readonly Option<string?> successor = new("--successor") { Description = "Wer alle Aufgaben ab dem nächsten Tag übernimmt", HelpName = "PERSON" };

    protected override Command DescribeChange() => new("end-term", "Beendet eine Amtszeit; die Aufgaben enden mit ihr") { person, on, successor };

    protected override Task<PeopleRequest> ReadAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (district, known) = PeopleOptions.Find(context, context.Get(person)!);
        var last = PeopleOptions.RequireDay(context, on, district);
        List<PeopleChange> changes = [new PeopleChange.TermEnded(known.Id, last)];
        if (context.Get(successor) is { } name)
        {
            var next = ActingPerson.Of(district, name).Id;
            foreach (var role in district.Roles.Where(role => role.Person == known.Id && role.Covers(last) && role.Until != last))
            {
                // Whoever was the deputy and now holds the office itself cannot be their own deputy.
                var held = district.Roles.FirstOrDefault(other => other.Person == next && other.Role == role.Role && other.Covers(last.AddDays(1)));
                if (held is not null)
                    changes.Add(new PeopleChange.RoleEnded(next, held.Role, held.IsDeputy, last));
                if (role.Role == OfficeRole.Coordinator)
                    changes.Add(new PeopleChange.RoleEnded(known.Id, role.Role, role.IsDeputy, last));
                changes.Add(new PeopleChange.RoleGiven(next, role.Role, role.IsDeputy, last.AddDays(1), role.Until));
            }
        }

        return Task.FromResult(new PeopleRequest(district.Id, changes));
    }
}
