using System.Globalization;
using System.Net;

namespace PartnerOffice.Graph;

/// <summary>How long an answer wants us to wait.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// The longer of <c>Retry-After</c> and, on a refusal, <c>RateLimit-Reset</c>; null when the answer asks for nothing.
    /// </summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        var asked = Asked(response, time);
        var refused = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
        var usedUp = response.IsSuccessStatusCode && Seconds(response, "RateLimit-Remaining") == TimeSpan.Zero;
        var reset = refused || usedUp ? Seconds(response, "RateLimit-Reset") : null;

        return (asked, reset) switch
        {
            ({ } one, { } other) => one > other ? one : other,
            _ => asked ?? reset,
        };
    }

    private static TimeSpan? Asked(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        // A moment is counted from the server's own clock, which need not be ours.
        { Date: { } date } => NotNegative(date - (response.Headers.Date ?? time.GetUtcNow())),
        _ => null,
    };

    private static TimeSpan? Seconds(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values)
        && int.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static TimeSpan NotNegative(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
