using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What a person holds and lets go (D25), and the log of who did what.</summary>
internal sealed class OfficeLedger(LedgerDatabase database, LedgerWriter writer, AuditTrail audit, TimeProvider time)
{
    private static readonly TimeSpan OneAfterTheOther = TimeSpan.FromSeconds(2);

    /// <summary>Stops a delivery of which nothing has begun; null when the ledger does not know it. What has begun goes on.</summary>
    public Task<DeliveryStatus?> CancelAsync(DeliveryId delivery, string by, CancellationToken cancellationToken) => writer.WriteAsync("Cancel", async (context, _) =>
    {
        var row = await context.Deliveries.Include(known => known.Steps).SingleOrDefaultAsync(known => known.Id == delivery.Value, cancellationToken);
        if (row is null or { StoppedAt: not null } or { IsUntouched: false }) return row is null ? null : DeliveryStatus.Of(row);

        (row.StoppedAt, row.State, row.UpdatedAt) = (Now, DeliveryState.Stopped, Now);
        await audit.AddAsync(context, by, "stopped", row.Subject);
        return DeliveryStatus.Of(row);
    }, cancellationToken);

    /// <summary>Lets go what a district sends and what waited for its partner to be set up: oldest first, each a moment after the one before (R20).</summary>
    public Task<IReadOnlyList<DeliveryStatus>> GoAsync(PartnershipId partnership, DistrictId sender, string by, CancellationToken cancellationToken) => writer.WriteAsync("Go", async (context, wakeUps) =>
    {
        var (text, from) = (partnership.ToString(), sender.ToString());
        var rows = await context.Deliveries.Include(known => known.Steps)
            .Where(row => row.Partnership == text && row.From == from && row.ParkedAt != null && row.StoppedAt == null && row.WithdrawnAt == null)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        for (var index = 0; index < rows.Count; index++)
        {
            var (row, at) = (rows[index], Now + (index * (long)OneAfterTheOther.TotalMilliseconds));
            (row.ParkedAt, row.UpdatedAt) = (null, Now);
            foreach (var step in row.Steps.Where(step => !DeliveryTransitions.IsSettled(step.State)))
            {
                (step.NotBefore, step.Error) = (at, null);
                wakeUps.Add(new(Work.For(step.Step, DeliveryId.From(row.Id), partnership), DateTimeOffset.FromUnixTimeMilliseconds(at)));
            }

            await audit.AddAsync(context, by, "let-go", row.Subject);
        }

        return (IReadOnlyList<DeliveryStatus>)[.. rows.Select(DeliveryStatus.Of)];
    }, cancellationToken);

    /// <summary>Nothing begins any more; what is under way comes to its next stop.</summary>
    /// <returns>Since when.</returns>
    public Task<DateTimeOffset> PauseAsync(string by, CancellationToken cancellationToken) => writer.WriteAsync("Pause", async (context, _) =>
    {
        if (await context.Brakes.AsNoTracking().SingleOrDefaultAsync(brake => brake.Scope == BrakeRow.Everything, cancellationToken) is { } known) return DateTimeOffset.FromUnixTimeMilliseconds(known.At);

        context.Add(new BrakeRow { Scope = BrakeRow.Everything, By = by, At = Now });
        await audit.AddAsync(context, by, "paused", BrakeRow.Everything);
        return time.GetUtcNow();
    }, cancellationToken);

    /// <summary>Everything goes on where it stopped.</summary>
    /// <returns>Whether it had been paused.</returns>
    public Task<bool> ResumeAsync(string by, CancellationToken cancellationToken) => writer.WriteAsync("Resume", async (context, _) =>
    {
        if (await context.Brakes.SingleOrDefaultAsync(brake => brake.Scope == BrakeRow.Everything, cancellationToken) is not { } brake) return false;

        context.Remove(brake);
        await audit.AddAsync(context, by, "resumed", BrakeRow.Everything);
        return true;
    }, cancellationToken);

    /// <summary>Since when everything is paused; null while it runs.</summary>
    public async Task<DateTimeOffset?> PausedSinceAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var at = await context.Brakes.Where(brake => brake.Scope == BrakeRow.Everything).Select(brake => (long?)brake.At).SingleOrDefaultAsync(cancellationToken);
        return at is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null;
    }

    /// <summary>Notes in the audit log what a person did outside of the ledger: ids and days, never names.</summary>
    public Task NoteAsync(string by, IReadOnlyList<(string What, string Subject, string Detail)> notes, CancellationToken cancellationToken) => writer.WriteAsync("Note", async (context, _) =>
    {
        foreach (var (what, subject, detail) in notes)
            await audit.AddAsync(context, by, what, subject, detail);
        return notes.Count;
    }, cancellationToken);

    /// <summary>The audit log, the oldest first, and the number of the first entry that does not follow; null where all do.</summary>
    public async Task<(IReadOnlyList<AuditEntry> Entries, long? Break)> AuditAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var entries = await AuditTrail.ReadAsync(context, cancellationToken);
        return (entries, audit.FindBreak(entries));
    }

    /// <summary>
    /// After a restore: what this ledger holds for open may have been done since the backup, or taken back. Every open step is looked for before it
    /// is done, and nothing begins before a person has looked and says <c>resume</c>.
    /// </summary>
    public Task<int> DoubtEverythingAsync(string by, CancellationToken cancellationToken) => writer.WriteAsync("Restore", async (context, _) =>
    {
        var open = await context.Steps.Where(step => step.State == StepState.Planned || step.State == StepState.Sending).ToListAsync(cancellationToken);
        foreach (var step in open)
        {
            step.Epoch++;
            step.MayBeOut = true;
            step.SentAt ??= Now;
        }

        if (!await context.Brakes.AnyAsync(cancellationToken)) context.Add(new BrakeRow { Scope = BrakeRow.Everything, By = by, At = Now });
        await audit.AddAsync(context, by, "restored", BrakeRow.Everything, $"open {open.Count}");
        return open.Count;
    }, cancellationToken);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
