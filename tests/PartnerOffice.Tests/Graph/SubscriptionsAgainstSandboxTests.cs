using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Graph;

/// <summary>Being told that a library changed: made once, proven, renewed, and never relied upon.</summary>
public sealed class SubscriptionsAgainstSandboxTests : IAsyncLifetime
{
    private const string Secret = "geheim-0815-0815";

    private static readonly DriveId Drive = DriveId.Parse(TwoTenants.DriveId);
    private static readonly Uri Address = new("https://dienst.example/benachrichtigung?von=nord");
    private static readonly Uri Lifecycle = new("https://dienst.example/lebenslauf");

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly Receiver _receiver = new();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "po-subscriptions-" + Guid.NewGuid().ToString("N")[..12]);
    private SandboxServer _server = null!;
    private GraphConnection _north = null!;
    private int _files;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private DateTimeOffset InThreeDays => _time.GetUtcNow().AddDays(3);

    public async ValueTask InitializeAsync()
    {
        FirstStart.IntoSandbox(_folder);
        _server = await SandboxServer.StartAsync(
            new SandboxOptions { Folder = _folder, Time = _time, Seed = TwoTenants.Seed(), Settings = new SandboxSettings { Promotion = PropertyPromotion.Off }, Notifications = _receiver }, Now);
        _north = Connect(TwoTenants.North);
    }

    public async ValueTask DisposeAsync()
    {
        _north.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Whoever_subscribed_is_told_that_something_changed_with_the_secret_as_proof()
    {
        var subscription = await EnsureAsync();
        Assert.Empty(_receiver.Notifications);

        await ChangeAsync();

        var told = Assert.Single(_receiver.Notifications)["value"]![0]!;
        Assert.Equal((subscription.Id.Value, Secret, "updated", TwoTenants.North), (told["subscriptionId"]!.ToString(), told["clientState"]!.ToString(), told["changeType"]!.ToString(), told["tenantId"]!.ToString()));
        Assert.Equal(2, _receiver.Handshakes);
    }

    [Fact]
    public async Task Subscribing_again_renews_what_is_there_and_makes_no_second()
    {
        var first = await EnsureAsync();

        var same = await EnsureAsync();
        var longer = await _north.Subscriptions.EnsureAsync(SubscribedResource.Of(Drive), Address, Lifecycle, Secret, InThreeDays.AddDays(9), Now);

        Assert.Equal((first, first.Id), (same, longer.Id));
        Assert.True(longer.Expires > first.Expires);
        Assert.Equal([longer], await _north.Subscriptions.ListAsync(Now));
    }

    [Fact]
    public async Task A_list_can_be_watched_as_well()
    {
        await _north.Subscriptions.EnsureAsync(SubscribedResource.Of(SiteId.Parse(TwoTenants.Site), ListId.Parse(TwoTenants.List)), Address, Lifecycle, Secret, InThreeDays, Now);

        await ChangeAsync();

        Assert.Single(_receiver.Notifications);
    }

    [Fact]
    public async Task What_ended_is_silent_and_cannot_be_renewed_and_is_deleted_in_peace()
    {
        var deleted = await EnsureAsync();
        await _north.Subscriptions.DeleteAsync(deleted.Id, Now);
        await _north.Subscriptions.DeleteAsync(deleted.Id, Now);
        var expired = await EnsureAsync();
        _time.Advance(TimeSpan.FromDays(4));

        await ChangeAsync();

        Assert.Empty(_receiver.Notifications);
        Assert.Empty(await _north.Subscriptions.ListAsync(Now));
        await Assert.ThrowsAsync<NotFoundException>(() => _north.Subscriptions.RenewAsync(expired.Id, InThreeDays, Now));
    }

    [Fact]
    public async Task Too_long_is_refused_and_too_short_becomes_three_quarters_of_an_hour()
    {
        await Assert.ThrowsAsync<InvalidRequestException>(() => EnsureAsync(_time.GetUtcNow() + SubscribedResource.Of(Drive).Longest + TimeSpan.FromMinutes(1)));
        var longest = await EnsureAsync(_time.GetUtcNow() + SubscribedResource.Of(Drive).Longest);
        await _north.Subscriptions.DeleteAsync(longest.Id, Now);

        var shortest = await EnsureAsync(_time.GetUtcNow().AddMinutes(1));

        Assert.InRange(shortest.Expires, _time.GetUtcNow().AddMinutes(44), _time.GetUtcNow().AddMinutes(45));
    }

    public static TheoryData<string> BadHandshakes => ["other text", "html", "202", "network", "late"];

    [Theory]
    [MemberData(nameof(BadHandshakes))]
    public async Task An_address_that_does_not_give_the_token_back_as_plain_text_in_time_gets_no_subscription(string wrong)
    {
        _receiver.Wrong = wrong;
        _receiver.OnLate = () => _time.Advance(TimeSpan.FromSeconds(11));

        var failure = await Assert.ThrowsAsync<InvalidRequestException>(() => EnsureAsync());

        Assert.Equal("ValidationError", failure.Code);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(await _north.Subscriptions.ListAsync(Now));
    }

    [Theory]
    [InlineData(FaultKind.Status, 0)]
    [InlineData(FaultKind.Reset, 0)]
    [InlineData(FaultKind.Twice, 2)]
    public async Task A_notification_can_be_lost_or_come_twice_and_the_delta_knows_all_the_same(FaultKind kind, int times)
    {
        await EnsureAsync();
        var before = await _north.Drives.DeltaAsync(Drive, null, Now);
        using var rule = _server.Faults.Add(new FaultRule("NOTIFY /drives/{drive-id}/root", kind));

        await ChangeAsync();

        Assert.Equal(times, _receiver.Notifications.Count);
        Assert.Contains((await _north.Drives.DeltaAsync(Drive, before.Next, Now)).Changes, change => change.Item is { IsFolder: false });
    }

    [Fact]
    public async Task A_notification_can_come_late()
    {
        await EnsureAsync();
        using var rule = _server.Faults.Add(new FaultRule("NOTIFY /drives/{drive-id}/root", FaultKind.Delay) { Delay = TimeSpan.FromMinutes(5) });

        await CreateAsync();
        var before = _receiver.Notifications.Count;
        _time.Advance(TimeSpan.FromMinutes(5));
        await _server.NotificationsSent;

        Assert.Equal((0, 1), (before, _receiver.Notifications.Count));
    }

    [Fact]
    public async Task A_neighbour_neither_subscribes_here_nor_sees_what_we_have()
    {
        var ours = await EnsureAsync();
        using var south = Connect(TwoTenants.South);

        var failure = await Record.ExceptionAsync(() => south.Subscriptions.EnsureAsync(SubscribedResource.Of(Drive), Address, Lifecycle, Secret, InThreeDays, Now));
        await south.Subscriptions.DeleteAsync(ours.Id, Now);

        Assert.True(failure is NotFoundException or AccessDeniedException, $"{failure}");
        Assert.Empty(await south.Subscriptions.ListAsync(Now));
        Assert.Equal([ours], await _north.Subscriptions.ListAsync(Now));
    }

    [Fact]
    public async Task The_secret_stands_in_nothing_that_is_printed_or_asked_for_later()
    {
        var subscription = await EnsureAsync();
        using var http = new HttpClient(_server.CreateHandler());
        http.DefaultRequestHeaders.Authorization = new("Bearer", _server.CreateAppToken(TwoTenants.North, TwoTenants.App));

        var listed = await http.GetStringAsync(new Uri(_server.BaseUri, "v1.0/subscriptions"), Now);

        Assert.DoesNotContain(Secret, subscription + listed, StringComparison.Ordinal);
    }

    private GraphConnection Connect(string tenant) => GraphConnection.Open(
        new GraphEndpoint(_server.GraphUri, _server.BaseUri, Sandbox: true, _server.Certificate), new GraphIdentity(tenant, TwoTenants.App, TwoTenants.AppCertificate));

    private Task<Subscription> EnsureAsync(DateTimeOffset? until = null) =>
        _north.Subscriptions.EnsureAsync(SubscribedResource.Of(Drive), Address, Lifecycle, Secret, until ?? InThreeDays, Now);

    private async Task ChangeAsync()
    {
        await CreateAsync();
        await _server.NotificationsSent;
    }

    private Task<DriveItem> CreateAsync() =>
        _north.Drives.CreateAsync(Drive, DrivePath.Parse($"{_files++}.txt"), new byte[] { 1 }, Guid.NewGuid().ToString(), Now);

    /// <summary>The service at the other end: gives the token back and keeps what it is told.</summary>
    private sealed class Receiver : HttpMessageHandler
    {
        public List<JsonObject> Notifications { get; } = [];

        public int Handshakes { get; private set; }

        public string? Wrong { get; set; }

        public Action OnLate { get; set; } = () => { };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!QueryHelpers.ParseQuery(request.RequestUri!.Query).TryGetValue("validationToken", out var token))
            {
                Notifications.Add(JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject());
                return new HttpResponseMessage(HttpStatusCode.Accepted);
            }

            Handshakes++;
            if (Wrong == "network") throw new HttpRequestException("No such host.");
            if (Wrong == "late")
            {
                OnLate();
                cancellationToken.ThrowIfCancellationRequested();
            }

            return new HttpResponseMessage(Wrong == "202" ? HttpStatusCode.Accepted : HttpStatusCode.OK)
            {
                Content = new StringContent(Wrong == "other text" ? "ja" : token.ToString(), Encoding.UTF8, Wrong == "html" ? "text/html" : "text/plain"),
            };
        }
    }
}
