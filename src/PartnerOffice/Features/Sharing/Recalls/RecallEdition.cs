using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Features.Sharing;

/// <summary>
/// Takes a delivered edition back (R16): the file goes, a note lies in its place, the tracker's text is cleared, everybody who was told hears of
/// it without a word of what was wrong, and the partner's coordinator is asked to confirm.
/// </summary>
internal sealed class RecallEdition(Ledger ledger, Partnership partnership, TimeProvider time)
{
    private static readonly TimeSpan RemindsAfter = TimeSpan.FromDays(1);

    /// <summary>Takes it back, or stops it where nothing of it had begun.</summary>
    /// <param name="by">One person of the sending district; no second is needed.</param>
    public async Task<RecallOutcome> RunAsync(RecallGround ground, WithdrawalReason reason, Person by, CancellationToken cancellationToken)
    {
        // What was wrong for one of two boards lies with both, or half of it stays.
        var counterparts = await ledger.Recalls.CounterpartsAsync(ground, cancellationToken);
        var outcome = await OneAsync(ground, reason, by, cancellationToken);
        foreach (var counterpart in counterparts)
        {
            if (await ledger.Recalls.FindAsync(counterpart, cancellationToken) is { } other)
                await OneAsync(other, reason, by, cancellationToken);
        }

        return outcome;
    }

    private async Task<RecallOutcome> OneAsync(RecallGround ground, WithdrawalReason reason, Person by, CancellationToken cancellationToken)
    {
        var recall = RecallOf(ground, reason);
        var (sender, partner) = (partnership.Find(ground.From)!, partnership.Find(ground.To)!);
        var reminder = Letters.RecallReminder(recall, NumberOf(ground), sender, partner);
        return await ledger.Recalls.WithdrawAsync(
            ground.Delivery.Delivery, ClearedConsignment.OfFixedWords(recall), reminder, time.GetUtcNow() + RemindsAfter, by.Id.ToString(), cancellationToken);
    }

    /// <summary>Puts a released correction in the place of an edition that held what it should not: the old file goes first, past its history (D7).</summary>
    /// <param name="correction">Prepared like any edition.</param>
    public Task<EnqueueOutcome> ReplaceAsync(RecallGround ground, SharedMinutes correction, Person by, CancellationToken cancellationToken) =>
        ledger.Recalls.ReplaceAsync(ground.Delivery.Delivery, correction.Cleared.RemovingFirst(ground.FileName, Removal), by.Id.ToString(), cancellationToken);

    private static RemovalWords Removal { get; } = new(
        "Die frühere Datei ist aus der Bibliothek entfernt, mit ihren Versionen.",
        "Die frühere Datei liegt bis {{until}} im Papierkorb der Website; bitte dort endgültig löschen lassen (Administration: Papierkorb, auch die zweite Stufe).",
        "Die frühere Datei konnte noch nicht entfernt werden; bitte nicht mehr öffnen und nicht weitergeben.");

    private Consignment RecallOf(RecallGround ground, WithdrawalReason reason)
    {
        var (sender, partner) = (partnership.Find(ground.From)!, partnership.Find(ground.To)!);
        var (number, today) = (NumberOf(ground), TodayOf(sender));
        var meeting = ground.Release?.Date ?? today;
        var note = EditionFile.Of(WithdrawalNote.Of(sender, number, meeting, today, reason), EditionFile.NoteNameOf(ground.FileName ?? $"Protokoll {ground.Delivery.Minutes}.docx"));
        return new()
        {
            Kind = DeliveryKind.Recall,
            Partnership = partnership.Id,
            Minutes = ground.Delivery.Minutes,
            Version = ground.Delivery.Version,
            From = ground.From,
            To = ground.To,
            Meeting = meeting,
            // The reason is what a recall says; the ledger keeps it as a word from the list.
            ContentDigest = KebabWord.Of(reason),
            Edition = note,
            RemovesFirst = true,
            RemovedName = ground.FileName,
            Tracker = RecallRows.Of(ground, note.Name, reason),
            Mail = new(
                ground.Told.Count > 0 ? ground.Told : Receivers.OfPartner(partner, today),
                $"Zurückgezogen: Protokoll {number} vom {Day(meeting)} – {sender.ShortName}",
                $"""
                {partner.Salutation},

                das Protokoll {number} vom {Day(meeting)} ({sender.BoardName} {sender.ShortName}) ist zurückgezogen. {WithdrawalReasons.Of(reason).German}
                {CoverMail.RemovalPlace}
                Bitte alle Kopien löschen, auch heruntergeladene, gedruckte und weitergeleitete, und auf diese Nachricht antworten: »gelöscht, keine Kopien«.
                Nicht in unserer Hand: Kopien auf Geräten, weitergeleitete Nachrichten, der Verlauf der Mappe.

                {sender.Name}
                """)
            {
                Removal = Removal,
            },
        };
    }

    private static string NumberOf(RecallGround ground) => ground.Release?.Number ?? ground.Delivery.Minutes.ToString();

    private DateOnly TodayOf(District district) => time.Today(district.TimeZone);

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
