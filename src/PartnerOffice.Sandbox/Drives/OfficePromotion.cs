using System.IO.Packaging;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PartnerOffice.Sandbox;

/// <summary>
/// What SharePoint does to an Office file after an upload: it writes the library's columns and the content type into
/// custom XML and the custom properties, so that size and hash are no longer those of the uploaded bytes.
/// </summary>
internal static class OfficePromotion
{
    private const string MetadataNamespace = "http://schemas.microsoft.com/office/2006/metadata/properties";
    private const string CustomXmlRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
    private const string CustomXmlPropertiesRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps";
    private const string MainPartRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    private const string CustomPropertiesRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";
    private const string DocumentContentType = "0x010100";

    private static readonly XNamespace CustomProperties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    private static readonly XNamespace PropertyTypes = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

    /// <summary>The rewritten file; the same bytes where it is no package that SharePoint could read.</summary>
    public static byte[] Rewrite(byte[] content, Guid uniqueId, IReadOnlyDictionary<string, JsonNode?> fields)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        try
        {
            using (var package = Package.Open(stream, FileMode.Open, FileAccess.ReadWrite))
            {
                if (package.GetRelationshipsByType(MainPartRelation).FirstOrDefault() is not { } main)
                {
                    return content;
                }

                WriteColumns(package, package.GetPart(PackUriHelper.ResolvePartUri(new Uri("/", UriKind.Relative), main.TargetUri)), uniqueId, fields);
                WriteContentType(package);
            }
        }
        catch (Exception unreadable) when (unreadable is FileFormatException or InvalidDataException or IOException or UriFormatException or InvalidOperationException or System.Xml.XmlException)
        {
            return content;
        }

        return stream.ToArray();
    }

    private static void WriteColumns(Package package, PackagePart main, Guid uniqueId, IReadOnlyDictionary<string, JsonNode?> fields)
    {
        XNamespace metadata = MetadataNamespace;
        XNamespace columns = uniqueId.ToString("D");
        var text = new XDocument(new XElement(
            metadata + "properties",
            new XElement("documentManagement", fields.Select(field => new XElement(columns + System.Xml.XmlConvert.EncodeLocalName(field.Key), field.Value?.ToString())))));
        var part = FindOurs(package, main, metadata + "properties") ?? AddOurs(package, main);
        Write(part, text);
    }

    private static PackagePart? FindOurs(Package package, PackagePart main, XName root)
    {
        foreach (var relation in main.GetRelationshipsByType(CustomXmlRelation))
        {
            var uri = PackUriHelper.ResolvePartUri(main.Uri, relation.TargetUri);
            if (package.PartExists(uri) && Read(package.GetPart(uri)).Root?.Name == root)
            {
                return package.GetPart(uri);
            }
        }

        return null;
    }

    private static PackagePart AddOurs(Package package, PackagePart main)
    {
        var number = Enumerable.Range(1, int.MaxValue).First(candidate => !package.PartExists(new Uri($"/customXml/item{candidate}.xml", UriKind.Relative)));
        var part = package.CreatePart(new Uri($"/customXml/item{number}.xml", UriKind.Relative), "application/xml", CompressionOption.Normal);
        main.CreateRelationship(part.Uri, TargetMode.Internal, CustomXmlRelation);
        var properties = package.CreatePart(
            new Uri($"/customXml/itemProps{number}.xml", UriKind.Relative), "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", CompressionOption.Normal);
        part.CreateRelationship(properties.Uri, TargetMode.Internal, CustomXmlPropertiesRelation);
        XNamespace customXml = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
        Write(properties, new XDocument(new XElement(
            customXml + "datastoreItem",
            new XAttribute(customXml + "itemID", $"{{{Guid.NewGuid().ToString("D").ToUpperInvariant()}}}"),
            new XElement(customXml + "schemaRefs", new XElement(customXml + "schemaRef", new XAttribute(customXml + "uri", MetadataNamespace))))));
        return part;
    }

    private static void WriteContentType(Package package)
    {
        var part = package.GetRelationshipsByType(CustomPropertiesRelation).FirstOrDefault() is { } relation
            ? package.GetPart(PackUriHelper.ResolvePartUri(new Uri("/", UriKind.Relative), relation.TargetUri))
            : null;
        if (part is null)
        {
            part = package.CreatePart(new Uri("/docProps/custom.xml", UriKind.Relative), "application/vnd.openxmlformats-officedocument.custom-properties+xml", CompressionOption.Normal);
            package.CreateRelationship(part.Uri, TargetMode.Internal, CustomPropertiesRelation);
            Write(part, new XDocument(new XElement(CustomProperties + "Properties")));
        }

        var document = Read(part);
        var properties = document.Root!.Elements(CustomProperties + "property").ToList();
        if (properties.Any(property => property.Attribute("name")?.Value == "ContentTypeId"))
        {
            return;
        }

        var next = properties.Select(property => (int?)property.Attribute("pid")).Max() ?? 1;
        document.Root.Add(new XElement(
            CustomProperties + "property",
            new XAttribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"), new XAttribute("pid", next + 1), new XAttribute("name", "ContentTypeId"),
            new XElement(PropertyTypes + "lpwstr", DocumentContentType)));
        Write(part, document);
    }

    private static XDocument Read(PackagePart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return XDocument.Load(stream);
    }

    private static void Write(PackagePart part, XDocument document)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        document.Save(writer);
    }
}
