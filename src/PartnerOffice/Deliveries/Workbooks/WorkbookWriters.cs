using Microsoft.Extensions.Logging;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Writes into our workbooks, in the way the partnership file says, one at a time on this machine, and remembers what was written.
/// Where Excel does not serve us, the file is written instead: nothing is lost, only nobody may have it open (D8).
/// </summary>
internal sealed partial class WorkbookWriters(string dataDirectory, GraphConnections connections, TrackerMemory memory, ILogger logger)
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);

    private readonly WorkbookFileWriter _file = new(connections);
    private readonly WorkbookSessionWriter _session = new(connections, memory);

    /// <param name="putBack">Rows that people deleted and want back.</param>
    /// <param name="intend">Awaited before the first request that changes something.</param>
    /// <exception cref="GraphException">Graph refused, or nobody knows how it ended.</exception>
    public async Task<WorkbookOutcome> WriteAsync(
        WorkbookPlace place, IReadOnlyList<TrackerChange> changes, IReadOnlyCollection<TrackerRowId> putBack, Func<CancellationToken, Task> intend,
        CancellationToken cancellationToken)
    {
        // Jobs of this process, and verbs in other processes over the same data directory. Beyond it the workbook's own tags decide.
        using var alone = FileLock.TryTake(LockFile(place.Name));
        if (alone is null) return new WorkbookOutcome.Later("another-writer", Busy);

        var written = await memory.RecallAsync(place.Name, Ids(changes), cancellationToken);
        foreach (var row in putBack) written.Forget(row);
        foreach (var row in Ids([.. changes.Where(change => change.TakesBack)])) written.TakeBack(row);
        var outcome = await WriteAsync(place, changes, written, intend, cancellationToken);
        if (outcome is WorkbookOutcome.Written done) await memory.RememberAsync(place.Name, written, done.Notes.Written, cancellationToken);
        return outcome;
    }

    /// <summary>Deletes rows whose key stands twice; always as a file, since Excel offers no deletion that looks first.</summary>
    /// <exception cref="GraphException">Graph refused, or nobody knows how it ended.</exception>
    public async Task<(TrackerRepair? Repair, string? Waits)> RepairAsync(WorkbookPlace place, CancellationToken cancellationToken)
    {
        using var alone = FileLock.TryTake(LockFile(place.Name));
        return alone is null ? (null, "another-writer") : await _file.RepairAsync(place, cancellationToken);
    }

    /// <summary>What we remember of these rows.</summary>
    public Task<LastWritten> RecallAsync(WorkbookName workbook, IReadOnlyList<TrackerChange> changes, CancellationToken cancellationToken) =>
        memory.RecallAsync(workbook, Ids(changes), cancellationToken);

    private static IEnumerable<TrackerRowId> Ids(IReadOnlyList<TrackerChange> changes) =>
        changes.SelectMany(change => change.Rows.Select(row => TrackerRowId.Of(change, row)));

    private async Task<WorkbookOutcome> WriteAsync(
        WorkbookPlace place, IReadOnlyList<TrackerChange> changes, LastWritten written, Func<CancellationToken, Task> intend, CancellationToken cancellationToken)
    {
        if (place.Route.Write == TrackerWrite.File) return await _file.WriteAsync(place, changes, written, intend, cancellationToken);

        try
        {
            return await _session.WriteAsync(place, changes, written, intend, cancellationToken);
        }
        catch (GraphException refused) when (refused is AccessDeniedException or InvalidRequestException { Code: "unsupportedWorkbook" or "invalidSessionUnsupportedWorkbook" })
        {
            // An identity that Excel does not serve, a labelled file, a workbook that Excel for the web cannot open.
            ServedAsFile(refused.Code ?? "");
            return await _file.WriteAsync(place, changes, written, intend, cancellationToken) is var outcome && outcome is WorkbookOutcome.Written done
                ? done with { AsFile = true }
                : outcome;
        }
    }

    private string LockFile(WorkbookName workbook) =>
        Path.Combine(dataDirectory, $"workbook-{workbook.Text.Replace('/', '-')}.lock");

    [LoggerMessage(LogLevel.Warning, "Excel does not serve this identity or this workbook ({Code}); the tracker is written as a file. Set \"write\": \"file\", or sign a service account in")]
    private partial void ServedAsFile(string code);
}
