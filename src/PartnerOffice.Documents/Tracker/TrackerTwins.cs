namespace PartnerOffice.Documents.Tracker;

/// <summary>Finds rows of our tables whose key stands twice, and deletes the later one where nothing is lost with it.</summary>
public static class TrackerTwins
{
    /// <summary>All of them, by table and place; a key that stands three times is two of them.</summary>
    /// <exception cref="TrackerRefusedException">The file is unreadable or hostile.</exception>
    public static IReadOnlyList<TrackerTwin> Find(ReadOnlyMemory<byte> workbook) => [.. Find(new WorkbookModel(workbook)).Select(found => found.Twin)];

    /// <summary>The changes without the rows of these keys: what can be compared while they stand twice.</summary>
    public static IReadOnlyList<TrackerChange> Without(IReadOnlyList<TrackerTwin> twins, IReadOnlyList<TrackerChange> changes)
    {
        ArgumentNullException.ThrowIfNull(twins);
        ArgumentNullException.ThrowIfNull(changes);
        var keys = twins.Select(twin => twin.Row).ToHashSet();
        return keys.Count == 0 ? changes : [.. changes.Select(change => change with { Rows = [.. change.Rows.Where(row => !keys.Contains(TrackerRowId.Of(change, row)))] })];
    }

    /// <summary>Deletes each later row that says nothing the first does not, if that moves nothing but rows of its table.</summary>
    /// <param name="workbook">An .xlsx file from anywhere.</param>
    /// <param name="today">As in <see cref="TrackerWorkbook.Apply"/>.</param>
    /// <exception cref="TrackerRefusedException">The file is unreadable or hostile.</exception>
    public static TrackerRepair Repair(ReadOnlyMemory<byte> workbook, DateOnly? today = null)
    {
        var model = new WorkbookModel(workbook);
        var (removed, kept) = (new List<TrackerTwin>(), new List<KeptTwin>());
        // From below, so that the places of the others stay what they are.
        foreach (var (table, twin) in Find(model).OrderByDescending(found => found.Twin.LaterRow))
        {
            try
            {
                if (twin.Differing.Count > 0)
                    throw Refusal.RowsDiffer(twin.Later, twin.First, twin.Differing);
                new TableRowRemoval(model, table, twin.LaterRow).Remove();
                removed.Insert(0, twin);
            }
            catch (TrackerRefusedException refused)
            {
                kept.Insert(0, new(twin, refused));
            }
        }

        if (removed.Count == 0)
            return new(workbook, removed, kept);
        model.Overview?.Refresh(model, today);
        CalculationOnLoad.Demand(model);
        return new(model.Save(), removed, kept);
    }

    private static List<(TableModel Table, TrackerTwin Twin)> Find(WorkbookModel model)
    {
        var found = new List<(TableModel, TrackerTwin)>();
        foreach (var known in TrackerTables.All)
            if (model.FindTable(known.Name) is { } table && table.ColumnOf(TrackerTables.Key) is > 0 and var column)
                found.AddRange(Find(model, table, column).Select(twin => (table, twin)));
        return found;
    }

    private static IEnumerable<TrackerTwin> Find(WorkbookModel model, TableModel table, int keyColumn)
    {
        var index = keyColumn - table.Range.First.Column;
        var rowOfKey = new Dictionary<string, int>(StringComparer.Ordinal);
        var pairs = new List<(string Key, int First, int Later)>();
        var number = table.FirstDataRow - 1;
        foreach (var cells in new TableReader(model, table).Rows())
            if (++number > 0 && TrackerKey.Of(cells[index]) is { Length: > 0 } key && !rowOfKey.TryAdd(key, number))
                pairs.Add((key, rowOfKey[key], number));
        if (pairs.Count == 0)
            return [];

        var wanted = pairs.SelectMany(pair => (int[])[pair.First, pair.Later]).ToHashSet();
        var rows = new TableReader(model, table).Rows().Index().Where(row => wanted.Contains(row.Index + table.FirstDataRow)).ToDictionary(row => row.Index + table.FirstDataRow, row => row.Item);
        return pairs.Select(pair => new TrackerTwin(new(table.Name, pair.Key), Place(pair.First), Place(pair.Later), [.. Differing(rows[pair.First], rows[pair.Later])]) { LaterRow = pair.Later });

        string Place(int row) => $"{table.Sheet}!{new CellRef(keyColumn, row)}";

        IEnumerable<string> Differing(TrackerValue?[] first, TrackerValue?[] later) => table.Columns
            .Where((_, at) => at != index && later[at] is not null && !CellText.Same(first[at], later[at], model.Since1904)).Select(column => column.Name);
    }
}
