using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.People;

/// <summary><c>people change PERSON</c>: name, addresses, account, or a new function.</summary>
internal sealed class PeopleChangeVerb : EditingVerb
{
    private readonly Argument<string> person = PeopleOptions.Person();
    private readonly Option<string?> name = new("--name") { Description = "Neuer Name; gilt für alles, was ab jetzt entsteht", HelpName = "NAME" };
    private readonly Option<string?> since = PeopleOptions.Day("--since", "Seit wann der Name gilt; ohne Angabe seit heute");
    private readonly Option<string[]> add = new("--add-mail") { Description = "Weitere Mailadresse", HelpName = "ADRESSE" };
    private readonly Option<bool> office = new("--office") { Description = "Die weitere Adresse ist eine dienstliche, keine private" };
    private readonly Option<string[]> remove = new("--remove-mail") { Description = "Mailadresse, die nicht mehr gilt", HelpName = "ADRESSE" };
    private readonly Option<string?> account = new("--account") { Description = "Konto: tenant, guest oder none", HelpName = "ART" };
    private readonly Option<string?> login = new("--login") { Description = "Anmeldename des Kontos", HelpName = "NAME" };
    private readonly Option<Guid?> objectId = new("--object-id") { Description = "Objekt-ID des Kontos", HelpName = "ID" };
    private readonly TermOptions term = new();

    protected override Command DescribeChange() => new("change", "Ändert Namen, Mailadressen, Konto oder Funktion; die laufende Amtszeit endet am Tag davor")
    {
        person, name, since, add, office, remove, account, login, objectId, term.Function, term.From, term.Until, term.NoVote,
    };

    protected override Task<PeopleRequest> ReadAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (district, known) = PeopleOptions.Find(context, context.Get(person)!);
        List<PeopleChange> changes = [];
        if (context.Get(name) is { } named)
            changes.Add(new PeopleChange.NameChanged(known.Id, named, PeopleOptions.DayOf(context, since, district) ?? TimeProvider.System.Today(district.TimeZone)));
        changes.AddRange((context.Get(add) ?? []).Select(address => new PeopleChange.AddressAdded(known.Id, AddressOf(address, "--add-mail"), !context.Get(office))));
        changes.AddRange((context.Get(remove) ?? []).Select(address => new PeopleChange.AddressRemoved(known.Id, AddressOf(address, "--remove-mail"))));
        if (context.Get(account) is { } word)
            changes.Add(new PeopleChange.AccountChanged(known.Id, KebabWord.TryParse<AccountKind>(word, out var kind) ? kind : throw PeopleException.BadChange("--account"), context.Get(login), context.Get(objectId)));
        if (term.In(context, district) is { } begun)
            changes.AddRange(Succession.BeginTerm(district, new PeopleChange.TermBegun(known.Id, begun)));
        return Task.FromResult(new PeopleRequest(district.Id, changes));
    }

    private static MailAddress AddressOf(string text, string option) => MailAddress.TryParse(text, out var address) ? address : throw PeopleException.BadChange(option);
}
