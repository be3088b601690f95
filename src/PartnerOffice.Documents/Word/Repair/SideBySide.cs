using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>Two documents line by line: what stayed, what went, what came.</summary>
internal static class SideBySide
{
    public static IReadOnlyList<string> LinesOf(GatedPackage package)
    {
        var source = new WordSource(package);
        var reader = new LineReader(source, _ => { });
        return [.. Lines(source.Body, reader).Where(line => line.Length > 0)];
    }

    public static IReadOnlyList<LinePair> Of(IReadOnlyList<string> old, IReadOnlyList<string> rebuilt)
    {
        // The longest common lines, from the end, so that walking forward gives the document's order.
        var common = new int[old.Count + 1, rebuilt.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = rebuilt.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == rebuilt[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var pairs = new List<LinePair>();
        var (left, right) = (0, 0);
        while (left < old.Count || right < rebuilt.Count)
        {
            if (left < old.Count && right < rebuilt.Count && old[left] == rebuilt[right])
                pairs.Add(new LinePair(old[left++], rebuilt[right++]));
            else if (right >= rebuilt.Count || (left < old.Count && common[left + 1, right] >= common[left, right + 1]))
                pairs.Add(new LinePair(old[left++], null));
            else
                pairs.Add(new LinePair(null, rebuilt[right++]));
        }

        return pairs;
    }

    // A row is one line, as a person sees it.
    private static IEnumerable<string> Lines(XElement parent, LineReader reader)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name == W.Paragraph)
                yield return MinutesText.Value(reader.Text(element));
            else if (element.Name == W.Row)
                yield return MinutesText.Value(string.Join(" | ", element.Descendants(W.Cell).Select(cell => string.Join(" / ", cell.Descendants(W.Paragraph).Select(reader.Text)))));
            else if (element.Name == W.Table || element.Name == W.Control || element.Name == W.ControlContent)
            {
                foreach (var line in Lines(element, reader))
                    yield return line;
            }
        }
    }
}
