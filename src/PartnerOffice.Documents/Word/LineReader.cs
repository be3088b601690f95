using System.Text;
using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Reads the words of one paragraph, however Word has split them.</summary>
internal sealed class LineReader(WordSource source, Action<string> unsupported)
{
    /// <summary>The words of a paragraph, without formats; nothing for a control that shows its placeholder.</summary>
    public string Text(XElement paragraph) => string.Concat(Read(paragraph, inControl: false).Select(piece => piece.Run.Text));

    public IReadOnlyList<Piece> Read(XElement paragraph, bool inControl) => Read(paragraph, inControl ? "" : null);

    /// <summary>The same in a control of the mark.</summary>
    /// <param name="control">Whose board the control names, empty for none; null for no such control.</param>
    public IReadOnlyList<Piece> Read(XElement paragraph, string? control)
    {
        var style = source.StyleOf(paragraph.Element(W.ParagraphProperties)?.Element(W.Main + "pStyle").Val());
        var pieces = new List<Piece>();
        ReadInto(pieces, paragraph, new Context(style, null, control, style.Internal), new FieldState());
        return pieces;
    }

    private void ReadInto(List<Piece> pieces, XElement parent, Context context, FieldState field)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == W.Run)
            {
                ReadRun(pieces, child, context, field);
            }
            else if (child.Name == W.Hyperlink)
            {
                ReadInto(pieces, child, context with { Link = LinkOf(child) }, field);
            }
            else if (child.Name == W.Control)
            {
                if (!child.ShowsPlaceholder() && child.Element(W.ControlContent) is { } content)
                    ReadInto(pieces, content, context with { Control = Within(context.Control, child.TagOf()) }, field);
            }
            else if (child.Name.Namespace == W.Main && child.Name.LocalName is "ins" or "moveTo" or "smartTag" or "customXml" or "fldSimple" or "dir" or "bdo")
            {
                if (child.Name.LocalName == "fldSimple")
                    unsupported("field");
                ReadInto(pieces, child, context, field);
            }
            else if (IsForeign(child))
            {
                unsupported(child.Name.LocalName);
            }
        }
    }

    private void ReadRun(List<Piece> pieces, XElement run, Context context, FieldState field)
    {
        var text = new StringBuilder();
        foreach (var child in run.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "fldChar":
                    if (child.Attribute(W.Main + "fldCharType")?.Value == "begin")
                        unsupported("field");
                    field.Pass(child.Attribute(W.Main + "fldCharType")?.Value);
                    break;
                case "t" when !field.InInstruction:
                    text.Append(child.Value);
                    break;
                case "tab" or "ptab":
                    text.Append(' ');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "rPr" or "t" or "instrText" or "delText" or "delInstrText" or "softHyphen" or "lastRenderedPageBreak" or "proofErr" or "commentReference" or "annotationRef":
                    break;
                default:
                    unsupported(child.Name.LocalName);
                    break;
            }
        }

        var properties = run.Element(W.RunProperties);
        var style = source.StyleOf(properties?.Element(W.Main + "rStyle").Val());
        var hidden = Toggle(properties, "vanish", style.Look.IsHidden || context.Paragraph.Look.IsHidden) || Toggle(properties, "webHidden", false);
        if (hidden && text.Length > 0)
        {
            unsupported("vanish");
            return;
        }

        if (text.Length == 0)
            return;

        pieces.Add(new Piece(
            new TextRun(text.ToString())
            {
                Bold = Toggle(properties, "b", style.Bold || HasLook(context.Paragraph) && context.Paragraph.Bold),
                Italic = Toggle(properties, "i", style.Italic || HasLook(context.Paragraph) && context.Paragraph.Italic),
                // A link is underlined by its style; that is no format of its own.
                Underline = context.Link is null && Toggle(properties, "u", style.Underline),
                Link = context.Link,
            },
            context.Control is not null,
            context.InStyle || style.Internal)
        {
            Control = context.Control ?? "",
        });
    }

    /// <summary>What the controls round a text say together: null for no mark, else whose board, and nobody's where they differ.</summary>
    public static string? Within(string? outer, string? tag)
    {
        if (!Tags.IsInternal(tag))
            return outer;

        var inner = tag == Tags.Internal ? "" : tag![Tags.InternalPrefix.Length..];
        return outer is null || outer == inner ? inner : Piece.Contested;
    }

    // A heading or a placeholder is bold by what it is; a paragraph style that a person made bold is a format.
    private static bool HasLook(StyleMeaning paragraph) =>
        paragraph.HeadingLevel == 0 && paragraph.Name?.StartsWith("PO ", StringComparison.Ordinal) != true;

    private string? LinkOf(XElement hyperlink)
    {
        var target = source.Link(hyperlink.Attribute(W.Relations + "id")?.Value);
        if (target is null)
            return null;
        if (Uri.TryCreate(target, UriKind.Absolute, out var address) && address.Scheme is "https" or "mailto")
            return target;

        unsupported("hyperlink");
        return null;
    }

    private static bool Toggle(XElement? properties, string name, bool otherwise) =>
        properties?.Element(W.Main + name) is { } toggle ? toggle.IsOn() : otherwise;

    private static bool IsForeign(XElement element) =>
        element.Name.Namespace != W.Main
        || element.Name.LocalName is not ("pPr" or "bookmarkStart" or "bookmarkEnd" or "proofErr" or "del" or "moveFrom" or "moveFromRangeStart" or "moveFromRangeEnd" or "moveToRangeStart" or "moveToRangeEnd" or "commentRangeStart" or "commentRangeEnd" or "permStart" or "permEnd" or "sdtPr" or "sdtEndPr" or "rPr" or "tcPr" or "fldData");

    private sealed record Context(StyleMeaning Paragraph, string? Link, string? Control, bool InStyle);

    // Complex fields: the instruction is code and is never read, the result is text.
    private sealed class FieldState
    {
        private readonly Stack<bool> inInstruction = new();

        public bool InInstruction => inInstruction.Contains(true);

        public void Pass(string? type)
        {
            switch (type)
            {
                case "begin":
                    inInstruction.Push(true);
                    break;
                case "separate" when inInstruction.Count > 0:
                    inInstruction.Pop();
                    inInstruction.Push(false);
                    break;
                case "end" when inInstruction.Count > 0:
                    inInstruction.Pop();
                    break;
            }
        }
    }
}
