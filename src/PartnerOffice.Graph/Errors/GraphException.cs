using System.Net;

namespace PartnerOffice.Graph;

/// <summary>
/// Graph refused, failed, or could not be reached. The subtype says what a caller can do about it;
/// <see cref="Outcome"/> says whether anything may have happened.
/// </summary>
public class GraphException : Exception
{
    internal GraphException(string what, GraphFailure failure, Exception? cause = null)
        : base(Describe(what, failure), cause) => Failure = failure;

    /// <summary>All facts at once.</summary>
    public GraphFailure Failure { get; }

    /// <inheritdoc cref="GraphFailure.Outcome"/>
    public GraphOutcome Outcome => Failure.Outcome;

    /// <summary>Null when no answer came.</summary>
    public HttpStatusCode? Status => Failure.Status;

    /// <summary>The most detailed code we know of those in the answer; empty when it had none. Compare without regard to case.</summary>
    public string Code => Failure.Code;

    /// <summary>Microsoft's number for the request.</summary>
    public string? RequestId => Failure.RequestId;

    /// <summary>Our number for the request.</summary>
    public string? ClientRequestId => Failure.ClientRequestId;

    /// <summary>How long Graph wants to be left alone, counted from the answer.</summary>
    public TimeSpan? RetryAfter => Failure.RetryAfter;

    /// <summary>What a wait or a limit applies to: an app in a tenant, a mailbox or a workbook.</summary>
    public string Scope => Failure.Scope;

    // Codes and numbers only: Graph's own message can quote names and addresses.
    private static string Describe(string what, GraphFailure failure) =>
        $"{what} (status {(failure.Status is { } status ? (int)status : "none")}, code {(failure.Code.Length > 0 ? failure.Code : "none")}, "
        + $"request {failure.RequestId ?? "none"}, ours {failure.ClientRequestId ?? "none"}, {failure.Outcome}).";
}
