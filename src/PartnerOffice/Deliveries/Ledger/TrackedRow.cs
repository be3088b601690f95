using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>A row of the tracker that a delivery wrote: where it is found again, and no word of it.</summary>
internal sealed record TrackedRow(string Table, string Key)
{
    public static IReadOnlyList<TrackedRow> Of(Consignment consignment) =>
        [.. consignment.Tracker.SelectMany(entry => entry.Change.Rows.Select(row => TrackerRowId.Of(entry.Change, row))).Select(id => new TrackedRow(id.Table, id.Key))];
}
