using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.EventTests;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

/// <summary>Being told that a calendar changed, and that a subscription itself did.</summary>
public sealed class EventSubscriptionTests : IAsyncLifetime
{
    private const string Secret = "geheim-0815";

    private static readonly string Events = $"users/{Address}/events";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 8, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly Receiver _receiver = new();
    private TwoTenants _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await StartAsync(time: _time, notifications: _receiver);

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _receiver.Dispose();
    }

    [Fact]
    public async Task Whoever_subscribed_hears_of_each_event_that_came_changed_and_went()
    {
        var made = await SubscribeAsync();
        var id = await MakeAsync();
        await _sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{id}", new JsonObject { ["subject"] = "Neu" }, Immutable);
        _sandbox.Server.Calendars.Accept(SouthAddress, "Neu");
        await _sandbox.SendAsync(HttpMethod.Delete, $"{Events}/{id}", null, Immutable);
        await _sandbox.Server.NotificationsSent;

        Assert.Equal(["created", "updated", "updated", "deleted"], _receiver.Told.Select(told => told["changeType"]!.ToString()));
        Assert.All(_receiver.Told, told => Assert.Equal(
            (made["id"]!.ToString(), Secret, North, id), (told["subscriptionId"]!.ToString(), told["clientState"]!.ToString(), told["tenantId"]!.ToString(), told["resourceData"]!["id"]!.ToString())));
        Assert.Equal(2, _receiver.Handshakes);
    }

    [Fact]
    public async Task Only_what_was_subscribed_to_is_told()
    {
        await SubscribeAsync("deleted", $"/users/{Address}/calendar/events");

        await MakeAsync();
        await _sandbox.Server.NotificationsSent;

        Assert.Empty(_receiver.Told);
    }

    [Fact]
    public async Task A_calendar_s_subscription_lives_a_week_and_is_given_only_to_who_may_read()
    {
        using var tooLong = await RequestAsync("created", Events, _time.GetUtcNow().AddMinutes(10_081));
        using var foreign = await RequestAsync("created", "users/privat@nord.example/events", _time.GetUtcNow().AddDays(1));
        using var misspelt = await RequestAsync("created,moved", Events, _time.GetUtcNow().AddDays(1));
        var made = await SubscribeAsync();
        var renewed = await JsonOf(await _sandbox.SendAsync(HttpMethod.Patch, $"subscriptions/{made["id"]}", new JsonObject { ["expirationDateTime"] = Moment(_time.GetUtcNow().AddMinutes(10_080)) }), 200);

        Assert.Equal("ExtensionError", (await ErrorOf(tooLong, 400)).Code);
        Assert.Equal("ErrorAccessDenied", (await ErrorOf(foreign, 403)).Code);
        Assert.Equal(400, (int)misspelt.StatusCode);
        Assert.Equal(_time.GetUtcNow().AddMinutes(10_080), DateTimeOffset.Parse(renewed["expirationDateTime"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_notification_goes_astray_as_the_rule_says()
    {
        await SubscribeAsync();
        foreach (var (kind, times) in new[] { (FaultKind.Status, 0), (FaultKind.Reset, 0), (FaultKind.Twice, 2), (FaultKind.Burst, 50), (FaultKind.ForgedState, 1), (FaultKind.WrongTenant, 1), (FaultKind.Reordered, 0) })
        {
            _receiver.Told.Clear();
            using (_sandbox.Server.Faults.Add(new FaultRule("NOTIFY /users/{user-id}/events", kind) { Calls = 50 }))
            {
                _sandbox.Server.Calendars.Enter(Address, kind.ToString(), new DateTime(2026, 9, 1), new DateTime(2026, 9, 2), "UTC");
                await _sandbox.Server.NotificationsSent;
            }

            Assert.Equal((kind, times), (kind, _receiver.Told.Count));
            Assert.Equal(kind == FaultKind.ForgedState, _receiver.Told.Any(told => told["clientState"]!.ToString() != Secret));
            Assert.Equal(kind == FaultKind.WrongTenant, _receiver.Told.Any(told => told["tenantId"]!.ToString() != North));
        }

        _sandbox.Server.Calendars.Delete(Address, nameof(FaultKind.Reordered));
        await _sandbox.Server.NotificationsSent;
        Assert.Equal(["deleted", "created"], _receiver.Told.Select(told => told["changeType"]!.ToString()));
    }

    [Fact]
    public async Task A_challenged_subscription_is_silent_until_it_is_reauthorised()
    {
        var made = await SubscribeAsync();

        Assert.Equal(1, _sandbox.Server.TellLifecycle(SubscriptionLifecycle.ReauthorizationRequired, made["id"]!.ToString()));
        var id = await MakeAsync();
        using var proven = await _sandbox.SendAsync(HttpMethod.Post, $"subscriptions/{made["id"]}/reauthorize");
        await _sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{id}", new JsonObject { ["subject"] = "Neu" }, Immutable);
        await _sandbox.Server.NotificationsSent;

        Assert.Equal(204, (int)proven.StatusCode);
        Assert.Equal("reauthorizationRequired", Assert.Single(_receiver.Lifecycle)["lifecycleEvent"]!.ToString());
        Assert.Equal(["updated"], _receiver.Told.Select(told => told["changeType"]!.ToString()));
    }

    [Fact]
    public async Task A_removed_subscription_says_so_and_a_lost_notification_as_well()
    {
        var made = await SubscribeAsync();

        _sandbox.Server.TellLifecycle(SubscriptionLifecycle.Missed);
        _sandbox.Server.TellLifecycle(SubscriptionLifecycle.SubscriptionRemoved);
        await _sandbox.Server.NotificationsSent;
        using var gone = await _sandbox.SendAsync(HttpMethod.Get, $"subscriptions/{made["id"]}");

        Assert.Equal(["missed", "subscriptionRemoved"], _receiver.Lifecycle.Select(told => told["lifecycleEvent"]!.ToString()));
        Assert.Equal(404, (int)gone.StatusCode);
        Assert.Throws<ArgumentException>(() => _sandbox.Server.TellLifecycle(SubscriptionLifecycle.Missed, made["id"]!.ToString()));
    }

    private async Task<JsonObject> SubscribeAsync(string changes = "created,updated,deleted", string? resource = null)
    {
        using var response = await RequestAsync(changes, resource ?? Events, _time.GetUtcNow().AddDays(1));
        return await JsonOf(response, 201);
    }

    private Task<HttpResponseMessage> RequestAsync(string changes, string resource, DateTimeOffset until) => _sandbox.SendAsync(
        HttpMethod.Post, "subscriptions",
        new JsonObject
        {
            ["changeType"] = changes,
            ["resource"] = resource,
            ["notificationUrl"] = "https://dienst.example/n",
            ["lifecycleNotificationUrl"] = "https://dienst.example/lifecycle",
            ["clientState"] = Secret,
            ["expirationDateTime"] = Moment(until),
        },
        Immutable);

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> MakeAsync() => (await JsonOf(await _sandbox.SendAsync(HttpMethod.Post, Events, Meeting(SouthAddress), Immutable), 201))["id"]!.ToString();

    /// <summary>The service at the other end: gives the token back and keeps what it is told.</summary>
    private sealed class Receiver : HttpMessageHandler
    {
        public List<JsonNode> Told { get; } = [];

        public List<JsonNode> Lifecycle { get; } = [];

        public int Handshakes { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (QueryHelpers.ParseQuery(request.RequestUri!.Query).TryGetValue("validationToken", out var token))
            {
                Handshakes++;
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(token.ToString(), Encoding.UTF8, "text/plain") };
            }

            var told = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!["value"]!.AsArray();
            (request.RequestUri.AbsolutePath == "/lifecycle" ? Lifecycle : Told).AddRange(told.Select(one => one!));
            return new HttpResponseMessage(HttpStatusCode.Accepted);
        }
    }
}
