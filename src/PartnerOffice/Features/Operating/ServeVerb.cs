using System.CommandLine;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartnerOffice.Api;
using PartnerOffice.CommandLine;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Operating;

/// <summary><c>serve</c>: the service that answers the panes and does the deliveries at their time, until it is stopped; under systemd or as a Windows service too.</summary>
internal sealed class ServeVerb : Verb
{
    private readonly Option<int> port = new("--port") { Description = "Port auf diesem Rechner; 0 nimmt einen freien", DefaultValueFactory = _ => 5080 };

    protected override Command Describe() => new("serve", "Der Dienst: antwortet den Aufgabenbereichen, übermittelt, wenn es Zeit ist, zählt nach und erinnert") { port };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (partnership, settings) = (context.Partnership.Partnership, ApiSettings.Load());
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSystemd();
        builder.Services.AddWindowsService(service => service.ServiceName = "PartnerOffice");
        builder.WebHost.ConfigureKestrel(server => Listen(server, context.Get(port)));
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);

        DeliveryOffice? office = null;
        LivePartnership? live = null;
        var authority = context.IsSandbox ? SignInAuthority.OfSandbox(() => office!) : SignInAuthority.Of(GraphSettings.Load().Microsoft());
        builder.AddApi(settings, partnership, authority, TimeProvider.System, () => new ServedOffice(office!, live!.Current, TimeProvider.System) { Live = live });
        await using var app = builder.Build();
        var loggers = app.Services.GetRequiredService<ILoggerFactory>();
        live = context.Partnership.Live(loggers.CreateLogger<LivePartnership>());
        await using (office = await context.OpenDeliveriesAsync(loggers, live, cancellationToken))
        {
            app.UseApi(settings, partnership, authority);
            await app.StartAsync(cancellationToken);
            // Whoever tries it on this machine finds the links in the messages valid there.
            if (context.IsSandbox)
                app.Services.GetRequiredService<ServiceAddress>().Value ??= new Uri(AddressOf(app));
            Say(context, office, AddressOf(app));
            await app.WaitForShutdownAsync(cancellationToken);
        }

        return ExitCode.Done;
    }

    private static void Say(VerbContext context, DeliveryOffice office, string address)
    {
        context.Answer.Say(new Bilingual(
            $"{context.Mark}Der Dienst läuft ({(office.IsOwner ? "er übermittelt" : "ein anderer Prozess übermittelt; dieser springt ein")}): {address} Beenden mit Strg+C.",
            $"{context.Mark}The service runs ({(office.IsOwner ? "it does the deliveries" : "another process does the deliveries; this one stands by")}): {address} Stop with Ctrl+C."));
        if (context.IsSandbox)
            context.Answer.Say(new Bilingual($"{context.Mark}Zum Ausprobieren ohne Word und Outlook: {address} im Browser öffnen.", $"{context.Mark}To try it without Word and Outlook: open {address} in a browser."));
    }

    // On this machine only: the way in from outside is a reverse proxy with a certificate. A free port is only given for one of the two addresses.
    private static void Listen(KestrelServerOptions server, int port)
    {
        if (port == 0)
            server.Listen(IPAddress.Loopback, port);
        else
            server.ListenLocalhost(port);
    }

    private static string AddressOf(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return string.Create(CultureInfo.InvariantCulture, $"http://localhost:{new Uri(address).Port}/");
    }
}
