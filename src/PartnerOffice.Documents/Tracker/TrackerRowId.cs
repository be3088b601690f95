namespace PartnerOffice.Documents.Tracker;

/// <summary>A row of the tracker, by table and key.</summary>
public readonly record struct TrackerRowId(string Table, string Key)
{
    /// <summary>The row that a change speaks of.</summary>
    public static TrackerRowId Of(TrackerChange change, TrackerRow row)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(row);
        return new(change.Table, TrackerKey.Of(row, change.Key));
    }

    public override string ToString() => $"{Table}/{Key}";
}
