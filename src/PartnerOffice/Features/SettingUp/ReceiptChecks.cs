using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.SettingUp;

/// <summary>What a district sent and what did not arrive with its partner's people: messages that came back, files that cannot be opened (R17).</summary>
internal static class ReceiptChecks
{
    public static async Task LookAsync(Checkup checkup, District sender, Partnership partnership, DoctorSettings settings, CancellationToken cancellationToken)
    {
        // Where no service ever ran, nothing was sent.
        if (!File.Exists(Path.Combine(settings.DataDirectory, LedgerDatabase.FileName))) return;

        await using var office = await DeliveryOffice.OpenAsync(new() { DataDirectory = settings.DataDirectory, Routes = [], MayOwn = false, Time = settings.Time }, cancellationToken);
        var own = (await office.ListAsync(cancellationToken)).Where(status => status.Partnership == partnership.Id && status.From == sender.Id && status.State != DeliveryState.Withdrawn).ToList();
        var troubled = own.Where(status => status.Receipt is { Way: null, Trouble: > ReceivingTrouble.Absent }).ToList();
        foreach (var status in troubled)
        {
            var (message, remedy) = Of(status);
            checkup.Warning("receipts", sender, message, remedy);
        }

        if (own.FindAll(status => status.WaitsForPartnerSince is not null) is { Count: > 0 } waiting)
        {
            checkup.Warning("waiting-for-partner", sender, new($"Übermittlungen, die auf die Einrichtung beim Partner warten: {waiting.Count}. Nichts ist verloren.", $"Deliveries that wait for the partner to be set up: {waiting.Count}. Nothing is lost."),
                new("Sobald er eingerichtet ist, einmal bestätigen: deliveries go.", "Once that is done, confirm it once: deliveries go."));
        }

        if (troubled.Count == 0 && own.Exists(status => status.Receipt is not null))
            checkup.Ok("receipts", sender, "Nachrichten an den Partner: keine kam zurück.", "Messages to the partner: none came back.");
    }

    private static (Bilingual Message, Bilingual Remedy) Of(DeliveryStatus status) => status.Receipt!.Trouble switch
    {
        ReceivingTrouble.MailboxFull => (
            new($"Die Nachricht zu {status.Minutes} kam zurück: Das Postfach des Partners ist voll.", $"The message about {status.Minutes} came back: the partner's mailbox is full."),
            new("Auf anderem Weg Bescheid geben; die Datei selbst liegt in der Bibliothek.", "Tell them another way; the file itself lies in the library.")),
        ReceivingTrouble.Undeliverable => (
            new($"Die Nachricht zu {status.Minutes} kam zurück: nicht zustellbar.", $"The message about {status.Minutes} came back: it cannot be delivered."),
            new("Die Adresse der Koordination berichtigen (people, addresses) und auf anderem Weg Bescheid geben.", "Correct the coordinator's address (people, addresses), and tell them another way.")),
        _ => (
            new($"Beim Partner lässt sich die Datei zu {status.Minutes} nicht öffnen.", $"The partner cannot open the file of {status.Minutes}."),
            new("Den Zugang des Kontos zur Site für den Austausch prüfen lassen; das kann nur die dortige Administration.", "Have the account's access to the site for the exchange checked; only the administrator there can do that.")),
    };
}
