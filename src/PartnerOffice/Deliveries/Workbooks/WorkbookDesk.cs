using Microsoft.Extensions.Logging;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>Our workbooks for a verb that a person waits for: from the owner's process or any other over the same data directory.</summary>
public sealed class WorkbookDesk : IDisposable
{
    private readonly GraphConnections _connections;
    private readonly bool _owned;
    private readonly Ledger _ledger;
    private readonly TimeProvider _time;
    private readonly WorkbookWriters _writers;
    private readonly IReadOnlyList<PartnershipRoute> _routes;

    internal WorkbookDesk(DeliverySettings settings, GraphConnections connections, bool owned, Ledger ledger, TrackerMemory memory)
    {
        (_connections, _owned, _ledger, _time, _routes) = (connections, owned, ledger, settings.Time, settings.Routes);
        _writers = new(settings.DataDirectory, connections, memory, settings.Loggers.CreateLogger<WorkbookWriters>());
    }

    /// <summary>Everything that the delivered minutes of a partnership say for the tracker, read from the copies that lie with the partner.</summary>
    /// <exception cref="GraphException">Graph refused or stayed away.</exception>
    public async Task<IReadOnlyList<TrackerChange>> DeliveredAsync(Partnership partnership, CancellationToken cancellationToken)
    {
        var editions = new DeliveredEditions(_connections, RouteOf(partnership.Id));
        var changes = new List<TrackerChange>();
        foreach (var delivered in await _ledger.DeliveredAsync(partnership.Id, cancellationToken))
        {
            if (await editions.ReadAsync(delivered, cancellationToken) is not { } edition) continue;
            var (sender, partner) = (partnership.Find(delivered.From)!, partnership.Find(delivered.To)!);
            // A board's copy of joint minutes names its own people, and has parts of its own: of it only the delivery is said (R22).
            var rows = edition.Minutes.IsJoint
                ? TrackerRows.OfDelivery(edition.Minutes, sender, partner, delivered.Status.Delivery, edition.Name)
                : TrackerRows.Of(edition.Minutes, edition.Minutes.Approval.State != ApprovalState.Approved, sender, partner, delivered.Status.Delivery, edition.Name);
            changes.AddRange(rows.Select(entry => entry.Filled(delivered.Status[DeliveryStep.Upload], _time.GetUtcNow())));
        }

        return changes;
    }

    /// <summary>Brings the shared tracker up to these rows; null where it cannot be written now, with the word why.</summary>
    /// <exception cref="TrackerRefusedException">The workbook does not take them.</exception>
    /// <exception cref="GraphException">Graph refused, or nobody knows how it ended.</exception>
    public Task<(TrackerUpdate? Update, string? Waits)> WriteTrackerAsync(
        PartnershipId partnership, IReadOnlyList<TrackerChange> changes, bool putBack, CancellationToken cancellationToken) =>
        WriteAsync(WorkbookName.Tracker(partnership), RouteOf(partnership).Tracker, changes, putBack, cancellationToken);

    /// <summary>Brings a board's own register up to these rows, from this very process: they are never queued (R19).</summary>
    /// <inheritdoc cref="WriteTrackerAsync"/>
    public Task<(TrackerUpdate? Update, string? Waits)> WriteRegisterAsync(
        PartnershipId partnership, DistrictId board, IReadOnlyList<TrackerChange> changes, bool putBack, CancellationToken cancellationToken) =>
        WriteAsync(WorkbookName.Register(partnership, board), RouteOf(partnership).Registers.GetValueOrDefault(board), changes, putBack, cancellationToken);

    /// <summary>A board's own register as it lies in its place; null where there is none, or nobody may enter.</summary>
    /// <exception cref="GraphException">Graph refused or stayed away.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadRegisterAsync(PartnershipId partnership, DistrictId board, CancellationToken cancellationToken)
    {
        if (RouteOf(partnership).Registers.GetValueOrDefault(board) is not { } register) return null;
        var drives = _connections.Of(register.Identity).Drives;
        return await drives.FindAsync(register.Drive, register.Path, cancellationToken) is { } item
            ? (await drives.DownloadAsync(register.Drive, item.Id, cancellationToken)).Bytes
            : null;
    }

    /// <summary>The shared tracker as it lies there, and what would have to change in it; null where there is none.</summary>
    /// <exception cref="TrackerRefusedException">The workbook cannot be read.</exception>
    public async Task<TrackerComparison?> CompareTrackerAsync(PartnershipId partnership, IReadOnlyList<TrackerChange> changes, CancellationToken cancellationToken)
    {
        if (await ReadTrackerAsync(partnership, cancellationToken) is not { } content) return null;
        return TrackerComparison.Of(content.Bytes, changes, await _writers.RecallAsync(WorkbookName.Tracker(partnership), changes, cancellationToken));
    }

    /// <summary>Deletes rows of the shared tracker whose key stands twice, as a file (engine R8); null where it cannot be done now, with the word why.</summary>
    /// <exception cref="TrackerRefusedException">The workbook cannot be read.</exception>
    /// <exception cref="GraphException">Graph refused, or nobody knows how it ended.</exception>
    public async Task<(TrackerRepair? Repair, string? Waits)> RepairTrackerAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        if (RouteOf(partnership).Tracker is not { } route) return (null, "not-set-up");

        try
        {
            return await _writers.RepairAsync(new(WorkbookName.Tracker(partnership), route), cancellationToken);
        }
        catch (LockedException)
        {
            return (null, "locked");
        }
    }

    /// <summary>
    /// Lays this month's copy of the tracker into the library of the district that does not hold it, and a PDF of that copy beside it, its
    /// overview on the first page (R28): each once, by a name of the month. A month without a PDF gets one with the next call.
    /// </summary>
    /// <returns>Null where one of the two districts is not set up.</returns>
    public async Task<TrackerCopy?> CopyTrackerAsync(Partnership partnership, DateOnly today, CancellationToken cancellationToken)
    {
        var route = RouteOf(partnership.Id);
        var other = partnership.PartnerOf(partnership.Tracker.District).Id;
        if (route.Districts.GetValueOrDefault(other) is not { Library: { } library } district || await ReadTrackerAsync(partnership.Id, cancellationToken) is not { } content) return null;

        var name = FormattableString.Invariant($"{today:yyyy-MM} Tracker Kopie");
        var shelf = new CopyShelf(_connections.Of(district.Identity).Drives, library);
        var (copy, isNew) = await shelf.LayAsync($"{name}.xlsx", () => Task.FromResult<ReadOnlyMemory<byte>?>(content.Bytes), cancellationToken);
        // Of the copy and not of the tracker: they stay the same month's, whenever the PDF is made.
        var (pdf, _) = copy is null ? default : await shelf.LayAsync($"{name}.pdf", () => shelf.PdfOfAsync(copy, cancellationToken), cancellationToken);
        return new($"{name}.xlsx", copy?.WebUrl?.AbsoluteUri, isNew, $"{name}.pdf", pdf?.WebUrl?.AbsoluteUri);
    }

    public void Dispose()
    {
        if (_owned) _connections.Dispose();
    }

    private PartnershipRoute RouteOf(PartnershipId partnership) => _routes.Single(route => route.Id == partnership);

    private async Task<DriveContent?> ReadTrackerAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        if (RouteOf(partnership).Tracker is not { } tracker) return null;
        var drives = _connections.Of(tracker.Identity).Drives;
        return await drives.FindAsync(tracker.Drive, tracker.Path, cancellationToken) is { } item
            ? await drives.DownloadAsync(tracker.Drive, item.Id, cancellationToken)
            : null;
    }

    private async Task<(TrackerUpdate? Update, string? Waits)> WriteAsync(
        WorkbookName name, TrackerRoute? route, IReadOnlyList<TrackerChange> changes, bool putBack, CancellationToken cancellationToken)
    {
        if (route is null) return (null, "not-set-up");

        IReadOnlyCollection<TrackerRowId> again = putBack ? [.. changes.SelectMany(change => change.Rows.Select(row => TrackerRowId.Of(change, row)))] : [];
        try
        {
            return await _writers.WriteAsync(new(name, route), changes, again, _ => Task.CompletedTask, cancellationToken) switch
            {
                WorkbookOutcome.Written written => (written.Notes, null),
                WorkbookOutcome.Later later => (null, later.Error),
                WorkbookOutcome.Refused refused => throw refused.Because,
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (LockedException)
        {
            return (null, "locked");
        }
    }
}
