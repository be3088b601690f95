using System.Net;

namespace PartnerOffice.Graph;

/// <summary>From status and code to the exception a caller can act on. Never from the message: Microsoft rewords it.</summary>
internal static class GraphErrors
{
    public static GraphException Create(GraphFailure failure) => ByCode(failure) ?? ByStatus(failure);

    /// <summary>
    /// What a failed change may have left behind. Refused before the work: nothing. Time-outs and failures of the server: who knows;
    /// unless it said when to come back, which it says before the work.
    /// </summary>
    public static GraphOutcome Outcome(HttpStatusCode status, bool hasRetryAfter, bool absenceIsUnknown) => (int)status switch
    {
        404 when absenceIsUnknown => GraphOutcome.Unknown,
        408 => GraphOutcome.Unknown,
        >= 300 and < 500 or 501 or 505 or 507 or 509 => GraphOutcome.NotDone,
        503 when hasRetryAfter => GraphOutcome.NotDone,
        _ => GraphOutcome.Unknown,
    };

    /// <summary>The status that a code would have come with, for failures told inside a success; a code we do not know is a failure of the server.</summary>
    public static HttpStatusCode StatusOf(string code) => (HttpStatusCode)(code.ToUpperInvariant() switch
    {
        "INVALIDARGUMENT" or "INVALIDREFERENCE" or "INVALIDREQUEST" or "INSERTDELETECONFLICT" or "NONBLANKCELLOFFSHEET"
            or "FILTEREDRANGECONFLICT" or "RANGEEXCEEDSLIMIT" or "PAYLOADTOOLARGEUNCATEGORIZED" or "BADREQUESTUNCATEGORIZED"
            or "UNSUPPORTEDWORKBOOK" => 400,
        "UNAUTHORIZED" or "UNAUTHORIZEDUNCATEGORIZED" => 401,
        "ACCESSDENIED" or "FORBIDDENUNCATEGORIZED" or "OPENWORKBOOKACCESSDENIED" or "FILEOPENUSERUNAUTHORIZED" => 403,
        "ITEMNOTFOUND" => 404,
        "ACCESSCONFLICT" or "CONFLICTUNCATEGORIZED" or "RESOURCEMODIFIED" => 409,
        "RESOURCELOCKED" => 423,
        "TOOMANYREQUESTS" or "TOOMANYREQUESTSUNCATEGORIZED" or "ACTIVITYLIMITREACHED" => 429,
        "TRANSIENTFAILURE" or "SERVICENOTAVAILABLE" or "SERVICEUNAVAILABLEUNCATEGORIZED" => 503,
        "GATEWAYTIMEOUTUNCATEGORIZED" => 504,
        _ => 500,
    });

    // Some codes come with several status codes, depending on the age of the service behind Graph.
    private static GraphException? ByCode(GraphFailure failure) => failure.Code.ToUpperInvariant() switch
    {
        "RESOURCELOCKED" or "ACCESSCONFLICT" or "CONFLICTUNCATEGORIZED" or "INVALIDSESSIONACCESSCONFLICT" or "LOCKMISMATCH"
            => new LockedException(failure),
        "NAMEALREADYEXISTS" => new NameTakenException(failure),
        "RESOURCEMODIFIED" or "ENTITYTAGDOESNOTMATCH" => new PreconditionFailedException(failure),
        "INVALIDSESSIONUNSUPPORTEDWORKBOOK" or "UNSUPPORTEDWORKBOOK" => new InvalidRequestException(failure),
        "ERRORDUPLICATETRANSACTIONID" => new DuplicateTransactionException(failure),
        "SYNCSTATENOTFOUND" or "RESYNCREQUIRED" => new ResyncRequiredException(failure),
        "INVALIDSESSIONAUTHENTICATION" => new AccessDeniedException(failure),
        var code when code.StartsWith("INVALIDSESSION", StringComparison.Ordinal) => new WorkbookSessionLostException(failure),
        _ => null,
    };

    private static GraphException ByStatus(GraphFailure failure) => (int)failure.Status.GetValueOrDefault() switch
    {
        401 => new SignInException(failure),
        403 => new AccessDeniedException(failure),
        404 => new NotFoundException(failure),
        409 => new ConflictException(failure),
        410 => new ResyncRequiredException(failure),
        412 => new PreconditionFailedException(failure),
        423 => new LockedException(failure),
        429 or 509 => new ThrottledException(failure),
        503 when failure.RetryAfter is not null => new ThrottledException(failure),
        507 => new QuotaExceededException(failure),
        408 or >= 500 => new UnavailableException(failure),
        _ => new InvalidRequestException(failure),
    };
}
