using System.Net.Http.Headers;

namespace PartnerOffice.Graph;

/// <summary>The innermost handler: one attempt, with its headers, its time limit, and its whole answer read.</summary>
internal sealed class AttemptHandler(TimeSpan limit, TimeProvider time, Action<TimeSpan> clockAhead) : DelegatingHandler
{
    // SharePoint asks for this form, so that it can tell a well-behaved service from a crawler ("Avoid getting throttled").
    private static readonly ProductInfoHeaderValue Decoration = new("NONISV|PartnerOffice|PartnerOffice", "1.0");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.UserAgent.Clear();
        request.Headers.UserAgent.Add(Decoration);
        request.Headers.Remove("client-request-id");
        request.Headers.Add("client-request-id", GraphCall.Of(request).ClientRequestId);

        // .NET makes a POST or DELETE without a body again, up to three times, when a kept connection breaks before the
        // answer; the server may have sent the mail by then. With a body, even an empty one, it does not.
        if (request.Method != HttpMethod.Get) request.Content ??= new ByteArrayContent([]);

        using var expiry = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, either.Token);
            if (response.Headers.Date is { } theirs) clockAhead(theirs - time.GetUtcNow());
            try
            {
                // An answer that breaks off is a failure of the network, to be met here and not in the middle of parsing.
                await response.Content.LoadIntoBufferAsync(either.Token);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            // Where the connection itself took too long, .NET reports a cancellation that nobody asked for.
            throw cause.InnerException is TimeoutException && !expiry.IsCancellationRequested
                ? new HttpRequestException(HttpRequestError.ConnectionError, "No connection to Graph came about in time.", cause)
                : new TimeoutException($"No whole answer from Graph within {limit}.", cause);
        }
    }
}
