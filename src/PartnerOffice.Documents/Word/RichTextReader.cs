using System.Globalization;
using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Reads an agenda item's text: the blocks that minutes know, the tables of the standard form, and the marks of the board's own passages.</summary>
/// <remarks>
/// Any one of three carriers keeps a passage in the board (R1). Signs may be split over runs and paragraphs, so they are found in the
/// joined text; one without its partner withholds from the last closed passage to the end of the item.
/// </remarks>
internal sealed class RichTextReader(WordSource source, string place, List<Finding> findings, List<Withheld> withheld)
{
    private readonly List<Part> parts = [];
    private readonly List<FoundTable> tables = [];
    private int paragraphs;
    private bool open;

    /// <summary>The tables of the standard form that stand in the text, and whether they stand in a passage of the board.</summary>
    public sealed record FoundTable(FixedTable Form, XElement Table, bool InPassage);

    public IReadOnlyList<FoundTable> Tables => tables;

    public IReadOnlyList<TextBlock> Read(XElement content)
    {
        Collect(content, inControl: false);
        if (open)
        {
            findings.Add(Marks.Unpaired(place));
            open = false;
        }

        ReportDisagreements();
        return Blocks();
    }

    private void Collect(XElement parent, bool inControl)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == W.Paragraph)
            {
                CollectParagraph(child, inControl);
            }
            else if (child.Name == W.Table)
            {
                CollectTable(child, inControl);
            }
            else if (child.Name == W.Control)
            {
                // An item inside an item has a reader of its own; read here, it would go wherever the outer one goes.
                if (Tags.IsItem(child.TagOf()))
                    findings.Add(ItemInItem(place));
                else if (child.Element(W.ControlContent) is { } content)
                    Collect(content, inControl || child.TagOf() == Tags.Internal);
            }
            else if (child.Name.Namespace == W.Main && child.Name.LocalName is "ins" or "moveTo" or "customXml")
            {
                Collect(child, inControl);
            }
            else if (child.Name.Namespace != W.Main || child.Name.LocalName is "altChunk")
            {
                Unsupported(child.Name.LocalName);
            }
        }
    }

    private void CollectParagraph(XElement paragraph, bool inControl)
    {
        var properties = paragraph.Element(W.ParagraphProperties);
        var style = source.StyleOf(properties?.Element(W.Main + "pStyle").Val());
        var openBefore = open;
        var line = Line(new LineReader(source, Unsupported).Read(paragraph, inControl), out var onlySigns);
        if (onlySigns || line.All(piece => piece.IsBlank))
            return;

        paragraphs++;
        var number = properties?.Element(W.Main + "numPr");
        var numberId = number?.Element(W.Main + "numId").Val() ?? style.NumberId;
        var level = int.TryParse(number?.Element(W.Main + "ilvl").Val(), NumberStyles.None, CultureInfo.InvariantCulture, out var depth) ? depth : style.Level;
        parts.Add(new Part(
            line,
            $"{place}, Absatz {paragraphs}",
            InPassage: inControl || style.Internal || (openBefore && line.All(piece => piece.InSigns)),
            HeadingLevel: style.HeadingLevel,
            ListId: numberId is null or "0" ? null : numberId,
            ListLevel: level,
            Rows: null));
    }

    private void CollectTable(XElement table, bool inControl)
    {
        var rows = Unwrapped(table, W.Row, inControl).ToList();
        var heads = rows.Count == 0 ? [] : Unwrapped(rows[0].Element, W.Cell, inControl: false).Select(cell => string.Join(" ", CellLines(cell.Element))).ToList();
        if (FixedTable.All.FirstOrDefault(form => form.HasHeads(heads)) is { } found)
        {
            tables.Add(new FoundTable(found, table, inControl || open));
            return;
        }

        paragraphs++;
        var openBefore = open;
        var cells = rows
            .Select(row => (IReadOnlyList<IReadOnlyList<Piece>>)[.. Unwrapped(row.Element, W.Cell, row.InControl).Select(cell => CellLine(cell.Element, cell.InControl))])
            .Where(row => row.Count > 0)
            .ToList();
        if (cells.Count == 0)
            return;

        parts.Add(new Part(
            [.. cells.SelectMany(row => row).SelectMany(cell => cell)],
            $"{place}, Absatz {paragraphs} (Tabelle)",
            InPassage: inControl || (openBefore && open),
            HeadingLevel: 0,
            ListId: null,
            ListLevel: 0,
            Rows: cells));
    }

    // Rows and cells may lie in controls of their own, and those may be the mark.
    private static IEnumerable<(XElement Element, bool InControl)> Unwrapped(XElement parent, XName name, bool inControl)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == name)
                yield return (child, inControl);
            else if (child.Name == W.Control && child.Element(W.ControlContent) is { } content)
            {
                foreach (var inner in Unwrapped(content, name, inControl || child.TagOf() == Tags.Internal))
                    yield return inner;
            }
        }
    }

    private IEnumerable<string> CellLines(XElement cell) => cell.Elements(W.Paragraph).Select(new LineReader(source, _ => { }).Text);

    // A cell of minutes is one paragraph; people press return in it all the same.
    private List<Piece> CellLine(XElement cell, bool inControl)
    {
        var line = new List<Piece>();
        foreach (var paragraph in cell.Descendants(W.Paragraph))
        {
            var pieces = Line(new LineReader(source, Unsupported).Read(paragraph, inControl || InInternalControl(paragraph, cell)), out _);
            if (line.Count > 0 && pieces.Count > 0)
                line.Add(new Piece(new TextRun(" "), pieces[0].InControl, pieces[0].InStyle, pieces[0].InSigns));
            line.AddRange(pieces);
        }

        if (cell.Descendants(W.Table).Any())
            Unsupported("table in a table");
        return line;
    }

    private static bool InInternalControl(XElement paragraph, XElement cell) =>
        paragraph.Ancestors().TakeWhile(ancestor => ancestor != cell).Any(ancestor => ancestor.Name == W.Control && ancestor.TagOf() == Tags.Internal);

    // Splits the pieces at the signs, takes the signs out, and marks what stands between them.
    private List<Piece> Line(IReadOnlyList<Piece> pieces, out bool onlySigns)
    {
        var text = string.Concat(pieces.Select(piece => piece.Run.Text));
        var signs = InternalSigns.In(text).ToList();
        var result = new List<Piece>();
        var position = 0;
        foreach (var sign in signs)
        {
            Take(pieces, position, sign.IsEnd && sign.Start > position && text[sign.Start - 1] == ' ' ? sign.Start - 1 : sign.Start, open, result);
            position = sign.Start + sign.Length;
            if (sign.IsEnd)
            {
                if (!open)
                    WithholdFromLastPassage(result);
                open = false;
            }
            else
            {
                if (open)
                    findings.Add(Marks.Unpaired(place));
                open = true;
                if (position < text.Length && text[position] == ' ')
                    position++;
            }
        }

        Take(pieces, position, text.Length, open, result);
        onlySigns = signs.Count > 0 && result.All(piece => piece.IsBlank);
        return result;
    }

    private static void Take(IReadOnlyList<Piece> pieces, int from, int until, bool inSigns, List<Piece> result)
    {
        var start = 0;
        foreach (var piece in pieces)
        {
            var end = start + piece.Run.Text.Length;
            var (first, last) = (Math.Max(from, start), Math.Min(until, end));
            if (first < last)
                result.Add(piece with { Run = piece.Run with { Text = piece.Run.Text[(first - start)..(last - start)] }, InSigns = inSigns });
            start = end;
        }
    }

    // The end of a passage whose beginning is lost: nobody knows where it began.
    private void WithholdFromLastPassage(List<Piece> line)
    {
        findings.Add(Marks.Unpaired(place));
        for (var i = line.Count - 1; i >= 0 && !line[i].InSigns; i--)
            line[i] = line[i] with { InSigns = true };
        for (var i = parts.Count - 1; i >= 0 && !parts[i].Pieces.Any(piece => piece.InSigns); i--)
            parts[i] = parts[i].Withheld();
        open = true;
    }

    // One cause, one finding: the paragraphs of a passage lose a carrier together.
    private void ReportDisagreements()
    {
        var isSaid = false;
        for (var i = 0; i < parts.Count; i++)
        {
            var odd = parts[i].Pieces.Where(piece => piece.IsInternal && !piece.CarriersAgree && !piece.IsBlank).ToList();
            if (odd.Count > 0 && !(isSaid && parts[i].InPassage && parts[i - 1].InPassage))
                findings.Add(odd.TrueForAll(piece => piece.OnlyLacksControl) ? Marks.WithoutControl(parts[i].Place) : Marks.Disagree(parts[i].Place));
            isSaid = odd.Count > 0;
        }
    }

    private static Finding ItemInItem(string place) => new(
        "V1",
        Severity.Error,
        place,
        new Bilingual("In diesem Tagesordnungspunkt steckt ein anderer.", "There is another item inside this one."),
        new Bilingual("Den inneren TOP ausschneiden und dahinter einfügen.", "Cut the inner item and insert it behind this one."));

    private List<TextBlock> Blocks()
    {
        var blocks = new List<TextBlock>();
        for (var i = 0; i < parts.Count;)
        {
            var part = parts[i];
            var last = i + 1;
            if (part.ListId is not null)
            {
                while (last < parts.Count && parts[last].ListId == part.ListId && parts[last].InPassage == part.InPassage)
                    last++;
            }

            var block = BlockOf(part, parts.GetRange(i, last - i));
            blocks.Add(part.InPassage ? new InternalPassage([block]) : block);
            i = last;
        }

        return blocks;
    }

    private TextBlock BlockOf(Part part, IReadOnlyList<Part> list) => part switch
    {
        { Rows: { } rows } => new TextTable([.. rows.Select(row => (IReadOnlyList<IReadOnlyList<TextRun>>)[.. row.Select(cell => Runs(cell, part.InPassage))])]),
        { ListId: { } id } => new TextList(source.IsOrdered(id, part.ListLevel) ?? false, [.. list.Select(item => Runs(item.Pieces, part.InPassage))]) { Levels = [.. list.Select(item => item.ListLevel)] },
        { HeadingLevel: > 0 } => new TextHeading(Math.Max(1, part.HeadingLevel - StyleNames.ItemLevel), Runs(part.Pieces, part.InPassage)),
        _ => new TextParagraph(Runs(part.Pieces, part.InPassage)),
    };

    private static IReadOnlyList<TextRun> Runs(IReadOnlyList<Piece> pieces, bool inPassage) =>
        [.. pieces.Select(piece => piece.Run with { Internal = !inPassage && piece.IsInternal })];

    private void Unsupported(string what) => withheld.Add(new Withheld(place, WithheldKind.Unsupported, Marks.NotInTheModel(what)));

    /// <summary>A paragraph or a table, in the order of the document.</summary>
    private sealed record Part(
        IReadOnlyList<Piece> Pieces,
        string Place,
        bool InPassage,
        int HeadingLevel,
        string? ListId,
        int ListLevel,
        IReadOnlyList<IReadOnlyList<IReadOnlyList<Piece>>>? Rows = null)
    {
        public Part Withheld()
        {
            static IReadOnlyList<Piece> Marked(IReadOnlyList<Piece> pieces) => [.. pieces.Select(piece => piece with { InSigns = true })];

            return this with
            {
                Pieces = Marked(Pieces),
                Rows = Rows is null ? null : [.. Rows.Select(row => (IReadOnlyList<IReadOnlyList<Piece>>)[.. row.Select(Marked)])],
            };
        }
    }
}
