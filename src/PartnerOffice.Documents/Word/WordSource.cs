using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word;

/// <summary>A Word document as the reader sees it: the body, the margins, and what styles and lists mean.</summary>
internal sealed class WordSource
{
    private const string CoreProperties = "application/vnd.openxmlformats-package.core-properties+xml";

    private const string CustomPropertiesType = "application/vnd.openxmlformats-officedocument.custom-properties+xml";

    private readonly Dictionary<string, StyleMeaning> styles;
    private readonly Dictionary<string, Dictionary<int, string>> lists;
    private readonly Dictionary<string, string> links;

    public WordSource(GatedPackage package)
    {
        var relationships = package.RelationshipsOf(package.Main).ToList();
        IEnumerable<XElement> Related(params string[] kinds) => relationships
            .Where(relationship => kinds.Contains(relationship.Kind) && relationship.Part is not null)
            .Select(relationship => package.Find(relationship.Part!))
            .OfType<GatedPart>()
            .Where(part => part.IsXml)
            .Select(Load);

        Body = Load(package.Main).Element(W.Main + "body") ?? new XElement(W.Main + "body");
        Margins = [.. Related("header", "footer")];
        LeftBehind = [.. Word.LeftBehind.In(package)];
        HasComments = package.Inventory.Any(entry => entry.Kind == InventoryKind.Comments);
        var stylePart = Related("styles").FirstOrDefault();
        styles = stylePart is not null ? Styles(stylePart) : [];
        DefaultLook = TextLook.Of(stylePart?.Element(W.Main + "docDefaults")?.Element(W.Main + "rPrDefault")?.Element(W.RunProperties));
        lists = Related("numbering").FirstOrDefault() is { } listPart ? Lists(listPart) : [];
        links = relationships.Where(relationship => relationship.Kind == "hyperlink").GroupBy(relationship => relationship.Id).ToDictionary(group => group.Key, group => group.First().Target);
        var custom = package.Parts.FirstOrDefault(part => part.ContentType == CustomPropertiesType) is { } ours ? Load(ours) : null;
        string? Property(string name) => custom?.Elements().FirstOrDefault(property => property.Attribute("name")?.Value == name)?.Value.Trim();
        MinutesId = Property(CustomProperties.MinutesId);
        Template = Property(CustomProperties.Template);
        People = package.Parts.FirstOrDefault(part => part.ContentType == CoreProperties) is { } core ? PeopleIn(Load(core)) : [];
    }

    public XElement Body { get; }

    /// <summary>Headers and footers.</summary>
    public IReadOnlyList<XElement> Margins { get; }

    public bool HasComments { get; }

    /// <summary>What stays behind without a place in the text: an attached template, data of the file.</summary>
    public IReadOnlyList<Withheld> LeftBehind { get; }

    /// <summary>The minutes' id as the file's own properties have it; every word processor keeps them.</summary>
    public string? MinutesId { get; }

    /// <summary>The form that the document was begun in, with its version, from the same place (R38).</summary>
    public string? Template { get; }

    /// <summary>Author and last editor as the file's properties name them.</summary>
    public IReadOnlyList<string> People { get; }

    /// <summary>How text looks that says nothing about it.</summary>
    public TextLook DefaultLook { get; }

    /// <summary>Changes that were tracked and neither accepted nor rejected.</summary>
    public int OpenChanges => Margins.Prepend(Body).SelectMany(part => part.Descendants()).Count(RevisionMarks.Is);

    public StyleMeaning StyleOf(string? id) => id is not null && styles.TryGetValue(id, out var style) ? style : StyleMeaning.None;

    /// <summary>Whether a list level is numbered; null when the number is unknown.</summary>
    public bool? IsOrdered(string numberId, int level) =>
        lists.TryGetValue(numberId, out var levels) && levels.TryGetValue(level, out var format) ? format is not ("bullet" or "none") : null;

    public string? Link(string? id) => id is not null && links.TryGetValue(id, out var target) ? target : null;

    /// <summary>The agenda item that an element stands in, "TOP 3"; null outside all of them, and in one that has no number yet.</summary>
    public string? ItemOf(XElement element)
    {
        var block = element.AncestorsAndSelf(W.Control).FirstOrDefault(control => control.TagOf()?.StartsWith(Tags.ItemPrefix, StringComparison.Ordinal) == true);
        return block is not null && ItemReader.NumberOf(block, new LineReader(this, _ => { })) is { Length: > 0 } number ? $"TOP {number}" : null;
    }

    private static XElement Load(GatedPart part)
    {
        using var reader = part.OpenXml();
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static Dictionary<string, StyleMeaning> Styles(XElement part)
    {
        var elements = part.Elements(W.Style)
            .Where(style => style.Attribute(W.Main + "styleId") is not null)
            .GroupBy(style => style.Attribute(W.Main + "styleId")!.Value)
            .ToDictionary(group => group.Key, group => group.First());

        StyleMeaning Meaning(string id, int depth)
        {
            // A chain of styles longer than this, or in a ring, means nothing.
            if (depth > 20 || !elements.TryGetValue(id, out var style))
                return StyleMeaning.None;

            var inherited = style.Element(W.Main + "basedOn").Val() is { } parent ? Meaning(parent, depth + 1) : StyleMeaning.None;
            return StyleMeaning.Of(style, inherited);
        }

        return elements.Keys.ToDictionary(id => id, id => Meaning(id, 0));
    }

    private static Dictionary<string, Dictionary<int, string>> Lists(XElement part)
    {
        var formats = part.Elements(W.Main + "abstractNum").ToLookup(
            format => format.Attribute(W.Main + "abstractNumId")?.Value,
            format => format.Elements(W.Main + "lvl").ToLookup(Level, level => level.Element(W.Main + "numFmt").Val() ?? "decimal"));

        var lists = new Dictionary<string, Dictionary<int, string>>();
        foreach (var list in part.Elements(W.Main + "num"))
        {
            if (list.Attribute(W.Main + "numId")?.Value is { } id && formats[list.Element(W.Main + "abstractNumId").Val()].FirstOrDefault() is { } levels)
                lists[id] = levels.ToDictionary(level => level.Key, level => level.First());
        }

        return lists;

        static int Level(XElement level) => int.TryParse(level.Attribute(W.Main + "ilvl")?.Value, out var number) ? number : 0;
    }

    private static List<string> PeopleIn(XElement part) =>
    [
        .. part.Elements()
            .Where(property => property.Name.LocalName is "creator" or "lastModifiedBy")
            .Select(property => property.Value.Trim())
            .Where(name => name.Length > 0 && name != "PartnerOffice")
            .Distinct(),
    ];
}
