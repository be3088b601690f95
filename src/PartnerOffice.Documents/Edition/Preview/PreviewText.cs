using System.Xml.Linq;
using PartnerOffice.Core;
using static PartnerOffice.Documents.Edition.Html;

namespace PartnerOffice.Documents.Edition;

/// <summary>An item's text as HTML: the same blocks as in the document, with the placeholders marked.</summary>
/// <param name="heldBack">What a screen reader says before a placeholder.</param>
internal sealed class PreviewText(string heldBack)
{
    // Below the page's title and the item's.
    private const int HeadingsAbove = 2;

    public IEnumerable<XElement> Of(IEnumerable<TextBlock> blocks) => blocks.Select(Block);

    /// <summary>A text of one line, with what stands for withheld words marked.</summary>
    public IEnumerable<object> Line(string? text)
    {
        if (text == PartnerEdition.Placeholder)
        {
            yield return Mark(text);
            yield break;
        }

        var parts = (text ?? "").Split(PartnerEdition.InlinePlaceholder);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                yield return Mark(PartnerEdition.InlinePlaceholder);
            yield return parts[i];
        }
    }

    private XElement Block(TextBlock block) => block switch
    {
        TextParagraph paragraph => El("p", Runs(paragraph.Runs)),
        TextHeading heading => El($"h{Math.Min(6, heading.Level + HeadingsAbove)}", Runs(heading.Runs)),
        TextList list => List(list, 0, list.Items.Count, Level(list, 0)),
        TextTable table => Table(table),
        // The allowed model has no other blocks; one that came all the same is not shown.
        _ => El("p", Mark(PartnerEdition.Placeholder)),
    };

    private XElement List(TextList list, int from, int until, int level)
    {
        var element = El(list.Ordered ? "ol" : "ul");
        for (var i = from; i < until;)
        {
            var last = i + 1;
            while (last < until && Level(list, last) > level)
                last++;
            element.Add(El("li", Runs(list.Items[i]), last > i + 1 ? List(list, i + 1, last, Level(list, i + 1)) : null));
            i = last;
        }

        return element;
    }

    private static int Level(TextList list, int item) => list.Levels is { } levels && item < levels.Count ? levels[item] : 0;

    private XElement Table(TextTable table) => El(
        "div",
        At("class", "wide"),
        At("role", "region"),
        At("tabindex", "0"),
        At("aria-label", "Tabelle"),
        El("table", El("tbody", table.Rows.Select(row => El("tr", row.Select(cell => El("td", Runs(cell))))))));

    private IEnumerable<object> Runs(IReadOnlyList<TextRun> runs) => runs.SelectMany(Run);

    private IEnumerable<object> Run(TextRun run)
    {
        IEnumerable<object> content = Line(run.Text);
        if (run.Underline)
            content = [El("u", content)];
        if (run.Italic)
            content = [El("em", content)];
        if (run.Bold)
            content = [El("strong", content)];
        return run.Link is { } link ? [El("a", At("href", link), At("rel", "noopener noreferrer"), content)] : content;
    }

    private XElement Mark(string text) => El("mark", El("span", At("class", "heard"), heldBack + " "), text);
}
