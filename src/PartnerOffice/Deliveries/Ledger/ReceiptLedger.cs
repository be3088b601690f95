using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>Whether boards took note of what they received (R17): counted once per board, whatever comes in how often.</summary>
internal sealed class ReceiptLedger(LedgerDatabase database, LedgerWriter writer, AuditTrail audit, NewDeliveries newDeliveries, RecallLedger recalls, TimeProvider time)
{
    /// <summary>The topic of the one reminder; that of an edition before its approval adds the edition's own.</summary>
    public const string Reminder = "receipt-reminder";

    /// <summary>The word of the link in the message.</summary>
    public const string LinkAction = "take-note";

    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan TriesTrackerAgain = TimeSpan.FromMinutes(15);

    public static string ReminderTopic(string topic) => topic.Length == 0 ? Reminder : $"{Reminder}-{topic}";

    /// <summary>From now on a receipt is waited for: the edition lies there, and its reader was told.</summary>
    public static async Task ExpectAsync(LedgerContext context, DeliveryRow row, long now)
    {
        if (row.Kind != DeliveryKind.Edition || await context.Receipts.AnyAsync(known => known.DeliveryId == row.Id)) return;
        context.Add(new ReceiptRow { DeliveryId = row.Id, Board = row.To, Partnership = row.Partnership, Since = now, LookAt = now + (long)FirstLook.TotalMilliseconds });
    }

    /// <summary>
    /// The minutes that have just arrived say that their board took note of others: that counts most. Only of what that board received, and only
    /// where the receiver of these minutes may read it.
    /// </summary>
    public async Task NoteMinutesAsync(LedgerContext context, DeliveryRow arrived, HashSet<WakeUp> wakeUps, CancellationToken cancellationToken)
    {
        if (arrived is not { Kind: DeliveryKind.Edition, TakesNoteOf: { } ids }) return;

        var noted = ids.Split(' ');
        var rows = await context.Deliveries.Include(row => row.Receipts).Include(row => row.Steps)
            .Where(row => row.Partnership == arrived.Partnership && row.Kind == DeliveryKind.Edition && row.From == arrived.To && row.To == arrived.From && row.WithdrawnAt == null && noted.Contains(row.Minutes))
            .ToListAsync(cancellationToken);
        var overtaken = rows.Select(row => row.Replaces).OfType<Guid>().ToHashSet();
        foreach (var row in rows.Where(row => !overtaken.Contains(row.Id) && row.Find(DeliveryStep.Upload) is { State: StepState.Done }))
            await NoteAsync(context, row, NoticeWay.Minutes, arrived.Minutes, wakeUps, cancellationToken);
    }

    /// <summary>Records that the receiving board took note. A second time changes nothing, unless its own minutes say it, which count most.</summary>
    /// <param name="evidence">What it is known from; null for a button.</param>
    /// <returns>Whether it is the first time.</returns>
    public Task<bool> NoteAsync(DeliveryId delivery, NoticeWay way, string? evidence, CancellationToken cancellationToken) =>
        writer.WriteAsync("Noted", async (context, wakeUps) =>
            await RowAsync(context, delivery, cancellationToken) is { WithdrawnAt: null } row && await NoteAsync(context, row, way, evidence, wakeUps, cancellationToken), cancellationToken);

    /// <summary>Records what keeps the receiving side from it, and tells the own people; the worst counts, and each is told of once.</summary>
    /// <param name="letter">To the own coordinator; null where nobody is to be told.</param>
    public Task<bool> TroubleAsync(DeliveryId delivery, ReceivingTrouble trouble, ClearedConsignment? letter, CancellationToken cancellationToken) =>
        writer.WriteAsync("Trouble", async (context, wakeUps) =>
        {
            if (await RowAsync(context, delivery, cancellationToken) is not { } row || ReceiptOf(row) is not { Way: null } receipt || receipt.Trouble >= trouble) return false;

            (receipt.Trouble, receipt.TroubleAt) = (trouble, Now);
            await audit.AddAsync(context, AuditTrail.Service, "not-received", row.Subject, trouble.ToString());
            if (letter is not null) await newDeliveries.AddAsync(context, wakeUps, letter.Consignment, AuditTrail.Service, null, cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>What a look begins with; null where the ledger waits for no receipt of this delivery.</summary>
    public async Task<ReceiptGround?> GroundAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var row = await context.Deliveries.AsNoTracking().Include(known => known.Steps).Include(known => known.Receipts).AsSplitQuery().SingleOrDefaultAsync(known => known.Id == delivery.Value, cancellationToken);
        if (row is null || ReceiptOf(row) is not { } receipt) return null;

        var isOvertaken = await context.Deliveries.AnyAsync(
            later => later.Replaces == row.Id && later.Steps.Any(step => step.Step == DeliveryStep.Upload && step.State == StepState.Done), cancellationToken);
        var reminder = await context.Deliveries.AsNoTracking().Include(known => known.Steps).SingleOrDefaultAsync(known => known.Id == ReminderOf(row).Value, cancellationToken);
        return new(
            DeliveryStatus.Of(row), DistrictId.Parse(row.From), DistrictId.Parse(row.To), receipt, receipt.Way is not null || row.WithdrawnAt is not null || isOvertaken, row.Topic, recalls.ToldOf(row, delivery),
            reminder is null ? null : DeliveryStatus.Of(reminder));
    }

    /// <summary>Keeps what a look found out, and when to look again; null for no more.</summary>
    public Task<bool> SaveLookAsync(DeliveryId delivery, DateTimeOffset? next, string? conversation, string? reminderConversation, DateTimeOffset? judgedUntil, CancellationToken cancellationToken) =>
        writer.WriteAsync("Looked", async (context, wakeUps) =>
        {
            if (await RowAsync(context, delivery, cancellationToken) is not { } row || ReceiptOf(row) is not { } receipt) return false;

            receipt.LookAt = receipt.Way is null ? next?.ToUnixTimeMilliseconds() : null;
            receipt.Conversation = conversation ?? receipt.Conversation;
            receipt.ReminderConversation = reminderConversation ?? receipt.ReminderConversation;
            receipt.JudgedUntil = judgedUntil?.ToUnixTimeMilliseconds() ?? receipt.JudgedUntil;
            if (next is null) await StopReminderAsync(context, row, cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>Hands in the one reminder (R17); never a second one.</summary>
    public Task<bool> RemindAsync(DeliveryId delivery, ClearedConsignment reminder, CancellationToken cancellationToken) =>
        writer.WriteAsync("Reminded", async (context, wakeUps) =>
        {
            if (await RowAsync(context, delivery, cancellationToken) is not { } row || ReceiptOf(row) is not { Way: null, RemindedAt: null } receipt) return false;

            receipt.RemindedAt = Now;
            await newDeliveries.AddAsync(context, wakeUps, reminder.Consignment, AuditTrail.Service, null, cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>The editions that a district received and of which its own minutes do not say yet that the board took note, oldest first.</summary>
    /// <param name="since">Not those that arrived before.</param>
    public async Task<IReadOnlyList<MinutesId>> NotInMinutesAsync(PartnershipId partnership, DistrictId board, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var (text, to, from) = (partnership.ToString(), board.ToString(), since.ToUnixTimeMilliseconds());
        var rows = await context.Deliveries.AsNoTracking()
            .Where(row => row.Partnership == text && row.To == to && row.Kind == DeliveryKind.Edition && row.WithdrawnAt == null && row.CreatedAt >= from)
            .Where(row => row.Steps.Any(step => step.Step == DeliveryStep.Upload && step.State == StepState.Done))
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Minutes, row.Replaces, Noted = row.Receipts.Any(receipt => receipt.Way == NoticeWay.Minutes) }).ToListAsync(cancellationToken);
        var overtaken = rows.Select(row => row.Replaces).OfType<Guid>().ToHashSet();
        return [.. rows.Where(row => !row.Noted && !overtaken.Contains(row.Id)).Select(row => MinutesId.Parse(row.Minutes, CultureInfo.InvariantCulture)).Distinct()];
    }

    /// <summary>Receipts of which the tracker does not know yet, though it has the row for it.</summary>
    public async Task<IReadOnlyList<DeliveryStatus>> UntrackedAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var (text, now) = (partnership.ToString(), Now);
        var rows = await context.Deliveries.AsNoTracking().Include(row => row.Steps).Include(row => row.Receipts).AsSplitQuery()
            .Where(row => row.Partnership == text && row.Receipts.Any(receipt => receipt.TrackAt <= now)).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(DeliveryStatus.Of)];
    }

    /// <summary>The tracker knows of these now, or will never.</summary>
    public Task TrackedAsync(IReadOnlyCollection<DeliveryId> deliveries, CancellationToken cancellationToken) => SetTrackAtAsync(deliveries, null, cancellationToken);

    /// <summary>The tracker could not be told of these.</summary>
    public Task TrackLaterAsync(IReadOnlyCollection<DeliveryId> deliveries, CancellationToken cancellationToken) =>
        SetTrackAtAsync(deliveries, Now + (long)TriesTrackerAgain.TotalMilliseconds, cancellationToken);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private Task<bool> SetTrackAtAsync(IReadOnlyCollection<DeliveryId> deliveries, long? at, CancellationToken cancellationToken) =>
        writer.WriteAsync("ReceiptTracked", async (context, _) =>
        {
            var ids = deliveries.Select(delivery => delivery.Value).ToList();
            foreach (var receipt in await context.Receipts.Where(receipt => ids.Contains(receipt.DeliveryId) && receipt.TrackAt != null).ToListAsync(cancellationToken)) receipt.TrackAt = at;
            return true;
        }, cancellationToken);

    private async Task<bool> NoteAsync(LedgerContext context, DeliveryRow row, NoticeWay way, string? evidence, HashSet<WakeUp> wakeUps, CancellationToken cancellationToken)
    {
        await ExpectAsync(context, row, Now);
        var receipt = ReceiptOf(row)!;
        var isFirst = receipt.Way is null;
        if (!isFirst && (way != NoticeWay.Minutes || receipt.Way == NoticeWay.Minutes)) return false;

        (receipt.Way, receipt.At, receipt.Evidence, receipt.LookAt) = (way, Now, evidence, null);
        await audit.AddAsync(context, AuditTrail.Service, "noted", row.Subject, way.ToString());
        // The tracker has one line for it, which stays as it was first filled.
        if (isFirst && IsTracked(row))
        {
            receipt.TrackAt = Now;
            wakeUps.Add(new(Work.Tracker(PartnershipId.Parse(row.Partnership)), time.GetUtcNow()));
        }

        await StopReminderAsync(context, row, cancellationToken);
        var subject = DeliveryId.From(row.Id).ToString();
        foreach (var link in await context.PersonalLinks.Where(link => link.Action == LinkAction && link.Subject == subject && link.UsedAt == null).ToListAsync(cancellationToken)) link.UsedAt = Now;
        return isFirst;
    }

    private static bool IsTracked(DeliveryRow row) =>
        row.Tracked is { } rows && JsonSerializer.Deserialize<List<TrackedRow>>(rows)!.Exists(tracked => tracked.Table == TrackerTables.Deliveries && tracked.Key == DeliveryId.From(row.Id).ToString());

    // One that still waits for its week is not sent any more.
    private async Task StopReminderAsync(LedgerContext context, DeliveryRow row, CancellationToken cancellationToken)
    {
        var reminder = ReminderOf(row).Value;
        if (await context.Deliveries.Include(known => known.Steps).SingleOrDefaultAsync(known => known.Id == reminder, cancellationToken) is { IsUntouched: true, StoppedAt: null } waiting)
            (waiting.StoppedAt, waiting.State) = (Now, DeliveryState.Stopped);
    }

    private static DeliveryId ReminderOf(DeliveryRow row) => DeliveryId.Of(
        PartnershipId.Parse(row.Partnership), MinutesId.Parse(row.Minutes, CultureInfo.InvariantCulture), row.Version, DistrictId.Parse(row.From), DistrictId.Parse(row.To), DeliveryKind.Letter,
        ReminderTopic(row.Topic));

    private static ReceiptRow? ReceiptOf(DeliveryRow row) => row.Receipts.Find(receipt => receipt.Board == row.To);

    private static Task<DeliveryRow?> RowAsync(LedgerContext context, DeliveryId delivery, CancellationToken cancellationToken) =>
        context.Deliveries.Include(row => row.Steps).Include(row => row.Receipts).SingleOrDefaultAsync(row => row.Id == delivery.Value && row.Kind == DeliveryKind.Edition, cancellationToken);
}
