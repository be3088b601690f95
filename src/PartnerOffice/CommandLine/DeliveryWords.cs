using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.CommandLine;

/// <summary>The states of a delivery as people read them, each with its explanation (R15).</summary>
internal static class DeliveryWords
{
    public static Bilingual Step(DeliveryStep step) => step switch
    {
        DeliveryStep.Upload => new("Partnerfassung in der Bibliothek des Partners", "Edition in the partner's library"),
        DeliveryStep.Fields => new("Angaben zur Datei", "Columns of the file"),
        DeliveryStep.Tracker => new("Eintrag im Tracker", "Rows in the tracker"),
        DeliveryStep.Mail => new("Nachricht an die Koordination", "Message to the coordinator"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Bilingual State(StepStatus step) => step.State switch
    {
        StepState.Planned => new($"wartet und wird wiederholt{Because(step)}", $"waits and is tried again{Because(step)}"),
        StepState.Sending => new("läuft", "under way"),
        StepState.Done => new($"erledigt{Doubts(step)}", $"done{Because(step)}"),
        StepState.Skipped => new($"entfällt{Because(step)}", $"not needed{Because(step)}"),
        StepState.Uncertain => new("Unklar, ob die Nachricht angekommen ist. Bitte kurz nachfragen; sie wird nicht von selbst noch einmal geschickt.", "It is not clear whether the message arrived. Please ask; it is not sent again by itself."),
        StepState.Failed => new($"braucht einen Menschen{Because(step)}", $"needs a person{Because(step)}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Bilingual State(DeliveryState state) => state switch
    {
        DeliveryState.Queued => new("eingereiht – wird übermittelt, sobald der Dienst läuft", "queued – is delivered as soon as the service runs"),
        DeliveryState.Running => new("unterwegs – wird von selbst fortgesetzt", "under way – goes on by itself"),
        DeliveryState.Delivered => new("übermittelt – der Partner kann das Protokoll lesen", "delivered – the partner can read the minutes"),
        DeliveryState.Uncertain => new("übermittelt, die Nachricht ist unklar", "delivered, the message is uncertain"),
        DeliveryState.Refused => new("nicht angenommen – nichts wurde gesendet", "refused – nothing was sent"),
        DeliveryState.Failed => new("angehalten – ein Mensch muss nachsehen", "stopped – a person must look"),
        DeliveryState.Withdrawn => new("zurückgezogen", "withdrawn"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Because(StepStatus step) => step.Error is { } error ? $" ({error})" : "";

    // Where people wrote otherwise into the tracker, or took a row away (R27).
    private static string Doubts(StepStatus step) => Because(step)
        .Replace("deviating:", "abweichend:", StringComparison.Ordinal)
        .Replace("deleted:", "im Tracker gelöscht:", StringComparison.Ordinal)
        .Replace("written as file", "als Datei geschrieben", StringComparison.Ordinal);
}
