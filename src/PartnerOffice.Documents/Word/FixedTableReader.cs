using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Reads a table of the standard form: its rows as values, and whether a row carries a mark of the board.</summary>
internal sealed class FixedTableReader(WordSource source)
{
    /// <summary>A row below the head.</summary>
    /// <param name="Cells">The lines of each cell, by head; at least one line each.</param>
    /// <param name="Marked">Whether any carrier in the row says that it stays in the board.</param>
    public sealed record Row(IReadOnlyDictionary<string, IReadOnlyList<string>> Cells, IReadOnlyList<string> Bookmarks, bool Marked, int Number)
    {
        public string this[string head] => Cells[head][0];

        public IEnumerable<string> Lines(string head) => Cells[head].Where(line => line.Length > 0);

        public string? Bookmark(string kind) => Bookmarks.Select(name => EntryBookmark.IdIn(name, kind)).FirstOrDefault(id => id is not null);
    }

    public IEnumerable<Row> Read(FixedTable form, XElement table)
    {
        var open = false;
        var rows = table.Descendants(W.Row).Where(row => row.Ancestors(W.Table).First() == table).ToList();
        for (var number = 1; number < rows.Count; number++)
        {
            var cells = rows[number].Descendants(W.Cell).Where(cell => cell.Ancestors(W.Row).First() == rows[number]).ToList();
            var marked = open;
            var values = new Dictionary<string, IReadOnlyList<string>>();
            for (var column = 0; column < form.Columns.Count; column++)
                values[form.Columns[column].Head] = column < cells.Count ? Lines(cells[column], ref marked, ref open) : [""];

            if (values.Values.Any(lines => lines.Any(line => line.Length > 0)))
                yield return new Row(values, Bookmarks(rows[number]), marked, number);
        }
    }

    // A sign may open in one row and close in a later one: what lies between is marked.
    private List<string> Lines(XElement cell, ref bool marked, ref bool open)
    {
        var lines = new List<string>();
        foreach (var paragraph in cell.Descendants(W.Paragraph))
        {
            var inControl = paragraph.Ancestors(W.Control).Any(control => Tags.IsInternal(control.TagOf()));
            var pieces = new LineReader(source, _ => { }).Read(paragraph, inControl);
            var text = string.Concat(pieces.Select(piece => piece.Run.Text));
            foreach (var sign in InternalSigns.In(text))
                open = !sign.IsEnd;
            marked |= open || InternalSigns.AnyIn(text) || pieces.Any(piece => piece.IsInternal && !piece.IsBlank);
            lines.AddRange(text.Split('\n').Select(line => MinutesText.Value(InternalSigns.Without(line))).Where(line => line.Length > 0));
        }

        return lines.Count == 0 ? [""] : lines;
    }

    private static List<string> Bookmarks(XElement row) =>
        [.. row.Descendants(W.Main + "bookmarkStart").Select(bookmark => bookmark.Attribute(W.Main + "name")?.Value ?? "")];
}
