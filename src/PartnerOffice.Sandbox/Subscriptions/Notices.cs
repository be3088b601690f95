using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Tells those who subscribed that something changed; never how it is now. One after the other, each once: what is not taken is lost.</summary>
internal sealed class Notices(TimeProvider time, FaultBook faults, HttpMessageHandler? way) : IAsyncDisposable
{
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private const string StrangeTenant = "99999999-9999-4999-8999-999999999999";

    private readonly HttpClient _http = new(way ?? new SocketsHttpHandler(), disposeHandler: way is null) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _end = new();

    // What the next one overtakes. One notice is told after the other, so nobody else touches it.
    private readonly Queue<(string Address, JsonObject Body, int Times)> _held = new();

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
            var news = tenant.State.Subscriptions.Where(one => one.Expires > world.Now && LastTurnOf(tenant, one) > one.Told).ToList();
            if (news.Count == 0)
            {
                continue;
            }

            var told = news.Where(one => !one.IsChallenged).SelectMany(one => NoticeBody.OfChanges(tenant, one).Select(body => (one, body))).ToList();
            var change = world.Begin();
            change.Save(tenant, tenant.State with
            {
                Subscriptions = [.. tenant.State.Subscriptions.Select(one => news.Contains(one) ? one with { Told = LastTurnOf(tenant, one) } : one)],
            });
            change.Complete();
            foreach (var (one, body) in told)
            {
                Sent = TellAfterAsync(Sent, "NOTIFY", one, one.NotificationUrl, body);
            }
        }
    }

    /// <summary>Tells of the subscription itself. The caller holds the world's lock.</summary>
    public void Tell(Tenant tenant, SubscriptionState one, SubscriptionLifecycle happened) =>
        Sent = TellAfterAsync(Sent, "LIFECYCLE", one, one.LifecycleUrl!, NoticeBody.OfLifecycle(tenant, one, happened));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Sent;
        _http.Dispose();
        _end.Dispose();
    }

    private static long LastTurnOf(Tenant tenant, SubscriptionState one) =>
        one.DriveId is { } drive ? tenant.Drives.GetValueOrDefault(drive)?.LastTurn ?? 0
        : one.Mailbox is { } mailbox ? tenant.Mailboxes.GetValueOrDefault(mailbox)?.Calendar.LastTurn ?? 0 : 0;

    private async Task TellAfterAsync(Task before, string verb, SubscriptionState to, string address, JsonObject body)
    {
        await before;
        var struck = faults.Strike(verb, "/" + to.Resource.Trim('/'), null);
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

            if (struck.Any(rule => rule.Kind == FaultKind.ForgedState))
            {
                body["clientState"] = "gefälscht";
            }

            if (struck.Any(rule => rule.Kind == FaultKind.WrongTenant))
            {
                body["tenantId"] = StrangeTenant;
            }

            var times = struck.Select(rule => rule.Kind switch { FaultKind.Twice => 2, FaultKind.Burst => rule.Calls, _ => 1 }).DefaultIfEmpty(1).Max();
            if (struck.Any(rule => rule.Kind == FaultKind.Reordered))
            {
                _held.Enqueue((address, body, times));
                return;
            }

            await PostAsync(address, body, times);
            while (_held.TryDequeue(out var overtaken))
            {
                await PostAsync(overtaken.Address, overtaken.Body, overtaken.Times);
            }
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            // Lost, as it happens; a client's own timer finds what it was not told.
        }
    }

    private async Task PostAsync(string address, JsonObject body, int times)
    {
        for (; times > 0; times--)
        {
            using var limit = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _end.Token);
            using var content = JsonContent.Create(new JsonObject { ["value"] = new JsonArray(body.DeepClone()) });
            using var answer = await _http.PostAsync(new Uri(address), content, either.Token);
        }
    }

    private static GraphRefusal Refused(string why) => new(400, "ValidationError", $"Subscription validation request failed. {why}");
}
