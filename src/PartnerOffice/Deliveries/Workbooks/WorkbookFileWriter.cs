using PartnerOffice.Connections;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>Download, change our cells, upload unless somebody was faster (engine 2.4, D8): exact, but not while somebody has the file open.</summary>
internal sealed class WorkbookFileWriter(GraphConnections connections) : IWorkbookWriter
{
    private const int Rounds = 3;

    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    public async Task<WorkbookOutcome> WriteAsync(
        WorkbookPlace place, IReadOnlyList<TrackerChange> changes, LastWritten written, Func<CancellationToken, Task> intend, CancellationToken cancellationToken)
    {
        var (drives, drive) = (connections.Of(place.Route.Identity).Drives, place.Route.Drive);
        for (var round = 1; round <= Rounds; round++)
        {
            if (await drives.FindAsync(drive, place.Route.Path, cancellationToken) is not { } item)
                return new WorkbookOutcome.Later("no-workbook", TimeSpan.FromMinutes(1));

            var content = await drives.DownloadAsync(drive, item.Id, cancellationToken);
            // Perhaps an older state: written back, it would take away what a person has just entered.
            if (!content.IsProven) return new WorkbookOutcome.Later("workbook-in-motion", ShortWait);

            TrackerUpdate update;
            try
            {
                update = TrackerWorkbook.Apply(content.Bytes, changes, written);
            }
            catch (TrackerRefusedException refused)
            {
                return new WorkbookOutcome.Refused(refused);
            }

            if (update.IsUnchanged) return new WorkbookOutcome.Written(update, content.Item.Id.Value, content.Item.WebUrl?.AbsoluteUri);

            await intend(cancellationToken);
            try
            {
                var saved = await drives.ReplaceAsync(drive, item.Id, update.Bytes, content.Item.CTag, cancellationToken);
                return new WorkbookOutcome.Written(update, saved.Id.Value, saved.WebUrl?.AbsoluteUri);
            }
            catch (GraphException faster) when (faster is PreconditionFailedException or ConflictException)
            {
                // Somebody saved in between: read what they wrote and put ours into that.
            }
        }

        return new WorkbookOutcome.Later("changed-meanwhile", ShortWait);
    }

    /// <summary>Deletes rows whose key stands twice; null where it must wait, with the word why.</summary>
    public async Task<(TrackerRepair? Repair, string? Waits)> RepairAsync(WorkbookPlace place, CancellationToken cancellationToken)
    {
        var (drives, drive) = (connections.Of(place.Route.Identity).Drives, place.Route.Drive);
        for (var round = 1; round <= Rounds; round++)
        {
            if (await drives.FindAsync(drive, place.Route.Path, cancellationToken) is not { } item) return (null, "no-workbook");

            var content = await drives.DownloadAsync(drive, item.Id, cancellationToken);
            if (!content.IsProven) return (null, "workbook-in-motion");

            var repair = TrackerTwins.Repair(content.Bytes);
            if (repair.Removed.Count == 0) return (repair, null);

            try
            {
                await drives.ReplaceAsync(drive, item.Id, repair.Bytes, content.Item.CTag, cancellationToken);
                return (repair, null);
            }
            catch (GraphException faster) when (faster is PreconditionFailedException or ConflictException)
            {
                // Somebody saved in between: look again at what they left.
            }
        }

        return (null, "changed-meanwhile");
    }
}
