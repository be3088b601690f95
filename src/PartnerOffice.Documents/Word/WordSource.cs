using System.Xml.Linq;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>A Word document as the reader sees it: the body, the margins, and what styles and lists mean.</summary>
internal sealed class WordSource
{
    private readonly Dictionary<string, StyleMeaning> styles;
    private readonly Dictionary<string, Dictionary<int, string>> lists;
    private readonly Dictionary<string, string> links;

    public WordSource(PartsPackage package)
    {
        Body = SafeXml.Load(package["word/document.xml"]).Element(W.Main + "body") ?? new XElement(W.Main + "body");
        Margins = [.. package.Names.Where(IsMargin).Select(name => SafeXml.Load(package[name]))];
        HasComments = package.Contains("word/comments.xml");
        styles = package.Contains("word/styles.xml") ? Styles(SafeXml.Load(package["word/styles.xml"])) : [];
        lists = package.Contains("word/numbering.xml") ? Lists(SafeXml.Load(package["word/numbering.xml"])) : [];
        links = package.Contains("word/_rels/document.xml.rels") ? Links(SafeXml.Load(package["word/_rels/document.xml.rels"])) : [];
        People = package.Contains("docProps/core.xml") ? PeopleIn(SafeXml.Load(package["docProps/core.xml"])) : [];
    }

    public XElement Body { get; }

    /// <summary>Headers and footers.</summary>
    public IReadOnlyList<XElement> Margins { get; }

    public bool HasComments { get; }

    /// <summary>Author and last editor as the file's properties name them.</summary>
    public IReadOnlyList<string> People { get; }

    /// <summary>Changes that were tracked and neither accepted nor rejected.</summary>
    public int OpenChanges => Body.Descendants().Count(element =>
        element.Name.Namespace == W.Main && element.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo" or "rPrChange" or "pPrChange" or "tblPrChange" or "trPrChange" or "tcPrChange" or "sectPrChange" or "cellIns" or "cellDel");

    public StyleMeaning StyleOf(string? id) => id is not null && styles.TryGetValue(id, out var style) ? style : StyleMeaning.None;

    /// <summary>Whether a list level is numbered; null when the number is unknown.</summary>
    public bool? IsOrdered(string numberId, int level) =>
        lists.TryGetValue(numberId, out var levels) && levels.TryGetValue(level, out var format) ? format is not ("bullet" or "none") : null;

    public string? Link(string? id) => id is not null && links.TryGetValue(id, out var target) ? target : null;

    private static bool IsMargin(string name) =>
        name.StartsWith("word/header", StringComparison.Ordinal) || name.StartsWith("word/footer", StringComparison.Ordinal);

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

    private static Dictionary<string, string> Links(XElement part) => part.Elements()
        .Where(relation => relation.Attribute("Type")?.Value.EndsWith("/hyperlink", StringComparison.Ordinal) == true)
        .GroupBy(relation => relation.Attribute("Id")?.Value ?? "")
        .ToDictionary(group => group.Key, group => group.First().Attribute("Target")?.Value ?? "");

    private static List<string> PeopleIn(XElement part) =>
    [
        .. part.Elements()
            .Where(property => property.Name.LocalName is "creator" or "lastModifiedBy")
            .Select(property => property.Value.Trim())
            .Where(name => name.Length > 0 && name != "PartnerOffice")
            .Distinct(),
    ];
}
