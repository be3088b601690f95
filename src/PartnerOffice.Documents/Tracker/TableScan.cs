namespace PartnerOffice.Documents.Tracker;

/// <summary>One reading of a table's sheet: where the wanted rows are, where new ones go, and what must be known besides.</summary>
/// <remarks>Of the rows it keeps those that may be written, the last two, and none besides, however long the sheet is.</remarks>
internal sealed class TableScan
{
    private readonly TableModel _table;
    private readonly KeyCells _keys;
    private readonly int _keyColumn;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wanted;
    private readonly List<CellRange> _bodies;
    private readonly bool _keepsKeyless;
    private readonly int _mostNew;
    private readonly Dictionary<string, SheetRow> _rowOfKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _secondRowOfKey = new(StringComparer.Ordinal);
    private readonly List<(int Number, SheetRow? Row, int InsertAt)> _blanks = [];
    private readonly List<(int Number, int Start)> _below = [];
    private readonly List<(int Row, int Column, int Index, string Text)> _sharedFormulas = [];
    private readonly List<CellSpan> _scratch = new(16);
    private SheetRow? _last, _beforeLast;
    private int _next;

    /// <param name="workbook">The workbook as it stands.</param>
    /// <param name="table">The table.</param>
    /// <param name="keyColumn">The sheet's column of its keys.</param>
    /// <param name="wanted">The keys that shall be there.</param>
    /// <param name="keepsKeyless">Whether rows of people without a key are to be kept.</param>
    public TableScan(WorkbookModel workbook, TableModel table, int keyColumn, IEnumerable<string> wanted, bool keepsKeyless)
    {
        (_table, _keyColumn, _keepsKeyless) = (table, keyColumn, keepsKeyless);
        var keys = wanted.ToDictionary(key => key, _ => 0, StringComparer.Ordinal);
        _wanted = keys.GetAlternateLookup<ReadOnlySpan<char>>();
        _mostNew = keys.Count;
        _bodies = [.. workbook.Tables.Where(other => other.Sheet == table.Sheet).Select(other => other.Rows)];
        _next = table.FirstDataRow;

        using var reader = workbook.OpenSheet(table.Sheet);
        _keys = new KeyCells(workbook, reader.Words, keyColumn);
        Columns = new ColumnReader(workbook, table, reader.Words, workbook.Overview?.Named.Of(table) ?? []);
        while (reader.Read())
            See(reader.Row);
        Shell = reader.Shell();
        Words = reader.Words;
        MissBefore(table.LastDataRow + 1, Shell.RowsEnd.At);
    }

    /// <summary>The columns that the overview counts.</summary>
    public ColumnReader Columns { get; }

    public SheetShell Shell { get; }

    public SheetWords Words { get; }

    /// <summary>The rows that may be written, by number.</summary>
    public Dictionary<int, SheetRow> Kept { get; } = [];

    public List<SheetRow> Keyless { get; } = [];

    /// <summary>Keys of the kind that we give to people's rows.</summary>
    public HashSet<string> OwnKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>What to cut of a row so that figures outside the tables' rows are calculated anew.</summary>
    public List<(int Row, Splice Cuts)> Figures { get; } = [];

    /// <summary>The first row below the table with something in the table's columns.</summary>
    public int? FirstBelow { get; private set; }

    public SheetRow? RowOf(string key) => _rowOfKey.GetValueOrDefault(key);

    public int? SecondRowOf(string key) => _secondRowOfKey.TryGetValue(key, out var row) ? row : null;

    /// <summary>Blank rows at the table's end, as many as could be needed: a blank row between others is somebody's spacing.</summary>
    public IEnumerable<(int Number, SheetRow? Row)> Blanks => _blanks.Select(blank => (blank.Number, blank.Row));

    /// <summary>The table's last row of data or the one before, if the sheet has it.</summary>
    public SheetRow? DataRow(int number) => _last?.Number == number ? _last : _beforeLast?.Number == number ? _beforeLast : null;

    /// <summary>Where a row of this number goes that the sheet does not have.</summary>
    public int InsertAt(int number) =>
        number <= _table.LastDataRow ? _blanks.Find(blank => blank.Number == number).InsertAt : InsertBelow(number);

    /// <summary>Where rows below this one begin, which is the table's last or lies below it.</summary>
    public int InsertBelow(int number)
    {
        foreach (var (below, start) in _below)
            if (below > number)
                return start;
        return Shell.RowsEnd.At;
    }

    /// <summary>The text of a shared formula, which stands where it was first typed, and the row of it.</summary>
    public (int Row, string Text)? SharedFormula(int column, int index, int above)
    {
        var found = _sharedFormulas.FindLast(formula => formula.Column == column && formula.Index == index && formula.Row < above);
        return found.Text is null ? null : (found.Row, found.Text);
    }

    private void See(SheetRow row)
    {
        if (row.HasFormulas())
            SeeFormulas(row);
        if (row.Number < _table.FirstDataRow)
            return;
        MissBefore(row.Number, row.Start);
        if (row.Number <= _table.LastDataRow)
            SeeData(row);
        else
            SeeBelow(row);
    }

    private void SeeData(SheetRow row)
    {
        _next = row.Number + 1;
        Columns.See(row);
        if (row.Number >= _table.LastDataRow - 1)
            (_beforeLast, _last) = (_last, row.Copy());
        var key = _keys.Of(row);
        if (!key.IsEmpty)
        {
            if (_wanted.TryGetValue(key, out var wanted, out _))
            {
                if (_rowOfKey.TryAdd(wanted, row.Copy()))
                    Kept.Add(row.Number, _rowOfKey[wanted]);
                else
                    _secondRowOfKey.TryAdd(wanted, row.Number);
            }

            if (key.StartsWith(PeoplesCells.KeyPrefix))
                OwnKeys.Add(key.ToString());
            ForgetBlanks();
        }
        else if (row.Cells(_scratch).Exists(cell => cell.HasContent && !cell.HasFormula && _table.HasColumn(cell.Column)))
        {
            if (_keepsKeyless)
                Keyless.Add(Keep(row));
            ForgetBlanks();
        }
        else if (_scratch.Exists(cell => cell.HasFormula && cell.Column == _keyColumn))
        {
            // People's formula will say the key one day; ours could not be written over it.
            ForgetBlanks();
        }
        else if (_blanks.Count < _mostNew)
        {
            _blanks.Add((row.Number, Keep(row), row.Start));
        }
    }

    private void SeeBelow(SheetRow row)
    {
        if (_below.Count == 0 || _below[^1].Number <= _table.LastDataRow + _mostNew)
            _below.Add((row.Number, row.Start));
        if (row.Number <= _table.LastDataRow + _mostNew)
            Keep(row);
        if (FirstBelow is null && row.Cells(_scratch).Exists(cell => cell.HasContent && _table.HasColumn(cell.Column)))
            FirstBelow = row.Number;
    }

    /// <summary>Rows of the table that the sheet does not hold are blank.</summary>
    private void MissBefore(int number, int insertAt)
    {
        for (; _next < number && _next <= _table.LastDataRow; _next++)
            if (_blanks.Count < _mostNew)
                _blanks.Add((_next, null, insertAt));
    }

    private void ForgetBlanks()
    {
        foreach (var (number, row, _) in _blanks)
            if (row is not null)
                Kept.Remove(number);
        _blanks.Clear();
    }

    private SheetRow Keep(SheetRow row) => Kept[row.Number] = row.Copy();

    private void SeeFormulas(SheetRow row)
    {
        Splice? cuts = null;
        foreach (var cell in row.Cells(_scratch))
        {
            if (cell.HasTypedFormula && cell.SharedFormula >= 0 && cell.Formula.Length > 0 && _table.Rows.Contains(cell.Column, row.Number))
                _sharedFormulas.Add((row.Number, cell.Column, cell.SharedFormula, row.Text(cell.Formula)));
            if (cell.HasFormula && cell.ValueElement.Length > 0 && !_bodies.Exists(body => body.Contains(cell.Column, row.Number)))
                FormulaCell.DropValue(cuts ??= new Splice(), row, cell);
        }

        if (cuts is not null)
            Figures.Add((row.Number, cuts));
    }
}
