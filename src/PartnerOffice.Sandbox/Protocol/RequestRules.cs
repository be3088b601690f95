using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace PartnerOffice.Sandbox;

/// <summary>Refuses headers that Graph does not know or that are malformed, where real Graph would shrug: here a slip of the pen must show.</summary>
internal static partial class RequestRules
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Authorization", "Cache-Control", "Connection", "Content-Encoding", "Content-Length", "Content-Range", "Content-Type",
        "Cookie", "Date", "DNT", "Expect", "Host", "If-Match", "If-None-Match", "Keep-Alive", "Origin", "Pragma", "Prefer", "Priority", "Range", "Referer", "TE", "Transfer-Encoding", "Upgrade-Insecure-Requests", "User-Agent",
        "client-request-id", "return-client-request-id", "ConsistencyLevel", "workbook-session-id", "SdkVersion", "FeatureFlag", "OData-Version", "OData-MaxVersion",
        // What tracing adds by itself.
        "traceparent", "tracestate", "baggage", "Request-Id", "Correlation-Context",
    };

    public static void Check(IHeaderDictionary headers)
    {
        foreach (var name in headers.Keys.Where(name => !Known.Contains(name) && !name.StartsWith("sec-", StringComparison.OrdinalIgnoreCase) && !name.StartsWith(':')))
        {
            throw GraphRefusal.BadRequest($"The sandbox knows no request header '{name}'.");
        }

        if (headers["client-request-id"] is [{ } id] && !Guid.TryParse(id, out _))
        {
            throw GraphRefusal.BadRequest("client-request-id must be a GUID.");
        }

        foreach (var preference in headers["Prefer"].SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!Preference().IsMatch(preference))
            {
                throw GraphRefusal.BadRequest($"The preference '{preference}' is unknown or malformed.");
            }
        }
    }

    [GeneratedRegex("""^(IdType="ImmutableId"|outlook\.timezone="[^"]+"|outlook\.body-content-type="?(text|html)"?|outlook\.allow-unsafe-html|odata\.maxpagesize=\d+|respond-async|return=(minimal|representation)|HonorNonIndexedQueriesWarningMayFailRandomly|deltashowremovedasdeleted|include-unknown-enum-members|bypass-shared-lock|bypass-checked-out|apiversion=[\d.]+|exclude-unknown-enum-members)$""", RegexOptions.IgnoreCase)]
    private static partial Regex Preference();
}
