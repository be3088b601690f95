using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Tells those who subscribed that something changed; never what. One after the other, each once: what is not taken is lost.</summary>
internal sealed class Notices(TimeProvider time, FaultBook faults, HttpMessageHandler? way) : IAsyncDisposable
{
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly HttpClient _http = new(way ?? new SocketsHttpHandler(), disposeHandler: way is null) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _end = new();

    public Task Sent { get; private set; } = Task.CompletedTask;

    /// <summary>Asks the address whether it wants to hear from us: it must give our token back, as plain text, within ten seconds.</summary>
    public async Task ShakeHandsAsync(Uri address, CancellationToken cancellationToken)
    {
        var token = $"Validation: {Guid.NewGuid():D} ü+%";
        var asked = new UriBuilder(address);
        asked.Query = (asked.Query.Length > 1 ? asked.Query[1..] + "&" : "") + "validationToken=" + Uri.EscapeDataString(token);
        using var limit = new CancellationTokenSource(Handshake, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, asked.Uri) { Content = new ByteArrayContent([]) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/plain") { CharSet = "utf-8" };
            using var answer = await _http.SendAsync(request, either.Token);
            if ((int)answer.StatusCode != 200 || answer.Content.Headers.ContentType?.MediaType != "text/plain" || await answer.Content.ReadAsStringAsync(either.Token) != token)
            {
                throw Refused("Notification endpoint must respond with 200 OK and the validation token as plain text.");
            }
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Refused("The underlying connection was closed or timed out.");
        }
    }

    /// <summary>Tells of what changed since the last look. The caller holds the world's lock.</summary>
    public void Look(World world)
    {
        foreach (var tenant in world.Tenants.Values)
        {
            var news = tenant.State.Subscriptions.Where(one => one.Expires > world.Now && tenant.Drives.GetValueOrDefault(one.DriveId) is { } drive && drive.LastTurn > one.Told).ToList();
            if (news.Count == 0)
            {
                continue;
            }

            var change = world.Begin();
            change.Save(tenant, tenant.State with
            {
                Subscriptions = [.. tenant.State.Subscriptions.Select(one => news.Contains(one) ? one with { Told = tenant.Drives[one.DriveId].LastTurn } : one)],
            });
            change.Complete();
            foreach (var one in news)
            {
                Sent = TellAfterAsync(Sent, one, tenant.State.Id);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Sent;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task TellAfterAsync(Task before, SubscriptionState to, string tenantId)
    {
        await before;
        var struck = faults.Strike("NOTIFY", "/" + to.Resource.Trim('/'), null);
        try
        {
            foreach (var late in struck.Where(rule => rule.Kind == FaultKind.Delay))
            {
                await Task.Delay(late.Delay, time, _end.Token);
            }

            if (struck.Any(rule => rule.Kind is FaultKind.Status or FaultKind.Reset))
            {
                return;
            }

            for (var times = struck.Any(rule => rule.Kind == FaultKind.Twice) ? 2 : 1; times > 0; times--)
            {
                using var limit = new CancellationTokenSource(Patience, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _end.Token);
                using var content = JsonContent.Create(Body(to, tenantId));
                using var answer = await _http.PostAsync(new Uri(to.NotificationUrl), content, either.Token);
            }
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            // Lost, as it happens; a client's own timer finds what it was not told.
        }
    }

    private static JsonObject Body(SubscriptionState to, string tenantId) => new()
    {
        ["value"] = new JsonArray(new JsonObject
        {
            ["subscriptionId"] = to.Id,
            ["clientState"] = to.ClientState,
            ["changeType"] = "updated",
            ["resource"] = to.Resource.Trim('/'),
            ["subscriptionExpirationDateTime"] = DriveItemJson.Moment(to.Expires),
            ["tenantId"] = tenantId,
        }),
    };

    private static GraphRefusal Refused(string why) => new(400, "ValidationError", $"Subscription validation request failed. {why}");
}
