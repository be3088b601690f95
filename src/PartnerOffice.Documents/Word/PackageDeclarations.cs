using System.Globalization;
using System.Xml.Linq;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>Makes a new part known to a package: its content type, and the relationship that leads to it.</summary>
internal static class PackageDeclarations
{
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <param name="source">The part that refers to the new one; "" for the package.</param>
    public static void Add(PartsPackage package, string source, string part, string contentType, string relation)
    {
        var folder = source[..(source.LastIndexOf('/') + 1)];
        var relations = $"{folder}_rels/{source[folder.Length..]}.rels";
        Declare(package, "[Content_Types].xml", "/" + part, _ => new XElement(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", contentType)));
        Declare(package, relations, relation, known => new XElement(
            Relations + "Relationship",
            new XAttribute("Id", "rId" + (1 + known.Elements().Select(Number).DefaultIfEmpty(0).Max()).ToString(CultureInfo.InvariantCulture)),
            new XAttribute("Type", relation),
            new XAttribute("Target", part[folder.Length..])));
    }

    /// <summary>Takes a part out of a package, with everything that leads to it from one other.</summary>
    public static void Remove(PartsPackage package, string source, string part)
    {
        var folder = source[..(source.LastIndexOf('/') + 1)];
        var relations = $"{folder}_rels/{source[folder.Length..]}.rels";
        var target = part.StartsWith(folder, StringComparison.Ordinal) ? part[folder.Length..] : "/" + part;
        Undeclare(package, "[Content_Types].xml", entry => entry.Attribute("PartName")?.Value == "/" + part);
        Undeclare(package, relations, entry => entry.Attribute("Target")?.Value is { } to && (to == target || to == "/" + part));
        package.Remove(part);
    }

    private static void Undeclare(PartsPackage package, string part, Func<XElement, bool> isMeant)
    {
        var element = XElement.Parse(package.RootElement(part));
        foreach (var entry in element.Elements().Where(isMeant).ToList())
            entry.Remove();
        package.SetXml(part, element.ToString(SaveOptions.DisableFormatting));
    }

    private static void Declare(PartsPackage package, string part, string sign, Func<XElement, XElement> entry)
    {
        var element = XElement.Parse(package.RootElement(part));
        if (element.Elements().Attributes().Any(attribute => attribute.Value == sign))
            return;

        element.Add(entry(element));
        package.SetXml(part, element.ToString(SaveOptions.DisableFormatting));
    }

    private static int Number(XElement relationship) =>
        relationship.Attribute("Id")?.Value is { Length: > 3 } id && int.TryParse(id.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
