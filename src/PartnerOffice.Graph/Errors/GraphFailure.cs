using System.Net;

namespace PartnerOffice.Graph;

/// <summary>The facts of a failed request, as every <see cref="GraphException"/> carries them.</summary>
/// <param name="Scope">What a wait or a limit applies to: an app in a tenant, a mailbox or a workbook. It names no person.</param>
/// <param name="Status">Null when no answer came.</param>
/// <param name="Code">The most detailed code we know of those in the answer; empty when it had none.</param>
/// <param name="RequestId">Microsoft's number for the request.</param>
/// <param name="ClientRequestId">Ours.</param>
/// <param name="RetryAfter">How long Graph wants to be left alone, counted from the answer.</param>
/// <param name="Location">Where an answer points to, as 410 does for a new start.</param>
public sealed record GraphFailure(
    GraphOutcome Outcome,
    string Scope,
    HttpStatusCode? Status = null,
    string Code = "",
    string? RequestId = null,
    string? ClientRequestId = null,
    TimeSpan? RetryAfter = null,
    Uri? Location = null);
