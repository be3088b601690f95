using System.Xml;

namespace PartnerOffice.Documents.Gate;

/// <summary>What <c>[Content_Types].xml</c> says about the parts.</summary>
internal sealed class ContentTypes
{
    public const string PartName = "[Content_Types].xml";

    private const string Namespace = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly Dictionary<string, string> byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> byPart = [];

    /// <summary>The declared type of a part, without parameters; null where none is declared.</summary>
    public string? Of(string name) =>
        byPart.GetValueOrDefault(EntryName.Key(name)) ?? byExtension.GetValueOrDefault(Path.GetExtension(name).TrimStart('.'));

    /// <summary>Takes one element of the part.</summary>
    /// <exception cref="GateRefusal">It is unknown, contradicts another, or is one too many.</exception>
    public void Add(XmlReader element)
    {
        if (element.NamespaceURI != Namespace)
        {
            throw Broken();
        }

        switch (element.LocalName)
        {
            case "Types" when element.Depth == 0:
                break;
            case "Default" when element.Depth == 1:
                Add(byExtension, element.GetAttribute("Extension"), element.GetAttribute("ContentType"));
                break;
            case "Override" when element.Depth == 1:
                var name = element.GetAttribute("PartName");
                Add(byPart, name is ['/', ..] ? EntryName.Key(name[1..]) : null, element.GetAttribute("ContentType"));
                break;
            default:
                throw Broken();
        }
    }

    // The same part declared twice: some readers take the first, some the last.
    private void Add(Dictionary<string, string> types, string? key, string? type)
    {
        if (key is null || type is null || !types.TryAdd(key, type.Split(';')[0].Trim()))
        {
            throw Broken();
        }

        if (byExtension.Count + byPart.Count > GateLimits.TypeDeclarations)
        {
            throw new GateRefusal(GateCode.TooManyParts, PartName);
        }
    }

    private static GateRefusal Broken() => new(GateCode.BrokenPackage, PartName);
}
