namespace PartnerOffice.Sandbox;

/// <summary>What must exist in the sandbox before the first request: tenants with their apps, sites, libraries and mailboxes.</summary>
/// <remarks>
/// Seeding adds what is missing and changes nothing that exists, so it may run at every start. What is found by its id
/// (tenant, site, drive, address) is left as it stands; new libraries, columns, certificates, roles and grants are added to it.
/// </remarks>
public sealed record SandboxSeed
{
    /// <summary>The tenants; two for a partnership.</summary>
    public IReadOnlyList<SeedTenant> Tenants { get; init; } = [];
}
