using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PartnerOffice.Documents.Edition;

/// <summary>One pass over an XML part: holds each element, attribute and paragraph against what is allowed, and collects what is searched.</summary>
internal sealed partial class PartWalk
{
    private const int Deepest = 40;
    private const int LongestValue = 2048;

    private readonly AllowedTexts allowed;
    private readonly LeakList leaks;
    private readonly PartContent content;
    private readonly ElementRule? root;
    private readonly Stack<Frame> open = [];
    private readonly StringBuilder paragraph = new();
    private int elements;
    private int paragraphs;
    private bool isInParagraph;
    private FieldState field;

    private PartWalk(RawPart part, AllowedMarkup markup, AllowedTexts allowed, LeakList leaks)
    {
        (this.allowed, this.leaks) = (allowed, leaks);
        content = new PartContent(part.Label);
        root = AllowedParts.Of(part.Name) is { } row ? markup.RootOf(row.Kind) : null;
    }

    /// <summary>Reads a part to its end, or to where it is no XML.</summary>
    public static PartContent Read(RawPart part, AllowedMarkup markup, AllowedTexts allowed, LeakList leaks)
    {
        var walk = new PartWalk(part, markup, allowed, leaks);
        try
        {
            using var stream = ReadOnly(part.Content);
            using var reader = XmlReader.Create(stream, Settings());
            while (reader.Read())
                walk.Node(reader);
        }
        catch (XmlException)
        {
            leaks.NotAllowed(part.Label, $"element {walk.elements}", "xml-unreadable");
        }

        return walk.content;
    }

    private static MemoryStream ReadOnly(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 5_000_000,
        MaxCharactersFromEntities = 1,
        CheckCharacters = true,
        ConformanceLevel = ConformanceLevel.Document,
    };

    private void Node(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Open(reader);
                break;
            case XmlNodeType.EndElement:
                Close();
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace:
                Text(reader.Value);
                break;
            case XmlNodeType.Whitespace:
                if (open.TryPeek(out var frame) && frame.Rule?.HasText == true)
                    Text(reader.Value);
                else if (!Indentation().IsMatch(reader.Value))
                    Refuse("text-not-allowed");
                break;
            case XmlNodeType.XmlDeclaration:
                if (!Declaration().IsMatch(reader.Value))
                    Refuse("declaration-not-allowed");
                break;
            default:
                // Comments, instructions to programs, CDATA: none of them is ever written, all of them carry words.
                Refuse("markup-not-allowed");
                Hide(reader.Name);
                Hide(reader.Value);
                break;
        }
    }

    private void Open(XmlReader reader)
    {
        elements++;
        var parent = open.TryPeek(out var top) ? top.Rule : null;
        var rule = open.Count > 0 ? parent?.Child(reader.NamespaceURI, reader.LocalName) : Matches(root, reader) ? root : null;
        if (rule is null)
        {
            Refuse("element-not-allowed");
            Hide(reader.Name);
        }

        var isEmpty = reader.IsEmptyElement;
        open.Push(new Frame(rule, Item));
        if (open.Count > Deepest)
            throw new XmlException("too deep");

        if (rule?.Name == "w:p")
            BeginParagraph();
        Attributes(reader, rule);
        if (isEmpty)
            Close();
    }

    private static bool Matches(ElementRule? rule, XmlReader reader) => rule?.Local == reader.LocalName && rule.Namespace == reader.NamespaceURI;

    // The agenda item whose control the walk is in.
    private string? Item => open.TryPeek(out var frame) ? frame.Item : null;

    private void Attributes(XmlReader reader, ElementRule? rule)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
        {
            var value = reader.Value;
            if (Names.IsDeclaration(reader.NamespaceURI))
            {
                if (!Names.IsAllowedDeclaration(reader.LocalName, value))
                {
                    Refuse("namespace-not-allowed");
                    Hide(reader.LocalName);
                    Hide(value);
                }
            }
            else if (rule is null || !rule.Attributes.TryGetValue(reader.LocalName, out var attribute) || attribute.Namespace != reader.NamespaceURI)
            {
                if (rule is not null)
                    Refuse("attribute-not-allowed");
                Hide(reader.Name);
                Hide(value);
            }
            else
            {
                values[reader.LocalName] = value;
                Value(attribute.Value, value);
            }
        }

        if (rule is not null)
            Collect(rule, values);
    }

    private void Value(ValueRule rule, string value)
    {
        // Fixed values and figures carry no words of their own; the rest is searched too.
        if (rule.AllowsAnywhere(value))
            return;

        if (value.Length <= LongestValue && Allows(rule.Kind, value))
        {
            if (rule.Kind == ValueKind.Tag && !AllowedTags.Contains(value))
                Hide(value);
            return;
        }

        Refuse("value-not-allowed");
        Hide(value);
    }

    private bool Allows(ValueKind kind, string value) => kind switch
    {
        ValueKind.Words => PhraseBook.Covers(value, FixedWords.All),
        ValueKind.Tag => IsAllowedTag(value),
        ValueKind.Link or ValueKind.Relation => RelationId().IsMatch(value),
        ValueKind.Target => allowed.Links.Contains(value) || AllowedParts.All.Any(name => name == value || name == "word/" + value),
        ValueKind.PartName => value is ['/', .. var name] && AllowedParts.IsAllowed(name),
        ValueKind.Type => AllowedParts.IsType(value),
        _ => false,
    };

    private bool IsAllowedTag(string tag)
    {
        const string ItemTag = "po:item:";
        const string BoardTag = "po:board:";
        return tag.StartsWith(ItemTag, StringComparison.Ordinal) ? allowed.ItemIds.Contains(tag[ItemTag.Length..])
            : tag.StartsWith(BoardTag, StringComparison.Ordinal) ? allowed.BoardIds.Contains(tag[BoardTag.Length..])
            : AllowedTags.Contains(tag);
    }

    private void Collect(ElementRule rule, Dictionary<string, string> values)
    {
        switch (rule.Name)
        {
            case "w:tag" when values.GetValueOrDefault("val") is ['p', 'o', ':', 'i', 't', 'e', 'm', ':', .. var id]:
                EnterItem(id);
                break;
            case "w:fldChar":
                Field(values.GetValueOrDefault("fldCharType"));
                break;
            case "w:tab" when open.Skip(1).First().Rule?.Name == "w:r":
                paragraph.Append('\t');
                content.Text.Break();
                break;
            case "rel:Relationship":
                content.Relations.Add(new Relation(values.GetValueOrDefault("Id", ""), values.GetValueOrDefault("Type", ""), values.GetValueOrDefault("Target", ""), values.ContainsKey("TargetMode")));
                content.Text.Break();
                content.Text.Append(values.GetValueOrDefault("Target", ""));
                break;
            case "ct:Default":
                content.Types.Add((values.GetValueOrDefault("Extension", ""), values.GetValueOrDefault("ContentType", "")));
                break;
            case "ct:Override":
                content.Types.Add((values.GetValueOrDefault("PartName", ""), values.GetValueOrDefault("ContentType", "")));
                break;
            default:
                if (rule.Attributes.TryGetValue("id", out var attribute) && attribute.Value.Kind is ValueKind.Link or ValueKind.Relation)
                    content.UsedRelations.Add((values.GetValueOrDefault("id", ""), attribute.Value.Kind == ValueKind.Link));
                break;
        }
    }

    // The tag stands in the control's properties; from there on the control belongs to the item.
    private void EnterItem(string id)
    {
        foreach (var frame in open)
        {
            frame.Item = id;
            if (frame.Rule?.Name == "w:sdt")
                return;
        }
    }

    private void Close()
    {
        var frame = open.Pop();
        if (frame.Rule?.Name == "w:p")
            EndParagraph(frame.Item);
        else if (!isInParagraph)
            content.Text.Break();
    }

    private void BeginParagraph()
    {
        paragraphs++;
        paragraph.Clear();
        isInParagraph = true;
        field = FieldState.None;
        content.Text.From($"paragraph {paragraphs}");
    }

    private void EndParagraph(string? item)
    {
        var text = PhraseBook.Plain(paragraph.ToString());
        if (text.Length > 0 && !allowed.Allow(text, item))
            leaks.NotAllowed(content.Label, $"paragraph {paragraphs}", "text-not-allowed");
        if (field != FieldState.None)
            Refuse("field-not-allowed");
        content.Paragraphs.Add((text, item));
        isInParagraph = false;
    }

    private void Text(string value)
    {
        content.Text.Append(value);
        var frame = open.Peek();
        if (frame.Rule?.HasText != true)
            Refuse("text-not-allowed");
        else if (frame.Rule.Name == "w:instrText")
            Instruction(value);
        else if (field == FieldState.Result)
            Result(value);
        else if (isInParagraph)
            paragraph.Append(value);
        else
            content.Properties.Add((frame.Rule.Name, value));
    }

    private void Field(string? step)
    {
        field = (field, step) switch
        {
            (FieldState.None, "begin") => FieldState.Instruction,
            (FieldState.Instructed, "separate") => FieldState.Result,
            (FieldState.Result, "end") => FieldState.None,
            _ => FieldState.Broken,
        };
        paragraph.Append(' ');
        if (field == FieldState.Broken)
            Refuse("field-not-allowed");
    }

    private void Instruction(string value)
    {
        if (field != FieldState.Instruction || value.Trim() is not ("PAGE" or "NUMPAGES"))
            Refuse("field-not-allowed");
        field = FieldState.Instructed;
    }

    // What a program showed last for the field: a page number, and nothing else.
    private void Result(string value)
    {
        if (value.Length > 4 || !value.All(char.IsAsciiDigit))
            Refuse("field-not-allowed");
    }

    private void Refuse(string code) => leaks.NotAllowed(content.Label, $"element {elements}", code);

    private void Hide(string text)
    {
        content.Hidden.From($"element {elements}");
        content.Hidden.Append(text);
    }

    // Only what the template writes: a new line and blanks that set the next element in.
    [GeneratedRegex(@"^\n *$", RegexOptions.CultureInvariant)]
    private static partial Regex Indentation();

    [GeneratedRegex("^version=\"1.0\" encoding=\"(?:UTF|utf)-8\"(?: standalone=\"yes\")?$", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^rId(?:PO)?[0-9]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex RelationId();

    private enum FieldState
    {
        None,
        Instruction,
        Instructed,
        Result,
        Broken,
    }

    private sealed class Frame(ElementRule? rule, string? item)
    {
        public ElementRule? Rule { get; } = rule;

        public string? Item { get; set; } = item;
    }
}
