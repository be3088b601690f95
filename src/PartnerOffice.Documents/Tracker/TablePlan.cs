using System.Globalization;

namespace PartnerOffice.Documents.Tracker;

/// <summary>
/// Which cells of a table are to be written so that it says the changes, by the rules of the file-mode writer: for whoever writes
/// through Excel itself, cell by cell. It changes nothing.
/// </summary>
public sealed class TablePlan
{
    // Excel shows a number where text says a day; in our own tables we know which columns are days.
    private static readonly HashSet<string> s_days = new(StringComparer.OrdinalIgnoreCase)
    {
        TrackerTables.Date, TrackerTables.DeliveredOn, TrackerTables.Due, TrackerTables.On,
    };

    private readonly TableGrid _table;
    private readonly TrackerTable? _known;
    private readonly PeoplesCells _peoples;
    private readonly int _keyColumn;
    private readonly Dictionary<string, int> _rowOfKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _secondRowOfKey = new(StringComparer.Ordinal);
    private readonly List<int> _keyless = [];
    private readonly List<int> _free = [];
    private readonly SortedDictionary<int, Dictionary<int, TrackerValue?>> _updates = [];
    private readonly List<IReadOnlyDictionary<int, TrackerValue?>> _adds = [];
    private readonly UpdateNotes _notes = new();

    private TablePlan(TableGrid table, string key, LastWritten? lastWritten)
    {
        _table = table;
        _known = TrackerTables.Find(table.Name);
        _peoples = new PeoplesCells(_known, lastWritten);
        _keyColumn = table.ColumnOf(key);
        if (_keyColumn < 0)
            throw Refusal.NoKeyColumn(table.Place(-1, 0), key);
        ReadKeys();
    }

    /// <summary>Cells to write in rows that are there, by row and column from 0; null empties a cell.</summary>
    public IReadOnlyDictionary<int, Dictionary<int, TrackerValue?>> Updates => _updates;

    /// <summary>Rows to add at the end, their cells by column from 0.</summary>
    public IReadOnlyList<IReadOnlyDictionary<int, TrackerValue?>> Adds => _adds;

    public bool IsEmpty => _updates.Count == 0 && _adds.Count == 0;

    /// <summary>What becomes of each row, as the file-mode writer says it; without bytes.</summary>
    public TrackerUpdate Notes => _notes.ToUpdate(default, []);

    /// <param name="table">The table as it stands.</param>
    /// <param name="changes">All for this table and with the same key column.</param>
    /// <param name="lastWritten">As in <see cref="TrackerWorkbook.Apply"/>.</param>
    /// <exception cref="TrackerRefusedException">A column is missing, or a key stands twice.</exception>
    public static TablePlan Of(TableGrid table, IReadOnlyList<TrackerChange> changes, LastWritten? lastWritten)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(changes);
        var plan = new TablePlan(table, changes[0].Key, lastWritten);
        plan.Decide(TrackerWorkbook.Merge(changes, table.Name));
        return plan;
    }

    private void Decide(IReadOnlyList<(string Key, Dictionary<string, TrackerValue?> Cells)> rows)
    {
        var columns = rows.SelectMany(row => row.Cells.Keys).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToDictionary(name => name, name => _table.ColumnOf(name) is >= 0 and var column ? column : throw Refusal.NoColumn($"{_table.Name}[{name}]", name), StringComparer.OrdinalIgnoreCase);
        foreach (var (key, cells) in rows)
        {
            var id = new TrackerRowId(_table.Name, key);
            if (_secondRowOfKey.TryGetValue(key, out var second))
                throw Refusal.KeyTwice(_table.Place(second, _keyColumn), _table.Place(_rowOfKey[key], _keyColumn));
            if (_rowOfKey.TryGetValue(key, out var row))
                Update(id, row, cells, columns);
            else if (_peoples.Deleted(id))
                _notes.Gone.Add(id);
            else
                Add(id, cells, columns);
        }

        KeyPeoplesRows();
    }

    private void Update(TrackerRowId id, int row, Dictionary<string, TrackerValue?> cells, Dictionary<string, int> columns)
    {
        var touched = false;
        foreach (var (name, value) in cells)
        {
            var column = columns[name];
            var (found, wanted) = (_table.Rows[row][column], Resolve(name, value));
            if (column == _keyColumn || CellText.Same(found, wanted, since1904: false))
            {
                Note(id, name, wanted);
                continue;
            }

            if (_peoples.WhyKept(id, name, found, value, _table.IsFormula(row, column)) is { } why)
            {
                _notes.Deviations.Add(new(id, name, _table.Place(row, column), found, wanted, why));
                continue;
            }

            Put(row, column, wanted);
            Note(id, name, wanted);
            touched = true;
        }

        (touched ? _notes.Updated : _notes.Unchanged).Add(id);
    }

    private void Add(TrackerRowId id, Dictionary<string, TrackerValue?> cells, Dictionary<string, int> columns)
    {
        var given = cells.ToDictionary(cell => columns[cell.Key], cell => Resolve(cell.Key, cell.Value));
        if (_free.Count > 0)
        {
            var row = _free[0];
            _free.RemoveAt(0);
            foreach (var (column, value) in given.Where(cell => !_table.IsFormula(row, cell.Key)))
                Put(row, column, value);
            _rowOfKey.Add(id.Key, row);
        }
        else
        {
            _adds.Add(given);
            _rowOfKey.Add(id.Key, _table.Rows.Count + _adds.Count - 1);
        }

        foreach (var (name, value) in cells)
            Note(id, name, Resolve(name, value));
        _notes.Added.Add(id);
    }

    private void KeyPeoplesRows()
    {
        if (_known is null || !_known.Columns[0].Equals(TrackerKey.Of(_table.Columns[_keyColumn]), StringComparison.OrdinalIgnoreCase))
            return;
        var number = 1;
        foreach (var row in _keyless.Where(row => !_table.IsFormula(row, _keyColumn)))
        {
            string key;
            do
                key = string.Create(CultureInfo.InvariantCulture, $"{PeoplesCells.KeyPrefix}{number++}");
            while (_rowOfKey.ContainsKey(key));
            Put(row, _keyColumn, new TrackerValue.Text(key));
            _rowOfKey.Add(key, row);
            _notes.Keyed.Add(new(_table.Name, key));
        }
    }

    private void ReadKeys()
    {
        for (var row = 0; row < _table.Rows.Count; row++)
        {
            var cells = _table.Rows[row];
            var key = TrackerKey.Of(cells[_keyColumn]);
            if (key.Length > 0)
            {
                if (!_rowOfKey.TryAdd(key, row))
                    _secondRowOfKey.TryAdd(key, row);
                _free.Clear();
            }
            else if (Enumerable.Range(0, cells.Count).Any(column => cells[column] is not null && !_table.IsFormula(row, column)))
            {
                _keyless.Add(row);
                _free.Clear();
            }
            else if (_table.IsFormula(row, _keyColumn))
            {
                _free.Clear();
            }
            else
            {
                _free.Add(row);
            }
        }
    }

    private static TrackerValue? Resolve(string column, TrackerValue? value) => value switch
    {
        TrackerValue.Text { Value.Length: 0 } => null,
        TrackerValue.Text text when s_days.Contains(column)
            && DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => new TrackerValue.Day(day),
        _ => value,
    };

    private void Note(TrackerRowId id, string column, TrackerValue? value)
    {
        if (!_peoples.IsColumn(column))
            _notes.Written.Add(new(id, column, value));
    }

    private void Put(int row, int column, TrackerValue? value)
    {
        if (!_updates.TryGetValue(row, out var cells))
            _updates.Add(row, cells = []);
        cells[column] = value;
    }
}
