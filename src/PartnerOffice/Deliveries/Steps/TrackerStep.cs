using PartnerOffice.Connections;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>Writes the rows of several deliveries into the shared workbook in one go, and keeps where people wrote otherwise (R27).</summary>
internal sealed class TrackerStep(WorkbookWriters workbooks, Patience patience, TimeProvider time)
{
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(15);

    /// <summary>All of them belong to this route's partnership.</summary>
    public async Task RunAsync(IReadOnlyList<(StepRun Run, Parcel Parcel)> jobs, PartnershipRoute route, CancellationToken cancellationToken)
    {
        var tracker = route.Tracker ?? throw new NotSetUpException("tracker");
        var changes = jobs.Select(job => (IReadOnlyList<TrackerChange>)[.. Filled(job.Parcel)]).ToList();
        var outcome = await workbooks.WriteAsync(
            new(WorkbookName.Tracker(route.Id), tracker), [.. changes.SelectMany(some => some)], [],
            token => StepRun.SaveAllAsync([.. jobs.Select(job => job.Run)], StepEvent.Intend, _ => StepChange.Nothing, token),
            cancellationToken);

        switch (outcome)
        {
            case WorkbookOutcome.Written written:
                var own = jobs.Zip(changes).ToDictionary(pair => pair.First.Run.Claim.Delivery, pair => pair.Second);
                await StepRun.SaveAllAsync(
                    [.. jobs.Select(job => job.Run)], StepEvent.Confirm,
                    claim => new() { RemoteId = written.ItemId, Url = written.Url, Error = TrackerDoubts.Of(written.Notes, own[claim.Delivery], written.AsFile) },
                    cancellationToken);
                break;
            case WorkbookOutcome.Later later:
                await LaterAsync(jobs, later.Error, later.Shortest, cancellationToken);
                break;
            // One delivery's rows that do not fit must not keep back the others'.
            case WorkbookOutcome.Refused when jobs.Count > 1:
                foreach (var job in jobs) await RunAsync([job], route, cancellationToken);
                break;
            case WorkbookOutcome.Refused refused:
                await LaterAsync(jobs, $"workbook: {refused.Because.Code}", LongWait, cancellationToken);
                break;
        }
    }

    private IEnumerable<TrackerChange> Filled(Parcel parcel)
    {
        var changes = parcel.Consignment.Tracker.Select(entry => parcel.Known.Find(DeliveryStep.Upload) is { } upload ? entry.Filled(upload, time.GetUtcNow()) : entry.Change);
        return parcel is { Contents.Kind: DeliveryKind.Edition, Known.Replaces: { } replaced, Replaced.Upload.State: StepState.Done }
            ? [.. changes.Select(change => change.Table == TrackerTables.Deliveries ? Replacing(change, replaced) : change), Replaced(replaced)]
            : changes;
    }

    // Which delivery took whose place stands in both rows.
    private static TrackerChange Replacing(TrackerChange change, DeliveryId replaced) => change with
    {
        Rows = [.. change.Rows.Select(row => new TrackerRow(new Dictionary<string, TrackerValue?>(row.Cells, StringComparer.OrdinalIgnoreCase) { [TrackerTables.Replaces] = new TrackerValue.Text(replaced.ToString()) }))],
    };

    private static TrackerChange Replaced(DeliveryId replaced) => new(TrackerTables.Deliveries, [new(new Dictionary<string, TrackerValue?>(StringComparer.OrdinalIgnoreCase)
    {
        [TrackerTables.Key] = new TrackerValue.Text(replaced.ToString()),
        [TrackerTables.State] = new TrackerValue.Text("ersetzt"),
    })]);

    private async Task LaterAsync(IReadOnlyList<(StepRun Run, Parcel Parcel)> jobs, string error, TimeSpan shortest, CancellationToken cancellationToken)
    {
        foreach (var (run, _) in jobs)
        {
            var (happened, change) = patience.Later(run.Claim, error, patience.Growing(run.Claim, shortest, LongWait));
            await run.SaveAsync(happened, change, cancellationToken);
        }
    }
}
