using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Deliveries;

/// <summary>The rows that are the truth about every delivery. Each change is one short transaction; every save asks for the epoch.</summary>
internal sealed class Ledger
{
    private static readonly TimeSpan MailWaitsForTracker = TimeSpan.FromSeconds(20);

    // Asked by every claim and every save: not composed anew each time.
    private static readonly Func<LedgerContext, Guid, Task<DeliveryRow?>> WithSteps = EF.CompileAsyncQuery(
        (LedgerContext context, Guid id) => context.Deliveries.Include(row => row.Steps).SingleOrDefault(row => row.Id == id));

    private static readonly Func<LedgerContext, Guid, Task<DeliveryRow?>> Read = EF.CompileAsyncQuery(
        (LedgerContext context, Guid id) => context.Deliveries.AsNoTracking().Include(row => row.Steps).Include(row => row.Receipts).SingleOrDefault(row => row.Id == id));

    private static readonly Func<LedgerContext, Guid, IAsyncEnumerable<StepRow>> StepsThatMayGo = EF.CompileAsyncQuery(
        (LedgerContext context, Guid id) => context.Steps.AsNoTracking().Where(step =>
            step.DeliveryId == id && !context.Brakes.Any() && context.Deliveries.Any(row => row.Id == id && row.StoppedAt == null && row.WithdrawnAt == null && row.ParkedAt == null)));

    private static readonly Func<LedgerContext, Task<bool>> IsPaused = EF.CompileAsyncQuery((LedgerContext context) => context.Brakes.Any());

    private readonly LedgerDatabase _database;
    private readonly DeliverySecrets _secrets;
    private readonly TimeProvider _time;
    private readonly LedgerWriter _writer;
    private readonly AuditTrail _audit;
    private readonly NewDeliveries _new;

    public Ledger(LedgerDatabase database, DeliverySecrets secrets, TimeProvider time, CrashPoint crash)
    {
        (_database, _secrets, _time) = (database, secrets, time);
        _writer = new(database, crash);
        _audit = new(secrets, time);
        _new = new(secrets, _audit, time);
        Meetings = new(database, _writer, secrets, _audit, _new, time);
        Overview = new(database);
        BoardCopies = new(database, _writer, secrets, _audit, time);
        Links = new(database, _writer, secrets, _audit, time);
        Answers = new(database, _writer, _audit, _new, Meetings, Links, time);
        CalendarLooks = new(database, _writer, secrets);
        Reviews = new(database, _writer, secrets, _audit, _new, Links, time);
        Doors = new(database, _writer);
        Releases = new(database, _writer, secrets, _audit, _new, Reviews, time);
        Recalls = new(database, _writer, secrets, _audit, _new, Reviews, time);
        Office = new(database, _writer, _audit, time);
        Receipts = new(database, _writer, _audit, _new, Recalls, time);
        Retreats = new(database, _writer, _audit, _new, Links, time);
        Polls = new(database, _writer, _audit, _new, Links, time);
    }

    /// <summary>Writes the wake-ups; the owner puts its scheduler here.</summary>
    public IWakeUps WakeUps
    {
        get => _writer.WakeUps;
        set => _writer.WakeUps = value;
    }

    /// <summary>What is released and approved.</summary>
    public ReleaseLedger Releases { get; }

    /// <summary>What is taken back.</summary>
    public RecallLedger Recalls { get; }

    /// <summary>What waits for the look of a second person.</summary>
    public ReviewLedger Reviews { get; }

    /// <summary>What is remembered of the boards' own libraries.</summary>
    public DoorLedger Doors { get; }

    /// <summary>What is planned, and who was invited.</summary>
    public MeetingLedger Meetings { get; }

    /// <summary>Who answered what to an invitation.</summary>
    public AnswerLedger Answers { get; }

    /// <summary>What is remembered of the districts' calendars.</summary>
    public CalendarLookLedger CalendarLooks { get; }

    /// <summary>What boards took note of.</summary>
    public ReceiptLedger Receipts { get; }

    /// <summary>The joint retreats: agreed, proposed, held.</summary>
    public RetreatLedger Retreats { get; }

    /// <summary>The date polls and their answers.</summary>
    public PollLedger Polls { get; }

    /// <summary>The personal links that were given out.</summary>
    public PersonalLinkBook Links { get; }

    /// <summary>What a person holds, lets go, and sees of it all.</summary>
    public OfficeLedger Office { get; }

    /// <summary>How the two sides stand, for people to look at.</summary>
    public OverviewLedger Overview { get; }

    /// <summary>Who had the minutes.</summary>
    public BoardCopyLedger BoardCopies { get; }

    /// <summary>Takes a consignment in.</summary>
    /// <param name="who">Who hands it in, for the audit log.</param>
    /// <param name="startsAt">Nothing of it begins before; at once where this is not given.</param>
    public async Task<EnqueueOutcome> EnqueueAsync(ClearedConsignment cleared, CancellationToken cancellationToken, string who = AuditTrail.Service, DateTimeOffset? startsAt = null)
    {
        var content = _new.ContentOf(cleared.Consignment);
        // A second try only follows a race with another process that wrote the same row first.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _writer.WriteAsync(
                    "Enqueue", (context, wakeUps) => _new.AddAsync(context, wakeUps, cleared.Consignment, who, startsAt, cancellationToken, content), cancellationToken);
            }
            catch (DbUpdateException) when (attempt < 3)
            {
            }
        }
    }

    public async Task<DeliveryStatus?> FindAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        await using var context = _database.Open();
        return await Read(context, delivery.Value) is { } row ? DeliveryStatus.Of(row) : null;
    }

    /// <summary>Whether the partner has this version already, from before its approval.</summary>
    public async Task<bool> HasProvisionalAsync(Partnership partnership, Release release, CancellationToken cancellationToken)
    {
        var provisional = DeliveryId.Of(partnership.Id, release.Minutes, release.Version, release.District, partnership.PartnerOf(release.District).Id, DeliveryKind.Edition, Consignment.Provisional);
        return await FindAsync(provisional, cancellationToken) is { State: not (DeliveryState.Stopped or DeliveryState.Withdrawn) };
    }

    /// <summary>All deliveries, oldest first.</summary>
    public async Task<IReadOnlyList<DeliveryStatus>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = _database.Open();
        var rows = await Reading(context).Include(row => row.Receipts).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(DeliveryStatus.Of)];
    }

    /// <summary>The editions of a partnership that lie with the partner, oldest first. What was taken back or overtaken is none.</summary>
    public async Task<IReadOnlyList<Delivered>> DeliveredAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using var context = _database.Open();
        var text = partnership.ToString();
        var rows = await Reading(context)
            .Where(row => row.Partnership == text && row.Kind == DeliveryKind.Edition && row.WithdrawnAt == null && row.Steps.Any(step => step.Step == DeliveryStep.Upload && step.State == StepState.Done))
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var overtaken = rows.Select(row => row.Replaces).OfType<Guid>().ToHashSet();
        return [.. rows.Where(row => !overtaken.Contains(row.Id)).Select(row => new Delivered(DeliveryStatus.Of(row), DistrictId.Parse(row.From), DistrictId.Parse(row.To)))];
    }

    /// <summary>What is due by now, for these partnerships.</summary>
    public Task<IReadOnlyList<Work>> DueAsync(IReadOnlySet<PartnershipId> partnerships, CancellationToken cancellationToken) =>
        OpenWorkAsync(partnerships, Now, cancellationToken);

    /// <summary>What has been due for longer than that.</summary>
    public Task<IReadOnlyList<Work>> OverdueAsync(IReadOnlySet<PartnershipId> partnerships, TimeSpan since, CancellationToken cancellationToken) =>
        OpenWorkAsync(partnerships, Now - (long)since.TotalMilliseconds, cancellationToken);

    /// <summary>The next moment at which something is due; null when nothing is open.</summary>
    /// <param name="counting">Whether the counts of effects are meant too.</param>
    /// <param name="looking">Whether the looks for receipts are meant too.</param>
    public async Task<DateTimeOffset?> NextDueAsync(bool counting, CancellationToken cancellationToken, bool looking = false)
    {
        await using var context = _database.Open();
        var open = await FreeSteps(context).Select(step => (long?)step.NotBefore).MinAsync(cancellationToken);
        var tracked = await Untracked(context).Select(receipt => receipt.TrackAt).MinAsync(cancellationToken);
        var answered = await UntrackedAnswers(context).Select(replies => replies.TrackAt).MinAsync(cancellationToken);
        var counted = counting ? await ToVerify(context).Select(row => row.VerifyAt).MinAsync(cancellationToken) : null;
        var looked = looking ? await ToLook(context).Select(receipt => receipt.LookAt).MinAsync(cancellationToken) : null;
        return new[] { open, tracked, answered, counted, looked }.Min() is { } next ? Moment(next) : null;
    }

    /// <summary>The steps of a delivery that could be taken over now; a look costs no write lock, and most wake-ups find a step or two done already.</summary>
    public async Task<IReadOnlyList<DeliveryStep>> FreeAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        await using var context = _database.Open();
        var steps = await StepsThatMayGo(context, delivery.Value).ToListAsync(cancellationToken);
        return [.. steps.Where(step => IsFree(steps, step)).Select(step => step.Step)];
    }

    /// <summary>Takes a step over; null when it is not open, not due, held, or must wait for another.</summary>
    public async Task<StepClaim?> ClaimAsync(DeliveryId delivery, DeliveryStep step, CancellationToken cancellationToken) =>
        (await ClaimAsync([delivery], step, cancellationToken)).SingleOrDefault();

    /// <summary>Takes over every tracker step of a partnership that is due and that nothing holds.</summary>
    public async Task<IReadOnlyList<StepClaim>> ClaimTrackerAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using var context = _database.Open();
        var now = Now;
        var text = partnership.ToString();
        var due = await FreeSteps(context)
            .Where(step => step.Step == DeliveryStep.Tracker && step.NotBefore <= now)
            .Join(context.Deliveries.Where(row => row.Partnership == text), step => step.DeliveryId, row => row.Id, (step, row) => new { row.Id, row.CreatedAt })
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return due.Count == 0 ? [] : await ClaimAsync([.. due.Select(row => DeliveryId.From(row.Id))], DeliveryStep.Tracker, cancellationToken);
    }

    /// <summary>Writes what happened to a step, if it is still ours.</summary>
    /// <exception cref="SupersededException">Somebody else took it over; nothing was saved.</exception>
    public async Task<StepClaim> SaveAsync(StepClaim claim, StepEvent happened, StepChange change, CancellationToken cancellationToken) =>
        (await SaveAsync([claim], happened, _ => change, cancellationToken))[0];

    /// <summary>The same for steps of several deliveries, in one transaction.</summary>
    public async Task<IReadOnlyList<StepClaim>> SaveAsync(
        IReadOnlyList<StepClaim> claims, StepEvent happened, Func<StepClaim, StepChange> changeOf, CancellationToken cancellationToken)
    {
        try
        {
            return await _writer.WriteAsync(
                $"{claims[0].Step}:{happened}", (context, wakeUps) => SaveInsideAsync(context, wakeUps, claims, happened, changeOf, cancellationToken), cancellationToken);
        }
        catch (DbUpdateConcurrencyException stale)
        {
            throw new SupersededException(claims[0].Delivery, claims[0].Step, stale);
        }
    }

    /// <summary>A person asks for another try of what was given up or is in doubt, and for no more waiting.</summary>
    public Task<DeliveryStatus?> RetryAsync(DeliveryId delivery, CancellationToken cancellationToken, string who = AuditTrail.Service) =>
        _writer.WriteAsync("Retry", (context, wakeUps) => RetryInsideAsync(context, wakeUps, delivery, who, cancellationToken), cancellationToken);

    /// <summary>A claimed step that is too late by now: its delivery never leaves, unless somebody else took it over.</summary>
    public Task<bool> LeaveAwayAsync(StepClaim claim, CancellationToken cancellationToken) => _writer.WriteAsync($"{claim.Step}:TooLate", async (context, _) =>
    {
        if (await WithSteps(context, claim.Delivery.Value) is not { WithdrawnAt: null } row || row.Find(claim.Step)?.Epoch != claim.Epoch) return false;

        MeetingReplies.Withdraw(row, Now);
        await _audit.AddAsync(context, AuditTrail.Service, "left away", row.Subject, "too late");
        return true;
    }, cancellationToken);

    /// <summary>What the delivery of a claimed step carries; null once it is spent.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Sealed with another key, which is lost.</exception>
    public Consignment? Open(StepClaim claim) => claim.Payload is { } payload ? ConsignmentJson.Read(_secrets.Open(claim.Delivery, payload)) : null;

    /// <summary>How the steps of a delivery stand, and the address of its file.</summary>
    public async Task<DeliveryStatus> StatusAsync(DeliveryId delivery, CancellationToken cancellationToken) =>
        await FindAsync(delivery, cancellationToken) ?? throw new InvalidOperationException($"The ledger does not know delivery {delivery}.");

    /// <summary>Whose delivery it is.</summary>
    public async Task<PartnershipId> PartnershipOfAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        await using var context = _database.Open();
        return PartnershipId.Parse(await context.Deliveries.Where(row => row.Id == delivery.Value).Select(row => row.Partnership).SingleAsync(cancellationToken));
    }

    /// <summary>The mark of what the delivered file says; null where the ledger does not know the delivery.</summary>
    public async Task<string?> ContentAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        await using var context = _database.Open();
        return await context.Deliveries.Where(row => row.Id == delivery.Value).Select(row => row.Content).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>What is to be counted of a delivery.</summary>
    public async Task<CountingGround> GroundAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        await using var context = _database.Open();
        var row = await Reading(context).SingleAsync(known => known.Id == delivery.Value, cancellationToken);
        var isOvertaken = await context.Deliveries.AnyAsync(
            later => later.Replaces == row.Id && later.Kind == DeliveryKind.Edition && later.Steps.Any(step => step.Step == DeliveryStep.Upload && step.State == StepState.Done), cancellationToken);
        return new(
            DeliveryStatus.Of(row), DistrictId.Parse(row.From), DistrictId.Parse(row.To),
            row.Tracked is null ? [] : JsonSerializer.Deserialize<List<TrackedRow>>(row.Tracked)!, isOvertaken);
    }

    /// <summary>Keeps what a count of the effects found, and when to count again; null for no more.</summary>
    public Task<bool> SaveVerdictAsync(DeliveryId delivery, string verdict, DateTimeOffset? next, CancellationToken cancellationToken) =>
        _writer.WriteAsync("Verdict", async (context, _) =>
        {
            var row = await context.Deliveries.SingleAsync(known => known.Id == delivery.Value, cancellationToken);
            if (row.Verdict != verdict) await _audit.AddAsync(context, AuditTrail.Service, "counted", row.Subject, verdict);
            (row.Verdict, row.VerifyAt) = (verdict, next?.ToUnixTimeMilliseconds());
            return true;
        }, cancellationToken);

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static IQueryable<DeliveryRow> Reading(LedgerContext context) => context.Deliveries.AsNoTracking().Include(row => row.Steps).AsSplitQuery();

    // Open steps that wait for no other, of deliveries that nobody holds.
    private static IQueryable<StepRow> FreeSteps(LedgerContext context) => context.Steps.AsNoTracking()
        .Where(step => step.State == StepState.Planned || step.State == StepState.Sending)
        .Where(step => step.After == null || context.Steps.Any(needed =>
            needed.DeliveryId == step.DeliveryId && needed.Step == step.After && needed.State == StepState.Done))
        .Where(step => !context.Brakes.Any() && context.Deliveries.Any(row => row.Id == step.DeliveryId && row.StoppedAt == null && row.WithdrawnAt == null && row.ParkedAt == null));

    private static IQueryable<DeliveryRow> ToVerify(LedgerContext context) =>
        context.Deliveries.AsNoTracking().Where(row => row.VerifyAt != null && row.WithdrawnAt == null && !context.Brakes.Any());

    private static IQueryable<ReceiptRow> ToLook(LedgerContext context) => context.Receipts.AsNoTracking()
        .Where(receipt => receipt.LookAt != null && !context.Brakes.Any() && context.Deliveries.Any(row => row.Id == receipt.DeliveryId && row.WithdrawnAt == null));

    private static IQueryable<ReceiptRow> Untracked(LedgerContext context) => context.Receipts.AsNoTracking().Where(receipt => receipt.TrackAt != null && !context.Brakes.Any());

    private static IQueryable<MeetingReplyRow> UntrackedAnswers(LedgerContext context) => context.MeetingReplies.AsNoTracking().Where(replies => replies.TrackAt != null && !context.Brakes.Any());

    // In one transaction: another process that takes one of them over at the same moment leaves none to us, and the sweep comes again.
    private async Task<IReadOnlyList<StepClaim>> ClaimAsync(IReadOnlyList<DeliveryId> deliveries, DeliveryStep step, CancellationToken cancellationToken)
    {
        try
        {
            return await _writer.WriteAsync($"{step}:Claim", async (context, _) =>
            {
                var claims = new List<StepClaim>();
                foreach (var delivery in deliveries)
                    if (await ClaimInsideAsync(context, delivery, step) is { } claim)
                        claims.Add(claim);
                return claims;
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return [];
        }
    }

    private bool IsFree(List<StepRow> all, StepRow step) =>
        !DeliveryTransitions.IsSettled(step.State) && step.NotBefore <= Now
        && (step.After is not { } needed || all.Exists(known => known.Step == needed && known.State == StepState.Done));

    private async Task<StepClaim?> ClaimInsideAsync(LedgerContext context, DeliveryId delivery, DeliveryStep step)
    {
        var row = await WithSteps(context, delivery.Value);
        if (row is null or { StoppedAt: not null } or { WithdrawnAt: not null } or { ParkedAt: not null } || await IsPaused(context)) return null;
        if (row.Find(step) is not { } taken || !IsFree(row.Steps, taken)) return null;

        taken.Epoch++;
        taken.FirstAt ??= Now;
        // Whoever finds a request under way that is not its own cannot know what became of it.
        taken.MayBeOut |= taken.State == StepState.Sending;
        taken.Attempts++;
        return new()
        {
            Delivery = delivery,
            Partnership = PartnershipId.Parse(row.Partnership),
            From = DistrictId.Parse(row.From),
            To = DistrictId.Parse(row.To),
            Step = step,
            Replaces = row.Replaces is { } replaced ? DeliveryId.From(replaced) : null,
            Confirmed = taken.Confirmed,
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
            Known = DeliveryStatus.Of(row),
            Payload = row.Payload,
        };
    }

    private async Task<IReadOnlyList<StepClaim>> SaveInsideAsync(
        LedgerContext context, HashSet<WakeUp> wakeUps, IReadOnlyList<StepClaim> claims, StepEvent happened, Func<StepClaim, StepChange> changeOf, CancellationToken cancellationToken)
    {
        var saved = new List<StepClaim>();
        foreach (var claim in claims)
        {
            var row = await WithSteps(context, claim.Delivery.Value) ?? throw new InvalidOperationException($"The ledger does not know delivery {claim.Delivery}.");
            var step = row.Steps.Single(known => known.Step == claim.Step);
            if (step.Epoch != claim.Epoch) throw new SupersededException(claim.Delivery, claim.Step);

            var change = changeOf(claim);
            Apply(row, step, happened, change);
            if (row.Kind == DeliveryKind.Invitation && step.State == StepState.Done) await MeetingLedger.DoneAsync(context, row, step, change, cancellationToken);
            PaceMail(row, step, happened, wakeUps);
            await SumAsync(context, row);
            if (step is { Step: DeliveryStep.Upload, State: StepState.Done }) await Receipts.NoteMinutesAsync(context, row, wakeUps, cancellationToken);
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

        return saved;
    }

    private async Task<DeliveryStatus?> RetryInsideAsync(LedgerContext context, HashSet<WakeUp> wakeUps, DeliveryId delivery, string who, CancellationToken cancellationToken)
    {
        var row = await WithSteps(context, delivery.Value);
        if (row is null) return null;
        // What was taken back, opened again or overtaken since does not go out because somebody says "now".
        if (row.WithdrawnAt is not null || (row.IsUntouched && !await NewDeliveries.MayStillGoAsync(context, row, cancellationToken))) return DeliveryStatus.Of(row);

        (row.StoppedAt, row.ParkedAt, row.StartsAt) = (null, null, Math.Min(row.StartsAt, Now));
        foreach (var step in row.Steps)
        {
            if (step.State is StepState.Failed or StepState.Uncertain)
            {
                step.Epoch++;
                step.State = DeliveryTransitions.Next(step.Step, step.State, StepEvent.Retry, step.MayBeOut);
                step.Confirmed |= step.Error is StepError.EditedByPartner or StepError.RemovedByPartner;
                (step.Attempts, step.FirstAt, step.FinishedAt, step.WarnedAt, step.Error, step.RequestId) = (0, null, null, null, null, null);
            }

            if (DeliveryTransitions.IsSettled(step.State)) continue;
            step.NotBefore = Now;
            wakeUps.Add(new(WorkOf(row, step.Step), Moment(step.NotBefore)));
        }

        await SumAsync(context, row);
        await _audit.AddAsync(context, who, "retried", row.Subject);
        return DeliveryStatus.Of(row);
    }

    private void Apply(DeliveryRow row, StepRow step, StepEvent happened, StepChange change)
    {
        var now = Now;
        step.State = DeliveryTransitions.Next(step.Step, step.State, happened, step.MayBeOut);
        (step.RemoteId, step.ETag, step.CTag, step.Url) =
            (change.RemoteId ?? step.RemoteId, change.ETag ?? step.ETag, change.CTag ?? step.CTag, change.Url ?? step.Url);
        (step.Error, step.RequestId) = (change.Error, change.RequestId);
        // Nothing of it was begun: it may still be released anew or overtaken.
        if (change.Parks) (row.ParkedAt, step.Attempts, step.FirstAt) = (row.ParkedAt ?? now, 0, null);
        step.NotBefore = now + (long)Math.Ceiling(change.Wait.TotalMilliseconds);
        if (change.Warns) step.WarnedAt = now;
        if (happened == StepEvent.Intend) step.SentAt = now;
        if (happened == StepEvent.Unknown) step.MayBeOut = true;
        if (DeliveryTransitions.IsSettled(step.State)) step.FinishedAt = now;
    }

    private async Task SumAsync(LedgerContext context, DeliveryRow row)
    {
        var steps = row.Steps.ToDictionary(step => step.Step, step => step.State);
        var before = row.State;
        row.State = row.WithdrawnAt is not null ? DeliveryState.Withdrawn : row.StoppedAt is not null ? DeliveryState.Stopped : DeliveryTransitions.Sum(steps);
        row.UpdatedAt = Now;
        if (DeliveryTransitions.IsPayloadSpent(steps)) row.Payload = null;
        if (row.State == before || row.State is not (DeliveryState.Delivered or DeliveryState.Uncertain or DeliveryState.Failed)) return;

        if (row.State != DeliveryState.Failed) await ReceiptLedger.ExpectAsync(context, row, Now);
        if (row.Kind != DeliveryKind.Letter && row.State != DeliveryState.Failed) row.VerifyAt = Now + (long)Verification.First.TotalMilliseconds;
        await _audit.AddAsync(context, AuditTrail.Service, $"{row.Kind} {row.State}", row.Subject, string.Join(' ', row.Steps.Where(step => step.State == StepState.Failed).Select(step => $"{step.Step} {step.Error}")));
    }

    // The message says whether the tracker follows, so it waits a moment for the tracker's first try; never longer (D26).
    private void PaceMail(DeliveryRow row, StepRow step, StepEvent happened, HashSet<WakeUp> wakeUps)
    {
        if (row.Find(DeliveryStep.Mail) is not { State: StepState.Planned, Attempts: 0, After: not null } mail || row.Find(DeliveryStep.Tracker) is not { } tracker) return;

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
        await using var context = _database.Open();
        var due = await FreeSteps(context).Where(step => step.NotBefore <= until)
            .Join(context.Deliveries, step => step.DeliveryId, row => row.Id, (step, row) => new { step.Step, row.Id, row.Partnership, row.CreatedAt })
            .OrderBy(row => row.CreatedAt)
            .ToListAsync(cancellationToken);
        var counted = await ToVerify(context).Where(row => row.VerifyAt <= until).OrderBy(row => row.VerifyAt).Select(row => new { row.Id, row.Partnership }).ToListAsync(cancellationToken);
        var looked = await ToLook(context).Where(receipt => receipt.LookAt <= until).OrderBy(receipt => receipt.LookAt).Select(receipt => new { receipt.DeliveryId, receipt.Partnership }).ToListAsync(cancellationToken);
        var untracked = await Untracked(context).Where(receipt => receipt.TrackAt <= until).Select(receipt => receipt.Partnership).Distinct().ToListAsync(cancellationToken);
        var answered = await UntrackedAnswers(context).Where(replies => replies.TrackAt <= until).Select(replies => replies.Partnership).Distinct().ToListAsync(cancellationToken);
        return [.. due.Select(row => Work.For(row.Step, DeliveryId.From(row.Id), PartnershipId.Parse(row.Partnership)))
            .Concat(untracked.Union(answered).Select(partnership => Work.Tracker(PartnershipId.Parse(partnership))))
            .Concat(looked.Select(receipt => Work.Look(DeliveryId.From(receipt.DeliveryId), PartnershipId.Parse(receipt.Partnership))))
            .Concat(counted.Select(row => Work.Verify(DeliveryId.From(row.Id), PartnershipId.Parse(row.Partnership))))
            .Where(work => partnerships.Contains(work.Partnership)).Distinct()];
    }
}
