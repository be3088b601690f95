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
        var next = context.Get(successor) is { } name ? ActingPerson.Of(district, name).Id : (PersonId?)null;
        return Task.FromResult(new PeopleRequest(district.Id, Succession.EndTerm(district, known.Id, last, next)));
    }
}
