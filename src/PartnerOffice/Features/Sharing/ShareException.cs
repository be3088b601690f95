using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>Minutes that may not be shared, or not like this; nothing left the board.</summary>
internal sealed class ShareException : RefusalException
{
    public ShareException(string code, string place, Bilingual problem, Bilingual remedy, Bilingual? command = null)
        : base(code, place, problem, remedy) => Command = command;

    private static Bilingual ReleaseCommand { get; } = new("minutes release DATEI --as NAME", "minutes release FILE --as NAME");

    public static ShareException ForeignDistrict(string district) => new(
        "foreign-district",
        "Kreisverband",
        new Bilingual($"»{district}« gehört nicht zu dieser Partnerschaft.", $"\"{district}\" does not belong to this partnership."),
        new Bilingual("Die Kennung im Protokoll oder die Partnerschaftsdatei berichtigen.", "Correct the id in the minutes, or the partnership file."));

    public static ShareException Unreadable(string file) => new(
        "minutes-not-read",
        file,
        new Bilingual("Das Dokument kann nicht als Protokoll gelesen werden.", "The document cannot be read as minutes."),
        new Bilingual("Zuerst prüfen und berichtigen.", "Check it first, and correct it."),
        new Bilingual("minutes check DATEI", "minutes check FILE"));

    public static ShareException NothingToNote() => new(
        "nothing-to-note",
        "Kenntnisnahme",
        new Bilingual("Hier ist nichts mehr zu bestätigen.", "There is nothing to confirm here any more."),
        new Bilingual("Im Zweifel beim sendenden Kreisverband nachfragen.", "When in doubt, ask the sending district."));

    public static ShareException PartnerNotSetUp(string partner) => new(
        "partner-not-set-up",
        partner,
        new Bilingual("Der Partner ist noch nicht eingerichtet. Nichts ist verloren.", "The partner is not set up yet. Nothing is lost."),
        new Bilingual("Verzeichnis und Bibliothek des Partners eintragen, oder eine Bibliothek zum Abholen.", "Enter the partner's directory and library, or a library to pick up from."));

    public static ShareException BothBoardsRelease(string number) => new(
        "both-boards-release",
        number,
        new Bilingual("Ein gemeinsames Protokoll geben beide Vorstände frei und genehmigen es, jeder für sich. Diese Bibliothek gehört nur einem.", "The minutes of two boards are released and approved by both, each for itself. This library is one board's."),
        new Bilingual("Aus Word zur Prüfung geben: dann bekommt jeder Vorstand einen eigenen Link.", "Put them to the review from Word: each board gets a link of its own."),
        new Bilingual("minutes review DATEI --as NAME", "minutes review FILE --as NAME"));

    public static ShareException BoardMissing(District district) => new(
        "board-missing",
        "Beschlussfähigkeit",
        new Bilingual($"Das Protokoll ist gemeinsam, nennt aber den Kreisvorstand {district.ShortName} nicht.", $"The minutes are joint, but do not name the board {district.ShortName}."),
        new Bilingual("Leitung und Beschlussfähigkeit dieses Vorstands eintragen.", "Enter this board's chair and quorum."));

    public static ShareException JointLeavesByItself(string number) => new(
        "joint-leaves-by-itself",
        number,
        new Bilingual("Ein gemeinsames Protokoll geht von selbst an beide Vorstände, sobald beide es freigegeben und genehmigt haben.", "The minutes of two boards leave for both by themselves, once both released and approved them."),
        new Bilingual("Nichts zu tun; der Stand und »Jetzt« stehen bei den Übermittlungen.", "Nothing to do; how far they are, and \"now\", stand with the deliveries."),
        new Bilingual("deliveries list", "deliveries list"));

    public static ShareException NotReleased(Minutes minutes) => new(
        "not-released",
        minutes.Number,
        new Bilingual("Dieses Protokoll hat noch niemand freigegeben.", "Nobody has released these minutes yet."),
        new Bilingual("Von der Sitzungsleitung freigeben lassen.", "Have the chair release them."),
        ReleaseCommand);

    public static ShareException NotApproved(Release release) => new(
        "not-approved",
        release.Number,
        release.State == ReleaseState.Reopened
            ? new Bilingual("Das Protokoll wurde mit Änderungen genehmigt und ist wieder offen.", "The minutes were approved with changes and are open again.")
            : new Bilingual("Das Protokoll ist freigegeben, aber noch nicht genehmigt.", "The minutes are released, but not approved yet."),
        release.State == ReleaseState.Reopened
            ? new Bilingual("Die Änderungen eintragen, dann neu freigeben lassen.", "Enter the changes, then have them released anew.")
            : new Bilingual("Die Genehmigung eintragen.", "Enter the approval."),
        release.State == ReleaseState.Reopened ? null : new Bilingual("minutes approve DATEI --in PROTOKOLL, oder --as für die Sitzungsleitung", "minutes approve FILE --in MINUTES, or --as for the chair"));

    public static ShareException ChangedSinceRelease(Release release) => new(
        "changed-since-release",
        release.Number,
        new Bilingual("Die Datei wurde seit der Freigabe geändert.", "The file was changed since its release."),
        new Bilingual("Die freigegebene Fassung nehmen oder das geänderte Protokoll neu freigeben lassen.", "Take the released version, or have the changed minutes released anew."));

    public static ShareException IsCopy(Release known) => new(
        "copied-document",
        known.Number,
        new Bilingual($"Das sieht aus wie eine Kopie des Protokolls vom {known.Date:dd.MM.yyyy}.", $"This looks like a copy of the minutes of {known.Date:yyyy-MM-dd}."),
        new Bilingual("Eine neue Sitzung daraus machen.", "Make new minutes of it."),
        new Bilingual("minutes new --from DATEI --copy", "minutes new --from FILE --copy"));

    public static ShareException WrongVersion(Release last) => new(
        "wrong-version",
        last.Number,
        new Bilingual($"Zuletzt freigegeben ist Fassung {last.Version}; diese schließt daran nicht an.", $"Version {last.Version} was released last; this one does not follow it."),
        new Bilingual("Eine Berichtigung beginnen.", "Begin a correction."),
        new Bilingual("minutes correct DATEI --note TEXT", "minutes correct FILE --note TEXT"));

    public static ShareException Withdrawn(string number) => new(
        "withdrawn",
        number,
        new Bilingual("Diese Fassung wurde zurückgezogen und geht nicht noch einmal hinaus.", "This version was withdrawn and does not go out again."),
        new Bilingual("Eine Berichtigung beginnen.", "Begin a correction."),
        new Bilingual("minutes correct DATEI --note TEXT", "minutes correct FILE --note TEXT"));

    public static ShareException ChangedMeanwhile() => new(
        "changed-meanwhile",
        "Ledger",
        new Bilingual("Jemand hat im selben Augenblick etwas daran geändert; nichts wurde eingetragen.", "Somebody changed something of it at the same moment; nothing was recorded."),
        new Bilingual("Den Stand ansehen und noch einmal versuchen.", "Look how it stands, and try again."));

    public static ShareException NothingFrozen(Release release) => new(
        "nothing-frozen",
        release.Number,
        new Bilingual("Die freigegebene Fassung ist nicht mehr aufbewahrt.", "The released version is not kept any more."),
        new Bilingual("Das Protokoll neu freigeben lassen.", "Have the minutes released anew."),
        ReleaseCommand);

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

    public static ShareException LastWriter(Person person) => new(
        "last-writer",
        "--as",
        new Bilingual($"{person.Name} hat zuletzt am Text geschrieben und gibt ihn deshalb nicht selbst frei.", $"{person.Name} wrote the text last and therefore does not release it."),
        new Bilingual("Eine andere Person freigeben lassen: Sitzungsleitung oder Vertretung.", "Have another person release it: the chair or a deputy."));

    public static ShareException NobodyReleases() => new(
        "nobody-releases",
        "Sitzungsleitung",
        new Bilingual("Niemand mit Mailadresse kann dieses Protokoll heute freigeben.", "Nobody with a mail address can release these minutes today."),
        new Bilingual("Sitzungsleitung oder Vertretung in der Partnerschaftsdatei eintragen.", "Enter a chair or a deputy in the partnership file."));

    /// <summary>The same of one of two boards (R22).</summary>
    public static ShareException NobodyReleasesFor(District board) => new(
        "nobody-releases",
        "Sitzungsleitung",
        new Bilingual($"Im Kreisvorstand {board.ShortName} kann heute niemand mit Mailadresse dieses Protokoll freigeben.", $"Nobody with a mail address can release these minutes today for the board {board.ShortName}."),
        new Bilingual("Dort Sitzungsleitung oder Vertretung in der Partnerschaftsdatei eintragen.", "Enter a chair or a deputy of that board in the partnership file."));

    public static ShareException NoServiceAddress() => new(
        "no-service-address",
        "PublicAddress",
        new Bilingual("Die Adresse des Dienstes ist nicht eingetragen; ohne sie gibt es keinen Link.", "The address of the service is not entered; without it there is no link."),
        new Bilingual("Die Administration bitten, die Adresse einzutragen.", "Ask the administrator to enter the address."),
        new Bilingual("PartnerOffice__Api__PublicAddress=https://…", "PartnerOffice__Api__PublicAddress=https://…"));

    public static ShareException AlreadyReleased(string number) => new(
        "already-released",
        number,
        new Bilingual("Genau dieser Inhalt ist schon freigegeben.", "Exactly this content is released already."),
        new Bilingual("Nichts weiter ist zu tun.", "There is nothing left to do."));

    public static ShareException ChangedSinceReview(string number) => new(
        "changed-since-review",
        number,
        new Bilingual("Das Protokoll wurde geändert, seit es zur Prüfung kam; nichts wurde freigegeben.", "The minutes were changed since they came to the review; nothing was released."),
        new Bilingual("Es noch einmal zur Prüfung geben lassen; dann kommt ein neuer Link.", "Have them put to the review again; a new link will come."));

    public static ShareException AlreadyDecided(string number) => new(
        "already-decided",
        number,
        new Bilingual("Darüber hat inzwischen jemand anders entschieden.", "Somebody else has decided it meanwhile."),
        new Bilingual("Nichts weiter ist zu tun.", "There is nothing left to do."));

    public static ShareException LibraryAway() => new(
        "library-away",
        "Bibliothek",
        new Bilingual("Die Bibliothek des Vorstands antwortet gerade nicht; nichts wurde freigegeben.", "The board's library does not answer just now; nothing was released."),
        new Bilingual("In einigen Minuten noch einmal versuchen.", "Try again in some minutes."));

    public static ShareException NoRemark() => new(
        "no-remark",
        "Bemerkung",
        new Bilingual("Zum Zurückgeben fehlt die Bemerkung.", "The remark is missing for sending it back."),
        new Bilingual("In einem Satz sagen, was zu ändern ist.", "Say in one sentence what is to be changed."));

    public static ShareException UnknownSetter() => new(
        "unknown-setter",
        "Stand",
        new Bilingual("Wer den Stand gesetzt hat, steht nicht in der Partnerschaftsdatei oder hat heute keine Aufgabe.", "Whoever set the state is not in the partnership file, or holds no role today."),
        new Bilingual("Jemanden aus dem Vorstand bitten, ihn zu setzen.", "Ask somebody of the board to set it."));

    public static ShareException ChangedAfterwards() => new(
        "changed-afterwards",
        "Stand",
        new Bilingual("Nach dem Setzen von »Freigegeben« wurde der Text noch geändert.", "The text was changed after the state was set to released."),
        new Bilingual("Das Protokoll ansehen und den Stand noch einmal setzen.", "Look at the minutes, and set the state again."));

    public static ShareException NothingToWithdraw() => new(
        "nothing-to-withdraw",
        "Stand",
        new Bilingual("Von diesem Protokoll ist nichts freigegeben oder unterwegs.", "Nothing of these minutes is released or on its way."),
        new Bilingual("Den Stand zurück auf »Entwurf« setzen.", "Set the state back to draft."));

    public static ShareException NoDay(DateOnly day) => new(
        "no-day",
        "Genehmigt am",
        new Bilingual($"Am {day:dd.MM.yyyy} kann es nicht genehmigt worden sein.", $"It cannot have been approved on {day:yyyy-MM-dd}."),
        new Bilingual("Einen Tag angeben, der nicht vor der Sitzung und nicht in der Zukunft liegt.", "Give a day that is not before the meeting and not in the future."));

    public static ShareException NotHeld(MinutesId minutes) => new(
        "approval-not-found",
        "--in",
        new Bilingual($"In diesem Protokoll steht kein angenommener Beschluss, der »{minutes}« genehmigt.", $"These minutes hold no adopted resolution that approves \"{minutes}\"."),
        new Bilingual("Das Protokoll der Sitzung nennen, die genehmigt hat, oder die Sitzungsleitung eintragen lassen.", "Name the minutes of the meeting that approved, or have the chair enter it."),
        new Bilingual("--in PROTOKOLL, oder --as NAME", "--in MINUTES, or --as NAME"));

    public static ShareException OtherBytes(string expected) => new(
        "consent-for-other-bytes",
        "--yes",
        new Bilingual("Die Zustimmung gilt einer anderen Partnerfassung als dieser.", "The consent is for another edition than this one."),
        new Bilingual("Die Partnerfassung noch einmal ansehen und ihr zustimmen.", "Look at the edition again, and consent to it."),
        new Bilingual($"minutes edition, dann --yes {expected}", $"minutes edition, then --yes {expected}"));

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

    public static ShareException HasBegun(DeliveryStatus status) => new(
        "has-begun",
        status.Delivery.ToString(),
        new Bilingual("Die Übermittlung hat schon begonnen oder ist fertig.", "The delivery has begun, or is done."),
        new Bilingual("Zurückziehen, wenn es nicht beim Partner liegen soll.", "Take it back, if the partner is not to have it."),
        new Bilingual($"deliveries withdraw {status.Delivery} --as NAME", $"deliveries withdraw {status.Delivery} --as NAME"));

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
