namespace PartnerOffice.Sandbox;

/// <summary>A document library: one drive and one list over the same files.</summary>
/// <param name="Name">The name people read; also its folder on disk.</param>
/// <param name="DriveId">The id under <c>/drives</c>.</param>
/// <param name="ListId">The id under <c>/sites/{id}/lists</c>, a GUID.</param>
public sealed record SeedLibrary(string Name, string DriveId, string ListId)
{
    /// <summary>The columns that its owner added.</summary>
    public IReadOnlyList<SeedColumn> Columns { get; init; } = [];

    /// <summary>Folders below the root that must exist, such as <c>Protokolle/2026</c>.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Whether a new file stays checked out, and invisible to others, until somebody checks it in.</summary>
    public bool ForceCheckout { get; init; }
}
