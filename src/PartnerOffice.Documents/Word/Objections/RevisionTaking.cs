using System.Xml.Linq;

namespace PartnerOffice.Documents.Word;

/// <summary>Accepts or rejects single tracked changes in a story, as Word does, and touches nothing else.</summary>
internal static class RevisionTaking
{
    /// <summary>Takes a whole change over, or back.</summary>
    public static void Take(RevisionGroup group, bool accept)
    {
        foreach (var border in group.Borders)
            Drop(border);
        foreach (var mark in group.Marks)
        {
            // What stood in something that is gone by now is gone with it.
            if (mark.Parent is not null)
                Take(mark, accept);
        }
    }

    private static void Take(XElement mark, bool accept)
    {
        if (RevisionMarks.IsFormat(mark))
            Format(mark, accept);
        else if (RevisionMarks.IsCell(mark))
            Cell(mark, accept);
        else if (mark.Parent!.Name.LocalName == "trPr")
            Row(mark, stays: RevisionMarks.TakesAway(mark) != accept);
        else if (mark.Parent.Name == W.RunProperties)
            ParagraphEnd(mark, stays: RevisionMarks.TakesAway(mark) != accept);
        else
            Words(mark, stay: RevisionMarks.TakesAway(mark) != accept);
    }

    private static void Words(XElement mark, bool stay)
    {
        if (!stay)
        {
            mark.Remove();
            return;
        }

        foreach (var deleted in mark.Descendants().Where(element => element.Name.LocalName is "delText" or "delInstrText" && !element.Ancestors().TakeWhile(outer => outer != mark).Any(RevisionMarks.IsContent)).ToList())
            deleted.Name = W.Main + (deleted.Name.LocalName == "delText" ? "t" : "instrText");
        Unwrap(mark);
    }

    // The nodes themselves move: other changes still hold on to them.
    private static void Unwrap(XElement mark)
    {
        var content = mark.Nodes().ToList();
        foreach (var node in content)
            node.Remove();
        foreach (var node in content)
            mark.AddBeforeSelf(node);
        mark.Remove();
    }

    private static void ParagraphEnd(XElement mark, bool stays)
    {
        var paragraph = mark.Ancestors(W.Paragraph).First();
        Drop(mark);
        if (stays)
            return;

        var next = paragraph.ElementsAfterSelf().FirstOrDefault(element => element.Name.LocalName is not ("bookmarkStart" or "bookmarkEnd" or "commentRangeStart" or "commentRangeEnd" or "proofErr"
            or "moveFromRangeStart" or "moveFromRangeEnd" or "moveToRangeStart" or "moveToRangeEnd"));
        if (next?.Name == W.Paragraph)
        {
            // Two paragraphs become one; the mark that is left is that of the second.
            var content = paragraph.Nodes().Where(node => node is not XElement { Name: var name } || name != W.ParagraphProperties).ToList();
            foreach (var node in content)
                node.Remove();
            if (next.Element(W.ParagraphProperties) is { } properties)
                properties.AddAfterSelf(content);
            else
                next.AddFirst(content);
            paragraph.Remove();
        }
        else if (!paragraph.Descendants(W.Run).Any() && IsNotNeeded(paragraph))
        {
            paragraph.Remove();
        }
    }

    // A cell, a control and a body end with a paragraph; without one Word calls the file corrupt.
    private static bool IsNotNeeded(XElement paragraph) =>
        paragraph.ElementsBeforeSelf().LastOrDefault(element => element.Name == W.Paragraph || element.Name == W.Table || element.Name == W.Control) is { } before
        && (paragraph.Parent!.Name != W.Cell || before.Name == W.Paragraph)
        && paragraph.ElementsAfterSelf().FirstOrDefault()?.Name != W.Table;

    private static void Row(XElement mark, bool stays)
    {
        if (stays)
            Drop(mark);
        else
            RemoveRow(mark.Ancestors(W.Row).First());
    }

    private static void RemoveRow(XElement row)
    {
        var table = row.Ancestors(W.Table).First();
        Shell(row).Remove();
        if (table.Descendants(W.Row).Any())
            return;

        var cell = table.Parent!;
        var isLast = !table.ElementsAfterSelf().Any(element => element.Name == W.Paragraph);
        table.Remove();
        if (isLast && (cell.Name == W.Cell || !cell.Elements().Any(element => element.Name == W.Paragraph || element.Name == W.Table)))
            cell.Add(new XElement(W.Paragraph));
    }

    // A row or cell may stand in a control of its own, which is nothing without it.
    private static XElement Shell(XElement element)
    {
        var shell = element;
        while (shell.Parent is { } content && content.Name == W.ControlContent && content.Elements().Count() == 1)
            shell = content.Parent!;
        return shell;
    }

    private static void Cell(XElement mark, bool accept)
    {
        if (mark.Name.LocalName == "cellMerge")
        {
            var properties = mark.Parent!;
            var kept = mark.Attribute(W.Main + (accept ? "vMerge" : "vMergeOrig"))?.Value;
            properties.Elements(W.Main + "vMerge").Remove();
            if (kept is not null)
                mark.AddBeforeSelf(new XElement(W.Main + "vMerge", new XAttribute(W.Value, kept == "rest" ? "restart" : "continue")));
            mark.Remove();
            return;
        }

        if (RevisionMarks.TakesAway(mark) != accept)
        {
            mark.Remove();
            return;
        }

        var cell = mark.Ancestors(W.Cell).First();
        var row = cell.Ancestors(W.Row).First();
        if (row.Descendants(W.Cell).Count(other => other.Ancestors(W.Row).First() == row) == 1)
            RemoveRow(row);
        else
            Shell(cell).Remove();
    }

    private static void Format(XElement mark, bool accept)
    {
        if (accept)
        {
            Drop(mark);
            return;
        }

        var properties = mark.Parent!;
        if (mark.Name.LocalName == "numberingChange")
        {
            mark.Remove();
            return;
        }

        // The change holds the old properties, but never what a paragraph or section keeps beside them.
        var old = mark.Elements().FirstOrDefault();
        foreach (var element in properties.Elements().Where(element => element != mark && !IsKept(properties, element)).ToList())
            element.Remove();
        var before = old?.Elements().ToList() ?? [];
        foreach (var element in before)
            element.Remove();
        // What is kept stands after the properties of a paragraph, row or cell, and before those of everything else.
        if (properties.Name.LocalName is "pPr" or "trPr" or "tcPr")
            properties.AddFirst(before);
        else
            mark.AddBeforeSelf(before);
        Drop(mark);
    }

    private static bool IsKept(XElement properties, XElement element) => properties.Name.LocalName switch
    {
        "pPr" => element.Name.LocalName is "rPr" or "sectPr",
        "sectPr" => element.Name.LocalName is "headerReference" or "footerReference",
        "trPr" => element.Name.LocalName is "ins" or "del",
        "rPr" => RevisionMarks.IsContent(element),
        "tcPr" => RevisionMarks.IsCell(element),
        _ => false,
    };

    private static void Drop(XElement mark)
    {
        var parent = mark.Parent;
        mark.Remove();
        if (parent is { HasElements: false } && parent.Name.LocalName is "rPr" or "trPr" && parent.Parent is not null)
            parent.Remove();
    }
}
