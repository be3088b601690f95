using PartnerOffice.Connections;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Writes the rows of several deliveries into the shared workbook in one go: read, change our cells, write if nobody was
/// faster (engine 2.4, file mode). Rows are found by key, so a write whose answer was lost shows up as "nothing to change".
/// </summary>
internal sealed class TrackerStep(GraphConnections connections, Patience patience, TimeProvider time)
{
    private const int Rounds = 3;

    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(15);

    /// <summary>All of them belong to this route's partnership.</summary>
    public async Task RunAsync(IReadOnlyList<(StepRun Run, Parcel Parcel)> jobs, PartnershipRoute route, CancellationToken cancellationToken)
    {
        var tracker = route.Tracker ?? throw new NotSetUpException("tracker");
        var drives = connections.Of((route.Districts.GetValueOrDefault(tracker.District) ?? throw new NotSetUpException("tracker")).Identity).Drives;

        for (var round = 1; round <= Rounds; round++)
        {
            if (await drives.FindAsync(tracker.Drive, tracker.Path, cancellationToken) is not { } item)
            {
                await LaterAsync(jobs, "no-workbook", TimeSpan.FromMinutes(1), cancellationToken);
                return;
            }

            var content = await drives.DownloadAsync(tracker.Drive, item.Id, cancellationToken);
            if (!content.IsProven)
            {
                // Perhaps an older state: written back, it would take away what a person has just entered.
                await LaterAsync(jobs, "workbook-in-motion", ShortWait, cancellationToken);
                return;
            }

            TrackerUpdate update;
            try
            {
                update = TrackerWorkbook.Apply(content.Bytes, [.. jobs.SelectMany(job => Changes(job.Parcel))]);
            }
            catch (TrackerRefusedException refused)
            {
                await RefusedAsync(jobs, route, refused, cancellationToken);
                return;
            }

            if (update.IsUnchanged)
            {
                await ConfirmAsync(jobs, content.Item, cancellationToken);
                return;
            }

            foreach (var job in jobs) await job.Run.IntendAsync(cancellationToken);
            try
            {
                await ConfirmAsync(jobs, await drives.ReplaceAsync(tracker.Drive, item.Id, update.Bytes, content.Item.CTag, cancellationToken), cancellationToken);
                return;
            }
            catch (GraphException faster) when (faster is PreconditionFailedException or ConflictException)
            {
                // Somebody saved in between: read what they wrote and put ours into that.
            }
        }

        await LaterAsync(jobs, "changed-meanwhile", ShortWait, cancellationToken);
    }

    // One delivery's rows that do not fit must not keep back the others'.
    private async Task RefusedAsync(
        IReadOnlyList<(StepRun Run, Parcel Parcel)> jobs, PartnershipRoute route, TrackerRefusedException refused, CancellationToken cancellationToken)
    {
        if (jobs.Count == 1)
        {
            await LaterAsync(jobs, $"workbook: {refused.Code}", LongWait, cancellationToken);
            return;
        }

        foreach (var job in jobs) await RunAsync([job], route, cancellationToken);
    }

    private IEnumerable<TrackerChange> Changes(Parcel parcel) => parcel.Consignment.Tracker.Select(entry => Filled(entry, parcel.Known[DeliveryStep.Upload]));

    private TrackerChange Filled(TrackerEntry entry, StepStatus upload)
    {
        if (entry is { LinkColumn: null, DeliveredOnColumn: null }) return entry.Change;

        return entry.Change with
        {
            Rows = [.. entry.Change.Rows.Select(row =>
            {
                var cells = new Dictionary<string, TrackerValue?>(row.Cells);
                if (entry.LinkColumn is { } link && upload.Url is { } url) cells[link] = new TrackerValue.Link(new Uri(url));
                // The day stays the upload's, however late the workbook can be written.
                if (entry.DeliveredOnColumn is { } day) cells[day] = new TrackerValue.Day(DateOnly.FromDateTime((upload.At ?? time.GetUtcNow()).UtcDateTime));
                return new TrackerRow(cells);
            })],
        };
    }

    private async Task LaterAsync(IReadOnlyList<(StepRun Run, Parcel Parcel)> jobs, string error, TimeSpan shortest, CancellationToken cancellationToken)
    {
        foreach (var (run, _) in jobs)
        {
            var (happened, change) = patience.Later(run.Claim, error, patience.Growing(run.Claim, shortest, LongWait));
            await run.SaveAsync(happened, change, cancellationToken);
        }
    }

    private static async Task ConfirmAsync(IReadOnlyList<(StepRun Run, Parcel Parcel)> jobs, DriveItem item, CancellationToken cancellationToken)
    {
        foreach (var (run, _) in jobs)
            await run.SaveAsync(StepEvent.Confirm, new() { RemoteId = item.Id.Value, Url = item.WebUrl?.AbsoluteUri }, cancellationToken);
    }
}
