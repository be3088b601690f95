using System.Globalization;

namespace PartnerOffice.Documents.Tracker;

/// <summary>How high rows must be for their words.</summary>
internal sealed class RowHeights(WorkbookModel workbook, TableScan scan, TableModel table)
{
    /// <summary>
    /// A height that a person set for the rows, else what the wrapped texts need. Excel would measure a row without a height itself;
    /// LibreOffice does not, and shows the lines over each other.
    /// </summary>
    public string OfNew(SortedDictionary<int, CellWrite> cells)
    {
        if (scan.DataRow(table.LastDataRow) is { } last)
        {
            var tag = last.Tag();
            if (tag.Attribute("customHeight"u8).SequenceEqual("1"u8) && tag.AttributeText("ht"u8) is { } height)
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
        if (value is not (TrackerValue.Text or TrackerValue.Link) || !workbook.Styles.Wraps(style))
            return 1;
        // A little generous: a blank line is better than a hidden one.
        var perLine = Math.Max(4, scan.Shell.WidthOf(column) - 1);
        var lines = 0;
        foreach (var paragraph in value.ToString()!.Split('\n'))
            lines += Math.Max(1, (int)Math.Ceiling(paragraph.Length / perLine));
        return lines;
    }

    /// <summary>A row gets higher for a longer text, unless a person set its height; never lower.</summary>
    public void Heighten(Splice splice, SheetRow row, List<CellSpan> existing, SortedDictionary<int, CellWrite> writes)
    {
        var lines = 1;
        foreach (var (column, write) in writes)
            lines = Math.Max(lines, LinesOf(column, write.Style, write.Value));
        if (lines == 1)
            return;
        foreach (var cell in existing)
            if (!writes.ContainsKey(cell.Column))
                lines = Math.Max(lines, LinesOf(cell.Column, cell.Style, CellText.Read(workbook, row, cell)));

        var tag = row.Tag();
        var points = PointsOf(lines);
        if (tag.Attribute("customHeight"u8).SequenceEqual("1"u8))
            return;
        if (!tag.TryAttribute("ht"u8, out var at, out var length))
            splice.Insert(row.Start + tag.NameStart + tag.NameLength, string.Create(CultureInfo.InvariantCulture, $" ht=\"{points}\""));
        else if (double.TryParse(row.Xml.Slice(at, length), NumberStyles.Float, CultureInfo.InvariantCulture, out var height) && height < points)
            splice.Replace(row.Start + at, length, points.ToString(CultureInfo.InvariantCulture));
    }
}
