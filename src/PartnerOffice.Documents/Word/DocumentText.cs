using System.Xml.Linq;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word;

/// <summary>A document as plain text, in the order of the page: what a person compares two documents by.</summary>
public static class DocumentText
{
    private const string CellBorder = " | ";

    /// <summary>A line for each paragraph and each table row; headers and footers first. Empty lines are left out.</summary>
    public static IReadOnlyList<string> LinesOf(GatedPackage document)
    {
        ArgumentNullException.ThrowIfNull(document);

        var source = new WordSource(document);
        var reader = new LineReader(source, _ => { });
        return [.. source.Margins.Append(source.Body).SelectMany(part => Lines(part, reader)).Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    private static IEnumerable<string> Lines(XElement parent, LineReader reader)
    {
        foreach (var child in parent.Elements())
        {
            var lines = child.Name == W.Paragraph ? reader.Text(child).Split('\n')
                : child.Name == W.Row ? [Row(child, reader)]
                : child.Name == W.ParagraphProperties || child.Name == W.ControlProperties ? []
                : Lines(child, reader);
            foreach (var line in lines)
                yield return line;
        }
    }

    private static string Row(XElement row, LineReader reader)
    {
        var cells = row.Descendants(W.Cell)
            .Where(cell => cell.Ancestors(W.Row).First() == row)
            .Select(cell => string.Join(" / ", cell.Descendants(W.Paragraph).Select(reader.Text).Where(text => text.Length > 0)))
            .ToList();
        return cells.TrueForAll(cell => cell.Length == 0) ? "" : string.Join(CellBorder, cells);
    }
}
