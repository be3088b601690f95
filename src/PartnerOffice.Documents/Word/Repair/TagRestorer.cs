using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>Puts the controls of a standard form back round a document's words, in memory: from labels, headings, table heads, signs and styles.</summary>
/// <remarks>What still has its tag is left alone. Words are never changed; marks stay where they are.</remarks>
/// <param name="partnership">Whose districts the line of each board's quorum may name.</param>
internal sealed class TagRestorer(WordSource source, FormLines form, Partnership? partnership)
{
    private readonly LineReader lines = new(source, _ => { });
    private readonly List<string> strangers = [];

    /// <summary>Items that were found by their words alone: their bounds are a guess.</summary>
    public IReadOnlyList<string> GuessedItems { get; private set; } = [];

    /// <summary>Whether there is anything that minutes have: an id or an agenda item.</summary>
    public bool FoundMinutes => source.Body.Descendants(W.Control).Any(control => Tags.IsItem(control.TagOf()) || control.TagOf() == Tags.MinutesId);

    /// <summary>Boards that sat, by names that no district of the partnership has.</summary>
    public IReadOnlyList<string> UnknownDistricts => strangers;

    /// <summary>Whether formats may be gone from the first line of items.</summary>
    public bool HasPlainFirstLines { get; private set; }

    public void Run()
    {
        var items = new ItemRestorer(source, form);
        items.Run();
        (GuessedItems, HasPlainFirstLines) = (items.Guessed, items.HasPlainFirstLines);

        var heads = form.HeadsIn(source);
        foreach (var paragraph in source.Body.Descendants(W.Paragraph).Where(IsFree).ToList())
            Restore(paragraph, heads.Contains(paragraph));
        foreach (var margin in source.Margins)
        {
            foreach (var control in margin.Descendants(W.Control).Where(control => control.TagOf() is null).ToList())
                Unwrap(control);
        }

        RestoreAgendaList();
        RestoreIdentity();
        new MarkRestorer(source).Run();
    }

    public static void Unwrap(XElement control) => control.ReplaceWith(control.Element(W.ControlContent)?.Nodes() ?? []);

    public static XElement Control(string tag, params object[] content) => new(
        W.Control,
        new XElement(W.ControlProperties, new XElement(W.Main + "tag", new XAttribute(W.Value, tag))),
        new XElement(W.ControlContent, content));

    public static XElement Run(string text, XElement? style = null) => new(
        W.Run,
        style is null ? null : new XElement(W.RunProperties, new XElement(style)),
        new XElement(W.Main + "t", text));

    private static bool IsFree(XElement paragraph) =>
        !paragraph.AncestorsAndSelf().Concat(paragraph.Descendants(W.Control)).Any(element => element.Name == W.Control && element.TagOf() is { } tag && !Tags.IsInternal(tag));

    private void Restore(XElement paragraph, bool isHead)
    {
        var label = FormLines.LabelOf(paragraph);
        var text = lines.Text(paragraph);
        if (label is not null && form.BlockTags.FirstOrDefault(block => IsSame(block.Key, label)).Value is { } tag)
        {
            var cell = paragraph.Ancestors(W.Cell).First();
            var content = cell.Elements().Where(element => element.Name != W.Main + "tcPr").ToList();
            content.ForEach(element => element.Remove());
            foreach (var control in content.SelectMany(element => element.DescendantsAndSelf(W.Control)).Where(control => control.TagOf() is null && control.Parent is not null).ToList())
                Unwrap(control);
            cell.Add(Control(tag, [.. content]));
            return;
        }

        if (label is null && text.Length > 0 && RestoreQuorum(paragraph, text))
            return;

        IEnumerable<FormLine> candidates = isHead ? [form.Head] : label is null ? [form.Identity] : form.Labelled[label];
        foreach (var line in candidates)
        {
            if (line.ValuesIn(text) is { } values)
            {
                Tag(paragraph, line, values);
                return;
            }
        }
    }

    private bool RestoreQuorum(XElement paragraph, string text)
    {
        if (form.JointQuorum.ValuesIn(text) is { } joint)
        {
            Rebuild(paragraph, form.JointQuorum, joint);
            paragraph.ReplaceWith(Control(Tags.BoardOf(DistrictNamed(joint[0])), new XElement(paragraph)));
            return true;
        }

        if (form.Quorum.ValuesIn(text) is not { } values)
            return false;

        Tag(paragraph, form.Quorum, values);
        paragraph.ReplaceWith(Control(Tags.BoardOf(DistrictInDocument() ?? ""), new XElement(paragraph)));
        return true;
    }

    // The controls are often still there, without their tags; otherwise the words between the fixed words are the values.
    private static void Tag(XElement paragraph, FormLine line, IReadOnlyList<string> values)
    {
        var untagged = paragraph.Elements(W.Control).Where(control => control.TagOf() is null).ToList();
        var wanted = line.Controls.ToList();
        if (untagged.Count != wanted.Count)
        {
            Rebuild(paragraph, line, values);
            return;
        }

        foreach (var (control, piece) in untagged.Zip(wanted))
        {
            var properties = control.Element(W.ControlProperties);
            if (properties is null)
                control.AddFirst(properties = new XElement(W.ControlProperties));
            properties.Add(new XElement(W.Main + "tag", new XAttribute(W.Value, piece.Tag!)));
        }
    }

    private static void Rebuild(XElement paragraph, FormLine line, IReadOnlyList<string> values)
    {
        var mark = MarkOf(paragraph);
        foreach (var old in paragraph.Elements().Where(element => element.Name != W.ParagraphProperties).ToList())
            old.Remove();

        var next = 0;
        foreach (var piece in line.Pieces)
            paragraph.Add(piece.Tag is null ? Run(piece.Words!) : piece.Tag.Length == 0 ? Run(values[next++], mark) : Control(piece.Tag, Run(values[next++], mark)));
    }

    /// <summary>A character style in the paragraph, kept for what is written anew: it may be the only carrier of a mark.</summary>
    public static XElement? MarkOf(XElement paragraph) => paragraph.Descendants(W.Main + "rStyle").FirstOrDefault();

    private void RestoreAgendaList()
    {
        var heading = source.Body.Elements(W.Paragraph).FirstOrDefault(paragraph => IsSame(paragraph.Value.Trim(), Places.Agenda) && source.StyleOf(paragraph.Descendants(W.Main + "pStyle").FirstOrDefault().Val()).HeadingLevel == StyleNames.SectionLevel);
        var list = heading?.ElementsAfterSelf().TakeWhile(element => element.Name == W.Paragraph && ItemRestorer.HeadingOf(lines.Text(element)) is not null).ToList() ?? [];
        if (list.Count == 0)
            return;

        list.ForEach(line => line.Remove());
        heading!.AddAfterSelf(Control(Tags.AgendaList, [.. list]));
    }

    // The id stands in the file's properties too.
    private void RestoreIdentity()
    {
        if (source.MinutesId is { Length: > 0 } id && !source.Body.Descendants(W.Control).Any(control => control.TagOf() == Tags.MinutesId))
            source.Body.Add(new XElement(W.Paragraph, Control(Tags.MinutesId, Run(id))));
    }

    private string? DistrictInDocument() =>
        source.Body.Descendants(W.Paragraph).Select(paragraph => form.Identity.ValueIn(lines.Text(paragraph), Tags.District)).FirstOrDefault(district => district is not null);

    // Where nobody named the districts, the form writes their ids.
    private string DistrictNamed(string name)
    {
        if (partnership?.Districts.FirstOrDefault(district => IsSame(district.Name, name)) is { } known)
            return known.Id.ToString();

        const string Kind = "Kreisverband ";
        var id = name.StartsWith(Kind, StringComparison.OrdinalIgnoreCase) ? name[Kind.Length..].Trim() : name;
        if (id == name || !DistrictId.TryParse(id, out _))
            strangers.Add(name);
        return id;
    }

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static class Places
    {
        public const string Agenda = "Tagesordnung";
    }
}
