using System.Text.RegularExpressions;
using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>Rebuilds the blocks of agenda items from their headings: title, line of audience and status, text, notes.</summary>
internal sealed partial class ItemRestorer(WordSource source, FormLines form)
{
    private readonly LineReader lines = new(source, _ => { });
    private readonly List<string> guessed = [];
    private int spare;

    /// <summary>Numbers of items whose heading had lost its style and was known by its words alone.</summary>
    public IReadOnlyList<string> Guessed => guessed;

    /// <summary>Whether LibreOffice made a plain control of a text's first line: it takes bold, italic and links out of it.</summary>
    public bool HasPlainFirstLines { get; private set; }

    /// <summary>The number and the title of a heading such as "TOP 4a  Wahl der Kassenprüfung"; null when it is none.</summary>
    public static (string Number, string Title)? HeadingOf(string text) =>
        Heading().Match(text.Trim()) is { Success: true } match ? (SpokenNumber.Read(match.Groups["number"].Value), match.Groups["title"].Value.Trim()) : null;

    public void Run()
    {
        foreach (var broken in source.Body.Elements(W.Control).Where(control => Tags.IsItem(control.TagOf()) && IsBroken(control)).ToList())
            Rebuild(broken);

        var elements = Flat(source.Body).ToList();
        List<XElement>? item = null;
        var isInBody = false;
        foreach (var element in elements)
        {
            if (IsSection(element, out var name))
            {
                isInBody = name.StartsWith("Beratung", StringComparison.OrdinalIgnoreCase);
                Close(ref item);
            }
            else if (Tags.IsItem(element.TagOf()) || element.TagOf()?.StartsWith(Tags.Prefix, StringComparison.Ordinal) == true && !Tags.IsInternal(element.TagOf()))
            {
                Close(ref item);
            }
            else if (IsItemHeading(element, isInBody))
            {
                Close(ref item);
                item = [element];
            }
            else if (element.Name == W.Table && item is not null && IsDocumentTable(element))
            {
                Close(ref item);
            }
            else
            {
                item?.Add(element);
            }
        }

        Close(ref item);
    }

    // Untagged controls round whole paragraphs say nothing any more.
    private static IEnumerable<XElement> Flat(XElement parent) => parent.Elements().SelectMany(element =>
        element.Name == W.Control && element.TagOf() is null && element.Element(W.ControlContent) is { } content ? Flat(content) : [element]);

    private bool IsSection(XElement element, out string name)
    {
        name = element.Name == W.Paragraph ? lines.Text(element).Trim() : "";
        return element.Name == W.Paragraph && (StyleOf(element).HeadingLevel == StyleNames.SectionLevel || form.SectionNames.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    // A title may begin with a dash or a letter; the tab tells where.
    private (string Number, string Title)? HeadingOf(XElement paragraph)
    {
        var withTabs = new XElement(paragraph);
        foreach (var tab in withTabs.Descendants(W.Main + "tab").Where(tab => tab.Parent!.Name == W.Run).ToList())
            tab.ReplaceWith(new XElement(W.Main + "t", "\t"));
        return HeadingOf(lines.Text(withTabs));
    }

    // A spare item of a draft has no number yet, but the line of audience and status below.
    private (string Number, string Title)? SpareHeadingOf(XElement paragraph) =>
        SpareHeading().Match(lines.Text(paragraph).Trim()) is { Success: true } match ? ("", match.Groups["title"].Value.Trim()) : null;

    private bool IsItemHeading(XElement element, bool isInBody)
    {
        if (element.Name != W.Paragraph || (HeadingOf(element) ?? (IsBeforeDetail(element) ? SpareHeadingOf(element) : null)) is not { } heading)
            return false;
        if (StyleOf(element).HeadingLevel == StyleNames.ItemLevel || element.Descendants(W.Main + "bookmarkStart").Any(mark => EntryBookmark.IdIn(mark.Attribute(W.Main + "name")?.Value, EntryBookmark.Item) is not null))
            return true;
        if (!isInBody || StyleOf(element).HeadingLevel > 0 || !IsBeforeDetail(element))
            return false;

        guessed.Add(heading.Number);
        return true;
    }

    private bool IsBeforeDetail(XElement element) => element.ElementsAfterSelf().FirstOrDefault() is { } next && Detail().IsMatch(lines.Text(next));

    private bool IsDocumentTable(XElement table)
    {
        var heads = table.Descendants(W.Row).FirstOrDefault()?.Elements(W.Cell).Select(cell => string.Join(" ", cell.Elements(W.Paragraph).Select(lines.Text))).ToList() ?? [];
        return FixedTable.All.FirstOrDefault(fixedTable => fixedTable.HasHeads(heads)) is { } found
            && found != FixedTable.Resolutions && found != FixedTable.JointResolutions && found != FixedTable.Elections && found != FixedTable.Statements && found != FixedTable.Actions;
    }

    private static bool IsBroken(XElement block) =>
        !block.Descendants(W.Control).Any(control => control.TagOf() == Tags.Title) || !block.Descendants(W.Control).Any(control => control.TagOf() == Tags.Text);

    private void Rebuild(XElement block)
    {
        var tag = block.TagOf()!;
        foreach (var control in block.Descendants(W.Control).Where(control => !Tags.IsInternal(control.TagOf())).Reverse().ToList())
            TagRestorer.Unwrap(control);
        var content = block.Element(W.ControlContent)?.Elements().ToList() ?? [];
        if (content.Count == 0 || content[0].Name != W.Paragraph || HeadingOf(content[0]) is null)
            return;

        block.ReplaceWith(BlockOf(content, tag));
    }

    private void Close(ref List<XElement>? item)
    {
        if (item is null)
            return;

        var elements = item;
        item = null;
        var first = elements[0];
        var block = BlockOf([.. elements.Select(element => new XElement(element))], Tags.ItemPrefix + ItemReader.SpareId + ++spare);
        first.AddBeforeSelf(block);
        elements.ForEach(element => element.Remove());
    }

    private XElement BlockOf(IReadOnlyList<XElement> elements, string tag)
    {
        foreach (var element in elements)
            Unwrap(element);

        var content = new List<XElement> { TitleOf(elements[0]) };
        var rest = elements.Skip(1).ToList();
        if (rest.FirstOrDefault() is { } detail && detail.Name == W.Paragraph && Detail().Match(lines.Text(detail)) is { Success: true } said)
        {
            content.Add(DetailOf(detail, said));
            rest.RemoveAt(0);
        }

        var notes = new List<XElement>();
        while (rest.Count > 0 && rest[^1] is var last && last.Name == W.Paragraph && NoteOf(last) is { } note)
        {
            notes.Insert(0, note);
            rest.RemoveAt(rest.Count - 1);
        }

        content.Add(TagRestorer.Control(Tags.Text, [.. rest]));
        content.AddRange(notes);
        return TagRestorer.Control(tag, [.. content]);
    }

    // Controls without a tag go; one that holds exactly a marked passage is the mark.
    private void Unwrap(XElement element)
    {
        foreach (var control in element.Descendants(W.Control).Where(control => control.TagOf() is null).Reverse().ToList())
        {
            TakeOutLinks(control);
            HasPlainFirstLines |= control.Parent?.Name == W.Paragraph && control.Element(W.ControlProperties)?.Element(W.Main + "alias").Val() == "Text";
            var signs = InternalSigns.In(control.Value).ToList();
            // Whose board a sign names is known once the boards are restored: its mark is put back then.
            if (signs is [{ IsEnd: false, Start: 0, Board.Length: 0 }, { IsEnd: true } end] && end.Start + end.Length == control.Value.Length && control.Parent?.Name == W.Paragraph)
                control.Element(W.ControlProperties)!.Add(new XElement(W.Main + "tag", new XAttribute(W.Value, Tags.Internal)));
            else
                TagRestorer.Unwrap(control);
        }
    }

    // LibreOffice writes the code of a link into the words of such a control.
    private static void TakeOutLinks(XElement control)
    {
        foreach (var text in control.Descendants(W.Main + "t"))
            text.Value = LinkCode().Replace(text.Value, "");
    }

    private XElement TitleOf(XElement heading)
    {
        var (number, title) = (HeadingOf(heading) ?? SpareHeadingOf(heading))!.Value;
        return new XElement(
            W.Paragraph,
            heading.Element(W.ParagraphProperties),
            heading.Descendants(W.Main + "bookmarkStart"),
            TagRestorer.Run($"TOP {number} "),
            TagRestorer.Control(Tags.Title, TagRestorer.Run(title, TagRestorer.MarkOf(heading))));
    }

    private static XElement DetailOf(XElement detail, Match said)
    {
        var mark = TagRestorer.MarkOf(detail);
        var line = new XElement(
            W.Paragraph,
            detail.Element(W.ParagraphProperties),
            TagRestorer.Control(Tags.Audience, TagRestorer.Run(said.Groups["audience"].Value, mark)),
            TagRestorer.Control(Tags.Status, TagRestorer.Run(said.Groups["status"].Value, mark)));
        if (said.Groups["start"].Success)
            line.Add(TagRestorer.Control(Tags.ItemStart, TagRestorer.Run(said.Groups["start"].Value, mark)));
        return line;
    }

    // A marked line is never taken for a note to the partner: it stays in the text, with its mark.
    private XElement? NoteOf(XElement paragraph)
    {
        var pieces = lines.Read(paragraph, inControl: false);
        var text = string.Concat(pieces.Select(piece => piece.Run.Text));
        if (Note().Match(text.Trim()) is not { Success: true } match || pieces.Any(piece => piece.IsInternal) || InternalSigns.AnyIn(text))
            return null;

        return new XElement(
            W.Paragraph,
            paragraph.Element(W.ParagraphProperties),
            TagRestorer.Control(match.Groups["partner"].Success ? Tags.PartnerNote : Tags.TakesNoteOf, TagRestorer.Run(match.Groups["value"].Value)));
    }

    private StyleMeaning StyleOf(XElement paragraph) => source.StyleOf(paragraph.Element(W.ParagraphProperties)?.Element(W.Main + "pStyle").Val());

    // The form has a tab before the title; people type "TOP 4a: Wahl" or "TOP 4a – Wahl".
    [GeneratedRegex(@"^TOP\s*(?<number>(?:N\s*)?\d{1,3}(?:[^\S\t]?[a-z](?![\p{L}]))?(?:\.\d{1,3})*)(?:[^\S\t]*\t\s*|[.:)]*\s+(?:[:–-]\s+)?|[.:)–-]+\s*)(?<title>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^TOP(?![\p{L}\d])[\s.:]*(?<title>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex SpareHeading();

    [GeneratedRegex(@"^\s*Für:\s*(?<audience>.*?)\s*·\s*Stand:\s*(?<status>.*?)\s*(?:·\s*Beginn:\s*(?<start>.*?)\s*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Detail();

    [GeneratedRegex("HYPERLINK \"[^\"]*\"")]
    private static partial Regex LinkCode();

    [GeneratedRegex(@"^(?:(?<partner>Hinweis für den Partner)|Zur Kenntnis genommen(?:\s*\([^)]*\))?):\s*(?<value>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Note();
}
