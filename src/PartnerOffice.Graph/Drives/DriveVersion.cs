namespace PartnerOffice.Graph;

/// <summary>One version in a file's history. Graph can restore one, but not delete one.</summary>
public sealed record DriveVersion(string Id, DateTimeOffset LastModified, long Size, string? LastModifiedByApplication);
