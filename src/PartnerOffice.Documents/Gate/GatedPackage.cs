namespace PartnerOffice.Documents.Gate;

/// <summary>A package from outside that passed the gate: the only thing that readers take.</summary>
/// <remarks>
/// Every part was unpacked, counted and, if it is XML, read to its end under the limits. Names and relationships have one meaning.
/// What the text says, and what of it may go where, is the readers' question.
/// </remarks>
public sealed class GatedPackage
{
    private readonly Dictionary<string, GatedPart> byKey;
    private readonly ILookup<string, PackageRelationship> bySource;

    internal GatedPackage(
        PackageKind kind,
        ReadOnlyMemory<byte> bytes,
        GatedPart main,
        Dictionary<string, GatedPart> byKey,
        IReadOnlyList<PackageRelationship> relationships,
        IReadOnlyList<InventoryEntry> inventory)
    {
        Kind = kind;
        Bytes = bytes;
        Main = main;
        this.byKey = byKey;
        Parts = [.. byKey.Values.OrderBy(part => part.Entry.Data)];
        Relationships = relationships;
        bySource = relationships.Where(relationship => relationship.Source is not null).ToLookup(relationship => EntryName.Key(relationship.Source!));
        Inventory = inventory;
    }

    /// <summary>What it is.</summary>
    public PackageKind Kind { get; }

    /// <summary>The whole file, for readers that insist on a package of their own.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The document or the workbook itself.</summary>
    public GatedPart Main { get; }

    /// <summary>Whether it is a template (.dotx, .xltx).</summary>
    public bool IsTemplate => Main.ContentType?.Contains("template", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>All parts in the order of the zip, with those that hold types and relationships.</summary>
    public IReadOnlyList<GatedPart> Parts { get; }

    /// <summary>All relationships, those of the package among them.</summary>
    public IReadOnlyList<PackageRelationship> Relationships { get; }

    /// <summary>What it holds besides its text and its form.</summary>
    public IReadOnlyList<InventoryEntry> Inventory { get; }

    /// <summary>The part of this name, with or without a leading slash, in any case; null for none.</summary>
    public GatedPart? Find(string name) => byKey.GetValueOrDefault(EntryName.Key(name.TrimStart('/')));

    /// <summary>The relationships of a part.</summary>
    public IEnumerable<PackageRelationship> RelationshipsOf(GatedPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return bySource[EntryName.Key(part.Name)];
    }

    /// <summary>The part to which a part's relationship leads; null where there is none, or where it leads out.</summary>
    public GatedPart? Follow(GatedPart part, string relationshipId) =>
        RelationshipsOf(part).FirstOrDefault(relationship => relationship.Id == relationshipId) is { Part: { } target } ? Find(target) : null;
}
