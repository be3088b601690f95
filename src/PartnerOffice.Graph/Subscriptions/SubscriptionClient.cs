using Model = Microsoft.Graph.Models;

namespace PartnerOffice.Graph;

/// <summary>Subscriptions to changes of drives, lists and calendars.</summary>
/// <remarks>
/// A notification only wakes: it may be lost, late or doubled, so whoever subscribes also looks by a timer.
/// Every method throws <see cref="GraphException"/>; named below are those that a caller can act on.
/// </remarks>
public sealed class SubscriptionClient
{
    private const int LongestState = 128;

    private readonly GraphSession _session;

    internal SubscriptionClient(GraphSession session) => _session = session;

    /// <summary>All that our application has in this tenant.</summary>
    public async Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancellationToken)
    {
        var call = Reading();
        var subscriptions = new List<Subscription>();
        var builder = _session.Sdk.Subscriptions;
        for (var at = builder; ;)
        {
            var page = await call.AskAsync(() => at.GetAsync(request => request.BelongsTo(call), cancellationToken));
            subscriptions.AddRange(await call.AskAsync(() => Task.FromResult<List<Subscription>?>((page.Value ?? []).ConvertAll(From))));
            if (page.OdataNextLink is null) return subscriptions;
            at = builder.WithUrl(_session.Own(call, page.OdataNextLink).AbsoluteUri);
        }
    }

    /// <summary>
    /// Subscribes once: Graph itself would take the same a second time, so what is there is looked for first and renewed instead.
    /// </summary>
    /// <param name="clientState">
    /// Comes back in each notification and proves it: a secret, at most 128 characters, the same for the same resource and address,
    /// for Graph keeps the one it was given first.
    /// </param>
    /// <param name="expires">At most <see cref="SubscribedResource.Longest"/> from now; below 45 minutes Graph makes it 45.</param>
    /// <exception cref="InvalidRequestException">The address did not answer as Graph asks for, or the time is too long.</exception>
    public async Task<Subscription> EnsureAsync(
        SubscribedResource resource, Uri notificationUrl, Uri lifecycleUrl, string clientState, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientState);
        if (clientState.Length > LongestState) throw new ArgumentException("Graph takes 128 characters at most.", nameof(clientState));
        if (notificationUrl.Scheme != Uri.UriSchemeHttps || lifecycleUrl.Scheme != Uri.UriSchemeHttps) throw new ArgumentException("Graph notifies over https only.", nameof(notificationUrl));

        var known = (await ListAsync(cancellationToken)).FirstOrDefault(one => resource.Is(one.Resource) && one.NotificationUrl == notificationUrl);
        if (known is not null)
        {
            if (known.Expires >= expires) return known;
            try
            {
                return await RenewAsync(known.Id, expires, cancellationToken);
            }
            catch (NotFoundException)
            {
                // It ended between the two questions.
            }
        }

        var call = Changing();
        return await call.AskAsync(async () => await _session.Sdk.Subscriptions.PostAsync(
            new Model.Subscription
            {
                ChangeType = resource.Changes,
                Resource = resource.Path,
                NotificationUrl = notificationUrl.AbsoluteUri,
                LifecycleNotificationUrl = lifecycleUrl.AbsoluteUri,
                ClientState = clientState,
                ExpirationDateTime = expires,
            },
            request => request.BelongsTo(call), cancellationToken) is { } made ? From(made) : null);
    }

    /// <summary>Prolongs it.</summary>
    /// <exception cref="NotFoundException">It has ended: subscribe anew, and look at what changed meanwhile.</exception>
    public Task<Subscription> RenewAsync(SubscriptionId subscription, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        var call = Changing();
        return call.AskAsync(async () => await _session.Sdk.Subscriptions[subscription.Value].PatchAsync(
            new Model.Subscription { ExpirationDateTime = expires }, request => request.BelongsTo(call), cancellationToken) is { } renewed ? From(renewed) : null);
    }

    /// <summary>Ends it. What has ended already is left in peace.</summary>
    public async Task DeleteAsync(SubscriptionId subscription, CancellationToken cancellationToken)
    {
        var call = Changing();
        try
        {
            await call.TellAsync(() => _session.Sdk.Subscriptions[subscription.Value].DeleteAsync(request => request.BelongsTo(call), cancellationToken));
        }
        catch (NotFoundException)
        {
            // Gone is what was wanted.
        }
    }

    private GraphCall Reading() => new(_session.SubscriptionsScope) { ChangesNothing = true };

    private GraphCall Changing() => new(_session.SubscriptionsScope);

    private static Subscription From(Model.Subscription subscription) => new(
        SubscriptionId.TryParse(subscription.Id, out var id) ? id : throw new FormatException("The answer has no subscription id."),
        subscription.Resource ?? throw new FormatException("The answer does not say what is watched."),
        Uri.TryCreate(subscription.NotificationUrl, UriKind.Absolute, out var address) ? address : throw new FormatException("The answer has no address."),
        subscription.ExpirationDateTime ?? throw new FormatException("The answer does not say how long."));
}
