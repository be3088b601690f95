using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>The rows that are the truth about every delivery. Each change is one short transaction; every save asks for the epoch.</summary>
internal sealed class Ledger(LedgerDatabase database, DeliverySecrets secrets, TimeProvider time, CrashPoint crash)
{
    private static readonly TimeSpan MailWaitsForTracker = TimeSpan.FromSeconds(20);
    private static readonly DeliveryStep[] AllSteps = Enum.GetValues<DeliveryStep>();

    /// <summary>Writes the wake-ups; the owner puts its scheduler here.</summary>
    public IWakeUps WakeUps { get; set; } = NoWakeUps.Instance;

    public async Task<EnqueueOutcome> EnqueueAsync(ClearedConsignment cleared, CancellationToken cancellationToken)
    {
        // A second try only follows a race with another process that wrote the same row first.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.Gate.RunAsync(() => EnqueueInsideAsync(cleared.Consignment, cancellationToken), cancellationToken);
            }
            catch (DbUpdateException) when (attempt < 3)
            {
            }
        }
    }

    public async Task<DeliveryStatus?> FindAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var row = await Reading(context).SingleOrDefaultAsync(known => known.Id == delivery.Value, cancellationToken);
        return row is null ? null : Status(row);
    }

    /// <summary>All deliveries, oldest first.</summary>
    public async Task<IReadOnlyList<DeliveryStatus>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var rows = await Reading(context).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Status)];
    }

    /// <summary>The deliveries of a partnership whose file is with the partner, oldest first.</summary>
    public async Task<IReadOnlyList<Delivered>> DeliveredAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var text = partnership.ToString();
        var rows = await Reading(context)
            .Where(row => row.Partnership == text && row.State != DeliveryState.Withdrawn && row.Steps.Any(step => step.Step == DeliveryStep.Upload && step.State == StepState.Done))
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Delivered(Status(row), DistrictId.Parse(row.From), DistrictId.Parse(row.To)))];
    }

    /// <summary>What is due by now, for these partnerships.</summary>
    public Task<IReadOnlyList<Work>> DueAsync(IReadOnlySet<PartnershipId> partnerships, CancellationToken cancellationToken) =>
        OpenWorkAsync(partnerships, Now, cancellationToken);

    /// <summary>What has been due for longer than that.</summary>
    public Task<IReadOnlyList<Work>> OverdueAsync(IReadOnlySet<PartnershipId> partnerships, TimeSpan since, CancellationToken cancellationToken) =>
        OpenWorkAsync(partnerships, Now - (long)since.TotalMilliseconds, cancellationToken);

    /// <summary>The next moment at which something is due; null when nothing is open.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var open = await FreeSteps(context).Select(step => (long?)step.NotBefore).MinAsync(cancellationToken);
        return open is { } at ? Moment(at) : null;
    }

    /// <summary>Takes a step over; null when it is not open, not due, or must wait for the upload.</summary>
    public async Task<StepClaim?> ClaimAsync(DeliveryId delivery, DeliveryStep step, CancellationToken cancellationToken) =>
        // Most wake-ups find a step or two done already: a look costs no write lock.
        await IsFreeAsync(delivery, step, cancellationToken)
            ? await database.Gate.RunAsync(() => ClaimInsideAsync(delivery, step, cancellationToken), cancellationToken)
            : null;

    /// <summary>Takes over every tracker step of a partnership that is due and whose file is delivered.</summary>
    public async Task<IReadOnlyList<StepClaim>> ClaimTrackerAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var now = Now;
        var text = partnership.ToString();
        var due = await FreeSteps(context)
            .Where(step => step.Step == DeliveryStep.Tracker && step.NotBefore <= now)
            .Join(context.Deliveries.Where(row => row.Partnership == text), step => step.DeliveryId, row => row.Id, (step, row) => new { row.Id, row.CreatedAt })
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);

        var claims = new List<StepClaim>();
        foreach (var row in due)
            if (await ClaimAsync(DeliveryId.From(row.Id), DeliveryStep.Tracker, cancellationToken) is { } claim)
                claims.Add(claim);
        return claims;
    }

    /// <summary>Writes what happened to a step, if it is still ours.</summary>
    /// <exception cref="SupersededException">Somebody else took it over; nothing was saved.</exception>
    public async Task<StepClaim> SaveAsync(StepClaim claim, StepEvent happened, StepChange change, CancellationToken cancellationToken) =>
        (await SaveAsync([claim], happened, _ => change, cancellationToken))[0];

    /// <summary>The same for steps of several deliveries, in one transaction.</summary>
    public Task<IReadOnlyList<StepClaim>> SaveAsync(
        IReadOnlyList<StepClaim> claims, StepEvent happened, Func<StepClaim, StepChange> changeOf, CancellationToken cancellationToken) =>
        database.Gate.RunAsync(() => SaveInsideAsync(claims, happened, changeOf, cancellationToken), cancellationToken);

    /// <summary>A person asks for another try of what was given up or is in doubt, and for no more waiting.</summary>
    public Task<DeliveryStatus?> RetryAsync(DeliveryId delivery, CancellationToken cancellationToken) =>
        database.Gate.RunAsync(() => RetryInsideAsync(delivery, cancellationToken), cancellationToken);

    /// <summary>What the delivery carries; null once it is spent.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Sealed with another key, which is lost.</exception>
    public async Task<Consignment?> OpenPayloadAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var payload = await context.Deliveries.Where(row => row.Id == delivery.Value).Select(row => row.Payload).SingleAsync(cancellationToken);
        return payload is null ? null : ConsignmentJson.Read(secrets.Open(delivery, payload));
    }

    /// <summary>How the steps of a delivery stand, and the address of its file.</summary>
    public async Task<DeliveryStatus> StatusAsync(DeliveryId delivery, CancellationToken cancellationToken) =>
        await FindAsync(delivery, cancellationToken) ?? throw new InvalidOperationException($"The ledger does not know delivery {delivery}.");

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static IQueryable<DeliveryRow> Reading(LedgerContext context) => context.Deliveries.AsNoTracking().Include(row => row.Steps).AsSplitQuery();

    // Open steps whose upload is done, or that are the upload.
    private static IQueryable<StepRow> FreeSteps(LedgerContext context) => context.Steps.AsNoTracking()
        .Where(step => step.State == StepState.Planned || step.State == StepState.Sending)
        .Where(step => step.Step == DeliveryStep.Upload || context.Steps.Any(upload =>
            upload.DeliveryId == step.DeliveryId && upload.Step == DeliveryStep.Upload && upload.State == StepState.Done));

    private async Task<EnqueueOutcome> EnqueueInsideAsync(Consignment consignment, CancellationToken cancellationToken)
    {
        var id = consignment.Delivery;
        var digest = secrets.KeyedDigest(consignment.Partnership, consignment.ContentDigest);

        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var (partnership, minutes, from, to) = (consignment.Partnership.ToString(), consignment.Minutes.ToString(), consignment.From.ToString(), consignment.To.ToString());
        var known = await context.Deliveries.AsNoTracking().Include(row => row.Steps)
            .Where(row => row.Partnership == partnership && row.Minutes == minutes && row.From == from && row.To == to)
            .OrderByDescending(row => row.Version)
            .ToListAsync(cancellationToken);

        if (known.SingleOrDefault(row => row.Version == consignment.Version) is { } same)
            return same.Digest == digest ? new EnqueueOutcome.Accepted(Status(same), IsNew: false) : new EnqueueOutcome.MinutesChanged(Status(same));
        if (known.Count > 0)
            return new EnqueueOutcome.OtherVersionKnown(Status(known[0]));

        var now = Now;
        var row = new DeliveryRow
        {
            Id = id.Value,
            Partnership = partnership,
            Minutes = minutes,
            Version = consignment.Version,
            From = from,
            To = to,
            Digest = digest,
            Edition = consignment.Edition.Sha256,
            State = DeliveryState.Queued,
            CreatedAt = now,
            UpdatedAt = now,
            Payload = secrets.Seal(id, ConsignmentJson.Write(consignment)),
            Steps = [.. AllSteps.Select(step => new StepRow
            {
                DeliveryId = id.Value, Step = step, Key = secrets.StepKey(consignment.Partnership, id, step), State = StepState.Planned, Epoch = 0, NotBefore = now,
            })],
        };
        context.Add(row);
        await CommitAsync(context, transaction, "Enqueue", [new(Work.Of(id, consignment.Partnership), Moment(now))], cancellationToken);
        return new EnqueueOutcome.Accepted(Status(row), IsNew: true);
    }

    private async Task<bool> IsFreeAsync(DeliveryId delivery, DeliveryStep step, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var now = Now;
        return await FreeSteps(context).AnyAsync(known => known.DeliveryId == delivery.Value && known.Step == step && known.NotBefore <= now, cancellationToken);
    }

    private async Task<StepClaim?> ClaimInsideAsync(DeliveryId delivery, DeliveryStep step, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await context.Deliveries.Include(known => known.Steps).SingleOrDefaultAsync(known => known.Id == delivery.Value, cancellationToken);
        if (row is null) return null;

        var taken = row.Steps.Single(known => known.Step == step);
        if (DeliveryTransitions.IsSettled(taken.State) || taken.NotBefore > Now) return null;
        if (DeliveryTransitions.Needs(step) is { } needed && row.Steps.Single(known => known.Step == needed).State != StepState.Done) return null;

        taken.Epoch++;
        taken.FirstAt ??= Now;
        // Whoever finds a request under way that is not its own cannot know what became of it.
        taken.MayBeOut |= taken.State == StepState.Sending;
        taken.Attempts++;
        try
        {
            await CommitAsync(context, transaction, $"{step}:Claim", [], cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }

        return new()
        {
            Delivery = delivery,
            Partnership = PartnershipId.Parse(row.Partnership),
            From = DistrictId.Parse(row.From),
            To = DistrictId.Parse(row.To),
            Step = step,
            Key = taken.Key,
            Epoch = taken.Epoch,
            State = taken.State,
            Attempts = taken.Attempts,
            MayBeOut = taken.MayBeOut,
            FirstAt = Moment(taken.FirstAt.Value),
            SentAt = taken.SentAt is { } sent ? Moment(sent) : null,
            WarnedAt = taken.WarnedAt is { } warned ? Moment(warned) : null,
            RemoteId = taken.RemoteId,
            ETag = taken.ETag,
            CTag = taken.CTag,
            Url = taken.Url,
        };
    }

    private async Task<IReadOnlyList<StepClaim>> SaveInsideAsync(
        IReadOnlyList<StepClaim> claims, StepEvent happened, Func<StepClaim, StepChange> changeOf, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var saved = new List<StepClaim>();
        var wakeUps = new HashSet<WakeUp>();
        foreach (var claim in claims)
        {
            var row = await context.Deliveries.Include(known => known.Steps).SingleAsync(known => known.Id == claim.Delivery.Value, cancellationToken);
            var step = row.Steps.Single(known => known.Step == claim.Step);
            if (step.Epoch != claim.Epoch) throw new SupersededException(claim.Delivery, claim.Step);

            Apply(step, happened, changeOf(claim));
            PaceMail(row, step, happened, wakeUps);
            Sum(row);
            saved.Add(claim with
            {
                State = step.State,
                Attempts = step.Attempts,
                SentAt = step.SentAt is { } sent ? Moment(sent) : null,
                MayBeOut = step.MayBeOut,
                RemoteId = step.RemoteId,
                ETag = step.ETag,
                CTag = step.CTag,
                Url = step.Url,
            });
            AddWakeUps(row, step, happened, wakeUps);
        }

        try
        {
            await CommitAsync(context, transaction, $"{claims[0].Step}:{happened}", [.. wakeUps], cancellationToken);
        }
        catch (DbUpdateConcurrencyException stale)
        {
            throw new SupersededException(claims[0].Delivery, claims[0].Step, stale);
        }

        return saved;
    }

    private async Task<DeliveryStatus?> RetryInsideAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await context.Deliveries.Include(known => known.Steps).SingleOrDefaultAsync(known => known.Id == delivery.Value, cancellationToken);
        if (row is null) return null;

        var wakeUps = new HashSet<WakeUp>();
        foreach (var step in row.Steps)
        {
            if (step.State is StepState.Failed or StepState.Uncertain)
            {
                step.Epoch++;
                step.State = DeliveryTransitions.Next(step.Step, step.State, StepEvent.Retry, step.MayBeOut);
                (step.Attempts, step.FirstAt, step.FinishedAt, step.WarnedAt, step.Error, step.RequestId) = (0, null, null, null, null, null);
            }

            if (DeliveryTransitions.IsSettled(step.State)) continue;
            step.NotBefore = Now;
            wakeUps.Add(new(WorkOf(row, step.Step), Moment(step.NotBefore)));
        }

        Sum(row);
        await CommitAsync(context, transaction, "Retry", [.. wakeUps], cancellationToken);
        return Status(row);
    }

    private void Apply(StepRow step, StepEvent happened, StepChange change)
    {
        var now = Now;
        step.State = DeliveryTransitions.Next(step.Step, step.State, happened, step.MayBeOut);
        (step.RemoteId, step.ETag, step.CTag, step.Url) =
            (change.RemoteId ?? step.RemoteId, change.ETag ?? step.ETag, change.CTag ?? step.CTag, change.Url ?? step.Url);
        (step.Error, step.RequestId) = (change.Error, change.RequestId);
        step.NotBefore = now + (long)Math.Ceiling(change.Wait.TotalMilliseconds);
        if (change.Warns) step.WarnedAt = now;
        if (happened == StepEvent.Intend) step.SentAt = now;
        if (happened == StepEvent.Unknown) step.MayBeOut = true;
        if (DeliveryTransitions.IsSettled(step.State)) step.FinishedAt = now;
    }

    private void Sum(DeliveryRow row)
    {
        var steps = row.Steps.ToDictionary(step => step.Step, step => step.State);
        row.State = DeliveryTransitions.Sum(steps);
        row.UpdatedAt = Now;
        if (DeliveryTransitions.IsPayloadSpent(steps)) row.Payload = null;
    }

    // The message says whether the tracker follows, so it waits a moment for the tracker's first try; never longer (D26).
    private void PaceMail(DeliveryRow row, StepRow step, StepEvent happened, HashSet<WakeUp> wakeUps)
    {
        var mail = row.Steps.Single(known => known.Step == DeliveryStep.Mail);
        if (mail is not { State: StepState.Planned, Attempts: 0 }) return;

        var tracker = row.Steps.Single(known => known.Step == DeliveryStep.Tracker);
        if (step.Step == DeliveryStep.Upload && happened == StepEvent.Confirm && tracker is { State: StepState.Planned, Attempts: 0 })
        {
            // Woken by the tracker's first try; should that not come, by the sweep.
            mail.NotBefore = Now + (long)MailWaitsForTracker.TotalMilliseconds;
        }
        else if (step.Step == DeliveryStep.Tracker && happened is not (StepEvent.Intend or StepEvent.Note))
        {
            mail.NotBefore = Now;
            wakeUps.Add(new(WorkOf(row, DeliveryStep.Mail), Moment(mail.NotBefore)));
        }
    }

    private static void AddWakeUps(DeliveryRow row, StepRow step, StepEvent happened, HashSet<WakeUp> wakeUps)
    {
        // The job that saves these goes on by itself; what stops it is found by Quartz's recovery and by the sweep.
        if (happened is StepEvent.NotDone or StepEvent.Unknown)
            wakeUps.Add(new(WorkOf(row, step.Step), Moment(step.NotBefore)));
        if (step is { Step: DeliveryStep.Upload, State: StepState.Done })
            wakeUps.Add(new(WorkOf(row, DeliveryStep.Tracker), Moment(step.NotBefore)));
    }

    private static Work WorkOf(DeliveryRow row, DeliveryStep step) =>
        Work.For(step, DeliveryId.From(row.Id), PartnershipId.Parse(row.Partnership));

    private async Task<IReadOnlyList<Work>> OpenWorkAsync(IReadOnlySet<PartnershipId> partnerships, long until, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var due = await FreeSteps(context).Where(step => step.NotBefore <= until)
            .Join(context.Deliveries, step => step.DeliveryId, row => row.Id, (step, row) => new { step.Step, row.Id, row.Partnership, row.CreatedAt })
            .OrderBy(row => row.CreatedAt)
            .ToListAsync(cancellationToken);
        return [.. due.Select(row => Work.For(row.Step, DeliveryId.From(row.Id), PartnershipId.Parse(row.Partnership)))
            .Where(work => partnerships.Contains(work.Partnership)).Distinct()];
    }

    private async Task CommitAsync(
        LedgerContext context, IDbContextTransaction transaction, string what, IReadOnlyList<WakeUp> wakeUps, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        crash.At($"{what}:before");
        // Once begun, a commit is not given up half way: afterwards nobody would know how it ended.
        await transaction.CommitAsync(CancellationToken.None);
        crash.At($"{what}:after");
        await WakeUps.WakeAsync(wakeUps);
    }

    private static DeliveryStatus Status(DeliveryRow row)
    {
        var isUploaded = row.Steps.Single(step => step.Step == DeliveryStep.Upload).State == StepState.Done;
        return new(
            DeliveryId.From(row.Id), MinutesId.Parse(row.Minutes, CultureInfo.InvariantCulture), row.Version, row.State,
            [.. row.Steps.OrderBy(step => step.Step).Select(step => new StepStatus(
                step.Step, step.State, step.Attempts,
                (step.FinishedAt ?? step.SentAt ?? step.FirstAt) is { } at ? Moment(at) : null,
                step.RemoteId, step.Url, step.Error)
            {
                NotBefore = Moment(step.NotBefore),
                IsFree = DeliveryTransitions.Needs(step.Step) is null || isUploaded,
            })],
            row.Edition);
    }
}
