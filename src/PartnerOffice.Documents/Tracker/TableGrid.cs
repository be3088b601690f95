namespace PartnerOffice.Documents.Tracker;

/// <summary>A table as Excel itself shows it: its columns and its rows below the head.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">The heads, in their order.</param>
/// <param name="Rows">The cells of each row; null is blank.</param>
/// <param name="IsFormula">Whether a cell holds a formula, by row and column from 0.</param>
/// <param name="Place">Sheet and cell as Excel names it, by row and column from 0.</param>
public sealed record TableGrid(
    string Name,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<TrackerValue?>> Rows,
    Func<int, int, bool> IsFormula,
    Func<int, int, string> Place)
{
    internal int ColumnOf(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (TrackerKey.Of(Columns[i]).Equals(TrackerKey.Of(name), StringComparison.OrdinalIgnoreCase))
                return i;
        return -1;
    }
}
