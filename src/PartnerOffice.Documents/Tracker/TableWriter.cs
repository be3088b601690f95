using System.Globalization;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Brings rows into one table of one sheet, and lets everything that covers the table grow with it.</summary>
internal sealed class TableWriter
{
    private readonly WorkbookModel _workbook;
    private readonly TableModel _table;
    private readonly SheetModel _sheet;
    private readonly TrackerTable? _known;
    private readonly PeoplesCells _peoples;
    private readonly int _keyColumn;
    private readonly Dictionary<string, int> _rowOfKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _secondRowOfKey = new(StringComparer.Ordinal);
    private readonly List<int> _keyless = [];
    private readonly SortedDictionary<int, SortedDictionary<int, CellWrite>> _writes = [];
    private readonly UpdateNotes _notes;
    private readonly List<int> _free = [];
    private List<CellSpan>? _pattern;
    private int _newLast;

    public TableWriter(WorkbookModel workbook, TableModel table, string key, LastWritten? lastWritten, UpdateNotes notes)
    {
        _workbook = workbook;
        _table = table;
        _notes = notes;
        _known = TrackerTables.Find(table.Name);
        _peoples = new PeoplesCells(_known, lastWritten);
        var part = workbook.PartOfSheet(table.Sheet);
        _sheet = new SheetModel(table.Sheet, part, workbook.Part(part));
        _keyColumn = table.ColumnOf(key);
        if (_keyColumn == 0)
            throw Refusal.NoKeyColumn(Place(table.Range.First.Row, table.Range.First.Column), key);
        _newLast = table.LastDataRow;
        ReadKeys();
    }

    /// <summary>Decides every cell, then writes; nothing is written when a cell or its place is refused.</summary>
    public void Write(IReadOnlyList<(string Key, Dictionary<string, TrackerValue?> Cells)> rows)
    {
        var columns = ColumnsOf(rows);
        foreach (var (key, cells) in rows)
        {
            var id = new TrackerRowId(_table.Name, key);
            if (_secondRowOfKey.TryGetValue(key, out var second))
                throw Refusal.KeyTwice(Place(second, _keyColumn), Place(_rowOfKey[key], _keyColumn));
            if (_rowOfKey.TryGetValue(key, out var row))
                Update(id, row, cells, columns);
            else if (_peoples.Deleted(id))
                _notes.Gone.Add(id);
            else
                Add(id, cells, columns);
        }

        KeyPeoplesRows();
        if (_writes.Count > 0)
            Emit();
    }

    private void Update(TrackerRowId id, int row, Dictionary<string, TrackerValue?> cells, Dictionary<string, int> columns)
    {
        var spans = _sheet.CellsOf(row);
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
            var wanted = Resolve(value, style, Place(row, column), name);
            var found = CellText.Read(_workbook, _sheet, cell);
            if (CellText.Same(found, wanted, _workbook.Since1904))
            {
                Note(id, name, wanted);
                continue;
            }

            if (_peoples.WhyKept(id, name, found, cell.HasFormula) is { } why)
            {
                _notes.Deviations.Add(new(id, name, Place(row, column), found, wanted, why));
                continue;
            }

            Put(row, column, new CellWrite(style, wanted, null, false));
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
            row = _free[0];
            _free.RemoveAt(0);
            var prepared = _sheet.CellsOf(row);
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
                throw Refusal.SheetFull(_sheet.Name);
            var given = cells.ToDictionary(cell => columns[cell.Key], cell => cell);
            for (var i = 0; i < _table.Columns.Count; i++)
            {
                var column = _table.Range.First.Column + i;
                var style = StyleOf(column);
                if (FormulaFor(i, column, row) is { } formula)
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

        _rowOfKey.Add(id.Key, row);
        _notes.Added.Add(id);
    }

    /// <summary>A row that a person added to one of our tables gets a key, so that it can be spoken of; nothing else of it is touched (R27).</summary>
    private void KeyPeoplesRows()
    {
        if (_known is null || !_known.Columns[0].Equals(_table.Columns[_keyColumn - _table.Range.First.Column].Name, StringComparison.OrdinalIgnoreCase))
            return;
        var number = 1;
        foreach (var row in _keyless)
        {
            string key;
            do
                key = string.Create(CultureInfo.InvariantCulture, $"eigene-{number++}");
            while (_rowOfKey.ContainsKey(key));
            var cell = _sheet.CellsOf(row).Find(span => span.Column == _keyColumn);
            if (cell.HasFormula)
                continue;
            Put(row, _keyColumn, new CellWrite(cell.Start == 0 ? StyleOf(_keyColumn) : cell.Style, new TrackerValue.Text(key), null, false));
            _rowOfKey.Add(key, row);
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

    private void ReadKeys()
    {
        var scratch = new List<CellSpan>(16);
        var blanks = new List<int>();
        var from = _sheet.IndexOf(_table.FirstDataRow);
        var next = _table.FirstDataRow;
        for (var i = from < 0 ? ~from : from; next <= _table.LastDataRow; next++)
        {
            if (i >= _sheet.Rows.Count || _sheet.Rows[i].Number != next)
            {
                blanks.Add(next);
                continue;
            }

            var row = _sheet.Rows[i++];
            var key = _sheet.CellAt(row, _keyColumn, scratch) is { } cell ? TrackerKey.Of(CellText.Read(_workbook, _sheet, cell)) : "";
            if (key.Length > 0)
            {
                if (!_rowOfKey.TryAdd(key, next))
                    _secondRowOfKey.TryAdd(key, next);
                blanks.Clear();
            }
            else if (_sheet.Cells(row, scratch).Exists(span => span.HasContent && !span.HasFormula && Inside(span.Column)))
            {
                _keyless.Add(next);
                blanks.Clear();
            }
            else
            {
                blanks.Add(next);
            }
        }

        // Only blank rows at the end: a blank row between others is somebody's spacing.
        _free.AddRange(blanks);
    }

    private bool Inside(int column) => column >= _table.Range.First.Column && column <= _table.Range.Last.Column;

    /// <summary>The last row of data, after whose pattern Excel would fill the next.</summary>
    private List<CellSpan> Pattern => _pattern ??= _table.LastDataRow >= _table.FirstDataRow ? _sheet.CellsOf(_table.LastDataRow) : [];

    private int StyleOf(int column) => Pattern.Find(span => span.Column == column) is { Start: > 0 } cell ? cell.Style : -1;

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
        var cell = _sheet.CellsOf(row).Find(span => span.Column == column);
        if (!cell.HasFormula)
            return null;
        if (!cell.HasTypedFormula)
            return _sheet.Text(cell.Formula);
        if (cell.SharedFormula < 0)
            return null;
        if (cell.Formula.Length > 0)
            return _sheet.Text(cell.Formula);
        // The text of a shared formula stands where it was first typed.
        for (var above = row - 1; above >= _table.FirstDataRow; above--)
        {
            var master = _sheet.CellsOf(above).Find(span => span.Column == column);
            if (master.HasFormula && master.SharedFormula == cell.SharedFormula && master.Formula.Length > 0)
                return FormulaText.FillDown(_sheet.Text(master.Formula), row - above);
        }

        return null;
    }

    private void Put(int row, int column, CellWrite write)
    {
        if (!_writes.TryGetValue(row, out var cells))
            _writes.Add(row, cells = []);
        cells[column] = write;
    }

    private string Place(int row, int column) => $"{_sheet.Name}!{new CellRef(column, row)}";

    private void Emit()
    {
        if (_sheet.IsProtected)
            throw Refusal.Protected(_sheet.Name);
        foreach (var merged in _sheet.Merged)
            if (merged.Overlaps(_table.Range))
                throw Refusal.Merged($"{_sheet.Name}!{merged}");
            else if (merged.Overlaps(_table.Range.DownTo(_newLast)))
                throw Refusal.Below($"{_sheet.Name}!{merged}", new("dort sind Zellen verbunden", "cells are merged there"));

        var added = _newLast - _table.LastDataRow;
        var splice = new Splice(_sheet.Xml);
        var growth = added > 0 ? new TableGrowth(_workbook, _sheet, _table, _newLast) : null;
        var moves = growth?.MustMove ?? false;
        if (moves)
            growth!.RefuseWhatCannotMove();
        EmitRows(splice, moves);
        growth?.Stretch(splice, moves);
        DropStaleFigures(splice, moves);
        if (added > 0 && _sheet.Dimension.Length > 0)
            StretchDimension(splice, moves ? added : 0);
        _workbook.Change(_sheet.Part, splice);
        growth?.StretchOtherParts(moves);
    }

    private void EmitRows(Splice splice, bool moves)
    {
        var xml = new StringBuilder();
        var openedSheetData = false;
        foreach (var (number, cells) in _writes)
        {
            var index = _sheet.IndexOf(number);
            // When rows move, a row that bears this number today will bear another tomorrow.
            var isNew = index < 0 || (moves && number > _table.LastDataRow);
            if (isNew)
            {
                xml.Clear();
                xml.Append(CultureInfo.InvariantCulture, $"<{_sheet.Prefix}row r=\"{number}\"{HeightOfNew(cells)}>");
                foreach (var (column, write) in cells)
                    AppendCell(xml, new(column, number), write);
                xml.Append(CultureInfo.InvariantCulture, $"</{_sheet.Prefix}row>");
                var before = moves && number > _table.LastDataRow ? _sheet.IndexOf(_table.LastDataRow + 1) : index;
                before = before < 0 ? ~before : before;
                if (before < _sheet.Rows.Count)
                {
                    splice.Insert(_sheet.Rows[before].Start, xml.ToString());
                }
                else if (_sheet.RowsEnd.Length == 0)
                {
                    splice.Insert(_sheet.RowsEnd.At, xml.ToString());
                }
                else
                {
                    if (!openedSheetData)
                        splice.Replace(_sheet.RowsEnd.At, _sheet.RowsEnd.Length, $"<{_sheet.Prefix}sheetData>");
                    openedSheetData = true;
                    splice.Insert(_sheet.RowsEnd.At + _sheet.RowsEnd.Length, xml.ToString());
                }
            }
            else
            {
                EmitIntoRow(splice, _sheet.Rows[index], cells, xml);
            }
        }

        if (openedSheetData)
            splice.Insert(_sheet.RowsEnd.At + _sheet.RowsEnd.Length, $"</{_sheet.Prefix}sheetData>");
    }

    private void EmitIntoRow(Splice splice, RowSpan row, SortedDictionary<int, CellWrite> writes, StringBuilder xml)
    {
        var existing = _sheet.Cells(row);
        var isEmptyTag = row.TagEnd == row.End;
        if (isEmptyTag)
            splice.Replace(row.End - 2, 2, ">");
        foreach (var (column, write) in writes)
        {
            xml.Clear();
            AppendCell(xml, new(column, row.Number), write);
            var at = existing.FindIndex(cell => cell.Column >= column);
            if (at >= 0 && existing[at].Column == column)
                splice.Replace(existing[at].Start, existing[at].End - existing[at].Start, xml.ToString());
            else if (at >= 0)
                splice.Insert(existing[at].Start, xml.ToString());
            else
                splice.Insert(isEmptyTag ? row.End : row.End - $"</{_sheet.Prefix}row>".Length, xml.ToString());
        }

        if (isEmptyTag)
            splice.Insert(row.End, $"</{_sheet.Prefix}row>");
        Heighten(splice, row, existing, writes);
        if (existing.Count == 0 || writes.Keys.First() < existing[0].Column || writes.Keys.Last() > existing[^1].Column)
            DropSpans(splice, row);
    }

    /// <summary>A hint to the columns a row uses would be wrong now; without it the row is simply read.</summary>
    private void DropSpans(Splice splice, RowSpan row)
    {
        var scanner = new XmlScanner(_sheet.Xml.AsSpan(row.Start, row.End - row.Start), _sheet.Part);
        scanner.Next();
        if (!scanner.TryAttribute("spans"u8, out var at, out var length))
            return;
        var name = _sheet.Xml.AsSpan(row.Start, at).LastIndexOf("spans"u8);
        splice.Cut(row.Start + name, at + length + 1 - name);
    }

    private void AppendCell(StringBuilder xml, CellRef place, CellWrite write)
    {
        if (write.Formula is null)
        {
            CellText.Write(xml, _sheet.Prefix, place, write.Style, write.Value, _workbook.Since1904);
            return;
        }

        // Without a value every program calculates it on opening.
        var p = _sheet.Prefix;
        xml.Append(CultureInfo.InvariantCulture, $"<{p}c r=\"{place}\"");
        if (write.Style >= 0)
            xml.Append(CultureInfo.InvariantCulture, $" s=\"{write.Style}\"");
        xml.Append(CultureInfo.InvariantCulture, $"><{p}f{(write.IsArray ? $" t=\"array\" ref=\"{place}\"" : "")}>{XmlText.Escape(write.Formula)}</{p}f></{p}c>");
    }

    /// <summary>
    /// A height that a person set for the rows, else what the wrapped texts need. Excel would measure a row without a height itself;
    /// LibreOffice does not, and shows the lines over each other.
    /// </summary>
    private string HeightOfNew(SortedDictionary<int, CellWrite> cells)
    {
        var index = _sheet.IndexOf(_table.LastDataRow);
        if (index >= 0 && _table.LastDataRow >= _table.FirstDataRow)
        {
            var row = _sheet.Rows[index];
            var scanner = new XmlScanner(_sheet.Xml.AsSpan(row.Start, row.End - row.Start), _sheet.Part);
            scanner.Next();
            if (scanner.Attribute("customHeight"u8).SequenceEqual("1"u8) && scanner.AttributeText("ht"u8) is { } height)
                return $" ht=\"{XmlText.Escape(height)}\" customHeight=\"1\"";
        }

        var lines = 1;
        foreach (var (column, write) in cells)
            lines = Math.Max(lines, LinesOf(column, write.Style, write.Value));
        return lines > 1 ? string.Create(CultureInfo.InvariantCulture, $" ht=\"{PointsOf(lines)}\"") : "";
    }

    private static int PointsOf(int lines) => Math.Min(409, 15 * lines);

    private int LinesOf(int column, int style, TrackerValue? value)
    {
        if (value is not (TrackerValue.Text or TrackerValue.Link) || !_workbook.Styles.Wraps(style))
            return 1;
        // A little generous: a blank line is better than a hidden one.
        var perLine = Math.Max(4, _sheet.WidthOf(column) - 1);
        var lines = 0;
        foreach (var paragraph in value.ToString()!.Split('\n'))
            lines += Math.Max(1, (int)Math.Ceiling(paragraph.Length / perLine));
        return lines;
    }

    /// <summary>A row gets higher for a longer text, unless a person set its height; never lower.</summary>
    private void Heighten(Splice splice, RowSpan row, List<CellSpan> existing, SortedDictionary<int, CellWrite> writes)
    {
        var lines = 1;
        foreach (var (column, write) in writes)
            lines = Math.Max(lines, LinesOf(column, write.Style, write.Value));
        if (lines == 1)
            return;
        foreach (var cell in existing)
            if (!writes.ContainsKey(cell.Column))
                lines = Math.Max(lines, LinesOf(cell.Column, cell.Style, CellText.Read(_workbook, _sheet, cell)));

        var scanner = new XmlScanner(_sheet.Xml.AsSpan(row.Start, row.End - row.Start), _sheet.Part);
        scanner.Next();
        var points = PointsOf(lines);
        if (scanner.Attribute("customHeight"u8).SequenceEqual("1"u8))
            return;
        if (!scanner.TryAttribute("ht"u8, out var at, out var length))
            splice.Insert(row.Start + scanner.NameStart + scanner.NameLength, string.Create(CultureInfo.InvariantCulture, $" ht=\"{points}\""));
        else if (double.TryParse(_sheet.Xml.AsSpan(row.Start + at, length), NumberStyles.Float, CultureInfo.InvariantCulture, out var height) && height < points)
            splice.Replace(row.Start + at, length, points.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// LibreOffice shows a formula's cached value for good (D11): the figures that our cells feed lose theirs, in the rows we wrote and
    /// outside the tables' rows. Calculated columns in rows nobody touched keep every byte.
    /// </summary>
    private void DropStaleFigures(Splice splice, bool moves)
    {
        var tables = _workbook.Tables.Where(table => table.Sheet == _sheet.Name).ToList();
        foreach (var row in _sheet.Rows)
        {
            if (!_sheet.HasFormulas(row))
                continue;
            var written = _writes.GetValueOrDefault(row.Number);
            if (moves && row.Number > _table.LastDataRow)
                written = null;
            foreach (var cell in _sheet.Cells(row))
                if (cell.HasFormula && cell.ValueElement.Length > 0 && (written is null || !written.ContainsKey(cell.Column))
                    && (written is not null || !tables.Exists(table => table.FirstDataRow <= row.Number && row.Number <= table.LastDataRow
                        && cell.Column >= table.Range.First.Column && cell.Column <= table.Range.Last.Column)))
                    FormulaCell.DropValue(splice, _sheet, cell);
        }
    }

    private void StretchDimension(Splice splice, int moved)
    {
        if (!CellRange.TryParse(_sheet.Text(_sheet.Dimension), out var used))
            return;
        var grown = new CellRange(
            new(Math.Min(used.First.Column, _table.Range.First.Column), Math.Min(used.First.Row, _table.Range.First.Row)),
            new(Math.Max(used.Last.Column, _table.Range.Last.Column), Math.Max(used.Last.Row + moved, _newLast)));
        splice.Replace(_sheet.Dimension.Start, _sheet.Dimension.Length, grown.ToString());
    }
}
