using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.CommandLine;

/// <summary>The states of a delivery as people read them, each with its explanation (R15).</summary>
internal static class DeliveryWords
{
    public static Bilingual Step(DeliveryStep step, DeliveryKind kind) => step switch
    {
        DeliveryStep.Remove => new("Frühere Datei in der Bibliothek des Partners", "Earlier file in the partner's library"),
        DeliveryStep.Upload when kind == DeliveryKind.Recall => new("Hinweis an ihrer Stelle", "The note in its place"),
        DeliveryStep.Event => new("Termin im Kalender des Kreisverbands", "Event in the district's calendar"),
        DeliveryStep.Mail when kind == DeliveryKind.Invitation => new("Einladung mit Mail", "Invitation by mail"),
        DeliveryStep.Mail when kind == DeliveryKind.Letter => new("Nachricht", "Message"),
        DeliveryStep.Upload => new("Partnerfassung in der Bibliothek des Partners", "Edition in the partner's library"),
        DeliveryStep.Fields => new("Angaben zur Datei", "Columns of the file"),
        DeliveryStep.Tracker => new("Eintrag im Tracker", "Rows in the tracker"),
        DeliveryStep.Mail => new("Nachricht an die Koordination", "Message to the coordinator"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The same without the stable word for what is the matter, which only a terminal shows (R15).</summary>
    public static Bilingual Plain(StepStatus step) => State(step.State == StepState.Done && step.Step == DeliveryStep.Remove ? step : step with { Error = step.Error is null ? null : "" });

    public static Bilingual State(StepStatus step) => step.State switch
    {
        StepState.Planned when step is { Attempts: 0, Error: null } => new("noch nicht begonnen", "not begun"),
        StepState.Planned => new($"wartet und wird wiederholt{Because(step)}", $"waits and is tried again{Because(step)}"),
        StepState.Sending => new("läuft", "under way"),
        StepState.Done when step.Step == DeliveryStep.Remove => Removed(step.Error),
        StepState.Done => new($"erledigt{Doubts(step)}", $"done{Because(step)}"),
        StepState.Skipped => new($"entfällt{Because(step)}", $"not needed{Because(step)}"),
        StepState.Uncertain => new("Unklar, ob die Nachricht angekommen ist. Bitte kurz nachfragen; sie wird nicht von selbst noch einmal geschickt.", "It is not clear whether the message arrived. Please ask; it is not sent again by itself."),
        StepState.Failed => new($"braucht einen Menschen{Because(step)}", $"needs a person{Because(step)}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Bilingual State(DeliveryStatus status) => (status.Kind, status.State) switch
    {
        (DeliveryKind.Invitation, DeliveryState.Delivered) => new("verschickt – alle auf diesem Weg Eingeladenen haben Nachricht", "sent – everybody invited this way was told"),
        (DeliveryKind.Invitation, DeliveryState.Queued) => new("eingereiht – geht hinaus, sobald der Dienst läuft", "queued – leaves as soon as the service runs"),
        (_, DeliveryState.Queued or DeliveryState.Running) when status.WaitsForPartnerSince is not null => new(
            "wartet auf Einrichtung beim Partner – nichts ist verloren", "waits for the partner to be set up – nothing is lost"),
        (DeliveryKind.Letter, DeliveryState.Delivered) => new("gesendet", "sent"),
        (DeliveryKind.Recall, DeliveryState.Delivered) => new("zurückgezogen – die Datei ist entfernt, alle sind benachrichtigt", "taken back – the file is removed, everybody was told"),
        (DeliveryKind.Recall, DeliveryState.Queued or DeliveryState.Running) => new("wird zurückgezogen", "being taken back"),
        _ => State(status.State),
    };

    private static Bilingual State(DeliveryState state) => state switch
    {
        DeliveryState.Queued => new("eingereiht – wird übermittelt, sobald der Dienst läuft", "queued – is delivered as soon as the service runs"),
        DeliveryState.Running => new("unterwegs – wird von selbst fortgesetzt", "under way – goes on by itself"),
        DeliveryState.Delivered => new("übermittelt – der Partner kann das Protokoll lesen", "delivered – the partner can read the minutes"),
        DeliveryState.Uncertain => new("übermittelt, die Nachricht ist unklar", "delivered, the message is uncertain"),
        DeliveryState.Refused => new("nicht angenommen – nichts wurde gesendet", "refused – nothing was sent"),
        DeliveryState.Failed => new("angehalten – ein Mensch muss nachsehen", "stopped – a person must look"),
        DeliveryState.Withdrawn => new("zurückgezogen", "withdrawn"),
        DeliveryState.Stopped => new("angehalten – geht nicht von selbst hinaus", "held – does not leave by itself"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What a delivery is, for the list; empty for the usual one.</summary>
    public static Bilingual Kind(DeliveryKind kind) => kind switch
    {
        DeliveryKind.Recall => new("Rücknahme", "recall"),
        DeliveryKind.Letter => new("Nachricht", "message"),
        DeliveryKind.Invitation => new("Einladung", "invitation"),
        _ => new("Partnerfassung", "edition"),
    };

    /// <summary>What the last count found.</summary>
    public static Bilingual Verdict(string? verdict) => verdict switch
    {
        null or Deliveries.Verdict.NotYet => new("noch nicht nachgezählt", "not counted yet"),
        Deliveries.Verdict.AsItShouldBe => new("wie es sein soll – eine Datei, eine Nachricht, jede Zeile einmal", "as it should be – one file, one message, each row once"),
        Deliveries.Verdict.Overtaken => new("durch eine spätere Fassung ersetzt", "replaced by a later version"),
        StepError.RemovedByPartner => new("der Partner hat die Datei gelöscht; sie wird nicht von selbst neu hingelegt", "the partner deleted the file; it is not laid there again by itself"),
        var doubts => new($"bitte nachsehen ({doubts})", $"please look ({doubts})"),
    };

    /// <summary>Whether the receiving board took note (R17); null where nothing is to be said.</summary>
    /// <param name="zone">In whose days it is said.</param>
    public static Bilingual? Receipt(DeliveryStatus status, TimeZoneInfo? zone) => status switch
    {
        { State: DeliveryState.Withdrawn } or { Receipt: null } => null,
        { Receipt: { Way: { } way, At: { } at } } => Noted(way, zone is null ? at : TimeZoneInfo.ConvertTime(at, zone)),
        { Receipt.Trouble: ReceivingTrouble.MailboxFull } => new("noch nicht bestätigt – die Nachricht kam zurück, das Postfach ist voll", "not confirmed yet – the message came back, the mailbox is full"),
        { Receipt.Trouble: ReceivingTrouble.Undeliverable } => new("noch nicht bestätigt – die Nachricht kam als unzustellbar zurück", "not confirmed yet – the message came back as undeliverable"),
        { Receipt.Trouble: ReceivingTrouble.CannotOpen } => new("noch nicht bestätigt – der Partner kann die Datei nicht öffnen", "not confirmed yet – the partner cannot open the file"),
        { Receipt.RemindedAt: not null } => new("noch nicht bestätigt – einmal wurde erinnert", "not confirmed yet – reminded once"),
        { Receipt.Trouble: ReceivingTrouble.Absent } => new("wartet auf Kenntnisnahme – die Koordination ist zurzeit abwesend", "waits for note to be taken – the coordinator is absent at present"),
        _ => new("wartet auf Kenntnisnahme", "waits for note to be taken"),
    };

    private static Bilingual Noted(NoticeWay way, DateTimeOffset at) => way switch
    {
        NoticeWay.Answer => new($"zur Kenntnis genommen am {at:dd.MM.yyyy} durch Antwort", $"note taken on {at:yyyy-MM-dd} by answer"),
        NoticeWay.Page => new($"zur Kenntnis genommen am {at:dd.MM.yyyy} auf der Seite", $"note taken on {at:yyyy-MM-dd} on the page"),
        NoticeWay.Library => new($"zur Kenntnis genommen am {at:dd.MM.yyyy} in der Bibliothek", $"note taken on {at:yyyy-MM-dd} in the library"),
        _ => new($"zur Kenntnis genommen am {at:dd.MM.yyyy} im Protokoll des Partners", $"note taken on {at:yyyy-MM-dd} in the partner's minutes"),
    };

    // What is provably gone, and what is not (D7).
    private static Bilingual Removed(string? result) => result switch
    {
        RemovalResult.NothingThere => new("war nicht mehr da", "was not there any more"),
        not null when result.StartsWith(RemovalResult.RecycleBin, StringComparison.Ordinal) => new(
            $"entfernt, liegt aber bis {result[RemovalResult.RecycleBin.Length..].Trim()} im Papierkorb der Website; dort muss die Administration des Partners sie löschen",
            $"removed, but the site's recycle bin holds it until {result[RemovalResult.RecycleBin.Length..].Trim()}; the partner's administrator must delete it there"),
        _ => new("endgültig entfernt, mit allen Versionen", "removed for good, with all versions"),
    };

    private static string Because(StepStatus step) => step.Error is { Length: > 0 } error ? $" ({error})" : "";

    // Where people wrote otherwise into the tracker, or took a row away (R27).
    private static string Doubts(StepStatus step) => Because(step)
        .Replace("deviating:", "abweichend:", StringComparison.Ordinal)
        .Replace("deleted:", "im Tracker gelöscht:", StringComparison.Ordinal)
        .Replace("written as file", "als Datei geschrieben", StringComparison.Ordinal);
}
