using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Messages about joint retreats and their date polls, in fixed words. Nobody reads in them who else was asked, or what anybody said (R11).</summary>
internal static class RetreatLetters
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Tells the other coordinator what is proposed, and how to confirm it (R24). Null where nobody can be told.</summary>
    /// <param name="link">Where it is confirmed or declined; null where nobody outside reaches the service.</param>
    public static ClearedConsignment? Proposed(Retreat retreat, Partnership partnership, Uri? link, DateOnly today)
    {
        var offer = retreat.Offer!;
        var (sender, partner) = (partnership.Find(offer.By)!, partnership.PartnerOf(offer.By));
        var changes = retreat.Agreed is null ? "" : $"\nBis zur Bestätigung gilt weiter: {Spoken(retreat.Agreed, partnership, retreat.Year)}.";
        return ToPartner(
            partnership, retreat.Id.ToString(), TopicOf("proposed", offer), sender, partner, today,
            $"Vorschlag von {sender.ShortName}: {Subject(offer.Terms, retreat.Year)}",
            $"""
            {partner.Salutation},

            Vorschlag des Kreisverbands {sender.ShortName}: {Spoken(offer.Terms, partnership, retreat.Year)}.{changes}
            Verbindlich wird er, wenn beide Seiten ihn bestätigt haben.
            {(link is null ? $"Bestätigen: partneroffice retreat confirm {retreat.Id}" : $"Bestätigen oder ablehnen, ohne Anmeldung:\n{link.AbsoluteUri}")}

            {sender.Name}
            """);
    }

    /// <summary>Tells whoever proposed it that it binds both now. Null where nobody can be told.</summary>
    public static ClearedConsignment? Confirmed(Retreat retreat, RetreatOffer offer, Partnership partnership, DateOnly today)
    {
        var (proposer, sender) = (partnership.Find(offer.By)!, partnership.PartnerOf(offer.By));
        return ToPartner(
            partnership, retreat.Id.ToString(), TopicOf("confirmed", offer), sender, proposer, today,
            $"Bestätigt: {Subject(offer.Terms, retreat.Year)}",
            $"""
            {proposer.Salutation},

            von beiden Seiten bestätigt: {Spoken(offer.Terms, partnership, retreat.Year)}.
            {(offer.Terms is RetreatTerms.Meet ? $"Einladen: partneroffice retreat plan {retreat.Id}" : "Eine Klausur ist in diesem Jahr nicht mehr vorgesehen.")}

            {sender.Name}
            """);
    }

    /// <summary>Tells whoever proposed it that the other side declined it. Null where nobody can be told.</summary>
    public static ClearedConsignment? Declined(Retreat retreat, RetreatOffer offer, Partnership partnership, DateOnly today)
    {
        var (proposer, sender) = (partnership.Find(offer.By)!, partnership.PartnerOf(offer.By));
        return ToPartner(
            partnership, retreat.Id.ToString(), TopicOf("declined", offer), sender, proposer, today,
            $"Passt nicht: {Subject(offer.Terms, retreat.Year)}",
            $"""
            {proposer.Salutation},

            der Vorschlag passt dem Kreisverband {sender.ShortName} nicht: {Spoken(offer.Terms, partnership, retreat.Year)}.
            Bitte einen anderen Vorschlag machen oder kurz miteinander sprechen.

            {sender.Name}
            """);
    }

    /// <summary>Tells the other coordinator that the year is open again. Null where nobody can be told.</summary>
    public static ClearedConsignment? Cancelled(Retreat retreat, District by, Partnership partnership, DateOnly today)
    {
        var partner = partnership.PartnerOf(by.Id);
        return ToPartner(
            partnership, retreat.Id.ToString(), "cancelled", by, partner, today,
            $"Abgesagt: gemeinsame Klausur {retreat.Year}",
            $"""
            {partner.Salutation},

            die gemeinsame Klausur {retreat.Year} ist abgesagt{(retreat.Agreed is { } terms ? $": {Spoken(terms, partnership, retreat.Year)}" : "")}.
            Das Jahr {retreat.Year} ist damit wieder offen: einen neuen Tag vorschlagen oder gemeinsam darauf verzichten.

            {by.Name}
            """);
    }

    /// <summary>Asks a person for dates, by a link of their own. Null for somebody without an address.</summary>
    /// <param name="link">Null where nobody outside reaches the service: then the office is told.</param>
    public static ClearedConsignment? Poll(RetreatPoll poll, PartnershipId partnership, District own, Person person, Uri? link) => ToPerson(
        partnership, poll, "poll", own, person, $"Terminumfrage: gemeinsame Klausur {poll.Year}",
        $"""
        {own.Salutation},

        wann passt die gemeinsame Klausur {poll.Year} beider Kreisvorstände? Zur Wahl stehen {poll.Dates.Count} Termine:
        {string.Join('\n', poll.Dates.Select(date => $"- {Span(date, poll.LastDayOf(date))}"))}

        {Answering(link)}
        Antworten bis {poll.Closes.ToString("d. MMMM yyyy", German)}; bis dahin lassen sie sich ändern. Wer was geantwortet hat, sieht nur das eigene Büro.

        {own.Name}
        """, isReminder: false);

    /// <summary>Reminds a person once of a poll that is about to close. Null for somebody without an address.</summary>
    public static ClearedConsignment? PollReminder(RetreatPoll poll, PartnershipId partnership, District own, Person person, Uri? link) => ToPerson(
        partnership, poll, "poll-reminder", own, person, $"Erinnerung: Terminumfrage zur Klausur {poll.Year}",
        $"""
        {own.Salutation},

        zur Terminumfrage für die gemeinsame Klausur {poll.Year} fehlt noch eine Antwort. Sie schließt am {poll.Closes.ToString("d. MMMM yyyy", German)}.
        {Answering(link)}
        Weiter wird nicht erinnert.

        {own.Name}
        """, isReminder: true);

    /// <summary>Reminds a coordinator of the yearly retreat that nobody has fixed. Null where nobody can be told.</summary>
    /// <param name="turn">Whose turn it is, and why.</param>
    /// <param name="round">Which reminder it is: each is one message.</param>
    public static ClearedConsignment? Duty(Obligation duty, District host, District reader, RetreatTurn turn, PartnershipId partnership, int round, DateOnly today)
    {
        var year = duty.Due.Year;
        var isLate = today > duty.Due;
        return Receivers.Reader(reader, today) is not var (address, _) ? null : Letter(
            partnership, RetreatId.Of(year, 1).ToString(), FormattableString.Invariant($"retreat-duty-{year}-{reader.Id}-{round}"), host, reader, today, [address],
            isLate ? $"Noch offen: gemeinsame Klausur {year}" : $"Noch kein Termin: gemeinsame Klausur {year}",
            $"""
            {reader.Salutation},

            {(isLate ? $"für {year} ist eine gemeinsame Klausur vereinbart; sie hat noch nicht stattgefunden." : $"für die gemeinsame Klausur {year} steht noch kein Tag fest, vereinbart ist sie bis zum {Day(duty.Due)}.")}
            {string.Join('\n', turn.Reasons.Select(reason => reason.German))}
            Tage finden: partneroffice retreat suggest --year {year}
            Geht es in diesem Jahr nicht, können beide Seiten gemeinsam verzichten: partneroffice retreat waive --year {year}

            {host.Name}
            """, isReminder: true, MailPace.OrNotAtAll);
    }

    /// <summary>What terms say, for a sentence: "Klausur am Samstag, 10. April 2027, Gastgeber Steinfurt".</summary>
    public static string Spoken(RetreatTerms terms, Partnership partnership, int year) => terms is RetreatTerms.Meet meet
        ? $"Klausur am {Span(meet.Day, meet.LastDay)}, Gastgeber {partnership.Find(meet.Host)?.ShortName ?? meet.Host.ToString()}"
        : $"im Jahr {year} auf die Klausur verzichten";

    private static string Subject(RetreatTerms terms, int year) =>
        terms is RetreatTerms.Meet meet ? $"gemeinsame Klausur am {Day(meet.Day)}" : $"{year} ohne gemeinsame Klausur";

    private static string Answering(Uri? link) => link is null
        ? "Antworten: auf diese Nachricht antworten oder im eigenen Büro anrufen; dort wird es eingetragen."
        : $"Antworten, ohne Anmeldung: {link.AbsoluteUri}\nDer Link ist persönlich. Bitte nicht weiterleiten.";

    private static string TopicOf(string what, RetreatOffer offer)
    {
        var terms = offer.Terms is RetreatTerms.Meet meet ? FormattableString.Invariant($"{meet.Host}-{meet.Day:yyyyMMdd}-{meet.LastDay:yyyyMMdd}") : "waive";
        return FormattableString.Invariant($"retreat-{what}-{offer.By}-{terms}-{offer.On:yyyyMMdd}");
    }

    private static ClearedConsignment? ToPartner(Partnership partnership, string about, string topic, District sender, District partner, DateOnly today, string subject, string text) =>
        Letter(partnership.Id, about, topic, sender, partner, today, Receivers.OfPartner(partner, today), subject, text, isReminder: false, MailPace.AtOnce);

    private static ClearedConsignment? ToPerson(PartnershipId partnership, RetreatPoll poll, string topic, District own, Person person, string subject, string text, bool isReminder) =>
        Letter(partnership, poll.Id.ToString(), $"{topic}-{person.Id}", own, own, poll.Closes, Receivers.OfPerson(person), subject, text, isReminder, isReminder ? MailPace.OrNotAtAll : MailPace.AtOnce);

    private static ClearedConsignment? Letter(
        PartnershipId partnership, string about, string topic, District from, District to, DateOnly day, IReadOnlyList<string> receivers, string subject, string text, bool isReminder, MailPace pace) =>
        receivers.Count == 0 ? null : ClearedConsignment.OfFixedWords(new()
        {
            Kind = DeliveryKind.Letter,
            Topic = topic,
            Partnership = partnership,
            Minutes = MinutesId.Parse(about, null),
            Version = 1,
            From = from.Id,
            To = to.Id,
            Meeting = day,
            ContentDigest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Edition = EditionFile.None,
            Tracker = [],
            Mail = new(receivers, subject, text),
            Pace = pace,
            IsReminder = isReminder,
        });

    private static string Span(DateOnly day, DateOnly last) =>
        day == last ? day.ToString("dddd, d. MMMM yyyy", German) : $"{day.ToString("dddd, d. MMMM", German)} bis {last.ToString("dddd, d. MMMM yyyy", German)}";

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
