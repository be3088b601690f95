using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>Minutes that may not be shared, or not like this; nothing left the board.</summary>
internal sealed class ShareException(string code, string place, Bilingual problem, Bilingual remedy) : RefusalException(code, place, problem, remedy)
{
    public static ShareException ForeignDistrict(string district) => new(
        "foreign-district",
        "Kreisverband",
        new Bilingual($"»{district}« gehört nicht zu dieser Partnerschaft.", $"\"{district}\" does not belong to this partnership."),
        new Bilingual("Die Kennung im Protokoll oder die Partnerschaftsdatei berichtigen.", "Correct the id in the minutes, or the partnership file."));

    public static ShareException Unreadable(string file) => new(
        "minutes-not-read",
        file,
        new Bilingual("Das Dokument kann nicht als Protokoll gelesen werden.", "The document cannot be read as minutes."),
        new Bilingual("Zuerst prüfen (minutes check) und berichtigen.", "Check it first (minutes check), and correct it."));

    public static ShareException NotReleased(Minutes minutes) => new(
        "not-released",
        minutes.Number,
        new Bilingual("Dieses Protokoll hat noch niemand freigegeben.", "Nobody has released these minutes yet."),
        new Bilingual("Von der Sitzungsleitung freigeben lassen: minutes release DATEI --as NAME.", "Have the chair release them: minutes release FILE --as NAME."));

    public static ShareException NotApproved(Release release) => new(
        "not-approved",
        release.Number,
        release.State == ReleaseState.Reopened
            ? new Bilingual("Das Protokoll wurde mit Änderungen genehmigt und ist wieder offen.", "The minutes were approved with changes and are open again.")
            : new Bilingual("Das Protokoll ist freigegeben, aber noch nicht genehmigt.", "The minutes are released, but not approved yet."),
        release.State == ReleaseState.Reopened
            ? new Bilingual("Die Änderungen eintragen, dann neu freigeben lassen.", "Enter the changes, then have them released anew.")
            : new Bilingual("Die Genehmigung eintragen: minutes approve DATEI --in PROTOKOLL, oder --as für die Sitzungsleitung.", "Enter the approval: minutes approve FILE --in MINUTES, or --as for the chair."));

    public static ShareException ChangedSinceRelease(Release release) => new(
        "changed-since-release",
        release.Number,
        new Bilingual("Die Datei wurde seit der Freigabe geändert.", "The file was changed since its release."),
        new Bilingual("Die freigegebene Fassung nehmen oder das geänderte Protokoll neu freigeben lassen.", "Take the released version, or have the changed minutes released anew."));

    public static ShareException IsCopy(Release known) => new(
        "copied-document",
        known.Number,
        new Bilingual($"Das sieht aus wie eine Kopie des Protokolls vom {known.Date:dd.MM.yyyy}.", $"This looks like a copy of the minutes of {known.Date:yyyy-MM-dd}."),
        new Bilingual("Eine neue Sitzung daraus machen: minutes new --from DATEI --copy.", "Make new minutes of it: minutes new --from FILE --copy."));

    public static ShareException WrongVersion(Release last) => new(
        "wrong-version",
        last.Number,
        new Bilingual($"Zuletzt freigegeben ist Fassung {last.Version}; diese schließt daran nicht an.", $"Version {last.Version} was released last; this one does not follow it."),
        new Bilingual("Eine Berichtigung beginnen: minutes correct DATEI --note TEXT.", "Begin a correction: minutes correct FILE --note TEXT."));

    public static ShareException Withdrawn(string number) => new(
        "withdrawn",
        number,
        new Bilingual("Diese Fassung wurde zurückgezogen und geht nicht noch einmal hinaus.", "This version was withdrawn and does not go out again."),
        new Bilingual("Eine Berichtigung beginnen: minutes correct DATEI --note TEXT.", "Begin a correction: minutes correct FILE --note TEXT."));

    public static ShareException ChangedMeanwhile() => new(
        "changed-meanwhile",
        "Ledger",
        new Bilingual("Jemand hat im selben Augenblick etwas daran geändert; nichts wurde eingetragen.", "Somebody changed something of it at the same moment; nothing was recorded."),
        new Bilingual("Den Stand ansehen und noch einmal versuchen.", "Look how it stands, and try again."));

    public static ShareException NothingFrozen(Release release) => new(
        "nothing-frozen",
        release.Number,
        new Bilingual("Die freigegebene Fassung ist nicht mehr aufbewahrt.", "The released version is not kept any more."),
        new Bilingual("Das Protokoll neu freigeben lassen: minutes release DATEI --as NAME.", "Have the minutes released anew: minutes release FILE --as NAME."));

    public static ShareException SamePerson(Person person) => new(
        "same-person",
        "--as",
        new Bilingual($"{person.Name} hat das Protokoll geführt und gibt es deshalb nicht selbst frei.", $"{person.Name} took the minutes and therefore does not release them."),
        new Bilingual("Eine zweite Person freigeben lassen: Sitzungsleitung oder Koordination.", "Have a second person release them: the chair or the coordinator."));

    public static ShareException NotEntitled(Person person) => new(
        "not-entitled",
        "--as",
        new Bilingual($"{person.Name} hat keine Aufgabe, zu der das gehört.", $"{person.Name} has no role that includes this."),
        new Bilingual("Sitzungsleitung, Koordination oder ihre Vertretung bitten.", "Ask the chair, the coordinator, or their deputies."));

    public static ShareException NotHeld(MinutesId minutes) => new(
        "approval-not-found",
        "--in",
        new Bilingual($"In diesem Protokoll steht kein angenommener Beschluss, der »{minutes}« genehmigt.", $"These minutes hold no adopted resolution that approves \"{minutes}\"."),
        new Bilingual("Das Protokoll der Sitzung nennen, die genehmigt hat, oder --as für die Sitzungsleitung.", "Name the minutes of the meeting that approved, or --as for the chair."));

    public static ShareException OtherBytes(string expected) => new(
        "consent-for-other-bytes",
        "--yes",
        new Bilingual("Die Zustimmung gilt einer anderen Partnerfassung als dieser.", "The consent is for another edition than this one."),
        new Bilingual($"Die Fassung ansehen (minutes edition) und ihrem SHA-256 zustimmen: {expected}", $"Look at the edition (minutes edition) and consent to its SHA-256: {expected}"));

    public static ShareException MinutesChanged() => new(
        "minutes-changed",
        "Fassung",
        new Bilingual("Diese Fassung wurde schon mit anderem Inhalt übermittelt.", "This version was delivered with other content before."),
        new Bilingual("Eine Korrektur beginnen: nächste Nummer der Fassung und was geändert wurde.", "Begin a correction: the next version number, and what was changed."));

    public static ShareException OtherVersion() => new(
        "other-version",
        "Fassung",
        new Bilingual("Eine spätere Fassung dieses Protokolls ist schon unterwegs oder beim Partner.", "A later version of these minutes is on its way, or with the partner."),
        new Bilingual("Die neueste Fassung übermitteln.", "Deliver the latest version."));

    public static ShareException MayNotGo(DeliveryStatus status) => new(
        "may-not-go",
        status.Delivery.ToString(),
        new Bilingual("Diese Fassung ist wieder offen, zurückgezogen oder durch eine spätere ersetzt.", "This version is open again, withdrawn, or replaced by a later one."),
        new Bilingual("Die geltende Fassung freigeben und genehmigen lassen; sie geht von selbst.", "Have the valid version released and approved; it goes by itself."));

    public static ShareException Leak(Documents.Edition.LeakException leak) => new(
        "leak",
        $"{leak.What} ({leak.Place})",
        new Bilingual("Ein Text, der mit hinausgeht, enthält vertrauliche Worte.", "A text that leaves with the edition holds confidential words."),
        new Bilingual("Die Stelle im Protokoll anders kennzeichnen; nichts wurde gesendet.", "Mark the passage in the minutes differently; nothing was sent."));

    public static ShareException NoReceiver(string partner) => new(
        "no-receiver",
        "Partnerschaftsdatei",
        new Bilingual($"Für {partner} ist weder eine Koordination noch ein Postfach eingetragen.", $"{partner} has neither a coordinator nor a mailbox."),
        new Bilingual("In der Partnerschaftsdatei eine Koordination mit Adresse eintragen.", "Enter a coordinator with an address in the partnership file."));
}
