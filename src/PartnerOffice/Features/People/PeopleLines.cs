using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.Features.People;

/// <summary>Changes and consequences as lines for a terminal.</summary>
internal static class PeopleLines
{
    public static void Say(IAnsiConsole console, PeopleChangesAnswer answer, VerbContext context)
    {
        var language = context.Language;
        console.WriteLine(new Bilingual($"{answer.Changes.Count} Änderungen. Was daraus folgt:", $"{answer.Changes.Count} changes. What follows:").In(language));
        foreach (var consequence in answer.Consequences)
            console.WriteLine($"– {consequence.Sentence}");
        if (answer.Consequences.Count == 0)
            console.WriteLine($"– {new Bilingual("Sonst ändert sich nichts.", "Nothing else changes.").In(language)}");
        if (answer.Restart is { } restart)
            console.WriteLine($"– {restart}");
        console.WriteLine((answer.State == "done" ? Done : new($"Eintragen mit: --yes {answer.Digest}", $"Enter it with: --yes {answer.Digest}")).In(language));
        foreach (var person in answer.State == "done" ? answer.Handovers : [])
            console.WriteLine(new Bilingual($"Übergabe schreiben: people handover {person}", $"Write the handover: people handover {person}").In(language));
    }

    public static void Say(IAnsiConsole console, RegisteredPerson person, Language language)
    {
        console.WriteLine($"{person.Id}  {person.Name}  ({AccountOf(person.Account).In(language)})");
        foreach (var term in person.Terms)
            console.WriteLine($"    {term.Function}{(term.Voting ? "" : $" ({new Bilingual("ohne Stimmrecht", "without vote").In(language)})")}, {Days(term.From, term.Until)}");
        foreach (var role in person.Roles)
            console.WriteLine($"    {OfficeRoles.NameOf(role.Role, role.Deputy).In(language)}, {Days(role.From, role.Until)}");
        foreach (var address in person.Addresses)
            console.WriteLine($"    {address.Mail}{(address.Private ? $" ({new Bilingual("privat", "private").In(language)})" : "")}");
    }

    private static Bilingual Done { get; } = new(
        "Eingetragen. Ein laufender Dienst übernimmt es von selbst; die vorige Fassung der Datei liegt daneben.",
        "Entered. A running service takes it up by itself; the last version of the file lies beside it.");

    private static Bilingual AccountOf(AccountKind account) => account switch
    {
        AccountKind.Tenant => new("Konto", "account"),
        AccountKind.Guest => new("Gastkonto", "guest account"),
        _ => new("ohne Konto", "no account"),
    };

    private static string Days(DateOnly from, DateOnly? until) => $"{from:dd.MM.yyyy} – {until:dd.MM.yyyy}".TrimEnd();
}
