using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>The styles of a template as people left them: ours are found by their name and put back where they are gone.</summary>
/// <remarks>Word in German gives "heading 1" the id "berschrift1" when it saves; what we write would lose its style without this.</remarks>
internal sealed class TemplateStyles
{
    private const string Part = "word/styles.xml";

    private readonly PartsPackage package;
    private readonly XElement root;
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private bool isChanged;

    public TemplateStyles(PartsPackage package)
    {
        this.package = package;
        root = XElement.Parse(package.RootElement(Part), LoadOptions.PreserveWhitespace);

        var known = root.Elements(W.Style).Where(style => IdOf(style) is not null).ToList();
        var byName = known.GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => IdOf(group.First())!, StringComparer.OrdinalIgnoreCase);
        var all = known.Select(style => IdOf(style)!).ToHashSet(StringComparer.Ordinal);
        var missing = new List<XElement>();
        foreach (var ours in XElement.Parse(WordParts.Resource("styles.xml")).Elements(W.Style))
        {
            var id = IdOf(ours)!;
            if (all.Contains(id))
                continue;
            if (byName.TryGetValue(NameOf(ours), out var renamed))
                ids[id] = renamed;
            else if (ours.Attribute(W.Main + "default") is null)
                missing.Add(ours);
        }

        // Only now are all renamed ids known that a style put back may be based on.
        foreach (var style in missing)
        {
            foreach (var reference in style.Elements().Where(element => element.Name.LocalName is "basedOn" or "next" or "link"))
                reference.SetAttributeValue(W.Value, IdOf(reference.Val()!));
            root.Add(style);
            isChanged = true;
        }
    }

    /// <summary>The template's id for one of our styles.</summary>
    public string IdOf(string ours) => ids.GetValueOrDefault(ours, ours);

    /// <summary>Gives what we wrote the template's own ids.</summary>
    public void Apply(IEnumerable<OpenXmlElement> roots)
    {
        if (ids.Count == 0)
            return;

        foreach (var element in roots.SelectMany(root => root.Descendants()))
        {
            switch (element)
            {
                case ParagraphStyleId { Val.Value: { } id } paragraph:
                    paragraph.Val = IdOf(id);
                    break;
                case RunStyle { Val.Value: { } id } run:
                    run.Val = IdOf(id);
                    break;
                case TableStyle { Val.Value: { } id } table:
                    table.Val = IdOf(id);
                    break;
            }
        }
    }

    public void Save()
    {
        if (isChanged)
            package.SetXml(Part, root.ToString(SaveOptions.DisableFormatting));
    }

    private static string? IdOf(XElement style) => style.Attribute(W.Main + "styleId")?.Value;

    // A person's alias stands behind a comma.
    private static string NameOf(XElement style) => (style.Element(W.Main + "name").Val() ?? "").Split(',')[0].Trim();
}
