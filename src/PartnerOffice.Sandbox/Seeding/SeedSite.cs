namespace PartnerOffice.Sandbox;

/// <summary>A SharePoint site.</summary>
/// <param name="Id">Graph's site id: <c>host,site-collection-guid,web-guid</c>, or any id without a slash.</param>
/// <param name="Name">The name people read.</param>
public sealed record SeedSite(string Id, string Name)
{
    /// <summary>The address people would open; made up from the tenant and the name when null.</summary>
    public string? WebUrl { get; init; }

    /// <summary>The document libraries.</summary>
    public IReadOnlyList<SeedLibrary> Libraries { get; init; } = [];

    /// <summary>The addresses of those who may open it; null for everybody in the tenant.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>Whether somebody shared it with everybody in the organisation.</summary>
    public bool OpenToEveryone { get; init; }
}
