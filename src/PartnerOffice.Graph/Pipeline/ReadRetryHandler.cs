using System.Net;
using Polly;
using Polly.Retry;

namespace PartnerOffice.Graph;

/// <summary>Makes a failed GET again, twice at most. Whatever changes something passes through and is tried once.</summary>
internal sealed class ReadRetryHandler : DelegatingHandler
{
    private const int MaxRetries = 2;

    // A longer wait belongs into the ledger of the caller, for the whole scope, not into a request that hangs.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly ResiliencePipeline<HttpResponseMessage> _retries;

    public ReadRetryHandler(TimeProvider time)
    {
        _retries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MaxRetries,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(IsWorthAnother(attempt.Outcome, time)),
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } response ? RetryAfter.Of(response, time) : null),
                OnRetry = attempt =>
                {
                    attempt.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Method == HttpMethod.Get
            ? await _retries.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken)
            : await base.SendAsync(request, cancellationToken);

    private static bool IsWorthAnother(Outcome<HttpResponseMessage> outcome, TimeProvider time) => outcome switch
    {
        { Exception: { } cause } => cause is HttpRequestException or IOException or TimeoutException,
        { Result: { } response } => IsPassing(response.StatusCode) && (RetryAfter.Of(response, time) ?? TimeSpan.Zero) <= LongestWait,
        _ => false,
    };

    private static bool IsPassing(HttpStatusCode status) => (int)status is 408 or 429 or 500 or 502 or 503 or 504 or 509;
}
