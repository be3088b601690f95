namespace PartnerOffice.Documents.Tracker;

/// <summary>An Excel table as its part describes it.</summary>
internal sealed record TableModel(
    string Part, string Sheet, string Name, CellRange Range, int HeaderRows, int TotalsRows, IReadOnlyList<TableColumn> Columns)
{
    public int FirstDataRow => Range.First.Row + HeaderRows;

    /// <summary>The last row of data; the head's where there is no data row.</summary>
    public int LastDataRow => Range.Last.Row - TotalsRows;

    /// <summary>From the head to the last row of data.</summary>
    public CellRange Body => Range.DownTo(LastDataRow);

    /// <summary>The rows of data.</summary>
    public CellRange Rows => new(Range.First with { Row = FirstDataRow }, Range.Last with { Row = LastDataRow });

    public bool HasRow(int row) => row >= FirstDataRow && row <= LastDataRow;

    public bool HasColumn(int column) => column >= Range.First.Column && column <= Range.Last.Column;

    /// <summary>The sheet's column of this name, or 0.</summary>
    public int ColumnOf(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name.Equals(TrackerKey.Of(name), StringComparison.OrdinalIgnoreCase))
                return Range.First.Column + i;
        return 0;
    }
}
