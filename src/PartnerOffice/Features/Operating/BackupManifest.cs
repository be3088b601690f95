namespace PartnerOffice.Features.Operating;

/// <summary>What a backup holds.</summary>
/// <param name="LastAudit">The hash of the audit log's last entry: a log that was cut off since does not hold it.</param>
internal sealed record BackupManifest(DateTimeOffset At, IReadOnlyList<string> Files, string? LastAudit);
