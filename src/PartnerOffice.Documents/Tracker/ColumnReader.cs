namespace PartnerOffice.Documents.Tracker;

/// <summary>Collects some columns of a table for formulas, row by row as they pass by.</summary>
internal sealed class ColumnReader
{
    // A column that says something else in each row is read in full; its forms need not be remembered besides.
    private const int MostForms = 10_000;
    private readonly WorkbookModel _workbook;
    private readonly TableModel _table;
    private readonly List<Column> _columns;
    private readonly List<CellSpan> _scratch = new(16);

    /// <param name="workbook">The workbook.</param>
    /// <param name="table">The table.</param>
    /// <param name="words">How its sheet spells cells.</param>
    /// <param name="wanted">By index; whether only what is not blank is to be counted.</param>
    public ColumnReader(WorkbookModel workbook, TableModel table, SheetWords words, SortedDictionary<int, bool> wanted)
    {
        (_workbook, _table) = (workbook, table);
        _columns = [.. wanted.Select(column => new Column(column.Key, new CellFinder(words, table.Range.First.Column + column.Key), column.Value, table.LastDataRow - table.FirstDataRow + 2))];
    }

    /// <summary>The columns by their index; a row that the sheet does not have is blank.</summary>
    public IReadOnlyDictionary<int, FormulaColumn> Columns => _columns.ToDictionary(column => column.Index, column => column.Cells);

    /// <summary>Reads the whole table.</summary>
    public static IReadOnlyDictionary<int, FormulaColumn> Read(WorkbookModel workbook, TableModel table, SortedDictionary<int, bool> wanted)
    {
        using var reader = workbook.OpenSheet(table.Sheet);
        var columns = new ColumnReader(workbook, table, reader.Words, wanted);
        while (reader.Read())
            if (table.HasRow(reader.Row.Number))
                columns.See(reader.Row);
        // Only now is the part verified to its end.
        reader.Shell();
        return columns.Columns;
    }

    /// <summary>The next row of data.</summary>
    public void See(SheetRow row)
    {
        var from = row.Start;
        foreach (var column in _columns)
            column.Cells[row.Number - _table.FirstDataRow] = Read(row, column, ref from);
    }

    /// <summary>What a cell will say after the change that is being written.</summary>
    public void Foresee(int row, int column, TrackerValue? value)
    {
        foreach (var candidate in _columns)
            if (candidate.Finder.Column == column)
                candidate.Cells[row - _table.FirstDataRow] = ValueOf(candidate, value);
            else
                candidate.Cells.Reach(row - _table.FirstDataRow);
    }

    private int Read(SheetRow row, Column column, ref int from)
    {
        if (!column.Finder.TryFind(row, from, out var place, out var said))
            return ValueOf(row, column, row.Cell(column.Finder.Column, _scratch));

        from = place.Start + place.Length;
        if (column.IsOnlyCounted && row.Words.IsText(said))
            return column.Something;
        // What is written alike says the same, wherever it stands.
        var forms = column.Forms;
        if (forms.TryGetValue(said, out var value))
            return value;
        value = ValueOf(row, column, row.CellAt(place, column.Finder.Column));
        if (forms.Dictionary.Count < MostForms)
            forms[said] = value;
        return value;
    }

    private int ValueOf(SheetRow row, Column column, in CellSpan cell) =>
        ValueOf(column, cell.Value.Length == 0 ? null : CellText.Read(_workbook, row, cell));

    private int ValueOf(Column column, TrackerValue? value) =>
        value is null ? 0 : column.IsOnlyCounted ? column.Something : column.Cells.ValueOf(FormulaColumn.Plain(value, _workbook.Since1904));

    private sealed class Column(int index, CellFinder finder, bool isOnlyCounted, int rows)
    {
        public int Index => index;

        public CellFinder Finder => finder;

        public bool IsOnlyCounted => isOnlyCounted;

        public FormulaColumn Cells { get; } = new(rows);

        /// <summary>The one value that stands for all where they are only counted.</summary>
        public int Something => field > 0 ? field : field = Cells.ValueOf(true);

        public Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> Forms { get; } =
            new Dictionary<byte[], int>(new BytesComparer()).GetAlternateLookup<ReadOnlySpan<byte>>();
    }
}
