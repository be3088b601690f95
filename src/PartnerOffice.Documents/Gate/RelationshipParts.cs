using System.Xml;

namespace PartnerOffice.Documents.Gate;

/// <summary>Reads the relationships of all parts and finds where they lead.</summary>
internal sealed class RelationshipParts(Func<string, string?> partOf)
{
    private const string Namespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<PackageRelationship> all = [];
    private readonly HashSet<(string? Source, string Id)> ids = [];

    /// <summary>Everything read so far.</summary>
    public IReadOnlyList<PackageRelationship> All => all;

    /// <summary>Whether a part holds relationships, and whose: null stands for the package.</summary>
    public static bool IsOne(string name, out string? source)
    {
        var slash = name.LastIndexOf('/');
        var folder = slash < 0 ? "" : name[..slash];
        var file = name[(slash + 1)..];
        source = null;
        if (!file.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            || !(folder.Equals("_rels", StringComparison.OrdinalIgnoreCase) || folder.EndsWith("/_rels", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var owner = file[..^".rels".Length];
        source = owner.Length == 0 && folder.Length == "_rels".Length ? null : folder[..^"_rels".Length] + owner;
        return true;
    }

    /// <summary>Takes one element of a relationships part.</summary>
    /// <exception cref="GateRefusal">It is unknown, has the id of another, or is one too many.</exception>
    public void Add(XmlReader element, string place, string? source)
    {
        if (element is not { NamespaceURI: Namespace, LocalName: "Relationships", Depth: 0 } and not { NamespaceURI: Namespace, LocalName: "Relationship", Depth: 1 })
        {
            throw new GateRefusal(GateCode.BrokenPackage, place);
        }

        if (element.Depth == 0)
        {
            return;
        }

        var (id, type, target, mode) = (
            element.GetAttribute("Id"), element.GetAttribute("Type"), element.GetAttribute("Target"), element.GetAttribute("TargetMode"));
        if (id is null || type is null || target is null || mode is not (null or "Internal" or "External")
            || !ids.Add((source is null ? null : EntryName.Key(source), id)))
        {
            throw new GateRefusal(GateCode.BrokenPackage, place);
        }

        // "Internal" with an address of its own leads out all the same, whatever it calls itself.
        var isExternal = mode == "External" || HasScheme(target);
        all.Add(new(source, id, type.Trim(), target, isExternal, isExternal ? null : Resolve(source, target)));
        if (all.Count > GateLimits.Relationships)
        {
            throw new GateRefusal(GateCode.TooManyParts, place);
        }
    }

    private static bool HasScheme(string target)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        var slash = target.AsSpan().IndexOfAny('/', '?', '#');
        return target.StartsWith("//", StringComparison.Ordinal) || target.StartsWith('\\') || (colon >= 0 && (slash < 0 || colon < slash));
    }

    private string? Resolve(string? source, string target)
    {
        var end = target.AsSpan().IndexOfAny('#', '?');
        var path = end < 0 ? target : target[..end];
        if (path.Length == 0)
        {
            return null;
        }

        var folder = source is null || path.StartsWith('/') ? "" : source[..(source.LastIndexOf('/') + 1)];
        var segments = new List<string>();
        foreach (var segment in (folder + path.TrimStart('/')).Split('/'))
        {
            switch (segment)
            {
                case ".":
                    break;
                case ".." when segments.Count == 0:
                    return null;
                case "..":
                    segments.RemoveAt(segments.Count - 1);
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return partOf(EntryName.Key(string.Join('/', segments)));
    }
}
