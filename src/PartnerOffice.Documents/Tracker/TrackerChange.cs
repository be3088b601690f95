namespace PartnerOffice.Documents.Tracker;

/// <summary>Rows to be in a table: each is found by its key and updated, or appended.</summary>
/// <param name="Table">Name of the Excel table.</param>
/// <param name="Key">The column that identifies a row.</param>
/// <param name="Rows">The rows; each has a value for the key column.</param>
public sealed record TrackerChange(string Table, string Key, IReadOnlyList<TrackerRow> Rows)
{
    public TrackerChange(string table, IReadOnlyList<TrackerRow> rows)
        : this(table, TrackerTables.Key, rows)
    {
    }
}
