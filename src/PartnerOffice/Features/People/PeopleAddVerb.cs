using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary><c>people add NAME</c>: somebody new, with the first term and an address.</summary>
internal sealed class PeopleAddVerb : EditingVerb
{
    private readonly Argument<string> name = new("NAME") { Description = "Vor- und Nachname, wie sie im Protokoll stehen" };
    private readonly Option<string?> district = PeopleOptions.District();
    private readonly Option<string?> id = new("--id") { Description = "Kennung; ohne sie die nächste freie", HelpName = "KENNUNG" };
    private readonly Option<string[]> mail = new("--mail") { Description = "Mailadresse", HelpName = "ADRESSE" };
    private readonly TermOptions term = new();

    protected override Command DescribeChange() => new("add", "Nimmt eine Person auf, mit Amtszeit und Mailadresse") { name, district, id, mail, term.Function, term.From, term.Until, term.NoVote };

    protected override Task<PeopleRequest> ReadAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var own = PeopleOptions.DistrictOf(context, district);
        var next = context.Get(id) is not { } given ? PersonIds.Next(context.Partnership.Partnership, own.Id, [])
            : PersonId.TryParse(given, out var parsed) ? parsed : throw PeopleException.BadChange("--id");
        List<PeopleChange> changes = [new PeopleChange.PersonAdded(next, context.Get(name)!)];
        if (term.In(context, own) is { } begun)
            changes.Add(new PeopleChange.TermBegun(next, begun));
        changes.AddRange((context.Get(mail) ?? []).Select(address => new PeopleChange.AddressAdded(next, MailAddress.TryParse(address, out var known) ? known : throw PeopleException.BadChange("--mail"), IsPrivate: true)));
        return Task.FromResult(new PeopleRequest(own.Id, changes));
    }
}
