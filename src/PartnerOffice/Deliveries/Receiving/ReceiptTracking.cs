using System.Globalization;
using PartnerOffice.Connections;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>Tells the tracker of receipts: once, in people's own column, and only as long as nobody wrote anything there (D20, R27).</summary>
internal sealed class ReceiptTracking(Ledger ledger, WorkbookWriters workbooks)
{
    /// <summary>Called by whoever writes this partnership's tracker, so that it keeps one writer.</summary>
    public async Task RunAsync(PartnershipRoute route, CancellationToken cancellationToken)
    {
        var due = await ledger.Receipts.UntrackedAsync(route.Id, cancellationToken);
        if (due.Count == 0) return;

        // A row that the tracker will never have is not written into it by its receipt.
        var never = due.Where(status => route.Tracker is null || status.Receipt?.Way is null || status.Find(DeliveryStep.Tracker) is null or { State: StepState.Skipped }).ToList();
        if (never.Count > 0) await ledger.Receipts.TrackedAsync([.. never.Select(status => status.Delivery)], cancellationToken);

        var (there, later) = (due.Except(never).Where(HasRow).ToList(), due.Except(never).Where(status => !HasRow(status)).ToList());
        if (later.Count > 0) await ledger.Receipts.TrackLaterAsync([.. later.Select(status => status.Delivery)], cancellationToken);
        if (there.Count > 0) await WriteAsync(route, there, cancellationToken);
    }

    private static bool HasRow(DeliveryStatus status) => status.Find(DeliveryStep.Tracker) is { State: StepState.Done };

    private async Task WriteAsync(PartnershipRoute route, List<DeliveryStatus> receipts, CancellationToken cancellationToken)
    {
        var ids = receipts.ConvertAll(status => status.Delivery);
        var zone = route.Partnership?.Find(route.Tracker!.District)?.TimeZone ?? TimeZoneInfo.Utc;
        try
        {
            var change = new TrackerChange(TrackerTables.Deliveries, [.. receipts.Select(status => RowOf(status, zone))]);
            if (await workbooks.WriteAsync(new(WorkbookName.Tracker(route.Id), route.Tracker!), [change], [], _ => Task.CompletedTask, cancellationToken) is WorkbookOutcome.Written)
                await ledger.Receipts.TrackedAsync(ids, cancellationToken);
            else
                await ledger.Receipts.TrackLaterAsync(ids, cancellationToken);
        }
        catch (GraphException)
        {
            await ledger.Receipts.TrackLaterAsync(ids, cancellationToken);
        }
    }

    private static TrackerRow RowOf(DeliveryStatus status, TimeZoneInfo zone) => new(new Dictionary<string, TrackerValue?>(StringComparer.OrdinalIgnoreCase)
    {
        [TrackerTables.Key] = new TrackerValue.Text(status.Delivery.ToString()),
        [TrackerTables.Read] = new TrackerValue.Text($"zur Kenntnis genommen am {TimeZoneInfo.ConvertTime(status.Receipt!.At!.Value, zone).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}"),
    });
}
