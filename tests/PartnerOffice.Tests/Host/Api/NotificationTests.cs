using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Features.Sharing;
using PartnerOffice.Graph;
using PartnerOffice.Notifications;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Api;

/// <summary>Graph says that something changed: it only wakes, and only where it proves to be Graph.</summary>
public sealed class NotificationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hand_is_shaken_as_Graph_asks_for_it()
    {
        await using var host = await ServedHost.StartAsync();
        using var graph = host.Anybody();
        const string token = "Validation: 4711 ü+%";

        using var answer = await graph.PostAsync(new Uri("/api/notifications?validationToken=" + Uri.EscapeDataString(token), UriKind.Relative), new StringContent("", Encoding.UTF8, "text/plain"), Token);

        Assert.Equal((200, "text/plain", token), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, await answer.Content.ReadAsStringAsync(Token)));
    }

    [Fact]
    public async Task Only_the_secret_of_this_resource_in_this_tenant_wakes()
    {
        var watch = new Sleeper();
        await using var host = await StartAsync(watch);
        using var graph = host.Anybody();
        var (tenant, secret) = (watch.Resources[0].Tenant.ToString(), watch.Resources[0].ClientState);

        Assert.Equal(403, await TellAsync(graph, (tenant, "forged")));
        Assert.Equal(403, await TellAsync(graph, (tenant, null)));
        Assert.Equal(403, await TellAsync(graph, (Guid.NewGuid().ToString(), secret)));
        Assert.Equal(403, await TellAsync(graph));
        Assert.Equal(403, await SendAsync(graph, "no json"));
        Assert.Equal(0, watch.Looks);

        Assert.Equal(202, await TellAsync(graph, (tenant, "forged"), (tenant, secret)));
        await watch.LookedAsync(1);
    }

    [Fact]
    public async Task A_burst_of_ten_thousand_is_a_look_or_two()
    {
        var watch = new Sleeper { Blocks = true };
        await using var host = await StartAsync(watch);
        using var graph = host.Anybody();
        var notice = (watch.Resources[0].Tenant.ToString(), (string?)watch.Resources[0].ClientState);

        // A hundred requests, of a hundred notifications each, while the first look is under way.
        for (var request = 0; request < 100; request++)
            Assert.Equal(202, await TellAsync(graph, [.. Enumerable.Repeat(notice, 100)]));
        watch.Release();
        await watch.LookedAsync(2);

        Assert.Equal(2, watch.Looks);
    }

    [Fact]
    public async Task A_board_that_granted_nothing_is_not_watched()
    {
        await using var host = await ServedHost.StartAsync();

        var watched = host.Services.GetServices<IWatch>().OfType<DoorWatch>().SelectMany(watch => watch.Resources).ToList();

        Assert.Equal("steinfurt", Assert.Single(watched).District.ToString());
        Assert.Equal(64, watched[0].ClientState.Length);
        using var nobody = host.Office.OpenBoardLibrary(host.Partnership.Districts[1].Id);
        Assert.Null(nobody);
    }

    private static async Task<ServedHost> StartAsync(Sleeper watch)
    {
        var host = await ServedHost.StartAsync(services: services => services.AddSingleton<IWatch>(watch));
        watch.Resources = [WatchedResource.Of(host.Office, host.Partnership.Districts[0], SubscribedResource.Of(DriveId.Parse("b!etwas-anderes-0001")))];
        return host;
    }

    private static Task<int> TellAsync(HttpClient graph, params (string Tenant, string? State)[] notices) => SendAsync(graph, System.Text.Json.JsonSerializer.Serialize(new
    {
        value = notices.Select(notice => new { subscriptionId = Guid.NewGuid(), tenantId = notice.Tenant, clientState = notice.State, changeType = "updated", resource = "drives/x/root" }),
    }));

    private static async Task<int> SendAsync(HttpClient graph, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await graph.PostAsync(new Uri("/api/notifications", UriKind.Relative), content, Token);
        return (int)answer.StatusCode;
    }

    /// <summary>Watches nothing real, and counts how often it is asked to look.</summary>
    private sealed class Sleeper : IWatch
    {
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Channel<bool> looked = Channel.CreateUnbounded<bool>();
        private int looks;

        public int Looks => looks;

        public bool Blocks { get; init; }

        public TimeSpan Interval => TimeSpan.FromDays(1);

        public IReadOnlyList<WatchedResource> Resources { get; set; } = [];

        public void Release() => released.SetResult();

        public async Task LookAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref looks);
            if (Blocks)
                await released.Task.WaitAsync(cancellationToken);
            looked.Writer.TryWrite(true);
        }

        public async Task LookedAsync(int times)
        {
            for (var time = 0; time < times; time++)
                await looked.Reader.ReadAsync(Token);
        }
    }
}
