namespace PartnerOffice.Sandbox;

/// <summary>A Microsoft 365 tenant.</summary>
/// <param name="Id">The tenant id, a GUID.</param>
/// <param name="Name">The name people read; also the name of its folder on disk, with characters that no file system minds.</param>
public sealed record SeedTenant(string Id, string Name)
{
    /// <summary>The app registrations with admin consent in this tenant.</summary>
    public IReadOnlyList<SeedApp> Apps { get; init; } = [];

    /// <summary>The SharePoint sites.</summary>
    public IReadOnlyList<SeedSite> Sites { get; init; } = [];

    /// <summary>The Exchange mailboxes; a shared mailbox and a person's mailbox are alike here.</summary>
    public IReadOnlyList<SeedMailbox> Mailboxes { get; init; } = [];

    /// <summary>The accounts of people, beside those that a mailbox brings.</summary>
    public IReadOnlyList<SeedUser> Users { get; init; } = [];

    /// <summary>What was granted to an app on one resource, beside the consent.</summary>
    public IReadOnlyList<SeedGrant> Grants { get; init; } = [];
}
