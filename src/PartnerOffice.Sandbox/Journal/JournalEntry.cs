namespace PartnerOffice.Sandbox;

/// <summary>One request as the sandbox saw it; a request inside a <c>$batch</c> is one of its own.</summary>
/// <param name="Number">Counted from 1, in the order of the answers.</param>
/// <param name="At">When it came, by the sandbox's clock.</param>
/// <param name="TenantId">The tenant of the token; null when there was no valid one.</param>
/// <param name="AppId">The app of the token.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, decoded, without the query.</param>
/// <param name="Template">The path as Microsoft's description has it; null when the sandbox serves no such path.</param>
/// <param name="Status">What was answered; 0 when the connection was broken.</param>
/// <param name="Units">SharePoint's resource units.</param>
/// <param name="Fault">The fault rule that struck.</param>
/// <param name="InsideRetryAfter">Whether the client had been asked to wait, in this scope, and did not.</param>
/// <param name="InBatch">Whether it came inside a <c>$batch</c>.</param>
/// <param name="RequestId">The id in the answer.</param>
/// <param name="ClientRequestId">The id that the client gave.</param>
/// <param name="ErrorCode">Graph's error code, when it was one.</param>
public sealed record JournalEntry(
    int Number,
    DateTimeOffset At,
    string? TenantId,
    string? AppId,
    string Method,
    string Path,
    string? Template,
    int Status,
    int Units,
    string? Fault,
    bool InsideRetryAfter,
    bool InBatch,
    string RequestId,
    string? ClientRequestId,
    string? ErrorCode);
