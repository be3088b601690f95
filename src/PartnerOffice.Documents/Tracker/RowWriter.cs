using System.Globalization;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Writes the decided cells into the rows of a sheet, as cuts and insertions.</summary>
internal sealed class RowWriter(
    WorkbookModel workbook, TableScan scan, TableModel table, int keyColumn, SortedDictionary<int, SortedDictionary<int, CellWrite>> writes, int newLast)
{
    private readonly RowHeights _heights = new(workbook, scan, table);

    public void WriteRows(Splice splice, bool moves)
    {
        var xml = new StringBuilder();
        var p = scan.Words.Prefix;
        var rowsEnd = scan.Shell.RowsEnd;
        var openedSheetData = false;
        foreach (var (number, cells) in writes)
        {
            if (RowToWrite(number, moves) is { } row)
            {
                WriteInto(splice, row, cells, xml);
                continue;
            }

            xml.Clear();
            xml.Append(CultureInfo.InvariantCulture, $"<{p}row r=\"{number}\"{_heights.OfNew(cells)}>");
            foreach (var (column, write) in cells)
                AppendCell(xml, new(column, number), write);
            xml.Append(CultureInfo.InvariantCulture, $"</{p}row>");
            var before = moves && number > table.LastDataRow ? scan.InsertBelow(table.LastDataRow) : scan.InsertAt(number);
            if (before == rowsEnd.At && rowsEnd.Length > 0)
            {
                if (!openedSheetData)
                    splice.Replace(rowsEnd.At, rowsEnd.Length, $"<{p}sheetData>");
                openedSheetData = true;
                before += rowsEnd.Length;
            }

            splice.Insert(before, xml.ToString());
        }

        if (openedSheetData)
            splice.Insert(rowsEnd.At + rowsEnd.Length, $"</{p}sheetData>");
    }

    /// <summary>The row as the sheet has it; when rows move, a row that bears this number today will bear another tomorrow.</summary>
    private SheetRow? RowToWrite(int number, bool moves) =>
        moves && number > table.LastDataRow ? null : scan.Kept.GetValueOrDefault(number);

    private void WriteInto(Splice splice, SheetRow row, SortedDictionary<int, CellWrite> cells, StringBuilder xml)
    {
        var existing = row.Cells();
        if (row.IsEmptyTag)
            splice.Replace(row.End - 2, 2, ">");
        foreach (var (column, write) in cells)
        {
            xml.Clear();
            AppendCell(xml, new(column, row.Number), write);
            var at = existing.FindIndex(cell => cell.Column >= column);
            if (at >= 0 && existing[at].Column == column)
                splice.Replace(existing[at].Start, existing[at].End - existing[at].Start, xml.ToString());
            else
                splice.Insert(at >= 0 ? existing[at].Start : row.CellsEnd, xml.ToString());
        }

        if (row.IsEmptyTag)
            splice.Insert(row.End, $"</{Encoding.UTF8.GetString(row.Tag().Name)}>");
        _heights.Heighten(splice, row, existing, cells);
        if (existing.Count == 0 || cells.Keys.First() < existing[0].Column || cells.Keys.Last() > existing[^1].Column)
            DropSpans(splice, row);
    }

    /// <summary>A hint to the columns a row uses would be wrong now; without it the row is simply read.</summary>
    private static void DropSpans(Splice splice, SheetRow row)
    {
        if (!row.Tag().TryAttribute("spans"u8, out var at, out var length))
            return;
        var name = row.Xml[..at].LastIndexOf("spans"u8);
        splice.Cut(row.Start + name, at + length + 1 - name);
    }

    private void AppendCell(StringBuilder xml, CellRef place, CellWrite write)
    {
        if (write.Formula is null)
        {
            CellText.Write(xml, scan.Words.Prefix, place, write.Style, write.Value, workbook.Since1904);
            return;
        }

        // Without a value every program calculates it on opening.
        var p = scan.Words.Prefix;
        xml.Append(CultureInfo.InvariantCulture, $"<{p}c r=\"{place}\"");
        if (write.Style >= 0)
            xml.Append(CultureInfo.InvariantCulture, $" s=\"{write.Style}\"");
        xml.Append(CultureInfo.InvariantCulture, $"><{p}f{(write.IsArray ? $" t=\"array\" ref=\"{place}\"" : "")}>{XmlText.Escape(write.Formula)}</{p}f></{p}c>");
    }

    /// <summary>
    /// LibreOffice shows a formula's cached value for good (D11): the figures that our cells feed lose theirs, in the rows we wrote and
    /// outside the tables' rows. Calculated columns in rows nobody touched keep every byte, and a key that people calculate stays, or the row
    /// could not be found again before Excel has opened the file.
    /// </summary>
    public void DropStaleFigures(Splice splice, bool moves)
    {
        foreach (var number in writes.Keys)
            if (RowToWrite(number, moves) is { } row && row.HasFormulas())
                foreach (var cell in row.Cells())
                    if (cell.HasFormula && cell.ValueElement.Length > 0 && cell.Column != keyColumn && !writes[number].ContainsKey(cell.Column))
                    {
                        FormulaCell.DropValue(splice, row, cell);
                        scan.Columns.Foresee(number, cell.Column, null);
                    }

        foreach (var (number, cuts) in scan.Figures)
            if (!writes.ContainsKey(number) || RowToWrite(number, moves) is null)
                splice.Add(cuts);
    }

    public void StretchDimension(Splice splice, int moved)
    {
        if (scan.Shell.Dimension is not { Length: > 0 } dimension || !CellRange.TryParse(dimension.Value, out var used))
            return;
        var grown = new CellRange(
            new(Math.Min(used.First.Column, table.Range.First.Column), Math.Min(used.First.Row, table.Range.First.Row)),
            new(Math.Max(used.Last.Column, table.Range.Last.Column), Math.Max(used.Last.Row + moved, newLast)));
        splice.Replace(dimension.Start, dimension.Length, grown.ToString());
    }
}
