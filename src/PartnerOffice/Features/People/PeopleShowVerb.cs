using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.People;

/// <summary><c>people show PERSON</c>: one person with everything that is entered.</summary>
internal sealed class PeopleShowVerb : Verb
{
    private readonly Argument<string> person = PeopleOptions.Person();

    protected override Command Describe() => new("show", "Eine Person mit allem, was eingetragen ist") { person };

    protected override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (district, known) = PeopleOptions.Find(context, context.Get(person)!);
        var card = RegisteredPerson.Of(known, district, TimeProvider.System.Today(district.TimeZone));
        if (context.Json)
            Answer.Write(Answer.Node(card));
        else
            PeopleLines.Say(context.Answer.People, card, context.Language);
        return Task.FromResult(ExitCode.Done);
    }
}
