using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Messages without a file, in fixed words: what will leave and when, what waits, what is still to be done. No word of minutes gets into them; what a person adds stays in the own board.</summary>
internal static class Letters
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Tells secretary and coordinator that an edition will leave by itself, and how to hold it (R7). Null where nobody can be told.</summary>
    public static ClearedConsignment? Announcement(Consignment edition, DateTimeOffset startsAt, string number, District sender, District partner, DateOnly today)
    {
        var at = TimeZoneInfo.ConvertTime(startsAt, sender.TimeZone);
        return ToOwn(
            edition, sender, FormattableString.Invariant($"announcement-{at:yyyyMMdd-HHmm}"), today,
            $"Protokoll {number} geht am {at.ToString("d. MMMM", German)} an den Partner",
            $"""
            {sender.Salutation},

            das Protokoll {number} vom {Day(edition.Meeting)} wird am {at.ToString("dddd, d. MMMM yyyy", German)} um {at.ToString("H:mm", German)} Uhr übermittelt an: {partner.Name}.
            Anhalten: partneroffice deliveries cancel {edition.Delivery}
            Jetzt übermitteln: partneroffice deliveries retry {edition.Delivery}
            """);
    }

    /// <summary>Tells the own coordinator that something has been waiting for hours, and what to do (D26). Null where nobody can be told.</summary>
    /// <param name="day">Once a day: the letter of a day is one. Whoever has had enough of them gets none, and sees it in the list (R24).</param>
    public static ClearedConsignment? Waiting(DeliveryStatus delivery, DeliveryStep step, DateTimeOffset since, District sender, PartnershipId partnership, DateOnly day)
    {
        var from = TimeZoneInfo.ConvertTime(since, sender.TimeZone);
        var (what, remedy) = step == DeliveryStep.Tracker
            ? ("Der Eintrag im gemeinsamen Tracker", "Bitte die Mappe überall schließen, auch im Browser. Datei und Nachricht sind davon nicht aufgehalten.")
            : ("Die neue Fassung in der Bibliothek des Partners", "Bitte beim Partner nachfragen, ob die Datei dort geöffnet oder ausgecheckt ist, und sie schließen lassen.");
        var identity = new Identity(partnership, delivery.Minutes, delivery.Version, sender.Id, sender.Id, day);
        return Own(
            identity, sender, FormattableString.Invariant($"waiting-{step}-{day:yyyyMMdd}").ToLowerInvariant(), day,
            $"Wartet: {what} zu {delivery.Minutes}",
            $"""
            {sender.Salutation},

            {what} zum Protokoll {delivery.Minutes} wartet seit {from.ToString("d. MMMM, H:mm", German)} Uhr.
            {remedy}
            Es wird von selbst weiter versucht; nichts ist verloren.
            """, MailPace.OrNotAtAll, isReminder: true);
    }

    /// <summary>Asks one person to look at minutes and to release them, by a link of their own (R14). Null for somebody without an address.</summary>
    public static ClearedConsignment? Review(Review review, District own, Person reader, Uri link)
    {
        var until = TimeZoneInfo.ConvertTime(review.Until, own.TimeZone);
        return Letter(
            IdentityOf(review), FormattableString.Invariant($"review-{review.Round}-{reader.Id}"), Receivers.OfPerson(reader), $"Zur Freigabe: Protokoll {review.Number} vom {Day(review.Date)}",
            $"""
            {own.Salutation},

            das Protokoll {review.Number} vom {Day(review.Date)} ist geprüft und wartet auf die Freigabe.
            Ansehen, freigeben oder mit einer Bemerkung zurückgeben, auch auf dem Telefon:
            {link.AbsoluteUri}

            Der Link ist persönlich und gilt bis {until.ToString("d. MMMM yyyy", German)}. Bitte nicht weiterleiten.

            {own.Name}
            """);
    }

    /// <summary>Tells whoever wrote minutes that they came back, and with which remark. The remark stays in the own board; of two boards it goes to the one that wrote them. Null where nobody can be told.</summary>
    /// <param name="own">The district that wrote them.</param>
    public static ClearedConsignment? Returned(Review review, District own, string by, string remark, DateOnly today)
    {
        var writer = own.Find(review.By);
        IReadOnlyList<string> receivers = [.. Receivers.OfSecretary(own, today).Concat(writer is null ? [] : Receivers.OfPerson(writer)).Distinct(StringComparer.OrdinalIgnoreCase)];
        return Letter(
            IdentityOf(review) with { From = own.Id, To = own.Id }, FormattableString.Invariant($"returned-{review.Round}"), receivers, $"Zurück: Protokoll {review.Number} vom {Day(review.Date)}",
            $"""
            {own.Salutation},

            das Protokoll {review.Number} vom {Day(review.Date)} ist nicht freigegeben. Bemerkung von {by}:

            {remark}

            Danach im Dokument ändern und noch einmal zur Prüfung geben.
            """);
    }

    private static Identity IdentityOf(Review review) => new(review.Partnership, review.Minutes, review.Version, review.District, review.District, review.Date);

    /// <summary>Reminds the partner's coordinator, a day later, of confirming that a withdrawn edition is deleted (R16). Null where nobody can be told.</summary>
    public static ClearedConsignment? RecallReminder(Consignment recall, string number, District sender, District partner)
    {
        var identity = new Identity(recall.Partnership, recall.Minutes, recall.Version, recall.From, recall.To, recall.Meeting);
        return Letter(
            identity, RecallLedger.RecallReminder, recall.Mail.To, $"Erinnerung: Protokoll {number} wurde zurückgezogen",
            $"""
            {partner.Salutation},

            das Protokoll {number} vom {Day(recall.Meeting)} wurde zurückgezogen. Eine Bestätigung fehlt uns noch.
            Bitte alle Kopien löschen und auf diese Nachricht antworten: »gelöscht, keine Kopien«.

            {sender.Name}
            """, isReminder: true);
    }

    /// <summary>Reminds the receiving side once of taking note (R17). Null where nobody can be told.</summary>
    /// <param name="today">In the receiving district's zone.</param>
    /// <param name="isAbsent">Whether the coordinator could not be reached: then the deputy is reminded.</param>
    public static ClearedConsignment? ReceiptReminder(ReceiptGround ground, string number, Partnership partnership, DateOnly today, bool isAbsent)
    {
        var (sender, board, status) = (partnership.Find(ground.From)!, partnership.Find(ground.To)!, ground.Status);
        if (Receivers.Reader(board, today, isAbsent) is not var (address, person)) return null;

        var since = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(ground.Since, board.TimeZone).DateTime);
        var identity = new Identity(partnership.Id, status.Minutes, status.Version, ground.From, ground.To, since);
        return Letter(
            identity, ReceiptLedger.ReminderTopic(ground.Topic), [address], $"Erinnerung: Protokoll {number} von {sender.ShortName}",
            $"""
            {board.Salutation},

            das Protokoll {number} liegt seit dem {Day(since)} bereit: {status.Find(DeliveryStep.Upload)?.Url}
            {CoverMail.NoticePlace}
            Weiter wird nicht erinnert.

            {sender.Name}
            """, MailPace.WhenFree, isReminder: true, new(status.Delivery, board.Id, person), Receivers.Answered(sender, today));
    }

    /// <summary>Tells the own people what keeps the partner from reading delivered minutes, and what to do (R17). Null where nobody can be told.</summary>
    /// <param name="today">In the own district's zone.</param>
    public static ClearedConsignment? NotReceived(DeliveryStatus status, ReceivingTrouble trouble, string number, Partnership partnership, DateOnly today)
    {
        var own = partnership.Find(status.From)!;
        var (what, remedy) = trouble switch
        {
            ReceivingTrouble.MailboxFull => ("Die Nachricht kam zurück: Das Postfach ist voll.", "Bitte auf anderem Weg Bescheid geben. Die Datei selbst liegt in der Bibliothek."),
            ReceivingTrouble.Undeliverable => ("Die Nachricht kam zurück: Sie konnte nicht zugestellt werden.", "Bitte die Adresse erfragen und auf anderem Weg Bescheid geben. Die Datei selbst liegt in der Bibliothek."),
            _ => ("Beim Partner lässt sich die Datei nicht öffnen.", "Bitte die Koordination des Partners fragen, ob ihr Konto Zugang zur Bibliothek hat; den gibt dort die Administration."),
        };
        var identity = new Identity(partnership.Id, status.Minutes, status.Version, own.Id, own.Id, today);
        return Letter(
            identity, FormattableString.Invariant($"not-received-{trouble}-{status.Delivery.Value:N}").ToLowerInvariant(), Receivers.OfOwn(own, today), $"Protokoll {number}: Der Partner hat es noch nicht",
            $"""
            {own.Salutation},

            zum Protokoll {number}: {what}
            {remedy}
            """, MailPace.WhenFree);
    }

    private static ClearedConsignment? ToOwn(Consignment edition, District own, string topic, DateOnly today, string subject, string text) =>
        Own(new(edition.Partnership, edition.Minutes, edition.Version, own.Id, own.Id, edition.Meeting), own, topic, today, subject, text);

    private static ClearedConsignment? Own(
        Identity identity, District own, string topic, DateOnly today, string subject, string text, MailPace pace = MailPace.AtOnce, bool isReminder = false) =>
        Letter(identity, topic, Receivers.OfOwn(own, today), subject, text, pace, isReminder);

    private static ClearedConsignment? Letter(
        Identity identity, string topic, IReadOnlyList<string> receivers, string subject, string text, MailPace pace = MailPace.AtOnce, bool isReminder = false,
        NoticeAsk? notice = null, IReadOnlyList<string>? answered = null) =>
        receivers.Count == 0 ? null : ClearedConsignment.OfFixedWords(new()
        {
            Kind = DeliveryKind.Letter,
            Topic = topic,
            Partnership = identity.Partnership,
            Minutes = identity.Minutes,
            Version = identity.Version,
            From = identity.From,
            To = identity.To,
            Meeting = identity.Meeting,
            ContentDigest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Edition = EditionFile.None,
            Tracker = [],
            Mail = new(receivers, subject, text) { Notice = notice, ReplyTo = answered ?? [] },
            Pace = pace,
            IsReminder = isReminder,
        });

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private sealed record Identity(PartnershipId Partnership, MinutesId Minutes, int Version, DistrictId From, DistrictId To, DateOnly Meeting);
}
