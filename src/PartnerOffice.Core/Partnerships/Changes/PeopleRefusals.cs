namespace PartnerOffice.Core;

/// <summary>What cannot be entered among the people, each with whom it concerns and what to do instead.</summary>
internal static class PeopleRefusals
{
    public static PeopleChangeException UnknownPerson(PersonId id) => new(
        "unknown-person", id, id.ToString(),
        new("Diese Person steht beim eigenen Kreisverband nicht in der Liste.", "This person is not on the own district's list."),
        new("Die Kennung prüfen, oder die Person zuerst aufnehmen.", "Check the id, or add the person first."));

    public static PeopleChangeException IdTaken(PersonId id) => new(
        "id-taken", id, id.ToString(),
        new("Diese Kennung gehört schon einer Person.", "This id belongs to a person already."),
        new("Eine andere Kennung nehmen; Kennungen werden nie neu vergeben.", "Take another id; ids are never given twice."));

    public static PeopleChangeException NameNeeded(PersonId? id) => new(
        "name-needed", id, "Name",
        new("Es fehlen Vor- und Nachname in einer Zeile, oder die Funktion.", "First name and surname in one line are missing, or the function."),
        new("Den Namen so eintragen, wie er im Protokoll stehen soll.", "Enter the name as it shall stand in the minutes."));

    public static PeopleChangeException NameNotYet(Person person, DateOnly since) => new(
        "name-not-yet", person.Id, $"{person.Name}, Name",
        new($"Der Name soll erst am {TimeText.Day(since)} gelten; eingetragen gilt er sofort.", $"The name shall hold from {TimeText.Day(since)} only; once entered it holds at once."),
        new("Den Namen an diesem Tag eintragen.", "Enter the name on that day."));

    public static PeopleChangeException AddressKnown(Person person) => new(
        "address-known", person.Id, $"{person.Name}, Mailadressen",
        new("Diese Mailadresse ist schon eingetragen.", "This address is entered already."),
        new("Nichts zu tun.", "Nothing is to be done."));

    public static PeopleChangeException NoSuchAddress(Person person) => new(
        "no-such-address", person.Id, $"{person.Name}, Mailadressen",
        new("Diese Mailadresse ist nicht eingetragen.", "This address is not entered."),
        new("Die Schreibweise prüfen.", "Check how it is written."));

    public static PeopleChangeException FunctionNeeded(Person person) => new(
        "function-needed", person.Id, $"{person.Name}, Amtszeiten",
        new("Zur Amtszeit fehlt die Funktion in einer Zeile.", "The term lacks its function in one line."),
        new("Die Funktion nennen, zum Beispiel »Beisitz«.", "Name the function, as in \"Beisitz\"."));

    public static PeopleChangeException TermsOverlap(Person person, Term other, DateOnly from) => new(
        "terms-overlap", person.Id, $"{person.Name}, Amtszeiten",
        new($"Die neue Amtszeit überschneidet sich mit »{other.Function}« seit {TimeText.Day(other.From)}.", $"The new term overlaps with \"{other.Function}\" since {TimeText.Day(other.From)}."),
        new($"Die andere Amtszeit zuerst beenden, spätestens am {TimeText.Day(DayBefore(from))}.", $"End the other term first, on {TimeText.Day(DayBefore(from))} at the latest."));

    public static PeopleChangeException EndBeforeBegin(Person person, DateOnly from) => new(
        "end-before-begin", person.Id, $"{person.Name}, Ende",
        new($"Das Ende liegt vor dem Beginn am {TimeText.Day(from)}.", $"The end lies before the beginning on {TimeText.Day(from)}."),
        new("Einen Tag ab dem Beginn nennen.", "Name a day from the beginning on."));

    public static PeopleChangeException EndsAlready(Person person, DateOnly lastDay) => new(
        "ends-already", person.Id, $"{person.Name}, Ende",
        new($"Der {TimeText.Day(lastDay)} ist schon als letzter Tag eingetragen.", $"{TimeText.Day(lastDay)} is entered as the last day already."),
        new("Nichts zu tun.", "Nothing is to be done."));

    public static PeopleChangeException NoTerm(Person person, DateOnly day) => new(
        "no-such-term", person.Id, $"{person.Name}, Amtszeiten",
        new($"Am {TimeText.Day(day)} läuft keine Amtszeit.", $"No term runs on {TimeText.Day(day)}."),
        new("Einen Tag nennen, an dem die Amtszeit noch läuft.", "Name a day on which the term still runs."));

    public static PeopleChangeException RoleWithoutTerm(Person person, DateOnly from) => new(
        "role-without-term", person.Id, $"{person.Name}, Aufgaben",
        new($"Am {TimeText.Day(from)} läuft keine Amtszeit; Aufgaben folgen aus Amtszeiten.", $"No term runs on {TimeText.Day(from)}; roles follow from terms."),
        new("Zuerst die Amtszeit eintragen, oder einen Tag nennen, an dem sie läuft.", "Enter the term first, or name a day on which it runs."));

    public static PeopleChangeException RoleHeld(Person person, OfficeRole role) => new(
        "role-held", person.Id, $"{person.Name}, {OfficeRoles.NameOf(role).German}",
        new("Diese Aufgabe ist für die Zeit schon eingetragen, auch als Vertretung zählt sie.", "This role is entered for that time already; a deputy's counts too."),
        new("Die frühere Eintragung zuerst beenden.", "End the earlier entry first."));

    public static PeopleChangeException CoordinationTaken(Person person, Person? holder, DateOnly from) => new(
        "coordination-taken", person.Id, $"{person.Name}, Koordination",
        new($"Zu dieser Zeit hat sie schon {holder?.Name}; der Vertrag nennt eine Person und eine Vertretung.", $"{holder?.Name} holds it at that time; the contract names one person and one deputy."),
        new($"Die bisherige Koordination zum {TimeText.Day(DayBefore(from))} beenden, im selben Schritt.", $"End the present coordinator's role on {TimeText.Day(DayBefore(from))}, in the same step."));

    public static PeopleChangeException NoSuchRole(Person person, OfficeRole role, DateOnly day) => new(
        "no-such-role", person.Id, $"{person.Name}, {OfficeRoles.NameOf(role).German}",
        new($"Diese Aufgabe ist am {TimeText.Day(day)} nicht eingetragen.", $"This role is not entered on {TimeText.Day(day)}."),
        new("Tag und Aufgabe prüfen, auch ob es die Vertretung ist.", "Check day and role, and whether it is the deputy's."));

    public static PeopleChangeException LastHolder(Person person, OfficeRole role, DateOnly day) => new(
        "last-holder", person.Id, $"{person.Name}, {OfficeRoles.NameOf(role).German}",
        new($"Ab {TimeText.Day(day)} hätte niemand mehr diese Aufgabe, auch nicht als Vertretung.", $"From {TimeText.Day(day)} nobody would hold this role, not even as a deputy."),
        new("Im selben Schritt eine Nachfolge oder eine Vertretung eintragen.", "Enter a successor or a deputy in the same step."));

    public static PeopleChangeException AccountIncomplete(Person person) => new(
        "account-incomplete", person.Id, $"{person.Name}, Konto",
        new("Zu einem Konto gehört der Anmeldename oder die Objekt-ID; ohne Konto keins von beiden.", "An account has a sign-in name or an object id; without an account there is neither."),
        new("Den Anmeldenamen aus Microsoft 365 übernehmen.", "Take the sign-in name from Microsoft 365."));

    public static PeopleChangeException AccountTaken(Person person) => new(
        "account-taken", person.Id, $"{person.Name}, Konto",
        new("Dieses Konto gehört schon einer anderen Person.", "This account belongs to another person already."),
        new("Das Konto dort zuerst entfernen; jede Person hat ihr eigenes.", "Remove it there first; each person has one of their own."));

    public static PeopleChangeException PublicPersonKnown(string name) => new(
        "public-person-known", null, $"{name}, öffentliche Ämter",
        new("Diese Person steht schon auf der Liste.", "This person is on the list already."),
        new("Nichts zu tun.", "Nothing is to be done."));

    public static PeopleChangeException NoSuchPublicPerson(string name) => new(
        "no-such-public-person", null, $"{name}, öffentliche Ämter",
        new("Diese Person steht nicht auf der Liste.", "This person is not on the list."),
        new("Die Schreibweise prüfen.", "Check how it is written."));

    private static DateOnly DayBefore(DateOnly day) => day > DateOnly.MinValue ? day.AddDays(-1) : day;
}
