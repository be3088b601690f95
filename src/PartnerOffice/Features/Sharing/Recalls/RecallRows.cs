using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Features.Sharing;

/// <summary>The rows of the tracker after a recall: the keys stay, so that nothing is written anew; our words are gone (R16).</summary>
internal static class RecallRows
{
    /// <param name="noteName">The note that lies in the file's place.</param>
    public static IReadOnlyList<TrackerEntry> Of(RecallGround ground, string noteName, WithdrawalReason reason) =>
        [.. ground.Rows.GroupBy(row => row.Table).Select(table => new TrackerEntry(new TrackerChange(
            table.Key,
            [.. table.Select(row => new TrackerRow(Cells(table.Key, row.Key, noteName, reason)))])
        {
            TakesBack = true,
        }))];

    private static Dictionary<string, TrackerValue?> Cells(string table, string key, string noteName, WithdrawalReason reason)
    {
        var cells = new Dictionary<string, TrackerValue?>(StringComparer.OrdinalIgnoreCase) { [TrackerTables.Key] = new TrackerValue.Text(key) };
        foreach (var (column, words) in table switch
        {
            TrackerTables.Meetings => ((string Column, string? Words)[])[(TrackerTables.Minutes, Consignment.Withdrawn), (TrackerTables.Link, null), (TrackerTables.Place, null)],
            TrackerTables.Resolutions => [(TrackerTables.Wording, Consignment.Withdrawn), (TrackerTables.Yes, null), (TrackerTables.No, null), (TrackerTables.Abstained, null), (TrackerTables.Invalid, null), (TrackerTables.Outcome, null)],
            TrackerTables.Actions => [(TrackerTables.Action, Consignment.Withdrawn), (TrackerTables.Owner, null), (TrackerTables.Due, null), (TrackerTables.Resolution, null)],
            TrackerTables.Deliveries => [(TrackerTables.State, Consignment.Withdrawn), (TrackerTables.File, noteName), (TrackerTables.Reason, WithdrawalReasons.Of(reason).German)],
            _ => [],
        })
        {
            cells[column] = words is null ? null : new TrackerValue.Text(words);
        }

        return cells;
    }
}
