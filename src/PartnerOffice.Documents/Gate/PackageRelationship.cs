namespace PartnerOffice.Documents.Gate;

/// <summary>A relationship of a part, or of the package as a whole.</summary>
/// <param name="Source">The part it belongs to; null for the package.</param>
/// <param name="Id">Unique among those of its source.</param>
/// <param name="Type">As it is written, transitional or strict.</param>
/// <param name="Target">As it is written. Never fetched, and never to be fetched.</param>
/// <param name="IsExternal">It leads out of the package.</param>
/// <param name="Part">The part it leads to; null where it leads out, or where there is none.</param>
public sealed record PackageRelationship(string? Source, string Id, string Type, string Target, bool IsExternal, string? Part)
{
    /// <summary>The last word of the type, which is the same in both dialects: <c>hyperlink</c>, <c>image</c>.</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];
}
