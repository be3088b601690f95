namespace PartnerOffice.Documents.Tracker;

/// <summary>What we last wrote into each row, so that a cell which people changed since is seen (R27).</summary>
public sealed class LastWritten
{
    private readonly Dictionary<TrackerRowId, Dictionary<string, TrackerValue?>> _rows = [];

    /// <summary>What stands after these changes were written one after the other.</summary>
    public static LastWritten After(IEnumerable<TrackerChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var written = new LastWritten();
        foreach (var change in changes)
            foreach (var row in change.Rows)
                written.Add(new TrackerRowId(change.Table, TrackerKey.Of(row, change.Key)), row);
        return written;
    }

    /// <summary>Records a row; columns it does not name keep what was recorded before.</summary>
    public void Add(TrackerRowId id, TrackerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!_rows.TryGetValue(id, out var cells))
            _rows.Add(id, cells = new(StringComparer.OrdinalIgnoreCase));
        foreach (var (column, value) in row.Cells)
            cells[column] = value;
    }

    internal IReadOnlyDictionary<string, TrackerValue?>? Find(TrackerRowId id) => _rows.GetValueOrDefault(id);
}
