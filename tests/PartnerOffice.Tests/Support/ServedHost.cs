using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnerOffice.Api;
using PartnerOffice.CommandLine;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>The service with its API on a free port, over the sandbox, as <c>serve</c> runs it; and people who are signed in to it.</summary>
internal sealed class ServedHost : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly WebApplication app;

    private ServedHost(WebApplication app, PartnershipSource source, TemporaryFolder folder) => (this.app, Partnership, this.folder) = (app, source.Partnership, folder);

    public Partnership Partnership { get; }

    public DeliveryOffice Office { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public string Data => folder.Path;

    public IServiceProvider Services => app.Services;

    /// <summary>The partnership file that it was started with; only where it has one.</summary>
    public string OwnFile => folder.File(PartnershipSample.FileName);

    public IEnumerable<EndpointDataSource> Endpoints => app.Services.GetServices<EndpointDataSource>();

    /// <param name="ownFile">Whether it has a partnership file of its own, a copy of the sample; else the built-in one.</param>
    public static async Task<ServedHost> StartAsync(ApiSettings? settings = null, Action<ILoggingBuilder>? logging = null, Action<IServiceCollection>? services = null, bool ownFile = false)
    {
        var folder = new TemporaryFolder();
        FirstStart.IntoOffice(folder.Path);
        if (ownFile)
            File.WriteAllText(folder.File(PartnershipSample.FileName), PartnershipSample.Json);
        var source = PartnershipSource.Load(ownFile ? folder.File(PartnershipSample.FileName) : null);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        logging?.Invoke(builder.Logging);
        builder.WebHost.ConfigureKestrel(server => server.Listen(System.Net.IPAddress.Loopback, 0));
        ServedHost? host = null;
        LivePartnership? live = null;
        var authority = SignInAuthority.OfSandbox(() => host!.Office, $"sandbox-{Guid.NewGuid():N}");
        builder.AddApi(settings ?? new(), source.Partnership, authority, TimeProvider.System, () => new ServedOffice(host!.Office, live!.Current, TimeProvider.System) { Live = live });
        services?.Invoke(builder.Services);
        host = new ServedHost(builder.Build(), source, folder);
        live = source.Live(host.app.Services.GetRequiredService<ILogger<LivePartnership>>());
        host.Office = await DeliveryOpening.OpenAsync(source, host.Data, mayOwn: true, host.app.Services.GetRequiredService<ILoggerFactory>(), TestContext.Current.CancellationToken, live);
        host.app.UseApi(settings ?? new(), source.Partnership, authority);
        await host.app.StartAsync(TestContext.Current.CancellationToken);
        host.Address = new Uri(host.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return host;
    }

    /// <summary>A client without a sign-in.</summary>
    public HttpClient Anybody() => new() { BaseAddress = Address };

    /// <summary>A client of this person, by the id of the partnership file.</summary>
    public async Task<HttpClient> AsAsync(string person)
    {
        var client = Anybody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(person));
        return client;
    }

    public async Task<string> TokenAsync(string person)
    {
        using var client = Anybody();
        var district = Partnership.Districts.Single(one => one.People.Any(known => known.Id.ToString() == person));
        using var answer = await client.PostAsync(new Uri($"/sandbox/token/{district.Id}/{person}", UriKind.Relative), null, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["access_token"]!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Office.DisposeAsync();
        folder.Dispose();
    }
}
