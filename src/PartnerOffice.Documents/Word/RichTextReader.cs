using System.Globalization;
using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Reads an agenda item's text: the blocks that minutes know, the tables of the standard form, and the marks of the board's own passages.</summary>
/// <remarks>
/// Any one of three carriers keeps a passage in the board (R1). Signs may be split over runs and paragraphs, so they are found in the
/// joined text; one without its partner withholds from the last closed passage to the end of the item.
/// </remarks>
internal sealed class RichTextReader(WordSource source, string place, BoardNames boards, List<Finding> findings, List<Withheld> withheld)
{
    private readonly List<Part> parts = [];
    private readonly List<FoundTable> tables = [];
    private int paragraphs;

    // Whose board the open passage names, empty for none; null where none is open.
    private string? open;

    /// <summary>The tables of the standard form that stand in the text, and whether they stand in a passage of the board.</summary>
    public sealed record FoundTable(FixedTable Form, XElement Table, bool InPassage);

    public IReadOnlyList<FoundTable> Tables => tables;

    public IReadOnlyList<TextBlock> Read(XElement content)
    {
        Collect(content, control: null);
        if (open is not null)
        {
            findings.Add(Marks.Unpaired(place));
            open = null;
        }

        ReportDisagreements();
        return Blocks();
    }

    private void Collect(XElement parent, string? control)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == W.Paragraph)
            {
                CollectParagraph(child, control);
            }
            else if (child.Name == W.Table)
            {
                CollectTable(child, control);
            }
            else if (child.Name == W.Control)
            {
                // An item inside an item has a reader of its own; read here, it would go wherever the outer one goes.
                if (Tags.IsItem(child.TagOf()))
                    findings.Add(ItemInItem(place));
                else if (child.Element(W.ControlContent) is { } content)
                    Collect(content, LineReader.Within(control, child.TagOf()));
            }
            else if (child.Name.Namespace == W.Main && child.Name.LocalName is "ins" or "moveTo" or "customXml")
            {
                Collect(child, control);
            }
            else if (child.Name.Namespace != W.Main || child.Name.LocalName is "altChunk")
            {
                Unsupported(child.Name.LocalName);
            }
        }
    }

    private void CollectParagraph(XElement paragraph, string? control)
    {
        var properties = paragraph.Element(W.ParagraphProperties);
        var style = source.StyleOf(properties?.Element(W.Main + "pStyle").Val());
        var openBefore = open;
        var line = Line(new LineReader(source, Unsupported).Read(paragraph, control), out var onlySigns);
        if (onlySigns || line.All(piece => piece.IsBlank))
            return;

        paragraphs++;
        var number = properties?.Element(W.Main + "numPr");
        var numberId = number?.Element(W.Main + "numId").Val() ?? style.NumberId;
        var level = int.TryParse(number?.Element(W.Main + "ilvl").Val(), NumberStyles.None, CultureInfo.InvariantCulture, out var depth) ? depth : style.Level;
        parts.Add(new Part(
            line,
            $"{place}, Absatz {paragraphs}",
            InPassage: control is not null || style.Internal || (openBefore is not null && line.All(piece => piece.InSigns)),
            HeadingLevel: style.HeadingLevel,
            ListId: numberId is null or "0" ? null : numberId,
            ListLevel: level,
            Rows: null));
    }

    private void CollectTable(XElement table, string? control)
    {
        var rows = Unwrapped(table, W.Row, control).ToList();
        var heads = rows.Count == 0 ? [] : Unwrapped(rows[0].Element, W.Cell, control: null).Select(cell => string.Join(" ", CellLines(cell.Element))).ToList();
        if (FixedTable.All.FirstOrDefault(form => form.HasHeads(heads)) is { } found)
        {
            tables.Add(new FoundTable(found, table, control is not null || open is not null));
            return;
        }

        paragraphs++;
        var openBefore = open;
        var cells = rows
            .Select(row => (IReadOnlyList<IReadOnlyList<Piece>>)[.. Unwrapped(row.Element, W.Cell, row.Control).Select(cell => CellLine(cell.Element, cell.Control))])
            .Where(row => row.Count > 0)
            .ToList();
        if (cells.Count == 0)
            return;

        parts.Add(new Part(
            [.. cells.SelectMany(row => row).SelectMany(cell => cell)],
            $"{place}, Absatz {paragraphs} (Tabelle)",
            InPassage: control is not null || (openBefore is not null && open is not null),
            HeadingLevel: 0,
            ListId: null,
            ListLevel: 0,
            Rows: cells));
    }

    // Rows and cells may lie in controls of their own, and those may be the mark.
    private static IEnumerable<(XElement Element, string? Control)> Unwrapped(XElement parent, XName name, string? control)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == name)
                yield return (child, control);
            else if (child.Name == W.Control && child.Element(W.ControlContent) is { } content)
            {
                foreach (var inner in Unwrapped(content, name, LineReader.Within(control, child.TagOf())))
                    yield return inner;
            }
        }
    }

    private IEnumerable<string> CellLines(XElement cell) => cell.Elements(W.Paragraph).Select(new LineReader(source, _ => { }).Text);

    // A cell of minutes is one paragraph; people press return in it all the same.
    private List<Piece> CellLine(XElement cell, string? control)
    {
        var line = new List<Piece>();
        foreach (var paragraph in cell.Descendants(W.Paragraph))
        {
            var pieces = Line(new LineReader(source, Unsupported).Read(paragraph, Within(control, paragraph, cell)), out _);
            if (line.Count > 0 && pieces.Count > 0)
                line.Add(pieces[0] with { Run = new TextRun(" ") });
            line.AddRange(pieces);
        }

        if (cell.Descendants(W.Table).Any())
            Unsupported("table in a table");
        return line;
    }

    private static string? Within(string? control, XElement paragraph, XElement cell) =>
        paragraph.Ancestors(W.Control).TakeWhile(ancestor => ancestor != cell).Where(ancestor => ancestor.Ancestors().Contains(cell)).Reverse().Aggregate(control, (outer, inner) => LineReader.Within(outer, inner.TagOf()));

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
                if (open is null)
                    WithholdFromLastPassage(result);
                else if (sign.Board.Length > 0 && boards.IdOf(sign.Board) != boards.IdOf(open))
                    MakeNobodys(result);
                open = null;
            }
            else
            {
                if (open is not null)
                    findings.Add(Marks.Unpaired(place));
                // Whose passage goes on after a second beginning, nobody knows.
                open = open is null ? sign.Board : "";
                if (position < text.Length && text[position] == ' ')
                    position++;
            }
        }

        Take(pieces, position, text.Length, open, result);
        onlySigns = signs.Count > 0 && result.All(piece => piece.IsBlank);
        return result;
    }

    private static void Take(IReadOnlyList<Piece> pieces, int from, int until, string? sign, List<Piece> result)
    {
        var start = 0;
        foreach (var piece in pieces)
        {
            var end = start + piece.Run.Text.Length;
            var (first, last) = (Math.Max(from, start), Math.Min(until, end));
            if (first < last)
                result.Add(piece with { Run = piece.Run with { Text = piece.Run.Text[(first - start)..(last - start)] }, InSigns = sign is not null, Sign = sign ?? "" });
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
        open = "";
    }

    // It begins as one board's and ends as the other's.
    private void MakeNobodys(List<Piece> line)
    {
        findings.Add(Marks.Disagree(place));
        for (var i = line.Count - 1; i >= 0 && line[i].InSigns; i--)
            line[i] = line[i] with { Sign = "" };
        for (var i = parts.Count - 1; i >= 0 && parts[i].Pieces.Any(piece => piece.InSigns); i--)
            parts[i] = parts[i].Nobodys();
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
                while (last < parts.Count && parts[last].ListId == part.ListId && parts[last].InPassage == part.InPassage && BoardOf(parts[last]) == BoardOf(part))
                    last++;
            }

            var block = BlockOf(part, parts.GetRange(i, last - i));
            blocks.Add(part.InPassage ? new InternalPassage([block]) { BoardOf = BoardOf(part) } : block);
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

    private IReadOnlyList<TextRun> Runs(IReadOnlyList<Piece> pieces, bool inPassage) =>
        [.. pieces.Select(piece => !inPassage && piece.IsInternal ? piece.Run with { Internal = true, BoardOf = piece.BoardOf(boards) } : piece.Run)];

    // A passage is one board's where all of it is.
    private string? BoardOf(Part part) =>
        part.InPassage && part.Pieces.Where(piece => !piece.IsBlank).Select(piece => piece.BoardOf(boards)).Distinct().ToList() is [var only] ? only : null;

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
        public Part Withheld() => With(piece => piece with { InSigns = true });

        public Part Nobodys() => With(piece => piece with { Sign = "" });

        private Part With(Func<Piece, Piece> change)
        {
            IReadOnlyList<Piece> Changed(IReadOnlyList<Piece> pieces) => [.. pieces.Select(change)];

            return this with
            {
                Pieces = Changed(Pieces),
                Rows = Rows is null ? null : [.. Rows.Select(row => (IReadOnlyList<IReadOnlyList<Piece>>)[.. row.Select(Changed)])],
            };
        }
    }
}
