using System.Buffers;
using System.Runtime.InteropServices;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Cells for a formula: each different value once, and of each row only which one it is. A column of a tracker says the same again and again.</summary>
internal sealed class FormulaColumn(int capacity)
{
    private readonly List<object?> _values = [null];
    private readonly List<int> _rows = new(Math.Clamp(capacity, 0, CellRef.LastRow));

    public int Count => _rows.Count;

    public IEnumerable<object?> Cells => _rows.Select(value => _values[value]);

    /// <summary>What stands in a row.</summary>
    public object? At(int row) => _values[_rows[row]];

    /// <summary>The number of the value that stands in a row; rows that were passed over are blank.</summary>
    public int this[int row]
    {
        set
        {
            Reach(row);
            _rows[row] = value;
        }
    }

    /// <summary>Has this row at least, if only a blank one.</summary>
    public void Reach(int row)
    {
        while (_rows.Count <= row)
            _rows.Add(0);
    }

    public static FormulaColumn Of(IReadOnlyCollection<object?> cells)
    {
        var column = new FormulaColumn(cells.Count);
        foreach (var cell in cells)
            column[column.Count] = column.ValueOf(cell);
        return column;
    }

    /// <summary>What a formula sees of a cell: a number, a text, or null where it is blank.</summary>
    public static object? Plain(TrackerValue? value, bool since1904) => value switch
    {
        null => null,
        TrackerValue.Number number => number.Value,
        TrackerValue.Day day => CellText.Serial(day.Value, since1904),
        _ => value.ToString(),
    };

    /// <summary>In how many rows each column meets its criterion; all have the same number of rows.</summary>
    public static double CountWhere(IReadOnlyList<(FormulaColumn Cells, Func<object?, bool> Meets)> criteria)
    {
        var pooled = ArrayPool<bool>.Shared.Rent(criteria[0].Cells.Count);
        var all = pooled.AsSpan(0, criteria[0].Cells.Count);
        all.Fill(true);
        foreach (var (cells, meets) in criteria)
        {
            var does = cells.Meeting(meets);
            var rows = CollectionsMarshal.AsSpan(cells._rows);
            for (var row = 0; row < rows.Length; row++)
                all[row] &= does[rows[row]];
        }

        var count = all.Count(true);
        ArrayPool<bool>.Shared.Return(pooled);
        return count;
    }

    public int CountWhere(Func<object?, bool> meets)
    {
        var does = Meeting(meets);
        var count = 0;
        foreach (var value in _rows)
            if (does[value])
                count++;
        return count;
    }

    /// <summary>A new value's number, to stand in one row or in many; 0 is blank.</summary>
    public int ValueOf(object? value)
    {
        if (value is null)
            return 0;
        _values.Add(value);
        return _values.Count - 1;
    }

    private bool[] Meeting(Func<object?, bool> meets)
    {
        var does = new bool[_values.Count];
        for (var i = 0; i < does.Length; i++)
            does[i] = meets(_values[i]);
        return does;
    }
}
