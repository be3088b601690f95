using System.Net;
using System.Net.Http.Headers;

namespace PartnerOffice.Graph;

/// <summary>The outermost handler: what comes out of it is a success or a <see cref="GraphException"/>.</summary>
internal sealed class FailureHandler(TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = GraphCall.Of(request);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or TimeoutException)
        {
            var outcome = IsReading(request, call) || (NeverLeft(cause) && !call.IsLookingAfter) ? GraphOutcome.NotDone : GraphOutcome.Unknown;
            throw new GraphUnreachableException(new GraphFailure(outcome, call.Scope, ClientRequestId: call.ClientRequestId), cause);
        }

        // A proxy that wants a sign-in of its own answers 200 with a page. Taken for Graph's answer it would be a message that was
        // "sent" and never left. Only a file may be HTML.
        if (response.IsSuccessStatusCode && request.Method != HttpMethod.Get && response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            response.Dispose();
            throw call.Unreadable();
        }

        if (response.IsSuccessStatusCode) return response;
        if (response.StatusCode == HttpStatusCode.Unauthorized && call.LetsChallengePass(response)) return response;

        using (response) throw await FailureAsync(request, call, response, cancellationToken);
    }

    private async Task<GraphException> FailureAsync(
        HttpRequestMessage request, GraphCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var error = GraphError.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        var wait = RetryAfter.Of(response, time);
        return GraphErrors.Create(new GraphFailure(
            Outcome(request, call, response, wait),
            call.Scope,
            response.StatusCode,
            error.Code,
            First(response.Headers, "request-id") ?? error.RequestId,
            First(response.Headers, "client-request-id") ?? call.ClientRequestId,
            wait,
            response.Headers.Location));
    }

    private static GraphOutcome Outcome(HttpRequestMessage request, GraphCall call, HttpResponseMessage response, TimeSpan? wait) => call switch
    {
        { IsLookingAfter: true } => GraphOutcome.Unknown,
        _ when IsReading(request, call) => GraphOutcome.NotDone,
        _ => GraphErrors.Outcome(response.StatusCode, wait is not null, call.AbsenceIsUnknown),
    };

    private static bool IsReading(HttpRequestMessage request, GraphCall call) =>
        call.ChangesNothing || (request.Method == HttpMethod.Get && !call.IsLookingAfter);

    // Only what failed while connecting cannot have reached Graph. Everything later may have been written already.
    private static bool NeverLeft(Exception cause) => cause is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
