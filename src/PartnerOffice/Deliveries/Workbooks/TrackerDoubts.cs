using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>Where the tracker says something else than we wanted, as one line of the ledger: places and keys, never what stands there.</summary>
internal static class TrackerDoubts
{
    private const int Named = 5;

    /// <returns>Null where the tracker says all of it.</returns>
    public static string? Of(TrackerUpdate notes, IReadOnlyList<TrackerChange> own, bool asFile)
    {
        var rows = own.SelectMany(change => change.Rows.Select(row => TrackerRowId.Of(change, row))).ToHashSet();
        var parts = new List<string>();
        // A column of theirs that already says more than we would have put into it is no news.
        var deviating = notes.Deviations.Where(cell => rows.Contains(cell.Row) && cell.Cause != TrackerDeviationCause.PeoplesColumn).Select(cell => cell.Place).ToList();
        if (deviating.Count > 0) parts.Add($"deviating: {List(deviating)}");
        var gone = notes.Gone.Where(rows.Contains).Select(row => row.ToString()).ToList();
        if (gone.Count > 0) parts.Add($"deleted: {List(gone)}");
        if (asFile) parts.Add("written as file");
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    private static string List(List<string> some) => string.Join(", ", some.Take(Named)) + (some.Count > Named ? $" +{some.Count - Named}" : "");
}
