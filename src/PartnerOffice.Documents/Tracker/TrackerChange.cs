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

    /// <summary>
    /// Whether our cells of these rows are written whatever stands in them by now: what must not be read any more is not kept because
    /// somebody changed a word of it (R16). Rows that people deleted stay deleted.
    /// </summary>
    public bool TakesBack { get; init; }
}
