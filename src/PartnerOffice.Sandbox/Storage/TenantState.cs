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

/// <summary>Somebody wants to hear when this drive, list or calendar changes.</summary>
/// <param name="DriveId">The drive; null when it is a calendar.</param>
/// <param name="Told">The turn of the drive or calendar that was told of last.</param>
internal sealed record SubscriptionState(string Id, string AppId, string Resource, string? DriveId, string NotificationUrl, string? LifecycleUrl, string? ClientState, DateTimeOffset Expires, long Told)
{
    /// <summary>The address of the mailbox whose calendar it is.</summary>
    public string? Mailbox { get; init; }

    /// <summary>What counts as a change: created, updated and deleted, or some of them.</summary>
    public string ChangeType { get; init; } = "updated";

    /// <summary>Whether ids are told as the immutable ones.</summary>
    public bool TellsImmutableIds { get; init; }

    /// <summary>Whether the app must prove anew that it may hear; until then nothing is told.</summary>
    public bool IsChallenged { get; init; }
}

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
