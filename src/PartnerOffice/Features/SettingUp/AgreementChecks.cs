using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>What both boards have agreed on and the partnership file says, as far as deliveries depend on it.</summary>
internal static class AgreementChecks
{
    public static void Look(Checkup checkup, Partnership partnership, IReadOnlyList<District> sides, DateOnly today)
    {
        LookAtUse(checkup, partnership, today);
        foreach (var (check, district, message, remedy) in Placeholders.Of(partnership, sides, today))
            checkup.Broken(check, district, message, remedy, check == "placeholder-tracker" ? AdminCommands.FindIds(partnership.Find(partnership.Tracker.District)!) : null);
        var tenants = partnership.Districts.Select(district => district.Tenant?.Id).OfType<Guid>().ToList();
        if (tenants.Count == 2 && tenants[0] == tenants[1])
        {
            checkup.Broken("tenants", null, new("Beide Kreisverbände haben dieselbe Verzeichnis-ID.", "Both districts have the same directory id."),
                new("In der Partnerschaftsdatei jedem seine eigene eintragen (tenant.id).", "Enter each one's own in the partnership file (tenant.id)."));
        }

        foreach (var district in sides)
        {
            LookAtPeople(checkup, district, today);
            LookAtMailbox(checkup, district);
        }
    }

    private static void LookAtUse(Checkup checkup, Partnership partnership, DateOnly today)
    {
        var missing = partnership.Districts.Where(district => !partnership.Use.AgreedOn.TryGetValue(district.Id, out var day) || day > today).ToList();
        if (partnership.Use.Line is not null && missing.Count > 0)
        {
            checkup.Warning("use", null,
                new($"Zur Nutzung fehlt die Zustimmung: {string.Join(" und ", missing.Select(district => district.ShortName))}. Solange gilt: nur der Vorstand.", $"Consent to the use is missing: {string.Join(" and ", missing.Select(district => district.ShortName))}. Until then: the board only."),
                new("Beschluss fassen und den Tag eintragen (use.agreedOn).", "Pass the resolution and enter the day (use.agreedOn)."));
        }
        else
        {
            checkup.Ok("use", null, "Nutzung der Protokolle: vereinbart.", "Use of the minutes: agreed.");
        }
    }

    private static void LookAtPeople(Checkup checkup, District district, DateOnly today)
    {
        if (district.CoordinatorOn(today) is not { } coordinator)
        {
            checkup.Broken("coordinator", district, new("Niemand ist zurzeit für die Koordination eingetragen (Ziffer 7).", "Nobody is entered as coordinator at present (clause 7)."),
                new("Koordination und Vertretung mit Amtszeit eintragen (roles).", "Enter coordinator and deputy with their terms (roles)."));
        }
        else if (district.Mailbox is null && coordinator.Addresses.Count == 0)
        {
            checkup.Broken("coordinator", district, new("Die Koordination hat keine Mailadresse.", "The coordinator has no mail address."),
                new("Mailadresse eintragen (people, addresses) oder das gemeinsame Postfach (mailbox).", "Enter a mail address (people, addresses), or the shared mailbox (mailbox)."));
        }
        else if (district.DeputyCoordinatorOn(today) is null)
        {
            checkup.Warning("coordinator", district, new("Die Koordination hat zurzeit keine Vertretung.", "The coordinator has no deputy at present."),
                new("Vertretung benennen und eintragen (roles, deputy true).", "Name a deputy and enter them (roles, deputy true)."));
        }
        else
        {
            checkup.Ok("coordinator", district, "Koordination und Vertretung: benannt.", "Coordinator and deputy: named.");
        }

        LookAtAccounts(checkup, district, today);

        // Who wrote the minutes cannot release them, so one person is not enough (R14).
        if (district.HoldersOn(OfficeRole.Chair, today).Count < 2)
        {
            checkup.Warning("release", district, new("Nur eine Person kann Protokolle freigeben; fällt sie aus oder führt sie selbst Protokoll, geht nichts hinaus.", "Only one person can release minutes; if they are absent or take the minutes, nothing leaves."),
                new("Eine Vertretung der Sitzungsleitung eintragen (roles, chair, deputy true).", "Enter a deputy chair (roles, chair, deputy true)."));
        }
        else
        {
            checkup.Ok("release", district, "Freigabe: mindestens zwei Personen.", "Release: two people at least.");
        }
    }

    // Who may open the library is decided on the partner's site, which is not ours to read; without an account nobody can.
    private static void LookAtAccounts(Checkup checkup, District district, DateOnly today)
    {
        var readers = new[] { district.CoordinatorOn(today), district.DeputyCoordinatorOn(today) }.OfType<Person>().ToList();
        if (readers.Count == 0) return;

        if (readers.TrueForAll(person => person.Account == AccountKind.None))
        {
            checkup.Warning("coordinator-account", district, new("Weder Koordination noch Vertretung haben ein Konto; so lässt sich die Bibliothek nicht öffnen.", "Neither coordinator nor deputy has an account; the library cannot be opened like this."),
                new("Ein Konto oder Gastkonto einrichten und eintragen (people, account), mit Zugang zur Site für den Austausch.", "Set up an account or guest account and enter it (people, account), with access to the site for the exchange."));
        }
        else
        {
            checkup.Ok("coordinator-account", district, "Konto zum Öffnen der Bibliothek: eingetragen.", "Account for opening the library: entered.");
        }
    }

    private static void LookAtMailbox(Checkup checkup, District district)
    {
        if (district.Mailbox is not { } mailbox) return;
        var address = mailbox.ToString();
        if (district.People.Any(person => string.Equals(person.UserPrincipalName, address, StringComparison.OrdinalIgnoreCase)
            || person.Addresses.Any(own => string.Equals(own.Mail.ToString(), address, StringComparison.OrdinalIgnoreCase))))
        {
            checkup.Broken("mailbox-of-person", district, new("Das eingetragene Postfach gehört einer Person.", "The mailbox entered belongs to a person."),
                new("Ein gemeinsames Postfach des Kreisverbands anlegen und eintragen (mailbox).", "Make a shared mailbox of the district and enter it (mailbox)."), AdminCommands.MakeMailbox(district));
        }
    }
}
