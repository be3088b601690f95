using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>A table as Graph shows it, in the words of the tracker.</summary>
internal sealed class TableView
{
    private readonly int _key;

    private TableView(string table, IReadOnlyList<string> columns, WorkbookRange body)
    {
        var (sheet, left, top) = Corner(body.Address);
        Grid = new(
            table, columns, [.. body.Values.Select(row => (IReadOnlyList<TrackerValue?>)[.. row.Select(Value)])], body.IsFormula,
            (row, column) => $"{sheet}!{Letters(left + column)}{top + row}");
        _key = columns.ToList().FindIndex(name => name.Trim().Equals(TrackerTables.Key, StringComparison.OrdinalIgnoreCase));
    }

    public TableGrid Grid { get; }

    /// <exception cref="TrackerRefusedException">There is no such table.</exception>
    public static async Task<TableView> ReadAsync(WorkbookClient workbooks, WorkbookSession session, string table, CancellationToken cancellationToken)
    {
        try
        {
            var head = await workbooks.HeaderAsync(session, table, cancellationToken);
            return new(table, [.. head.Values[0].Select(cell => cell.ToString() ?? "")], await workbooks.RowsAsync(session, table, cancellationToken));
        }
        catch (NotFoundException missing)
        {
            throw TrackerRefusedException.NoTable(table, await workbooks.TablesAsync(session, cancellationToken), missing);
        }
    }

    /// <summary>The same table now; its head cannot have changed its order in a moment that we would survive otherwise.</summary>
    public async Task<TableView> AgainAsync(WorkbookClient workbooks, WorkbookSession session, CancellationToken cancellationToken) =>
        new(Grid.Name, Grid.Columns, await workbooks.RowsAsync(session, Grid.Name, cancellationToken));

    /// <summary>A whole row for Graph: what is named, and nothing for the rest.</summary>
    public IReadOnlyList<object?> Cells(IReadOnlyDictionary<int, TrackerValue?> cells) =>
        [.. Enumerable.Range(0, Grid.Columns.Count).Select(column => cells.TryGetValue(column, out var value) ? Cell(value) : null)];

    public bool Says(int row, IReadOnlyDictionary<int, TrackerValue?> cells) => cells.All(cell => Says(row, cell.Key, cell.Value));

    public bool Says(int row, int column, TrackerValue? value) => Equal(Grid.Rows[row][column], value);

    /// <summary>Whether a row of ours is, by its key, still where we wrote.</summary>
    public bool IsSameRow(int row, TableView after, int there, IReadOnlyDictionary<int, TrackerValue?> written) =>
        _key < 0 || Equal(written.TryGetValue(_key, out var key) ? key : Grid.Rows[row][_key], after.Grid.Rows[there][_key]);

    /// <summary>Which row of before now stands there, by its key; null for one that is new.</summary>
    public int? Rightful(TableView after, int there)
    {
        var key = _key < 0 ? null : after.Grid.Rows[there][_key];
        var row = key is null ? -1 : Grid.Rows.ToList().FindIndex(cells => Equal(cells[_key], key));
        return row < 0 ? null : row;
    }

    private static object? Cell(TrackerValue? value) => value switch
    {
        null => "",
        TrackerValue.Number number => number.Value,
        TrackerValue.Day day => day.Value,
        _ => value.ToString(),
    };

    private static TrackerValue? Value(object cell) => cell switch
    {
        "" => null,
        string text => new TrackerValue.Text(text.Length > TrackerValue.LongestText ? text[..TrackerValue.LongestText] : text),
        double number => new TrackerValue.Number(number),
        bool truth => new TrackerValue.Text(truth ? "WAHR" : "FALSCH"),
        _ => null,
    };

    private static bool Equal(TrackerValue? found, TrackerValue? wanted) => TrackerValue.Same(found, wanted);

    // Sitzungen!A2:M9, 'Eigenes Blatt'!A2
    private static (string Sheet, int Left, int Top) Corner(string address)
    {
        var at = address.LastIndexOf('!');
        var first = address[(at + 1)..].Split(':')[0].Replace("$", "", StringComparison.Ordinal);
        var letters = first.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1);
        return (at < 0 ? "" : address[..at].Trim('\''), letters, int.TryParse(first.AsSpan(first.TakeWhile(char.IsAsciiLetter).Count()), out var row) ? row : 1);
    }

    private static string Letters(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);
}
