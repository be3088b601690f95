
namespace PartnerOffice.Documents.Tracker;

/// <summary>Writes rows into the tables of a workbook that people edit, and changes nothing else.</summary>
/// <remarks>
/// After an update only these parts differ (decisions.md D11): the table's sheet, the table, the workbook (defined names, calculation on
/// load), charts with a series on the table, and the sheet of <see cref="TrackerTables.Overview"/>. Every other part keeps its
/// compressed bytes; in the parts that change, every byte that is not ours stays. Where a totals row moves down, the order of
/// calculation moves with it, since Excel would otherwise call the file damaged.
/// </remarks>
public static class TrackerWorkbook
{
    /// <summary>Updates each row by its key, or appends it.</summary>
    /// <param name="workbook">An .xlsx file from anywhere.</param>
    /// <param name="changes">Rows to be there; where a key occurs twice, the later values count.</param>
    /// <param name="lastWritten">What we last wrote, so that cells and rows which people changed since are left and listed (R27).</param>
    /// <param name="today">The day for figures that depend on it; without it they are left to the program that opens the file.</param>
    /// <exception cref="TrackerRefusedException">The file is unreadable or hostile, or the change would spoil something; nothing was changed.</exception>
    public static TrackerUpdate Apply(
        ReadOnlyMemory<byte> workbook, IReadOnlyList<TrackerChange> changes, LastWritten? lastWritten = null, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var notes = new UpdateNotes();
        var model = new WorkbookModel(workbook);
        foreach (var group in changes.GroupBy(change => (Table: TrackerKey.Of(change.Table).ToUpperInvariant(), Key: change.Key.ToUpperInvariant())))
        {
            var first = group.First();
            var table = model.FindTable(first.Table) ?? throw Refusal.NoTable(first.Table, model.Tables.Select(known => known.Name));
            new TableWriter(model, table, first.Key, Merge(group, table.Name), lastWritten, notes).Write();
            model.ForgetTables();
        }

        var isChanged = model.Changed.Count > 0;
        if (isChanged)
        {
            model.Overview?.Refresh(model, today);
            CalculationOnLoad.Demand(model);
        }

        return notes.ToUpdate(isChanged ? model.Save() : workbook, [.. model.Changed.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Every row of a table that is not blank, by column; blank cells are null.</summary>
    /// <exception cref="TrackerRefusedException">The file is unreadable or hostile, or has no such table.</exception>
    public static IReadOnlyList<TrackerRow> ReadRows(ReadOnlyMemory<byte> workbook, string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var model = new WorkbookModel(workbook);
        var found = model.FindTable(table) ?? throw Refusal.NoTable(table, model.Tables.Select(known => known.Name));
        var rows = new List<TrackerRow>();
        foreach (var cells in new TableReader(model, found).Rows())
            if (Array.Exists(cells, cell => cell is not null))
            {
                var row = new Dictionary<string, TrackerValue?>(StringComparer.OrdinalIgnoreCase);
                for (var i = 0; i < cells.Length; i++)
                    row[found.Columns[i].Name] = cells[i];
                rows.Add(new TrackerRow(row));
            }

        return rows;
    }

    /// <summary>The rows of a table's changes, each key once, as if they had been applied one after the other.</summary>
    internal static List<(string Key, Dictionary<string, TrackerValue?> Cells)> Merge(IEnumerable<TrackerChange> changes, string table)
    {
        var peoples = TrackerTables.Find(table)?.PeoplesColumns ?? [];
        var rows = new List<(string Key, Dictionary<string, TrackerValue?> Cells)>();
        var byKey = new Dictionary<string, Dictionary<string, TrackerValue?>>(StringComparer.Ordinal);
        foreach (var change in changes)
            for (var i = 0; i < change.Rows.Count; i++)
            {
                var key = TrackerKey.Of(change.Rows[i], change.Key);
                if (key.Length == 0)
                    throw Refusal.NoKey(change.Table, i + 1);
                var isFirst = !byKey.TryGetValue(key, out var cells);
                if (isFirst)
                {
                    byKey.Add(key, cells = new(StringComparer.OrdinalIgnoreCase));
                    rows.Add((key, cells));
                }

                foreach (var (column, value) in change.Rows[i].Cells)
                    if (isFirst || !peoples.Contains(column, StringComparer.OrdinalIgnoreCase))
                        cells![column] = column.Equals(change.Key, StringComparison.OrdinalIgnoreCase) ? new TrackerValue.Text(key) : value;
            }

        return rows;
    }
}
