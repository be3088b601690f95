using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnerOffice.Api;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Overview;

/// <summary>
/// The service on a Wednesday in August, after months in which both districts shared, held, took back and forgot something: built once, read by
/// all tests of the page. Nothing works in it by itself; what is pressed stays where it is.
/// </summary>
public sealed class OverviewWorld : IAsyncLifetime
{
    /// <summary>Stand only in what one district alone may see.</summary>
    public static readonly IReadOnlyList<string> OwnOfSteinfurt = ["KV-ST 2026/01", "KV-ST 2026/02", "KV-ST 2026/03", "KV-ST 2026/04", "KV-ST 2026/07", "Angehalten", "21.10.2026"];

    public static readonly IReadOnlyList<string> OwnOfMse = ["KV-MSE 2026/07", "KV-MSE 2026/08", "KV-MSE 2026/09", "22.10.2026"];

    /// <summary>The page's own moment: Wednesday, 5 August 2026, noon in Berlin.</summary>
    public static readonly DateTimeOffset Now = new(2026, 8, 5, 12, 0, 0, TimeSpan.FromHours(2));

    private readonly Dictionary<string, DeliveryId> deliveries = [];
    private CourierBench bench = null!;
    private DeliveryOffice office = null!;
    private WebApplication app = null!;

    public Uri Address { get; private set; } = null!;

    internal IServiceProvider Services => app.Services;

    internal Ledger Ledger => bench.Ledger;

    internal static Partnership Partnership => DeliveryWorld.Partnership;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal DeliveryId DeliveryOf(string number) => deliveries[number];

    public async ValueTask InitializeAsync()
    {
        bench = await CourierBench.StartAsync(Token, new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));
        await TellTheStoryAsync();
        await StartAsync();
    }

    /// <summary>A client of this person; of nobody where none is named.</summary>
    internal async Task<HttpClient> AsAsync(string? person)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (person is null)
            return client;

        var district = Partnership.Districts.Single(one => one.People.Any(known => known.Id.ToString() == person));
        using var answer = await client.PostAsync(new Uri($"/sandbox/token/{district.Id}/{person}", UriKind.Relative), null, Token);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!["access_token"]!.GetValue<string>());
        return client;
    }

    internal async Task<string> PartAsync(string person, string part, string language = "de")
    {
        using var client = await AsAsync(person);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await client.GetAsync(new Uri($"/uebersicht/teile/{part}", UriKind.Relative), Token);
        var html = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.IsSuccessStatusCode, $"{html} {answer.Headers}");
        return html;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await office.DisposeAsync();
        await bench.DisposeAsync();
    }

    private async Task TellTheStoryAsync()
    {
        var (steinfurt, mse) = (Partnership.Districts[0].Id, Partnership.Districts[1].Id);

        // Delivered and taken back, and the partner has not confirmed it.
        await ShareAsync(steinfurt, "KV-ST 2026/05", new(2026, 4, 28), approvedOn: new(2026, 5, 4));
        await RecallAsync("KV-ST 2026/05");
        // Both shared in time.
        await UntilAsync(new(2026, 6, 16, 9, 0, 0, TimeSpan.Zero));
        await ShareAsync(steinfurt, "KV-ST 2026/06", new(2026, 6, 9), approvedOn: new(2026, 6, 16), next: new(new DateOnly(2026, 8, 11), new TimeOnly(19, 0), "Geschäftsstelle"));
        await ShareAsync(mse, "KV-MSE 2026/05", new(2026, 5, 19), approvedOn: new(2026, 6, 16));
        await UntilAsync(new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero));
        await ShareAsync(mse, "KV-MSE 2026/06", new(2026, 6, 23), approvedOn: new(2026, 7, 14), next: new(new DateOnly(2026, 8, 18), new TimeOnly(18, 30), null));
        // Approved in June and forgotten: the partner sees that something is open, and not which meeting it was.
        await ReleaseAsync(mse, "KV-MSE 2026/07", new(2026, 6, 2), approvedOn: new(2026, 6, 30));
        // Due after the summer break: nobody else's business yet. It names the next meeting too.
        await ReleaseAsync(mse, "KV-MSE 2026/08", new(2026, 7, 7), approvedOn: new(2026, 7, 14), next: new(new DateOnly(2026, 10, 22), null, null));

        await UntilAsync(new(2026, 8, 4, 14, 0, 0, TimeSpan.Zero));
        await ReleaseAsync(steinfurt, "KV-ST 2026/01", new(2026, 1, 13), approvedOn: null, next: new(new DateOnly(2026, 10, 21), null, null));
        await HoldAsync(await EnqueueAsync(steinfurt, "KV-ST 2026/02", new(2026, 2, 10), new(2026, 8, 4), Now.AddDays(1)));
        await FailAsync(await EnqueueAsync(steinfurt, "KV-ST 2026/03", new(2026, 3, 10), new(2026, 8, 3), Now.AddDays(1)), DeliveryState.Failed, StepState.Failed);
        await FailAsync(await EnqueueAsync(steinfurt, "KV-ST 2026/04", new(2026, 4, 14), new(2026, 8, 3), Now.AddDays(1)), DeliveryState.Uncertain, StepState.Uncertain);
        await EnqueueAsync(steinfurt, "KV-ST 2026/07", new(2026, 7, 14), new(2026, 8, 4), new(2026, 8, 6, 9, 0, 0, TimeSpan.FromHours(2)));
        await EnqueueAsync(mse, "KV-MSE 2026/09", new(2026, 7, 21), new(2026, 8, 4), Now.AddDays(1));
        bench.Clock.Advance(Now - bench.Clock.GetUtcNow());
    }

    private async Task ShareAsync(DistrictId from, string number, DateOnly day, DateOnly approvedOn, NextMeeting? next = null)
    {
        await EnqueueAsync(from, number, day, approvedOn, startsAt: null, next);
        await bench.DriveAsync(Token);
        Assert.Equal(DeliveryState.Delivered, (await Ledger.StatusAsync(DeliveryOf(number), Token)).State);
    }

    private async Task<DeliveryId> EnqueueAsync(DistrictId from, string number, DateOnly day, DateOnly approvedOn, DateTimeOffset? startsAt, NextMeeting? next = null)
    {
        var minutes = await ReleaseAsync(from, number, day, approvedOn, next);
        var consignment = ConsignmentOf(from, minutes);
        Assert.IsType<EnqueueOutcome.Accepted>(await Ledger.EnqueueAsync(DeliveryWorld.Clear(consignment), Token, startsAt: startsAt));
        return deliveries[number] = consignment.Delivery;
    }

    private async Task<Minutes> ReleaseAsync(DistrictId from, string number, DateOnly day, DateOnly? approvedOn, NextMeeting? next = null)
    {
        var minutes = Samples.Minutes with
        {
            Id = MinutesId.Parse($"{from}-{number[^7..].Replace('/', '-')}", null),
            District = from.ToString(),
            Number = number,
            Date = day,
            Next = next,
        };
        await Ledger.ReleaseAsync(ConsignmentOf(from, minutes), minutes, Token);
        var release = (await Ledger.Releases.LastAsync(Partnership.Id, minutes.Id, Token))!;
        if (approvedOn is { } on)
            await Ledger.Releases.ApproveAsync(new(release, $"{minutes.District[..2]}-01", new ApprovalNote(on, null, null), null), Token);
        return minutes;
    }

    private Consignment ConsignmentOf(DistrictId from, Minutes minutes) => bench.World.Consignment() with
    {
        Minutes = minutes.Id,
        From = from,
        To = Partnership.PartnerOf(from).Id,
        Meeting = minutes.Date,
        ContentDigest = CanonicalMinutes.DigestOf(minutes),
        Edition = bench.World.Consignment().Edition with { Name = $"{minutes.Date:O} Protokoll {minutes.Number.Replace('/', '-')}.docx" },
        Tracker = [],
    };

    private async Task RecallAsync(string number)
    {
        var ground = await Ledger.Recalls.FindAsync(DeliveryOf(number), Token);
        var recall = new Support.Life(bench).Recalling;
        Assert.IsType<RecallOutcome.Accepted>(await recall.RunAsync(ground!, WithdrawalReason.Confidential, Partnership.Districts[0].People[1], Token));
        await bench.DriveAsync(Token);
        deliveries[$"{number} recall"] = (await Ledger.ListAsync(Token)).Single(delivery => delivery.Kind == DeliveryKind.Recall).Delivery;
    }

    private async Task HoldAsync(DeliveryId delivery) => Assert.Equal(DeliveryState.Stopped, (await Ledger.Office.CancelAsync(delivery, "st-02", Token))!.State);

    private async Task FailAsync(DeliveryId delivery, DeliveryState state, StepState step)
    {
        using var database = new LedgerDatabase(bench.World.Folder, new());
        await using var context = database.Open();
        var row = await context.Deliveries.Include(known => known.Steps).SingleAsync(known => known.Id == delivery.Value, Token);
        row.State = state;
        var first = row.Steps.First(one => one.Step == DeliveryStep.Mail);
        (first.State, first.Attempts, first.FirstAt) = (step, 3, bench.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        await context.SaveChangesAsync(Token);
    }

    private async Task UntilAsync(DateTimeOffset moment)
    {
        await bench.DriveAsync(Token, until: moment);
        if (moment > bench.Clock.GetUtcNow())
            bench.Clock.Advance(moment - bench.Clock.GetUtcNow());
    }

    private async Task StartAsync()
    {
        var settings = bench.World.Settings(bench.Clock) with { MayOwn = false, Endpoint = EmbeddedSandbox.EndpointOf(bench.Sandbox) };
        office = await DeliveryOffice.OpenAsync(settings, Token);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(System.Net.IPAddress.Loopback, 0));
        var authority = SignInAuthority.OfSandbox(() => office);
        builder.AddApi(new() { RequestsPerMinute = 10_000 }, Partnership, authority, bench.Clock, () => new ServedOffice(office, Partnership, bench.Clock));
        // The sandbox signs by the story's clock, and whoever validates looks at the machine's.
        builder.Services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer => bearer.TokenValidationParameters.LifetimeValidator = (_, _, _, _) => true);
        app = builder.Build();
        app.UseApi(new(), Partnership, authority);
        await app.StartAsync(Token);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }
}
