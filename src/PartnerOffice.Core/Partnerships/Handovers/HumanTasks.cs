namespace PartnerOffice.Core;

/// <summary>What only a human can do when an office changes hands: rights outside of here, paper, keys.</summary>
internal static class HumanTasks
{
    public static IReadOnlyList<string> Of(District district, District partner, Person person, IReadOnlyList<HandedRole> roles)
    {
        bool Has(OfficeRole role) => roles.Any(handed => handed.Role == role);
        return
        [
            .. OfAccount(district, person),
            .. Has(OfficeRole.Coordinator) ? OfCoordinator(partner) : [],
            .. Has(OfficeRole.Administrator) ? OfAdministrator() : [],
            .. Has(OfficeRole.Chair) ? ["Protokolle der eigenen Amtszeit, die noch nicht freigegeben sind, jetzt oder später freigeben; das bleibt möglich."] : Array.Empty<string>(),
            .. Has(OfficeRole.Secretary) ? (string[])["Papierakte übergeben: unterschriebene Protokolle, Anwesenheitslisten, Anlagen, Wahlunterlagen."] : ["Papierakte übergeben: unterschriebene Protokolle und Unterlagen, die noch zu Hause liegen."],
            "Schlüssel, Karten und Geräte des Kreisverbands zurückgeben.",
            "Protokolle und Listen auf eigenen Geräten und in eigenen Postfächern löschen, wenn alles übergeben ist.",
            .. person.Addresses.Any(address => address.IsPrivate) ? ["Eigene Mailadresse aus den Verteilern des Vorstands nehmen."] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> OfAccount(District district, Person person)
    {
        if (person.Account == AccountKind.Guest)
            yield return "Gastkonto im eigenen Microsoft 365 entfernen (Administration).";
        if (person.Account != AccountKind.None)
            yield return "Aus den Gruppen des Vorstands nehmen: Website und Bibliothek des Vorstands, Kalender (Administration).";
        if (person.Account == AccountKind.Tenant && district.Mailbox is not null)
            yield return "Zugriff auf das gemeinsame Postfach entziehen (Administration).";
    }

    private static IEnumerable<string> OfCoordinator(District partner)
    {
        yield return $"Als Gast auf der Austausch-Website des Partners ({partner.ShortName}) entfernen und die Nachfolge einladen lassen.";
        yield return "Der Koordination des Partners die Nachfolge vorstellen: Name und gemeinsames Postfach, keine privaten Adressen.";
    }

    private static IEnumerable<string> OfAdministrator()
    {
        yield return "Rollen in Microsoft 365 übergeben: Rechte der Administration, Ablauf des Zertifikats, Bezahlung der Lizenzen.";
        yield return "Zugang zum Rechner des Dienstes und Ort der Sicherungen zeigen; den eigenen Zugang dort entfernen.";
    }
}
