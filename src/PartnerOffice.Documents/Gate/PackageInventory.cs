namespace PartnerOffice.Documents.Gate;

/// <summary>Lists what a package holds besides its text and its form.</summary>
internal static class PackageInventory
{
    /// <summary>By the last word of the relationship that leads to the part.</summary>
    private static readonly Dictionary<string, InventoryKind> ByRelationship = new(StringComparer.OrdinalIgnoreCase)
    {
        ["comments"] = InventoryKind.Comments,
        ["commentsExtended"] = InventoryKind.Comments,
        ["commentsIds"] = InventoryKind.Comments,
        ["commentsExtensible"] = InventoryKind.Comments,
        ["people"] = InventoryKind.Comments,
        ["person"] = InventoryKind.Comments,
        ["threadedComment"] = InventoryKind.Comments,
        ["customXml"] = InventoryKind.CustomXml,
        ["custom-properties"] = InventoryKind.CustomProperties,
        ["classificationlabels"] = InventoryKind.SensitivityLabel,
        ["footnotes"] = InventoryKind.Notes,
        ["endnotes"] = InventoryKind.Notes,
        ["glossaryDocument"] = InventoryKind.Glossary,
        ["chart"] = InventoryKind.Chart,
        ["chartEx"] = InventoryKind.Chart,
        ["diagramData"] = InventoryKind.Diagram,
        ["diagramDrawing"] = InventoryKind.Diagram,
        ["thumbnail"] = InventoryKind.Thumbnail,
        ["font"] = InventoryKind.EmbeddedFont,
        ["printerSettings"] = InventoryKind.PrinterSettings,
        ["webextension"] = InventoryKind.WebExtension,
        ["webextensiontaskpanes"] = InventoryKind.WebExtension,
        ["extensibility"] = InventoryKind.Customization,
        ["keyMapCustomizations"] = InventoryKind.Customization,
        ["externalLink"] = InventoryKind.ExternalWorkbook,
        ["connections"] = InventoryKind.DataConnection,
        ["queryTable"] = InventoryKind.DataConnection,
        ["pivotCacheDefinition"] = InventoryKind.PivotData,
        ["pivotCacheRecords"] = InventoryKind.PivotData,
        ["powerPivotData"] = InventoryKind.PivotData,
        ["revisionHeaders"] = InventoryKind.RevisionLog,
        ["usernames"] = InventoryKind.RevisionLog,
    };

    public static List<InventoryEntry> Of(
        IReadOnlyCollection<GatedPart> parts, IReadOnlyList<PackageRelationship> relationships, IEnumerable<InventoryEntry> seen)
    {
        var entries = new List<InventoryEntry>(seen);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var relationship in relationships)
        {
            if (relationship.IsExternal)
            {
                entries.Add(new(External(relationship), relationship.Source, relationship.Id));
            }
            else if (relationship.Part is { } part && reached.Add(part) && ByRelationship.TryGetValue(relationship.Kind, out var kind))
            {
                entries.Add(new(kind, part, null));
            }
        }

        foreach (var part in parts)
        {
            if (part.ContentType is null && part.Name != ContentTypes.PartName)
            {
                entries.Add(new(InventoryKind.Untyped, part.Name, null));
            }

            if (part.ContentType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) is true)
            {
                entries.Add(new(IsDots(part.ContentType) ? InventoryKind.Picture : InventoryKind.Metafile, part.Name, null));
            }

            if (!reached.Contains(part.Name) && part.Name != ContentTypes.PartName && !RelationshipParts.IsOne(part.Name, out _))
            {
                entries.Add(new(InventoryKind.Unreferenced, part.Name, null));
            }
        }

        return entries;
    }

    private static InventoryKind External(PackageRelationship relationship) => relationship.Kind.ToUpperInvariant() switch
    {
        "ATTACHEDTEMPLATE" => InventoryKind.AttachedTemplate,
        "IMAGE" => InventoryKind.LinkedPicture,
        "HYPERLINK" => InventoryKind.Hyperlink,
        _ => InventoryKind.OtherExternal,
    };

    private static bool IsDots(string type) => type.ToUpperInvariant() is "IMAGE/PNG" or "IMAGE/JPEG" or "IMAGE/JPG" or "IMAGE/GIF" or "IMAGE/BMP";
}
