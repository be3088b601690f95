using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Overview;

/// <summary>Picks out of the ledger what wants a person of one district, and what is under way there.</summary>
internal sealed class Matters(LedgerPicture picture, District own, District partner, DateTimeOffset now, SpokenDates dates, KeptCheckup? checkup)
{
    private const string WaitsForSetUp = "not-set-up";

    /// <summary>The most urgent first, then in the order of time.</summary>
    public IReadOnlyList<Matter> All() =>
        [.. Releases().Concat(Deliveries()).Concat(Calendar()).Concat(SetUp()).OrderByDescending(matter => matter.Weight)];

    private IEnumerable<Matter> Releases() => picture.Releases
        .Where(release => release.District == own.Id)
        .GroupBy(release => release.Minutes)
        .Select(versions => versions.Last())
        .Select(release => release.State switch
        {
            ReleaseState.Reopened => new Matter(MatterWeight.NeedsPerson, release.Number, Words.Minutes,
                new("Mit Änderungen genehmigt und deshalb wieder offen. Erst berichtigen und neu freigeben, dann geht es hinaus.", "Approved with changes, and so open again. Correct and release it anew, then it leaves."), null, []),
            ReleaseState.Released => new Matter(MatterWeight.OnTheWay, release.Number, Words.Minutes,
                new("Freigegeben – von der Sitzungsleitung geprüft. Es wartet auf die Genehmigung des Vorstands.", "Released – looked at by the chair. It waits for the board's approval."), null, []),
            _ => null,
        })
        .OfType<Matter>();

    private IEnumerable<Matter> Deliveries() => picture.Deliveries
        .Where(delivery => delivery.From == own.Id)
        .Select(delivery => delivery.Kind switch
        {
            DeliveryKind.Edition => OfEdition(delivery),
            DeliveryKind.Recall => OfRecall(delivery),
            _ => OfLetter(delivery),
        })
        .OfType<Matter>();

    private Matter? OfEdition(DeliveryStatus delivery) => delivery.State switch
    {
        DeliveryState.Stopped => IsLeftBehind(delivery) ? null : Of(delivery, MatterWeight.NeedsPerson, Words.Held, MatterAction.Now),
        DeliveryState.Failed => Of(delivery, MatterWeight.WentWrong, Words.Failed, MatterAction.Again),
        DeliveryState.Uncertain => Of(delivery, MatterWeight.WentWrong, Words.Uncertain, MatterAction.LookAgain),
        DeliveryState.Refused => Of(delivery, MatterWeight.WentWrong, Words.Refused),
        DeliveryState.Queued when delivery.StartsAt > now => Of(delivery, MatterWeight.OnTheWay, Words.LeavesAt(dates.Soon(delivery.StartsAt.Value, now)), MatterAction.Now, MatterAction.Hold),
        DeliveryState.Queued or DeliveryState.Running => OfRunning(delivery),
        DeliveryState.Delivered when IsDoubtful(delivery.Verdict) => Of(delivery, MatterWeight.WentWrong, delivery.Verdict == StepError.RemovedByPartner ? Words.RemovedByPartner : Words.Miscounted),
        DeliveryState.Delivered when delivery.Find(DeliveryStep.Tracker) is { State: StepState.Planned, Attempts: > 0 } => Of(delivery, MatterWeight.OnTheWay, Words.TrackerFollows, MatterAction.Again),
        _ => null,
    };

    private Matter OfRunning(DeliveryStatus delivery) =>
        delivery.Steps.Any(step => step is { State: StepState.Planned, Error: WaitsForSetUp }) ? Of(delivery, MatterWeight.OnTheWay, Words.WaitsForPartner)
        : delivery.Steps.Any(step => step is { State: StepState.Planned, Attempts: > 0, Error: not null }) ? Of(delivery, MatterWeight.OnTheWay, Words.WaitsAndRepeats, MatterAction.Again)
        : Of(delivery, MatterWeight.OnTheWay, Words.UnderWay);

    private Matter? OfRecall(DeliveryStatus delivery) => delivery.State switch
    {
        DeliveryState.Failed => Of(delivery, MatterWeight.WentWrong, Words.RecallFailed, MatterAction.Again),
        DeliveryState.Uncertain => Of(delivery, MatterWeight.WentWrong, Words.Uncertain, MatterAction.LookAgain),
        DeliveryState.Queued or DeliveryState.Running => Of(delivery, MatterWeight.OnTheWay, Words.BeingTakenBack, MatterAction.Again),
        DeliveryState.Delivered when delivery.ConfirmedAt is null => Of(delivery, MatterWeight.NeedsPerson, Words.NotConfirmed(partner.ShortName), MatterAction.Confirm),
        _ => null,
    };

    // One that was overtaken by events is stopped by the service itself; a message that leaves is nobody's matter.
    private Matter? OfLetter(DeliveryStatus delivery) => delivery.State switch
    {
        DeliveryState.Failed => Of(delivery, MatterWeight.WentWrong, Words.LetterFailed, MatterAction.Again),
        DeliveryState.Uncertain => Of(delivery, MatterWeight.NeedsPerson, Words.LetterUncertain, MatterAction.LookAgain),
        _ => null,
    };

    private IEnumerable<Matter> Calendar() => picture.Meetings
        .Where(known => known.State == MeetingState.Planned && known.Plan.District == own.Id && (known.Plan.Rhythm is not null || known.Plan.Time.StartsAt > now))
        .SelectMany(known => OfSight(known.Sight).Select(one => new Matter(one.Weight, known.Plan.Number, Words.Meeting, one.Sentence, null, [])));

    private IEnumerable<(MatterWeight Weight, Bilingual Sentence)> OfSight(MeetingSight sight)
    {
        if (sight.MissingSince is not null)
            yield return (MatterWeight.OnTheWay, Words.Missing);
        if (sight.IsDoubled)
            yield return (MatterWeight.NeedsPerson, Words.Doubled);
        if (sight.IsElsewhere)
            yield return (MatterWeight.NeedsPerson, Words.Elsewhere);
        if (sight.Absent.Count > 0)
            yield return (MatterWeight.NeedsPerson, Words.Absent(string.Join(", ", sight.Absent.Select(person => (own.Find(person.ToString()) ?? partner.Find(person.ToString()))?.Name ?? person.ToString()))));
    }

    private IEnumerable<Matter> SetUp() => checkup is { Open: > 0 } kept
        ? [new(MatterWeight.NeedsPerson, null, Words.SetUp, Words.SetUpOpen(kept.Open, dates.Moment(kept.At)), null, []) { Part = "einrichtung" }]
        : [];

    private Matter Of(DeliveryStatus delivery, MatterWeight weight, Bilingual sentence, params IReadOnlyList<MatterAction> actions) =>
        new(weight, picture.ReleaseOf(delivery)?.Number ?? delivery.Minutes.ToString(), Words.Title(delivery), sentence, delivery.Delivery, actions);

    // Opened again, taken back or overtaken by a later one: that one's own line says what to do.
    private bool IsLeftBehind(DeliveryStatus delivery) =>
        picture.ReleaseOf(delivery)?.State is ReleaseState.Reopened or ReleaseState.Withdrawn
        || picture.Deliveries.Any(later => later.Kind == DeliveryKind.Edition && later.Minutes == delivery.Minutes && later.From == delivery.From && later.Delivery != delivery.Delivery
            && (later.Version > delivery.Version || later.Version == delivery.Version && later.Topic != delivery.Topic && later.State != DeliveryState.Stopped));

    private static bool IsDoubtful(string? verdict) => verdict is not (null or Verdict.AsItShouldBe or Verdict.NotYet or Verdict.Overtaken);

    private static class Words
    {
        public static readonly Bilingual Minutes = new("Protokoll", "Minutes");
        public static readonly Bilingual Meeting = new("Sitzung", "Meeting");
        public static readonly Bilingual Missing = new("Der Termin ist im Kalender nicht zu finden. Es wird gleich noch einmal nachgesehen.", "The event is not found in the calendar. It is looked for again soon.");
        public static readonly Bilingual Doubled = new("Der Termin steht im Kalender doppelt. Bitte in Outlook nachsehen und den überzähligen löschen.", "The event stands in the calendar twice. Please look in Outlook and delete the one too many.");
        public static readonly Bilingual Elsewhere = new("Der Termin steht im Kalender zu einer anderen Zeit als geplant. Bitte in Outlook zurückstellen oder die Sitzung neu planen.", "The event stands in the calendar at another time than planned. Please put it back in Outlook, or plan the meeting anew.");
        public static readonly Bilingual SetUp = new("Einrichtung", "Set-up");
        public static readonly Bilingual Held = new("Angehalten. Es geht nicht von selbst hinaus.", "Held. It does not leave by itself.");
        public static readonly Bilingual Failed = new("Die Übermittlung ist stehen geblieben. Noch einmal versuchen; hilft das nicht, die Administration fragen.", "The delivery has stopped. Try again; if that does not help, ask the administrator.");
        public static readonly Bilingual Uncertain = new("Unklar, ob die Nachricht angekommen ist. Bitte kurz nachfragen; sie wird nicht von selbst noch einmal geschickt.", "It is not clear whether the message arrived. Please ask; it is not sent again by itself.");
        public static readonly Bilingual Refused = new("Nicht angenommen, nichts wurde gesendet. Das Protokoll in Word prüfen und neu freigeben.", "Refused, nothing was sent. Check the minutes in Word and release them anew.");
        public static readonly Bilingual RemovedByPartner = new("Der Partner hat die Datei gelöscht. Sie wird nicht von selbst neu hingelegt. Bitte kurz nachfragen.", "The partner deleted the file. It is not laid there again by itself. Please ask.");
        public static readonly Bilingual Miscounted = new("Beim Nachzählen stimmte etwas nicht überein. Bitte beim Partner nachsehen, was dort liegt.", "Something did not match when it was counted. Please look what lies with the partner.");
        public static readonly Bilingual TrackerFollows = new("Die Datei liegt beim Partner. Der Eintrag im Tracker folgt, sobald die Mappe frei ist.", "The file lies with the partner. The entry in the tracker follows as soon as the workbook is free.");
        public static readonly Bilingual WaitsForPartner = new("Wartet, bis der Partner eingerichtet ist. Nichts ist verloren.", "Waits until the partner is set up. Nothing is lost.");
        public static readonly Bilingual WaitsAndRepeats = new("Microsoft 365 hat gerade nicht geantwortet. Es wird von selbst wiederholt.", "Microsoft 365 did not answer just now. It is tried again by itself.");
        public static readonly Bilingual UnderWay = new("Unterwegs. Es geht von selbst weiter.", "Under way. It goes on by itself.");
        public static readonly Bilingual RecallFailed = new("Die Rücknahme ist nicht ganz gelungen. Noch einmal versuchen und den Partner sofort anrufen.", "The recall did not succeed entirely. Try again, and call the partner at once.");
        public static readonly Bilingual BeingTakenBack = new("Wird gerade zurückgezogen.", "Is being taken back.");
        public static readonly Bilingual LetterFailed = new("Eine Nachricht dazu ließ sich nicht senden.", "A message about it could not be sent.");
        public static readonly Bilingual LetterUncertain = new("Unklar, ob eine Nachricht dazu angekommen ist.", "It is not clear whether a message about it arrived.");

        public static Bilingual Title(DeliveryStatus delivery) => delivery switch
        {
            { Kind: DeliveryKind.Recall } => new("Rücknahme", "Recall"),
            { Kind: DeliveryKind.Letter } => new("Nachricht", "Message"),
            { Version: > 1 } => new($"Partnerfassung {delivery.Version}", $"Edition {delivery.Version}"),
            _ => new("Partnerfassung", "Edition"),
        };

        public static Bilingual Absent(string people) => new($"Im Termin fehlen Eingeladene: {people}. Bitte in Outlook ergänzen.", $"People who are invited are missing in the event: {people}. Please add them in Outlook.");

        public static Bilingual LeavesAt(string moment) => new($"Wird {moment} übermittelt.", $"Is delivered {moment}.");

        public static Bilingual NotConfirmed(string partner) => new(
            $"Zurückgezogen. Der Kreisverband {partner} hat noch nicht bestätigt, dass alles gelöscht ist und es keine Kopien gibt.",
            $"Taken back. {partner} has not yet confirmed that everything is deleted and there are no copies.");

        public static Bilingual SetUpOpen(int open, string at) => open == 1
            ? new($"Ein Punkt ist noch offen, geprüft {at}.", $"One point is still open, checked {at}.")
            : new($"{open} Punkte sind noch offen, geprüft {at}.", $"{open} points are still open, checked {at}.");
    }
}
