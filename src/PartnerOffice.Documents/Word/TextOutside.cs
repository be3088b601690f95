using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Finds text that belongs to no block: it is shown with its place, never dropped in silence (R25).</summary>
/// <remarks>Above the first section heading stands what a district has on its paper; between the agenda items, everything is text.</remarks>
internal sealed class TextOutside(WordSource source, IReadOnlyList<XElement> items)
{
    private static readonly FixedTable[] OnlyInItems = [FixedTable.Resolutions, FixedTable.JointResolutions, FixedTable.Elections, FixedTable.Statements, FixedTable.Actions];

    private readonly LineReader lines = new(source, _ => { });
    private readonly List<Finding> findings = [];
    private string? section;
    private int itemsSeen;
    private bool goesOn;

    public IReadOnlyList<Finding> Find()
    {
        if (items.Count > 0)
            Look(source.Body);
        return findings;
    }

    private string Place => itemsSeen == 0 || itemsSeen == items.Count && section is not null
        ? section ?? "vor dem ersten TOP"
        : $"nach TOP {ItemReader.NumberOf(items[itemsSeen - 1], lines)}";

    private void Look(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            if (items.Contains(element))
            {
                (itemsSeen, section, goesOn) = (itemsSeen + 1, null, false);
            }
            else if (element.Name == W.Control && element.TagOf()?.StartsWith(Tags.Prefix, StringComparison.Ordinal) != true)
            {
                if (element.Element(W.ControlContent) is { } content)
                    Look(content);
            }
            else if (element.Name == W.Paragraph)
            {
                Paragraph(element);
            }
            else if (element.Name == W.Table && (section is not null || itemsSeen > 0))
            {
                Table(element);
            }
        }
    }

    private void Paragraph(XElement paragraph)
    {
        var text = MinutesText.Value(lines.Text(paragraph));
        var style = source.StyleOf(paragraph.Element(W.ParagraphProperties)?.Element(W.Main + "pStyle").Val());
        if (text.Length == 0)
            return;

        if (style.HeadingLevel == StyleNames.SectionLevel)
        {
            (section, goesOn) = (text, false);
            return;
        }

        // Lines of the form carry a control or one of its styles.
        var isForm = HasControls(paragraph) || (!IsBetweenItems && style.Name?.StartsWith("PO ", StringComparison.Ordinal) == true);
        if (isForm || (section is null && itemsSeen == 0))
            goesOn = false;
        else
            Report(text);
    }

    private bool IsBetweenItems => itemsSeen > 0 && itemsSeen < items.Count;

    private void Table(XElement table)
    {
        var rows = table.Descendants(W.Row).Where(row => row.Ancestors(W.Table).First() == table).ToList();
        var heads = rows.FirstOrDefault()?.Descendants(W.Cell).Select(cell => string.Join(" ", cell.Elements(W.Paragraph).Select(lines.Text))).ToList() ?? [];
        var form = FixedTable.All.FirstOrDefault(fixedTable => fixedTable.HasHeads(heads));
        goesOn = false;
        if (form is not null && !OnlyInItems.Contains(form))
            return;

        // A row that a person added to the table of the head: no control, so nobody reads it.
        var read = HasControls(table);
        foreach (var row in rows.Where(row => !read || !HasControls(row)))
        {
            var words = row.Descendants(W.Paragraph).Select(lines.Text).Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
            if (words.Count > (read ? 1 : 0))
                Report(string.Join(" ", words));
        }

        goesOn = false;
    }

    // Paragraphs that follow one another are one piece of text, and one finding.
    private void Report(string text)
    {
        if (!goesOn)
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var shown = string.Join(' ', words.Take(5)) + (words.Length > 5 ? " …" : "");
            findings.Add(new Finding(
                "V1",
                Severity.Error,
                Place,
                new Bilingual($"»{shown}« steht außerhalb der Felder und wird nicht gelesen.", $"\"{shown}\" stands outside the controls and is not read."),
                new Bilingual("Hier einfügen: in das Textfeld eines Tagesordnungspunkts oder das passende Feld. Oder löschen.", "Insert it here: into the text of an item, or the control it belongs to. Or delete it.")));
        }

        goesOn = true;
    }

    private static bool HasControls(XElement element) =>
        element.Descendants(W.Control).Concat(element.Ancestors(W.Control)).Any(control => control.TagOf()?.StartsWith(Tags.Prefix, StringComparison.Ordinal) == true);
}
