namespace PartnerOffice.Documents.Tracker;

/// <summary>Reads the rows of a table.</summary>
internal sealed class TableReader(WorkbookModel workbook, TableModel table)
{
    /// <summary>The cells of each data row, in the order of the table's columns; a row that the sheet does not hold is blank.</summary>
    /// <param name="only">Indices of the columns to read; null reads all.</param>
    public IEnumerable<TrackerValue?[]> Rows(IReadOnlySet<int>? only = null)
    {
        var part = workbook.PartOfSheet(table.Sheet);
        var sheet = new SheetModel(table.Sheet, part, workbook.Part(part));
        var from = sheet.IndexOf(table.FirstDataRow);
        var next = table.FirstDataRow;
        var scratch = new List<CellSpan>(16);
        for (var i = from < 0 ? ~from : from; i < sheet.Rows.Count && sheet.Rows[i].Number <= table.LastDataRow; i++)
        {
            for (; next < sheet.Rows[i].Number; next++)
                yield return new TrackerValue?[table.Columns.Count];
            next++;
            var values = new TrackerValue?[table.Columns.Count];
            foreach (var cell in sheet.Cells(sheet.Rows[i], scratch))
            {
                var index = cell.Column - table.Range.First.Column;
                if (index >= 0 && index < values.Length && only?.Contains(index) != false)
                    values[index] = CellText.Read(workbook, sheet, cell);
            }

            yield return values;
        }
    }
}
