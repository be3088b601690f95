using System.Globalization;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Errors as Graph writes them.</summary>
internal static class ErrorJson
{
    public static GraphAnswer Answer(GraphRefusal refusal, string requestId, GraphCallParts parts, DateTimeOffset now)
    {
        var inner = new JsonObject();
        if (refusal.InnerCode is { } code)
        {
            inner["code"] = code;
        }

        inner["date"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        inner["request-id"] = requestId;
        inner["client-request-id"] = parts.Headers["client-request-id"] is [{ } given] ? given : requestId;
        var answer = new GraphAnswer(refusal.Status)
        {
            Json = new JsonObject { ["error"] = new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Message, ["innerError"] = inner } },
        };
        foreach (var (name, value) in refusal.Headers)
        {
            answer.Headers[name] = value;
        }

        return answer;
    }

    /// <summary>The refusal that a rule asks for, with the code that usually comes with its status.</summary>
    public static GraphRefusal RefusalOf(FaultRule rule, DateTimeOffset now)
    {
        var (code, message) = rule.Status switch
        {
            400 => ("invalidRequest", "The request is malformed or incorrect."),
            401 => ("InvalidAuthenticationToken", "Continuous access evaluation resulted in challenge."),
            403 => ("accessDenied", "Access denied"),
            404 => ("itemNotFound", "The resource could not be found."),
            409 => ("resourceModified", "ETag does not match current item's value"),
            410 => ("resyncRequired", "Resync required. Replace any local items with the server's version."),
            412 => ("resourceModified", "ETag does not match current item's value"),
            413 => ("requestEntityTooLarge", "The request is too large."),
            416 => ("invalidRange", "The range is not what is expected."),
            423 => ("resourceLocked", "The resource you are attempting to access is locked"),
            429 => ("activityLimitReached", "The request has been throttled."),
            500 => ("generalException", "General exception while processing."),
            502 => ("badGateway", "Failed to forward the request."),
            503 => ("serviceNotAvailable", "The service is not available."),
            504 => ("gatewayTimeout", "The request timed out."),
            507 => ("quotaLimitReached", "The user or the library has reached its quota limit."),
            509 => ("bandwidthLimitExceeded", "The bandwidth limit is exceeded."),
            _ => ("generalException", "Injected by a fault rule."),
        };
        var refusal = new GraphRefusal(rule.Status, rule.Code ?? code, message, rule.InnerCode);
        if (rule.RetryAfter is { } wait)
        {
            refusal.Headers["Retry-After"] = rule.RetryAfterAsDate
                ? (now + wait).ToString("R", CultureInfo.InvariantCulture)
                : ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return refusal;
    }
}
