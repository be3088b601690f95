namespace PartnerOffice.Documents.Tracker;

/// <summary>The tables' columns that formulas name: only these are worth reading.</summary>
internal sealed class NamedColumns
{
    private const string Counted = "COUNTA(";
    private readonly Dictionary<string, bool> _isOnlyCounted = new(StringComparer.OrdinalIgnoreCase);

    public static string Name(string table, string column) => $"{table}[{column}]";

    public void Add(string formula)
    {
        for (var open = formula.IndexOf('['); open >= 0; open = formula.IndexOf('[', open + 1))
        {
            var close = formula.IndexOf(']', open);
            if (close < 0)
                return;
            var start = open;
            while (start > 0 && (char.IsLetterOrDigit(formula[start - 1]) || formula[start - 1] is '_' or '.'))
                start--;
            var name = formula[start..(close + 1)];
            var isCounted = formula.AsSpan(0, start).EndsWith(Counted, StringComparison.OrdinalIgnoreCase) && close + 1 < formula.Length && formula[close + 1] == ')';
            _isOnlyCounted[name] = isCounted && _isOnlyCounted.GetValueOrDefault(name, true);
        }
    }

    /// <summary>The columns of this table that are named, by index, and whether only to count what is not blank.</summary>
    public SortedDictionary<int, bool> Of(TableModel table)
    {
        var columns = new SortedDictionary<int, bool>();
        for (var i = 0; i < table.Columns.Count; i++)
            if (_isOnlyCounted.TryGetValue(Name(table.Name, table.Columns[i].Name), out var isOnlyCounted))
                columns.Add(i, isOnlyCounted);
        return columns;
    }
}
