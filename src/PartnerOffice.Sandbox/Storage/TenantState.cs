namespace PartnerOffice.Sandbox;

/// <summary>What a tenant is: written to <c>.state/tenant.json</c> by seeding and by nothing else.</summary>
internal sealed record TenantState
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Folder { get; init; }
    public List<AppState> Apps { get; init; } = [];
    public List<SiteState> Sites { get; init; } = [];
    public List<MailboxState> Mailboxes { get; init; } = [];
    public List<UserState> Users { get; init; } = [];
    public List<SeedGrant> Grants { get; init; } = [];
    public List<SubscriptionState> Subscriptions { get; init; } = [];
}

/// <summary>Somebody wants to hear when this drive or list changes.</summary>
/// <param name="Told">The turn of the drive that was told of last.</param>
internal sealed record SubscriptionState(string Id, string AppId, string Resource, string DriveId, string NotificationUrl, string? LifecycleUrl, string? ClientState, DateTimeOffset Expires, long Told);

internal sealed record AppState(string ClientId, string DisplayName)
{
    public List<string> Certificates { get; init; } = [];
    public List<string> CertificateThumbprints { get; init; } = [];
    public List<string> Roles { get; init; } = [];
    public List<SeedFederation> Federations { get; init; } = [];
    public List<string> DelegatedScopes { get; init; } = [];
    public List<string> ExposedScopes { get; init; } = [];
    public bool AllowsPublicClients { get; init; }
}

internal sealed record SiteState(string Id, string Name, string WebUrl)
{
    public List<LibraryState> Libraries { get; init; } = [];
    public List<string>? Members { get; init; }
    public bool OpenToEveryone { get; init; }
}

internal sealed record LibraryState(string Name, string DriveId, string ListId, string Folder, DateTimeOffset Created)
{
    public List<SeedColumn> Columns { get; init; } = [];
    public bool ForceCheckout { get; init; }
}

internal sealed record MailboxState(string Address, string DisplayName, string UserId);

internal sealed record UserState(string UserPrincipalName, string DisplayName, string ObjectId);
