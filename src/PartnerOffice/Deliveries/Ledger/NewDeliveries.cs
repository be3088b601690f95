using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace PartnerOffice.Deliveries;

/// <summary>Whether a consignment may go, and its rows: inside the transaction of whoever hands it in.</summary>
internal sealed class NewDeliveries(DeliverySecrets secrets, AuditTrail audit, TimeProvider time)
{
    private readonly MailBudget _budget = new(secrets);

    /// <summary>What is sealed in <see cref="DeliveryRow.Told"/>.</summary>
    public const string ToldPurpose = "told";

    /// <summary>The mark of what the file says: read from the file, so better asked before anybody waits for the transaction.</summary>
    public string ContentOf(Consignment consignment) =>
        consignment.Edition.Bytes.IsEmpty ? "" : secrets.KeyedDigest(consignment.Partnership, EditionContent.DigestOf(consignment.Edition.Bytes));

    /// <param name="who">Who hands it in, for the audit log.</param>
    /// <param name="startsAt">Nothing of it begins before.</param>
    /// <param name="content">As <see cref="ContentOf"/> says, from whoever asked it before the transaction; null where nobody did.</param>
    public async Task<EnqueueOutcome> AddAsync(
        LedgerContext context, HashSet<WakeUp> wakeUps, Consignment consignment, string who, DateTimeOffset? startsAt, CancellationToken cancellationToken, string? content = null)
    {
        var digest = secrets.KeyedDigest(consignment.Partnership, consignment.ContentDigest);
        var (partnership, minutes, from, to) = (consignment.Partnership.ToString(), consignment.Minutes.ToString(), consignment.From.ToString(), consignment.To.ToString());
        var known = await context.Deliveries.AsNoTracking().Include(row => row.Steps)
            .Where(row => row.Partnership == partnership && row.Minutes == minutes && row.From == from && row.To == to)
            .OrderByDescending(row => row.Version).ThenByDescending(row => row.CreatedAt)
            .ToListAsync(cancellationToken);

        if (known.Find(row => row.Version == consignment.Version && row.Kind == consignment.Kind && row.Topic == consignment.Topic) is { } same)
        {
            if (same.WithdrawnAt is not null) return new EnqueueOutcome.AlreadyWithdrawn(DeliveryStatus.Of(same));
            // Planned as an ordinary correction, before somebody said that the old file must go first.
            var isOtherWay = same.IsUntouched && consignment.RemovesFirst && same.Find(DeliveryStep.Remove) is null;
            // A recall or a letter is the same, whatever somebody says a second time.
            if ((same.Digest == digest || consignment.Kind != DeliveryKind.Edition) && !isOtherWay) return new EnqueueOutcome.Accepted(DeliveryStatus.Of(same), IsNew: false);
            if (!same.IsUntouched) return new EnqueueOutcome.MinutesChanged(DeliveryStatus.Of(same));

            // Released anew before anything of it began: as if the old one had never been handed in.
            await context.Deliveries.Where(row => row.Id == same.Id).ExecuteDeleteAsync(cancellationToken);
            known.Remove(same);
        }

        var before = known.Where(row => row.Kind == DeliveryKind.Edition).ToList();
        if (consignment.Kind == DeliveryKind.Edition)
        {
            if (before.Find(row => row.Version > consignment.Version) is { } later) return new EnqueueOutcome.OtherVersionKnown(DeliveryStatus.Of(later));
            if (!await IsReleasedAsync(context, partnership, minutes, consignment.Version, digest, cancellationToken)) return new EnqueueOutcome.NotReleased();
            await StopAsync(context, [.. before.Where(row => row is { WithdrawnAt: null, StoppedAt: null, IsUntouched: true })], who, cancellationToken);
        }

        // A file that never began to leave is taken over by nobody.
        var replaced = consignment.Kind is DeliveryKind.Letter or DeliveryKind.Invitation ? null : before.Find(row => !row.IsUntouched && (consignment.Kind != DeliveryKind.Edition || row.WithdrawnAt is null || consignment.RemovesFirst));
        var wanted = Math.Max(Now, startsAt?.ToUnixTimeMilliseconds() ?? Now);
        if (await _budget.PlaceAsync(context, consignment, wanted, cancellationToken) is not { } starts) return new EnqueueOutcome.EnoughMails();

        var row = RowOf(consignment, digest, content ?? ContentOf(consignment), replaced, starts);
        context.Add(row);
        _budget.Count(context, consignment, starts);
        await audit.AddAsync(context, who, $"{consignment.Kind} queued", row.Subject, replaced is null ? "" : $"replaces {replaced.Id:D}");
        foreach (var step in row.Steps.Where(step => step.After is null))
            wakeUps.Add(new(Work.For(step.Step, consignment.Delivery, consignment.Partnership), DateTimeOffset.FromUnixTimeMilliseconds(step.NotBefore)));
        return new EnqueueOutcome.Accepted(DeliveryStatus.Of(row), IsNew: true);
    }

    /// <summary>Whether an edition of which nothing has begun may still go: its content is released, and no later version took its place.</summary>
    public static async Task<bool> MayStillGoAsync(LedgerContext context, DeliveryRow row, CancellationToken cancellationToken) =>
        row.Kind != DeliveryKind.Edition
        || (await IsReleasedAsync(context, row.Partnership, row.Minutes, row.Version, row.Digest, cancellationToken)
            && !await context.Deliveries.AnyAsync(
                later => later.Partnership == row.Partnership && later.Minutes == row.Minutes && later.From == row.From && later.Kind == DeliveryKind.Edition && later.Version > row.Version,
                cancellationToken));

    /// <summary>What of this version has not begun does not begin any more.</summary>
    /// <param name="because">A stable word for the audit log.</param>
    public async Task StopUntouchedAsync(LedgerContext context, string partnership, string minutes, int version, string who, string because, CancellationToken cancellationToken)
    {
        var rows = await context.Deliveries.Include(row => row.Steps)
            .Where(row => row.Partnership == partnership && row.Minutes == minutes && row.Version == version && row.Kind == DeliveryKind.Edition && row.StoppedAt == null && row.WithdrawnAt == null)
            .ToListAsync(cancellationToken);
        foreach (var row in rows.Where(row => row.IsUntouched))
        {
            (row.StoppedAt, row.State) = (Now, DeliveryState.Stopped);
            await audit.AddAsync(context, who, "stopped", row.Subject, because);
        }
    }

    private async Task StopAsync(LedgerContext context, IReadOnlyList<DeliveryRow> overtaken, string who, CancellationToken cancellationToken)
    {
        var ids = overtaken.Select(row => row.Id).ToList();
        await context.Deliveries.Where(row => ids.Contains(row.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.StoppedAt, Now).SetProperty(one => one.State, DeliveryState.Stopped), cancellationToken);
        foreach (var row in overtaken) await audit.AddAsync(context, who, "stopped", row.Subject, "overtaken");
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    // Only the ledger says what is released (D25): this very content, by a second person, and not opened again since.
    private static Task<bool> IsReleasedAsync(LedgerContext context, string partnership, string minutes, int version, string digest, CancellationToken cancellationToken)
    {
        // What this transaction has just released counts too.
        var here = context.Releases.Local.FirstOrDefault(row => row.Partnership == partnership && row.Minutes == minutes && row.Version == version);
        return here is not null
            ? Task.FromResult(here.Digest == digest && here.State is ReleaseState.Released or ReleaseState.Approved)
            : context.Releases.AnyAsync(
                row => row.Partnership == partnership && row.Minutes == minutes && row.Version == version && row.Digest == digest
                    && (row.State == ReleaseState.Released || row.State == ReleaseState.Approved),
                cancellationToken);
    }

    private DeliveryRow RowOf(Consignment consignment, string digest, string content, DeliveryRow? replaced, long starts)
    {
        var (id, now) = (consignment.Delivery, Now);
        return new()
        {
            Id = id.Value,
            Kind = consignment.Kind,
            Topic = consignment.Topic,
            Partnership = consignment.Partnership.ToString(),
            Minutes = consignment.Minutes.ToString(),
            Version = consignment.Version,
            From = consignment.From.ToString(),
            To = consignment.To.ToString(),
            Digest = digest,
            Edition = consignment.Edition.Sha256,
            FileName = consignment.Edition == EditionFile.None ? null : consignment.Edition.Name,
            Content = content,
            State = DeliveryState.Queued,
            CreatedAt = now,
            UpdatedAt = now,
            Replaces = replaced?.Id,
            StartsAt = starts,
            TakesNoteOf = consignment.TakesNoteOf.Count == 0 ? null : string.Join(' ', consignment.TakesNoteOf),
            Tracked = consignment.Tracker.Count == 0 ? null : JsonSerializer.Serialize(TrackedRow.Of(consignment)),
            Told = secrets.SealKept($"{ToldPurpose}/{id}", JsonSerializer.SerializeToUtf8Bytes(consignment.Mail.To)),
            Payload = secrets.Seal(id, ConsignmentJson.Write(consignment)),
            Steps = [.. DeliveryPlan.Of(consignment.Kind, consignment.RemovesFirst, consignment.Event is not null).Select(planned => new StepRow
            {
                DeliveryId = id.Value, Step = planned.Step, After = planned.After, Key = secrets.StepKey(consignment.Partnership, id, planned.Step),
                State = StepState.Planned, Epoch = 0, NotBefore = starts,
            })],
        };
    }
}
