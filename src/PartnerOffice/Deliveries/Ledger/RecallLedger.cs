using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Takes editions back: from this commit on nothing more of them goes out, whoever was at work on it (R16).</summary>
internal sealed class RecallLedger(
    LedgerDatabase database, LedgerWriter writer, DeliverySecrets secrets, AuditTrail audit, NewDeliveries newDeliveries, ReviewLedger reviews, TimeProvider time)
{
    /// <summary>What is known of a delivered edition; null where the ledger does not know it, or it is no edition.</summary>
    public async Task<RecallGround?> FindAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var row = await context.Deliveries.AsNoTracking().Include(known => known.Steps)
            .SingleOrDefaultAsync(known => known.Id == delivery.Value && known.Kind == DeliveryKind.Edition, cancellationToken);
        if (row is null) return null;

        var release = await context.Releases.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Partnership == row.Partnership && known.Minutes == row.Minutes && known.Version == row.Version, cancellationToken);
        return new(
            DeliveryStatus.Of(row), PartnershipId.Parse(row.Partnership), DistrictId.Parse(row.From), DistrictId.Parse(row.To), release is null ? null : ReleaseLedger.ReleaseOf(release), row.FileName,
            ToldOf(row, delivery),
            row.Tracked is null ? [] : [.. JsonSerializer.Deserialize<List<TrackedRow>>(row.Tracked)!.Select(tracked => (tracked.Table, tracked.Key))]);
    }

    /// <summary>What lies with the other of two boards of the same joint minutes, or is on its way there (R22); empty for a board's own minutes.</summary>
    public async Task<IReadOnlyList<DeliveryId>> CounterpartsAsync(RecallGround ground, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ground);
        var (partnership, minutes, version, from, to) = (ground.Partnership.ToString(), ground.Delivery.Minutes.ToString(), ground.Delivery.Version, ground.To.ToString(), ground.From.ToString());
        await using var context = database.Open();
        var ids = await context.Deliveries.AsNoTracking()
            .Where(row => row.Partnership == partnership && row.Minutes == minutes && row.Version == version && row.From == from && row.To == to
                && row.Kind == DeliveryKind.Edition && row.WithdrawnAt == null && row.StoppedAt == null)
            .Select(row => row.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(DeliveryId.From)];
    }

    // With the key lost nobody knows any more who was told; a recall must not fail for it.
    internal IReadOnlyList<string> ToldOf(DeliveryRow row, DeliveryId delivery)
    {
        try
        {
            return row.Told is null ? [] : JsonSerializer.Deserialize<List<string>>(secrets.OpenKept($"{NewDeliveries.ToldPurpose}/{delivery}", row.Told))!;
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    /// <summary>Withdraws the edition and all of its version, and hands the recall in, with the letter that reminds the partner of confirming it.</summary>
    /// <param name="by">The id of the person.</param>
    /// <param name="reminder">Goes out a day later unless the partner confirmed before.</param>
    public Task<RecallOutcome> WithdrawAsync(
        DeliveryId delivery, ClearedConsignment recall, ClearedConsignment? reminder, DateTimeOffset remindsAt, string by, CancellationToken cancellationToken) =>
        writer.WriteAsync<RecallOutcome>("Withdraw", async (context, wakeUps) =>
        {
            var row = await context.Deliveries.Include(known => known.Steps).SingleAsync(known => known.Id == delivery.Value, cancellationToken);
            if (row.IsUntouched)
            {
                (row.StoppedAt, row.State) = (Now, DeliveryState.Stopped);
                await audit.AddAsync(context, by, "stopped", row.Subject);
                return new RecallOutcome.NeverLeft(DeliveryStatus.Of(row));
            }

            Withdraw(row);
            await WithdrawReleaseAsync(context, row, cancellationToken);
            // The same version may wait for its time once more: after the approval it would take the provisional one's place.
            await newDeliveries.StopUntouchedAsync(context, row.Partnership, row.Minutes, row.Version, by, "withdrawn", cancellationToken);
            await reviews.CloseAsync(context, row.Partnership, row.Minutes, null, by, cancellationToken);
            await audit.AddAsync(context, by, "withdrawn", row.Subject, recall.Consignment.ContentDigest);
            if (await newDeliveries.AddAsync(context, wakeUps, recall.Consignment, by, null, cancellationToken) is not EnqueueOutcome.Accepted accepted)
                throw new InvalidOperationException("A recall is always taken.");
            if (accepted.IsNew && reminder is not null) await newDeliveries.AddAsync(context, wakeUps, reminder.Consignment, by, remindsAt, cancellationToken);
            return new RecallOutcome.Accepted(accepted.Delivery, accepted.IsNew);
        }, cancellationToken);

    /// <summary>Withdraws the edition because another takes its place: a leak is not written over (D7).</summary>
    public Task<EnqueueOutcome> ReplaceAsync(DeliveryId delivery, ClearedConsignment edition, string by, CancellationToken cancellationToken) =>
        writer.WriteAsync("Replace", async (context, wakeUps) =>
        {
            var row = await context.Deliveries.Include(known => known.Steps).SingleAsync(known => known.Id == delivery.Value, cancellationToken);
            var outcome = await newDeliveries.AddAsync(context, wakeUps, edition.Consignment, by, null, cancellationToken);
            if (outcome is not EnqueueOutcome.Accepted { IsNew: true }) return outcome;

            Withdraw(row);
            await WithdrawReleaseAsync(context, row, cancellationToken);
            await audit.AddAsync(context, by, "withdrawn", row.Subject, "replaced");
            return outcome;
        }, cancellationToken);

    /// <summary>The partner confirmed that the edition is deleted and no copies were kept; no reminder goes out any more. Null where there is no such recall.</summary>
    public Task<DeliveryStatus?> ConfirmAsync(DeliveryId recall, string by, CancellationToken cancellationToken) => writer.WriteAsync("Confirm", async (context, _) =>
    {
        var row = await context.Deliveries.Include(known => known.Steps).SingleOrDefaultAsync(known => known.Id == recall.Value && known.Kind == DeliveryKind.Recall, cancellationToken);
        if (row is null or { ConfirmedAt: not null }) return row is null ? null : DeliveryStatus.Of(row);

        row.ConfirmedAt = Now;
        await audit.AddAsync(context, by, "confirmed", row.Subject);
        var letters = await context.Deliveries.Include(known => known.Steps)
            .Where(letter => letter.Partnership == row.Partnership && letter.Minutes == row.Minutes && letter.Version == row.Version && letter.Kind == DeliveryKind.Letter && letter.Topic == RecallReminder)
            .ToListAsync(cancellationToken);
        foreach (var letter in letters.Where(letter => letter.IsUntouched)) (letter.StoppedAt, letter.State) = (Now, DeliveryState.Stopped);
        return DeliveryStatus.Of(row);
    }, cancellationToken);

    /// <summary>The topic of the letter that reminds of confirming.</summary>
    public const string RecallReminder = "recall-reminder";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    // Whoever is at work on it finds its epoch gone: nothing of it is saved any more, and nothing new begins.
    private void Withdraw(DeliveryRow row)
    {
        (row.WithdrawnAt, row.State, row.Payload, row.VerifyAt, row.UpdatedAt) = (Now, DeliveryState.Withdrawn, null, null, Now);
        foreach (var step in row.Steps) step.Epoch++;
    }

    private static async Task WithdrawReleaseAsync(LedgerContext context, DeliveryRow row, CancellationToken cancellationToken)
    {
        var release = await context.Releases.SingleOrDefaultAsync(known => known.Partnership == row.Partnership && known.Minutes == row.Minutes && known.Version == row.Version, cancellationToken);
        if (release is not null) (release.State, release.Frozen, release.Revision) = (ReleaseState.Withdrawn, null, release.Revision + 1);
    }
}
