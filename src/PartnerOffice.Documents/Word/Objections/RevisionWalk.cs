using System.Globalization;
using System.Xml.Linq;

namespace PartnerOffice.Documents.Word;

/// <summary>
/// Walks through one story of a document (body, margin, notes) and puts the tracked changes together that a person sees as one: by one author,
/// with nothing unchanged between them.
/// </summary>
internal sealed class RevisionWalk
{
    private readonly List<RevisionGroup> groups = [];
    private RevisionGroup? open;
    private (string Id, string Name)? move;

    private RevisionWalk()
    {
    }

    public static IReadOnlyList<RevisionGroup> Of(XElement story)
    {
        var walk = new RevisionWalk();
        walk.Blocks(story, inRow: false);
        return walk.WithMovesJoined();
    }

    private void Blocks(XElement container, bool inRow)
    {
        foreach (var element in container.Elements().ToList())
        {
            if (Border(element))
                continue;
            if (element.Name == W.Paragraph)
                Paragraph(element, inRow);
            else if (element.Name == W.Table)
                Table(element);
            else if (element.Name == W.Control)
                Blocks(element.Element(W.ControlContent) ?? new XElement(W.ControlContent), inRow);
            else if (element.Name == W.Main + "sectPr")
                Formats(element, "");
            else if (RevisionMarks.IsContent(element))
                Inline(element);
            else if (element.Name.LocalName is "customXml" or "smartTag" or "footnote" or "endnote")
                Blocks(element, inRow);
        }
    }

    private void Paragraph(XElement paragraph, bool inRow)
    {
        var properties = paragraph.Element(W.ParagraphProperties);
        if (properties is not null)
            Formats(properties, Words(paragraph), withMark: false);
        foreach (var element in paragraph.Elements().Where(element => element.Name != W.ParagraphProperties).ToList())
            Inline(element);

        var end = properties?.Element(W.RunProperties);
        if (end is not null)
            Formats(end, Words(paragraph));
        if (end?.Elements().FirstOrDefault(RevisionMarks.IsContent) is { } mark)
            Say(Add(mark), mark, "\n");
        else if (!inRow)
            Close();
    }

    private void Table(XElement table)
    {
        Close();
        foreach (var properties in table.Elements().Where(element => element.Name.LocalName is "tblPr" or "tblGrid"))
            Formats(properties, "");
        foreach (var row in table.Descendants(W.Row).Where(row => row.Ancestors(W.Table).First() == table).ToList())
        {
            var mark = row.Element(W.Main + "trPr")?.Elements().FirstOrDefault(RevisionMarks.IsContent);
            foreach (var properties in row.Elements().Where(element => element.Name.LocalName is "trPr" or "tblPrEx"))
                Formats(properties, "");
            if (mark is not null)
                Add(mark);
            foreach (var cell in row.Descendants(W.Cell).Where(cell => cell.Ancestors(W.Row).First() == row).ToList())
                Cell(cell, mark);
            if (mark is null)
                Close();
        }

        Close();
    }

    // The words of a row that comes or goes as a whole are its cells', whether or not each of them is marked too.
    private void Cell(XElement cell, XElement? row)
    {
        var properties = cell.Element(W.Main + "tcPr");
        var own = properties?.Elements().FirstOrDefault(RevisionMarks.IsCell);
        if (properties is not null)
            Formats(properties, "");
        if (own is not null)
            Add(own);

        var mark = row ?? own;
        var isSaid = mark is not null && cell.Descendants(W.Run).Any(run => !run.Ancestors().Any(RevisionMarks.IsContent));
        if (isSaid)
        {
            Say(Add(mark!), mark!, Words(cell) + " ");
            return;
        }

        Blocks(cell, inRow: mark is not null);
        if (mark is not null && open is not null)
            Say(open, mark, " ");
        else if (mark is null)
            Close();
    }

    private void Inline(XElement element)
    {
        if (Border(element))
            return;
        if (RevisionMarks.IsContent(element))
        {
            var group = Add(element);
            foreach (var child in element.Elements().ToList())
            {
                if (RevisionMarks.IsContent(child))
                {
                    // Added by one, taken away by another: two objections.
                    Inline(child);
                }
                else
                {
                    Say(group, element, Words(child));
                    foreach (var format in child.Descendants().Where(RevisionMarks.IsFormat))
                        group.Marks.Add(format);
                }
            }

            return;
        }

        if (element.Name == W.Run)
        {
            if (element.Element(W.RunProperties) is { } properties && Formats(properties, Words(element)))
                return;
            if (HasContent(element))
                Close();
        }
        else if (element.Name == W.Control)
        {
            foreach (var child in element.Element(W.ControlContent)?.Elements().ToList() ?? [])
                Inline(child);
        }
        else if (element.HasElements && element.Name.LocalName is "hyperlink" or "smartTag" or "customXml" or "fldSimple" or "dir" or "bdo")
        {
            foreach (var child in element.Elements().ToList())
                Inline(child);
        }
    }

    // Changes of looks: one after the other are one; whether any was there.
    private bool Formats(XElement properties, string about, bool withMark = true)
    {
        var marks = properties.Elements().Concat(properties.Elements(W.Main + "numPr").Elements()).Where(RevisionMarks.IsFormat).ToList();
        foreach (var mark in withMark || properties.Name != W.RunProperties ? marks : [])
        {
            var (author, at) = Who(mark);
            if (open is not { IsFormat: true } || open.Author != author)
            {
                open = new(author, at, isFormat: true);
                groups.Add(open);
                open.SayOld(about);
                open.SayNew(about);
            }
            else if (properties.Name == W.RunProperties && properties.Parent?.Name == W.Run)
            {
                open.SayOld(about);
                open.SayNew(about);
            }

            open.Marks.Add(mark);
        }

        return marks.Count > 0;
    }

    private RevisionGroup Add(XElement mark)
    {
        var (author, at) = Who(mark);
        var name = mark.Name.LocalName is "moveFrom" or "moveTo" ? move?.Name : null;
        if (open is null || open.IsFormat || open.Author != author || open.Move != name)
        {
            open = new(author, at, isFormat: false) { Move = name };
            groups.Add(open);
        }

        if (!open.Marks.Contains(mark))
            open.Marks.Add(mark);
        return open;
    }

    private static void Say(RevisionGroup group, XElement mark, string words)
    {
        if (RevisionMarks.TakesAway(mark))
            group.SayOld(words);
        else
            group.SayNew(words);
    }

    // The range of a move names it, so that its two ends find each other.
    private bool Border(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "moveFromRangeStart" or "moveToRangeStart" when element.Attribute(W.Main + "name")?.Value is { } name:
                Close();
                move = (element.Attribute(W.Main + "id")?.Value ?? "", name);
                borders.Add((name, element));
                return true;
            case "moveFromRangeEnd" or "moveToRangeEnd" when move is { } range && element.Attribute(W.Main + "id")?.Value == range.Id:
                borders.Add((range.Name, element));
                move = null;
                Close();
                return true;
            default:
                return false;
        }
    }

    private readonly List<(string Name, XElement Border)> borders = [];

    private List<RevisionGroup> WithMovesJoined()
    {
        var joined = new List<RevisionGroup>();
        foreach (var group in groups)
        {
            if (group.Move is { } name && joined.Find(other => other.Move == name && other.Author == group.Author) is { } first)
            {
                first.Join(group);
                continue;
            }

            group.Borders.AddRange(borders.Where(border => border.Name == group.Move).Select(border => border.Border));
            joined.Add(group);
        }

        return joined;
    }

    private void Close() => open = null;

    private static (string Author, DateTimeOffset? At) Who(XElement mark) => (
        mark.Attribute(W.Main + "author")?.Value.Trim() ?? "",
        DateTimeOffset.TryParse(mark.Attribute(W.Main + "date")?.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null);

    private static bool HasContent(XElement run) => run.Elements().Any(child => child.Name.LocalName is not ("rPr" or "lastRenderedPageBreak" or "commentReference" or "annotationRef"));

    /// <summary>The words in an element, deleted ones too.</summary>
    public static string Words(XElement element) => string.Concat(element.DescendantsAndSelf().Select(part => part.Name.Namespace != W.Main ? "" : part.Name.LocalName switch
    {
        "t" or "delText" => part.Value,
        "tab" when part.Parent?.Name == W.Run => " ",
        "br" or "cr" => " ",
        _ => "",
    }));
}
