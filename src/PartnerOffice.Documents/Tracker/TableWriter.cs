using System.Globalization;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Brings rows into one table of one sheet, and lets everything that covers the table grow with it.</summary>
internal sealed class TableWriter
{
    private readonly WorkbookModel _workbook;
    private readonly TableModel _table;
    private readonly TrackerTable? _known;
    private readonly PeoplesCells _peoples;
    private readonly int _keyColumn;
    private readonly TableScan _scan;
    private readonly IReadOnlyList<(string Key, Dictionary<string, TrackerValue?> Cells)> _rows;
    private readonly SortedDictionary<int, SortedDictionary<int, CellWrite>> _writes = [];
    private readonly UpdateNotes _notes;
    private readonly Queue<(int Number, SheetRow? Row)> _free;
    private readonly HashSet<string> _taken;
    private readonly List<CellSpan> _pattern;
    private int _newLast;

    /// <param name="workbook">The workbook as it stands.</param>
    /// <param name="table">The table.</param>
    /// <param name="key">The name of its key column.</param>
    /// <param name="rows">What shall be there, each key once.</param>
    /// <param name="lastWritten">As in <see cref="TrackerWorkbook.Apply"/>.</param>
    /// <param name="notes">Where to say what became of each row.</param>
    public TableWriter(
        WorkbookModel workbook, TableModel table, string key, IReadOnlyList<(string Key, Dictionary<string, TrackerValue?> Cells)> rows,
        LastWritten? lastWritten, UpdateNotes notes)
    {
        (_workbook, _table, _rows, _notes) = (workbook, table, rows, notes);
        _known = TrackerTables.Find(table.Name);
        _peoples = new PeoplesCells(_known, lastWritten);
        _keyColumn = table.ColumnOf(key);
        if (_keyColumn == 0)
            throw Refusal.NoKeyColumn(Place(table.Range.First.Row, table.Range.First.Column), key);
        _newLast = table.LastDataRow;
        _scan = new TableScan(workbook, table, _keyColumn, rows.Select(row => row.Key), NamesPeoplesRows);
        _free = new(_scan.Blanks);
        _taken = [.. _scan.OwnKeys];
        // After the pattern of the last row Excel would fill the next.
        _pattern = _scan.DataRow(table.LastDataRow)?.Cells() ?? [];
    }

    private bool NamesPeoplesRows =>
        _known is not null && _known.Columns[0].Equals(_table.Columns[_keyColumn - _table.Range.First.Column].Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Decides every cell, then writes; nothing is written when a cell or its place is refused.</summary>
    public void Write()
    {
        var columns = ColumnsOf(_rows);
        foreach (var (key, cells) in _rows)
        {
            var id = new TrackerRowId(_table.Name, key);
            var row = _scan.RowOf(key);
            if (_scan.SecondRowOf(key) is { } second)
                throw Refusal.KeyTwice(Place(second, _keyColumn), Place(row!.Number, _keyColumn));
            if (row is not null)
                Update(id, row, cells, columns);
            else if (_peoples.Deleted(id))
                _notes.Gone.Add(id);
            else
                Add(id, cells, columns);
        }

        KeyPeoplesRows();
        if (_writes.Count > 0)
            Emit();
        _workbook.Foresee(_table, _scan.Columns.Columns);
    }

    private void Update(TrackerRowId id, SheetRow row, Dictionary<string, TrackerValue?> cells, Dictionary<string, int> columns)
    {
        var spans = row.Cells();
        var touched = false;
        foreach (var (name, value) in cells)
        {
            var column = columns[name];
            if (column == _keyColumn)
            {
                Note(id, name, value);
                continue;
            }

            var cell = spans.Find(span => span.Column == column);
            var style = cell.Start == 0 ? StyleOf(column) : cell.Style;
            var wanted = Resolve(value, style, Place(row.Number, column), name);
            var found = CellText.Read(_workbook, row, cell);
            if (CellText.Same(found, wanted, _workbook.Since1904))
            {
                Note(id, name, wanted);
                continue;
            }

            if (_peoples.WhyKept(id, name, found, value, cell.HasFormula) is { } why)
            {
                _notes.Deviations.Add(new(id, name, Place(row.Number, column), found, wanted, why));
                continue;
            }

            Put(row.Number, column, new CellWrite(style, wanted, null, false));
            Note(id, name, wanted);
            touched = true;
        }

        (touched ? _notes.Updated : _notes.Unchanged).Add(id);
    }

    private void Add(TrackerRowId id, Dictionary<string, TrackerValue?> cells, Dictionary<string, int> columns)
    {
        int row;
        if (_free.Count > 0)
        {
            // A blank row that is there already: the one that Excel needs in an empty table, or rows that people prepared.
            (row, var blank) = _free.Dequeue();
            var prepared = blank?.Cells() ?? [];
            foreach (var (name, value) in cells)
            {
                var column = columns[name];
                var cell = prepared.Find(span => span.Column == column);
                if (cell.HasFormula)
                    continue;
                var style = cell.Start == 0 ? StyleOf(column) : cell.Style;
                var wanted = Resolve(value, style, Place(row, column), name);
                Put(row, column, new CellWrite(style, wanted, null, false));
                Note(id, name, wanted);
            }
        }
        else
        {
            row = ++_newLast;
            if (row > CellRef.LastRow)
                throw Refusal.SheetFull(_table.Sheet);
            var given = cells.ToDictionary(cell => columns[cell.Key], cell => cell);
            for (var i = 0; i < _table.Columns.Count; i++)
            {
                var column = _table.Range.First.Column + i;
                var style = StyleOf(column);
                if (column != _keyColumn && FormulaFor(i, column, row) is { } formula)
                    Put(row, column, new CellWrite(style, null, formula, _table.Columns[i].IsArray));
                else if (given.TryGetValue(column, out var cell))
                {
                    var wanted = Resolve(cell.Value, style, Place(row, column), cell.Key);
                    Put(row, column, new CellWrite(style, wanted, null, false));
                    Note(id, cell.Key, wanted);
                }
                else if (style >= 0)
                    Put(row, column, new CellWrite(style, null, null, false));
            }
        }

        _taken.Add(id.Key);
        _notes.Added.Add(id);
    }

    /// <summary>A row that a person added to one of our tables gets a key, so that it can be spoken of; nothing else of it is touched (R27).</summary>
    private void KeyPeoplesRows()
    {
        var number = 1;
        foreach (var row in _scan.Keyless)
        {
            string key;
            do
                key = string.Create(CultureInfo.InvariantCulture, $"{PeoplesCells.KeyPrefix}{number++}");
            while (_taken.Contains(key));
            var cell = row.Cell(_keyColumn);
            if (cell.HasFormula)
                continue;
            Put(row.Number, _keyColumn, new CellWrite(cell.Start == 0 ? StyleOf(_keyColumn) : cell.Style, new TrackerValue.Text(key), null, false));
            _taken.Add(key);
            _notes.Keyed.Add(new(_table.Name, key));
        }
    }

    private void Note(TrackerRowId id, string column, TrackerValue? value)
    {
        if (!_peoples.IsColumn(column))
            _notes.Written.Add(new(id, column, value));
    }

    private Dictionary<string, int> ColumnsOf(IReadOnlyList<(string Key, Dictionary<string, TrackerValue?> Cells)> rows)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (_, cells) in rows)
            foreach (var name in cells.Keys)
                if (!columns.ContainsKey(name))
                {
                    var column = _table.ColumnOf(name);
                    columns.Add(name, column > 0 ? column : throw Refusal.NoColumn($"{_table.Name}[{name}]", name));
                }

        return columns;
    }

    /// <summary>An ISO date meant for a column of dates is that day; every other text stays what it is.</summary>
    private TrackerValue? Resolve(TrackerValue? value, int style, string place, string column) => value switch
    {
        TrackerValue.Text { Value.Length: 0 } => null,
        TrackerValue.Text text when _workbook.Styles.IsDate(style)
            && DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => new TrackerValue.Day(date),
        // A serial number without a date's format would show people 46217.
        TrackerValue.Day when !_workbook.Styles.IsDate(style) => throw Refusal.NoDateFormat(place, column),
        _ => value,
    };

    private int StyleOf(int column) => _pattern.Find(span => span.Column == column) is { Start: > 0 } cell ? cell.Style : -1;

    /// <summary>What people's calculated column says in a new row: the table's own formula, or one that was filled down by hand.</summary>
    private string? FormulaFor(int index, int column, int row)
    {
        if (_table.Columns[index].Formula is { Length: > 0 } calculated)
            return calculated;
        if (FormulaAt(_table.LastDataRow, column) is not { } last)
            return null;
        // One formula alone is an exception that somebody made; two in a row are a column.
        return _table.LastDataRow == _table.FirstDataRow || FormulaAt(_table.LastDataRow - 1, column) is not null
            ? FormulaText.FillDown(last, row - _table.LastDataRow)
            : null;
    }

    private string? FormulaAt(int row, int column)
    {
        if (_scan.DataRow(row) is not { } found || found.Cell(column) is not { HasFormula: true } cell)
            return null;
        if (!cell.HasTypedFormula || (cell.SharedFormula >= 0 && cell.Formula.Length > 0))
            return found.Text(cell.Formula);
        return cell.SharedFormula >= 0 && _scan.SharedFormula(column, cell.SharedFormula, above: row) is { } first
            ? FormulaText.FillDown(first.Text, row - first.Row)
            : null;
    }

    private void Put(int row, int column, CellWrite write)
    {
        if (!_writes.TryGetValue(row, out var cells))
            _writes.Add(row, cells = []);
        cells[column] = write;
        _scan.Columns.Foresee(row, column, write.Value);
    }

    private string Place(int row, int column) => $"{_table.Sheet}!{new CellRef(column, row)}";

    private void Emit()
    {
        var shell = _scan.Shell;
        if (shell.IsProtected)
            throw Refusal.Protected(shell.Sheet);
        foreach (var merged in shell.Merged)
            if (merged.Overlaps(_table.Range))
                throw Refusal.Merged($"{shell.Sheet}!{merged}");
            else if (merged.Overlaps(_table.Range.DownTo(_newLast)))
                throw Refusal.Below($"{shell.Sheet}!{merged}", new("dort sind Zellen verbunden", "cells are merged there"));

        var added = _newLast - _table.LastDataRow;
        var splice = new Splice();
        var rows = new RowWriter(_workbook, _scan, _table, _keyColumn, _writes, _newLast);
        var growth = added > 0 ? new TableGrowth(_workbook, _scan, _table, _newLast) : null;
        var moves = growth?.MustMove ?? false;
        if (moves)
            growth!.RefuseWhatCannotMove();
        rows.WriteRows(splice, moves);
        growth?.Stretch(splice, moves);
        rows.DropStaleFigures(splice, moves);
        if (added > 0)
            rows.StretchDimension(splice, moves ? added : 0);
        _workbook.Change(shell.Part, splice);
        growth?.StretchOtherParts(moves);
    }
}
