namespace PartnerOffice.Documents.Tracker;

/// <summary>Reads the rows of a table.</summary>
internal sealed class TableReader(WorkbookModel workbook, TableModel table)
{
    /// <summary>The cells of each data row, in the order of the table's columns; a row that the sheet does not hold is blank.</summary>
    public IEnumerable<TrackerValue?[]> Rows()
    {
        using var reader = workbook.OpenSheet(table.Sheet);
        var next = table.FirstDataRow;
        var scratch = new List<CellSpan>(16);
        while (reader.Read())
        {
            var row = reader.Row;
            if (row.Number < table.FirstDataRow || row.Number > table.LastDataRow)
                continue;
            for (; next < row.Number; next++)
                yield return new TrackerValue?[table.Columns.Count];
            next++;
            var values = new TrackerValue?[table.Columns.Count];
            foreach (var cell in row.Cells(scratch))
                if (table.HasColumn(cell.Column))
                    values[cell.Column - table.Range.First.Column] = CellText.Read(workbook, row, cell);
            yield return values;
        }

        // Only now is the part verified to its end.
        reader.Shell();
    }
}
