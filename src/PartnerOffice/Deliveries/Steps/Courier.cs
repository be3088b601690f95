using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>Carries what is due, step by step. Called by the jobs; knows nothing of what wakes it.</summary>
internal sealed partial class Courier(
    Ledger ledger, DeliverySecrets secrets, IReadOnlyDictionary<PartnershipId, PartnershipRoute> routes, GraphConnections connections,
    Library library, WorkbookWriters workbooks, Patience patience, TimeProvider time, ILogger<Courier> logger, Uri? service = null)
{
    private static readonly TimeSpan WaitsForSetUp = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LooksAgain = TimeSpan.FromHours(1);

    private static readonly TimeSpan WaitsForEarlier = TimeSpan.FromSeconds(5);

    // The steps of a delivery's own job, in their order; the tracker's rows have a job for all deliveries.
    private static readonly List<DeliveryStep> Own = [DeliveryStep.Remove, DeliveryStep.Upload, DeliveryStep.Fields, DeliveryStep.Event, DeliveryStep.Mail];

    private readonly RemoveStep _remove = new(connections, library, patience, time);
    private readonly UploadStep _upload = new(connections, library, secrets, patience);
    private readonly FieldsStep _fields = new(connections, library, patience);
    private readonly EventStep _event = new(connections, patience, time);
    private readonly MailStep _mail = new(connections, library, ledger, service, time);
    private readonly TrackerStep _tracker = new(workbooks, patience, time);
    private readonly ReceiptTracking _receiptTracking = new(ledger, workbooks);
    private readonly AnswerTracking _answerTracking = new(ledger, workbooks);
    private readonly ReceiptLook _look = new(ledger, connections, library, time);
    private readonly Verification _verification = new(ledger, secrets, connections, library, time);

    /// <summary>Partnerships this process can carry for.</summary>
    public IReadOnlySet<PartnershipId> Partnerships { get; } = routes.Keys.ToHashSet();

    public Task RunAsync(Work work, CancellationToken cancellationToken) => work switch
    {
        { Delivery: { } counted, IsCount: true } => CountAsync(counted, work.Partnership, cancellationToken),
        { Delivery: { } sought, IsLook: true } => LookAsync(sought, work.Partnership, cancellationToken),
        { Delivery: { } delivery } => CarryAsync(delivery, cancellationToken),
        _ => WriteTrackerAsync(work.Partnership, cancellationToken),
    };

    private async Task CarryAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        // Each in its turn, and never back: what one leaves for later has a wake-up of its own.
        var (last, free) = (-1, await ledger.FreeAsync(delivery, cancellationToken));
        while (Own.FindIndex(last + 1, free.Contains) is >= 0 and var next)
        {
            await StepAsync(delivery, Own[next], PerformerOf(Own[next]), cancellationToken);
            (last, free) = (next, next == Own.Count - 1 ? [] : await ledger.FreeAsync(delivery, cancellationToken));
        }
    }

    private Func<StepRun, Parcel, CancellationToken, Task> PerformerOf(DeliveryStep step) => step switch
    {
        DeliveryStep.Remove => _remove.RunAsync,
        DeliveryStep.Upload => _upload.RunAsync,
        DeliveryStep.Fields => _fields.RunAsync,
        DeliveryStep.Event => _event.RunAsync,
        DeliveryStep.Mail => _mail.RunAsync,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task CountAsync(DeliveryId delivery, PartnershipId partnership, CancellationToken cancellationToken)
    {
        try
        {
            if (routes.GetValueOrDefault(partnership) is { } route) await _verification.RunAsync(delivery, route, cancellationToken);
        }
        catch (GraphException failure)
        {
            NotCounted(failure.GetType().Name);
            await ledger.SaveVerdictAsync(delivery, (await ledger.StatusAsync(delivery, cancellationToken)).Verdict ?? Verdict.NotYet, time.GetUtcNow() + WaitsForSetUp, cancellationToken);
        }
    }

    private async Task LookAsync(DeliveryId delivery, PartnershipId partnership, CancellationToken cancellationToken)
    {
        try
        {
            if (routes.GetValueOrDefault(partnership) is { } route) await _look.RunAsync(delivery, route, cancellationToken);
        }
        catch (GraphException failure)
        {
            NotLooked(failure.GetType().Name);
            await ledger.Receipts.SaveLookAsync(delivery, time.GetUtcNow() + LooksAgain, null, null, null, cancellationToken);
        }
    }

    private async Task StepAsync(
        DeliveryId delivery, DeliveryStep step, Func<StepRun, Parcel, CancellationToken, Task> perform, CancellationToken cancellationToken)
    {
        if (await ledger.ClaimAsync(delivery, step, cancellationToken) is not { } claim) return;

        var run = new StepRun(ledger, claim);
        await GuardAsync([run], async () =>
        {
            var parcel = await ParcelAsync(run.Claim, cancellationToken);
            if (parcel.MustWait(step)) await run.SaveAsync(StepEvent.NotDone, new() { Error = "waits-for-earlier", Wait = WaitsForEarlier }, cancellationToken);
            else if (parcel.Contents?.TooLateFrom <= time.GetUtcNow() && run.Claim is { State: StepState.Planned, MayBeOut: false }) await ledger.LeaveAwayAsync(run.Claim, cancellationToken);
            else await perform(run, parcel, cancellationToken);
        }, cancellationToken);
        if (run.Warned)
        {
            FileWaits(delivery, run.Claim.FirstAt);
            await WarnAsync(run.Claim, cancellationToken);
        }
    }

    // A person is told by mail too, once a day: the log is the administrator's (D26).
    private async Task WarnAsync(StepClaim claim, CancellationToken cancellationToken)
    {
        if (routes.GetValueOrDefault(claim.Partnership)?.Partnership is not { } partnership || partnership.Find(claim.From) is not { } sender) return;

        var today = time.Today(sender.TimeZone);
        var status = await ledger.StatusAsync(claim.Delivery, cancellationToken);
        if (Letters.Waiting(status, claim.Step, claim.FirstAt, sender, claim.Partnership, today) is { } letter) await ledger.EnqueueAsync(letter, cancellationToken);
    }

    private async Task WriteTrackerAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        var jobs = new List<(StepRun Run, Parcel Parcel)>();
        foreach (var claim in await ledger.ClaimTrackerAsync(partnership, cancellationToken))
        {
            var run = new StepRun(ledger, claim);
            await GuardAsync([run], async () =>
            {
                var parcel = await ParcelAsync(claim, cancellationToken);
                if (parcel.Consignment.Tracker.Count == 0) await run.SaveAsync(StepEvent.Skip, StepChange.Nothing, cancellationToken);
                else jobs.Add((run, parcel));
            }, cancellationToken);
        }

        if (jobs.Count > 0)
            await GuardAsync([.. jobs.Select(job => job.Run)], () => _tracker.RunAsync(jobs, routes[partnership], cancellationToken), cancellationToken);

        if (routes.GetValueOrDefault(partnership) is { } known)
        {
            await _receiptTracking.RunAsync(known, cancellationToken);
            await _answerTracking.RunAsync(known, cancellationToken);
        }

        if (jobs.Find(job => job.Run.Warned) is { Run: { } waiting })
        {
            TrackerWaits(partnership, waiting.Claim.FirstAt);
            await WarnAsync(waiting.Claim, cancellationToken);
        }
    }

    private async Task<Parcel> ParcelAsync(StepClaim claim, CancellationToken cancellationToken)
    {
        var route = routes.GetValueOrDefault(claim.Partnership) ?? throw new NotSetUpException("partnership");
        var contents = ledger.Open(claim);
        return new(
            route.Districts.GetValueOrDefault(claim.To), route.Districts.GetValueOrDefault(claim.From), contents,
            claim.Known, KeyOf(claim.Partnership, claim.Delivery))
        {
            Replaced = claim.Replaces is { } replaced ? await ReplacedAsync(claim.Partnership, replaced, cancellationToken) : null,
            Before = contents?.After is { } before ? await ledger.FindAsync(before, cancellationToken) : null,
            Maker = contents?.Event?.Made is { } maker ? await ledger.FindAsync(maker, cancellationToken) : null,
            MakerKey = contents?.Event?.Made is { } made ? secrets.StepKey(claim.Partnership, made, DeliveryStep.Event) : "",
            EarlierKeys = contents is null ? [] : [.. EarlierThan(contents).Select(earlier => KeyOf(claim.Partnership, earlier))],
        };
    }

    private string KeyOf(PartnershipId partnership, DeliveryId delivery) => secrets.StepKey(partnership, delivery, DeliveryStep.Upload);

    private async Task<ReplacedFile?> ReplacedAsync(PartnershipId partnership, DeliveryId replaced, CancellationToken cancellationToken) =>
        (await ledger.StatusAsync(replaced, cancellationToken)).Find(DeliveryStep.Upload) is { } upload
            ? new(upload, KeyOf(partnership, replaced), await ledger.ContentAsync(replaced, cancellationToken) ?? "")
            : null;

    // What may lie there of these minutes from before: the version before its approval, then the versions before it.
    private static IEnumerable<DeliveryId> EarlierThan(Consignment consignment)
    {
        DeliveryId Edition(int version, string topic) => DeliveryId.Of(consignment.Partnership, consignment.Minutes, version, consignment.From, consignment.To, DeliveryKind.Edition, topic);

        if (consignment.Kind == DeliveryKind.Recall) yield return Edition(consignment.Version, "");
        if (consignment.Topic != Consignment.Provisional) yield return Edition(consignment.Version, Consignment.Provisional);
        for (var version = consignment.Version - 1; version > 0; version--)
        {
            yield return Edition(version, "");
            yield return Edition(version, Consignment.Provisional);
        }
    }

    // Whatever goes wrong, the row says so and when to try again; what cannot be saved is found by the sweep.
    private async Task GuardAsync(IReadOnlyList<StepRun> runs, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (GraphException failure)
        {
            await SettleAsync(runs, claim => patience.Judge(claim, failure), cancellationToken);
        }
        catch (NotSetUpException missing)
        {
            // Nothing is lost, and no clock runs: the delivery goes out when the partner is ready and a person says so (R20).
            await SettleAsync(runs, _ => (StepEvent.NotDone, new() { Error = StepError.NotSetUp, Wait = WaitsForSetUp, Parks = missing.IsPartner }), cancellationToken);
        }
        catch (CryptographicException)
        {
            await SettleAsync(runs, _ => (StepEvent.GiveUp, new() { Error = "key-lost" }), cancellationToken);
        }
        catch (SupersededException taken)
        {
            TakenOver(taken);
        }
        catch (Exception mistake) when (mistake is not (AbandonedException or OperationCanceledException or DbException or DbUpdateException))
        {
            Mistaken(mistake.GetType().Name, mistake.StackTrace ?? "");
            await SettleAsync(runs, claim => patience.Broken(claim), cancellationToken);
        }
    }

    private async Task SettleAsync(IReadOnlyList<StepRun> runs, Func<StepClaim, (StepEvent Happened, StepChange Change)> judge, CancellationToken cancellationToken)
    {
        foreach (var run in runs.Where(run => !DeliveryTransitions.IsSettled(run.Claim.State)))
        {
            var (happened, change) = judge(run.Claim);
            Stopped(run.Claim.Step, run.Claim.Delivery, change.Error ?? "", happened, change.RequestId);
            try
            {
                await run.SaveAsync(happened, change, cancellationToken);
            }
            catch (SupersededException taken)
            {
                TakenOver(taken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Step {Step} of delivery {Delivery} stopped: {Error} ({Happened}, request {Request})")]
    private partial void Stopped(DeliveryStep step, DeliveryId delivery, string error, StepEvent happened, string? request);

    [LoggerMessage(LogLevel.Warning, "The tracker of {Partnership} has been waiting since {Since:u}: close the workbook, or see \"deliveries list\". Files and messages went out")]
    private partial void TrackerWaits(PartnershipId partnership, DateTimeOffset since);

    [LoggerMessage(LogLevel.Warning, "A file of delivery {Delivery} has been waiting since {Since:u}: somebody at the partner's has it open")]
    private partial void FileWaits(DeliveryId delivery, DateTimeOffset since);

    [LoggerMessage(LogLevel.Information, "The effects of a delivery could not be counted ({Kind}) and will be later")]
    private partial void NotCounted(string kind);

    [LoggerMessage(LogLevel.Information, "Receipts of a delivery could not be looked for ({Kind}) and will be later")]
    private partial void NotLooked(string kind);

    [LoggerMessage(LogLevel.Information, "Somebody else goes on with this step")]
    private partial void TakenOver(Exception taken);

    // Without the exception's own words: they may quote what the delivery carries.
    [LoggerMessage(LogLevel.Error, "A step failed through a mistake of ours and will be tried again: {Kind}{Stack}")]
    private partial void Mistaken(string kind, string stack);
}
