namespace PartnerOffice.Sandbox;

/// <summary>An upload session. Its bytes lie beside it in a <c>.part</c> file; what lies beyond <see cref="Received"/> is not counted.</summary>
internal sealed record UploadState
{
    public required string Id { get; init; }
    public required string TenantId { get; init; }
    public required string DriveId { get; init; }
    public required string ParentId { get; init; }
    public List<string> MissingFolders { get; init; } = [];
    public required string Name { get; init; }

    /// <summary>The item that is replaced; null when the session began for a new one.</summary>
    public string? ItemId { get; init; }
    public required string ConflictBehavior { get; init; }
    public string? IfMatch { get; init; }
    public string? Description { get; init; }
    public DateTimeOffset? ClientCreated { get; init; }
    public DateTimeOffset? ClientModified { get; init; }
    public bool DeferCommit { get; init; }
    public long? Total { get; init; }
    public long Received { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public required Actor By { get; init; }
    public List<string> Permissions { get; init; } = [];
}
