using System.Globalization;
using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Documents.Import;

/// <summary>Reads a Word document of any shape as lines.</summary>
internal sealed class OldWord(WordSource source)
{
    private readonly LineReader reader = new(source, _ => { });
    private readonly List<OldLine> lines = [];
    private int paragraphs;
    private int tables;

    public static IReadOnlyList<OldLine> Lines(GatedPackage package)
    {
        var word = new OldWord(new WordSource(package));
        word.Read(word.Body);
        return word.lines;
    }

    private XElement Body => source.Body;

    private void Read(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name == W.Paragraph)
                Paragraph(element);
            else if (element.Name == W.Table)
                Table(element);
            else if (element.Name == W.Control || element.Name == W.ControlContent || element.Name == W.Main + "ins" || element.Name == W.Main + "customXml")
                Read(element);
        }
    }

    private void Paragraph(XElement paragraph)
    {
        paragraphs++;
        var properties = paragraph.Element(W.ParagraphProperties);
        var style = source.StyleOf(properties?.Element(W.Main + "pStyle").Val());
        var pieces = reader.Read(paragraph, inControl: false);
        var isBold = pieces.Count > 0 && pieces.Where(piece => !piece.IsBlank).All(piece => piece.Run.Bold || piece.Run.Underline);
        var numbering = properties?.Element(W.Main + "numPr");
        var number = numbering?.Element(W.Main + "numId").Val() ?? style.NumberId;
        var level = int.TryParse(numbering?.Element(W.Main + "ilvl").Val(), CultureInfo.InvariantCulture, out var said) ? said : style.Level;
        var isListed = number is not (null or "0");
        foreach (var (text, index) in TextOf(paragraph).Split('\n').Select((text, index) => (MinutesText.Value(text), index)).Where(line => line.Item1.Length > 0))
        {
            lines.Add(new OldLine(text, $"Absatz {paragraphs}")
            {
                HeadingLevel = index == 0 ? style.HeadingLevel : 0,
                IsBold = isBold,
                IsListed = isListed,
                IsNumbered = isListed && source.IsOrdered(number!, level) == true,
                ListLevel = isListed ? level : 0,
                IsParagraph = index == 0,
            });
        }
    }

    // A tab may part two columns, so it is kept as the wide gap that it looks like.
    private string TextOf(XElement paragraph)
    {
        var copy = new XElement(paragraph);
        foreach (var tab in copy.Descendants(W.Main + "tab").Where(tab => tab.Parent?.Name == W.Run).ToList())
            tab.ReplaceWith(new XElement(W.Main + "t", "    "));
        return reader.Text(copy);
    }

    private void Table(XElement table)
    {
        tables++;
        var rows = table.Descendants(W.Row).Where(row => row.Ancestors(W.Table).First() == table)
            .Select(row => (IReadOnlyList<IReadOnlyList<string>>)[.. row.Descendants(W.Cell).Where(cell => cell.Ancestors(W.Row).First() == row).SelectMany(Columns)])
            .ToList();
        lines.AddRange(OldTable.Lines(rows, $"Tabelle {tables}"));
    }

    // A cell over several columns is followed by empty ones, so that what comes after stands below its head.
    private IEnumerable<IReadOnlyList<string>> Columns(XElement cell)
    {
        var span = int.TryParse(cell.Element(W.Main + "tcPr")?.Element(W.Main + "gridSpan").Val(), CultureInfo.InvariantCulture, out var said) ? Math.Clamp(said, 1, 60) : 1;
        return [CellLines(cell), .. Enumerable.Repeat<IReadOnlyList<string>>([], span - 1)];
    }

    private IReadOnlyList<string> CellLines(XElement cell) =>
        [.. cell.Descendants(W.Paragraph).SelectMany(paragraph => reader.Text(paragraph).Split('\n')).Select(MinutesText.Value).Where(text => text.Length > 0)];
}
