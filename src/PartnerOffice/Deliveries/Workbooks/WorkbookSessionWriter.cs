using PartnerOffice.Connections;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Lets Excel do the writing, while people may have the workbook open (engine 2.4): earlier sessions closed, one session whose id is kept
/// before it is used, rows found by key, only cells that differ, read back, closed.
/// </summary>
internal sealed class WorkbookSessionWriter(GraphConnections connections, TrackerMemory memory) : IWorkbookWriter
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    public async Task<WorkbookOutcome> WriteAsync(
        WorkbookPlace place, IReadOnlyList<TrackerChange> changes, LastWritten written, Func<CancellationToken, Task> intend, CancellationToken cancellationToken)
    {
        var connection = connections.Of(place.Route.Identity);
        if (await connection.Drives.FindAsync(place.Route.Drive, place.Route.Path, cancellationToken) is not { } item)
            return new WorkbookOutcome.Later("no-workbook", TimeSpan.FromMinutes(1));

        var workbooks = connection.Workbooks;
        // A request of an earlier session may still be on its way; once its session is over it changes nothing any more.
        foreach (var id in await memory.SessionsAsync(place.Name, cancellationToken))
            await CloseAsync(workbooks, place.Name, new(place.Route.Drive, item.Id, id, Persists: true), cancellationToken);

        var session = await workbooks.OpenAsync(place.Route.Drive, item.Id, persists: true, cancellationToken);
        await memory.OpenedAsync(place.Name, session.Id, cancellationToken);
        var outcome = await WriteAsync(workbooks, session, item, changes, written, intend, cancellationToken);
        // A failure leaves the session in the ledger, and the next try closes it before it looks.
        await CloseAsync(workbooks, place.Name, session, cancellationToken);
        return outcome;
    }

    private static async Task<WorkbookOutcome> WriteAsync(
        WorkbookClient workbooks, WorkbookSession session, DriveItem item, IReadOnlyList<TrackerChange> changes, LastWritten written,
        Func<CancellationToken, Task> intend, CancellationToken cancellationToken)
    {
        var notes = new TrackerUpdate { Bytes = default };
        var hasIntent = false;
        foreach (var group in changes.GroupBy(change => (Table: change.Table.ToUpperInvariant(), Key: change.Key.ToUpperInvariant())))
        {
            var some = group.ToList();
            if (some.TrueForAll(change => change.Rows.Count == 0)) continue;

            TableView before;
            TablePlan plan;
            try
            {
                before = await TableView.ReadAsync(workbooks, session, some[0].Table, cancellationToken);
                plan = TablePlan.Of(before.Grid, some, written);
            }
            catch (TrackerRefusedException refused)
            {
                return new WorkbookOutcome.Refused(refused);
            }

            if (!plan.IsEmpty)
            {
                if (!hasIntent) await intend(cancellationToken);
                hasIntent = true;
                await CarryOutAsync(workbooks, session, before, plan, cancellationToken);
                if (!await IsThereAsync(workbooks, session, before, plan, cancellationToken)) return new WorkbookOutcome.Later("moved-meanwhile", ShortWait);
            }

            notes = notes.With(plan.Notes);
        }

        return new WorkbookOutcome.Written(notes, item.Id.Value, item.WebUrl?.AbsoluteUri);
    }

    private static async Task CarryOutAsync(WorkbookClient workbooks, WorkbookSession session, TableView before, TablePlan plan, CancellationToken cancellationToken)
    {
        var adds = plan.Adds.ToList();
        foreach (var (row, cells) in plan.Updates)
        {
            try
            {
                await workbooks.UpdateRowAsync(session, before.Grid.Name, row, before.Cells(cells), cancellationToken);
            }
            catch (InvalidRequestException) when (before.Grid.Rows.Count == 1 && before.Grid.Rows[0].All(cell => cell is null))
            {
                // The one blank row of an empty table is shown, and counts as none: adding fills it.
                adds.Insert(0, cells);
            }
        }

        if (adds.Count > 0)
            await workbooks.AddRowsAsync(session, before.Grid.Name, [.. adds.Select(before.Cells)], cancellationToken);
    }

    /// <summary>
    /// Reads back. A person who sorted or inserted between our look and our write made us write into another row: what that row
    /// said before goes back, and the next try finds ours by its key.
    /// </summary>
    private static async Task<bool> IsThereAsync(WorkbookClient workbooks, WorkbookSession session, TableView before, TablePlan plan, CancellationToken cancellationToken)
    {
        var after = await before.AgainAsync(workbooks, session, cancellationToken);
        var isThere = true;
        foreach (var (row, cells) in plan.Updates)
        {
            if (row < after.Grid.Rows.Count && before.IsSameRow(row, after, row, cells))
            {
                isThere &= after.Says(row, cells);
                continue;
            }

            isThere = false;
            if (row < after.Grid.Rows.Count && before.Rightful(after, row) is { } rightful)
            {
                var back = cells.Where(cell => after.Says(row, cell.Key, cell.Value)).ToDictionary(cell => cell.Key, cell => before.Grid.Rows[rightful][cell.Key]);
                if (back.Count > 0) await workbooks.UpdateRowAsync(session, before.Grid.Name, row, before.Cells(back), cancellationToken);
            }
        }

        return isThere && plan.Adds.All(added => Enumerable.Range(0, after.Grid.Rows.Count).Any(row => after.Says(row, added)));
    }

    private async Task CloseAsync(WorkbookClient workbooks, WorkbookName name, WorkbookSession session, CancellationToken cancellationToken)
    {
        await workbooks.CloseAsync(session, cancellationToken);
        await memory.ClosedAsync(name, session.Id, cancellationToken);
    }
}
