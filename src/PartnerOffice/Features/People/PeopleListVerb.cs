using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using Spectre.Console;

namespace PartnerOffice.Features.People;

/// <summary><c>people list</c>: everybody of a district, or of both, with terms and roles.</summary>
internal sealed class PeopleListVerb : Verb
{
    private readonly Option<string?> district = PeopleOptions.District();

    protected override Command Describe() => new("list", "Alle Personen mit Amtszeiten und Aufgaben") { district };

    protected override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<District> districts = context.Get(district) is null ? context.Partnership.Partnership.Districts : [PeopleOptions.DistrictOf(context, district)];
        var people = districts.Select(one => (District: one, People: one.People.Select(person => RegisteredPerson.Of(person, one, TimeProvider.System.Today(one.TimeZone))).ToList())).ToList();
        if (context.Json)
        {
            Answer.Write(Answer.Node(people.Select(one => new { district = one.District.Id.ToString(), people = one.People, publicPersons = one.District.PublicPersons })));
            return Task.FromResult(ExitCode.Done);
        }

        foreach (var (own, members) in people)
        {
            context.Answer.People.WriteLine(own.Name);
            foreach (var person in members)
                PeopleLines.Say(context.Answer.People, person, context.Language);
            foreach (var person in own.PublicPersons)
                context.Answer.People.WriteLine($"    {person.Name}, {person.Function} ({new Bilingual("mit Namen beim Partner", "by name at the partner's").In(context.Language)})");
        }

        return Task.FromResult(ExitCode.Done);
    }
}
