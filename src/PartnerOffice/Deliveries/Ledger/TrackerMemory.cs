using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>
/// What the ledger remembers of our workbooks: the marks of what we last wrote (R27), and sessions that may still be open. Lost, it is
/// made anew by the next write; until then what differs counts as people's.
/// </summary>
internal sealed class TrackerMemory(LedgerDatabase database, DeliverySecrets secrets)
{
    // SQLite takes some thousand values in one statement.
    private const int AtOnce = 500;

    private const string SessionPurpose = "workbook-session";

    /// <summary>The memory of these rows.</summary>
    public async Task<LastWritten> RecallAsync(WorkbookName workbook, IEnumerable<TrackerRowId> rows, CancellationToken cancellationToken)
    {
        var key = secrets.TrackerKey(workbook.Partnership);
        var marks = new LastWritten(key);
        var known = new List<WrittenRow>();
        await using var context = database.Open();
        foreach (var some in rows.Select(marks.MarkOf).Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var found = await context.TrackerMarks.AsNoTracking()
                .Where(row => row.Workbook == workbook.Text && some.Contains(row.Row))
                .ToListAsync(cancellationToken);
            known.AddRange(found.Select(row => new WrittenRow(row.Row, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Cells)!)));
        }

        return new LastWritten(key, known) { UnknownRowsArePeoples = true };
    }

    /// <summary>Keeps what now stands in the workbook.</summary>
    public Task RememberAsync(WorkbookName workbook, LastWritten written, IEnumerable<WrittenCell> cells, CancellationToken cancellationToken)
    {
        var all = cells.ToList();
        written.Add(all);
        var rows = written.Rows(all.Select(cell => cell.Row));
        return rows.Count == 0 ? Task.CompletedTask : database.Gate.RunAsync(async () =>
        {
            await using var context = database.Open();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            foreach (var some in rows.Chunk(AtOnce))
            {
                var marks = some.Select(row => row.Row).ToList();
                var known = await context.TrackerMarks.Where(row => row.Workbook == workbook.Text && marks.Contains(row.Row)).ToDictionaryAsync(row => row.Row, cancellationToken);
                foreach (var row in some)
                {
                    var text = JsonSerializer.Serialize(row.Cells);
                    if (known.TryGetValue(row.Row, out var kept)) kept.Cells = text;
                    else context.Add(new TrackerMarkRow { Workbook = workbook.Text, Row = row.Row, Cells = text });
                }

                await context.SaveChangesAsync(cancellationToken);
            }

            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }, cancellationToken);
    }

    /// <summary>Sessions that were opened and not seen closed.</summary>
    public async Task<IReadOnlyList<string>> SessionsAsync(WorkbookName workbook, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var sessions = await context.WorkbookSessions.AsNoTracking().Where(row => row.Workbook == workbook.Text).Select(row => row.Session).ToListAsync(cancellationToken);
        return [.. sessions.Select(session => Encoding.UTF8.GetString(secrets.OpenKept(SessionPurpose, session)))];
    }

    /// <summary>Keeps a session's id before it is used.</summary>
    public Task OpenedAsync(WorkbookName workbook, string session, CancellationToken cancellationToken) => database.Gate.RunAsync(async () =>
    {
        await using var context = database.Open();
        context.Add(new WorkbookSessionRow { Workbook = workbook.Text, Mark = secrets.MarkOf(SessionPurpose, session), Session = secrets.SealKept(SessionPurpose, Encoding.UTF8.GetBytes(session)) });
        return await context.SaveChangesAsync(cancellationToken);
    }, cancellationToken);

    public Task ClosedAsync(WorkbookName workbook, string session, CancellationToken cancellationToken) => database.Gate.RunAsync(async () =>
    {
        await using var context = database.Open();
        var mark = secrets.MarkOf(SessionPurpose, session);
        return await context.WorkbookSessions.Where(row => row.Workbook == workbook.Text && row.Mark == mark).ExecuteDeleteAsync(cancellationToken);
    }, cancellationToken);
}
