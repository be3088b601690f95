namespace PartnerOffice.Graph;

/// <summary>Sends nothing into a scope that Graph wants left alone, and remembers each such wish.</summary>
internal sealed class ScopeWaitHandler(IScopeWaits waits, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = GraphCall.Of(request);
        var now = time.GetUtcNow();
        if (await waits.UntilAsync(call.Scope, cancellationToken) is { } until && until > now)
            throw new ThrottledException(new GraphFailure(
                call.IsLookingAfter ? GraphOutcome.Unknown : GraphOutcome.NotDone, call.Scope, ClientRequestId: call.ClientRequestId, RetryAfter: until - now));

        var response = await base.SendAsync(request, cancellationToken);

        // Asked for with a refusal, or by the last request that was still free.
        if (RetryAfter.Of(response, time) is { } wait && wait > TimeSpan.Zero)
            await waits.HoldAsync(call.Scope, time.GetUtcNow() + wait, cancellationToken);
        return response;
    }
}
