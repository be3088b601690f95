using Microsoft.Extensions.Logging;
using PartnerOffice.Api;
using PartnerOffice.Graph;

namespace PartnerOffice.Notifications;

/// <summary>Keeps Graph telling us: where the service has a public address, each resource has a subscription, renewed long before it ends.</summary>
internal sealed partial class Subscriptions(Func<ServedOffice> office, ServiceAddress address, TimeProvider time, ILogger<Subscriptions> logger)
{
    private static readonly TimeSpan LooksAgain = TimeSpan.FromHours(12);
    private static readonly TimeSpan RefusedLooksAgain = TimeSpan.FromMinutes(30);

    // Renewed with each look, long before the end; of some resources Graph takes less.
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(14);
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Subscribes to what is not subscribed to, and renews what will end. A refusal stops nobody: the timer looks anyway.</summary>
    public async Task KeepAsync(IEnumerable<IWatch> watches, CancellationToken cancellationToken)
    {
        // Graph calls nobody but public addresses over https.
        if (address.Value is not { } service || service.Scheme != Uri.UriSchemeHttps || time.GetUtcNow() < _next)
            return;

        _next = time.GetUtcNow() + LooksAgain;
        var notify = new Uri(service, NotificationEndpoint.Path);
        foreach (var resource in watches.SelectMany(watch => watch.Resources))
        {
            try
            {
                using var desk = office().Deliveries.OpenTenant(resource.District);
                if (desk is not null)
                    await desk.Connection.Subscriptions.EnsureAsync(resource.Resource, notify, notify, resource.ClientState, time.GetUtcNow() + LastsFor(resource.Resource), cancellationToken);
            }
            catch (GraphException failure)
            {
                _next = time.GetUtcNow() + RefusedLooksAgain;
                Refused(failure.Code, failure.RequestId);
            }
        }
    }

    /// <summary>Graph says that a subscription ended, or that something was missed: looked at with the next round.</summary>
    public void Doubt() => _next = DateTimeOffset.MinValue;

    private static TimeSpan LastsFor(SubscribedResource resource) => Lasts < resource.Longest - Margin ? Lasts : resource.Longest - Margin;

    [LoggerMessage(LogLevel.Warning, "Graph took no subscription (code {Code}, request {RequestId}); the timer looks meanwhile")]
    private partial void Refused(string code, string? requestId);
}
