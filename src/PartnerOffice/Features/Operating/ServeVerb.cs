using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Operating;

/// <summary><c>serve</c>: the service that does the deliveries at their time, until it is stopped; under systemd or as a Windows service too.</summary>
internal sealed class ServeVerb : Verb
{
    private readonly Option<int> port = new("--port") { Description = "Port auf diesem Rechner für /health/live und /health/ready", DefaultValueFactory = _ => 5080 };

    protected override Command Describe() => new("serve", "Der Dienst: übermittelt, wenn es Zeit ist, zählt nach und erinnert") { port };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSystemd();
        builder.Services.AddWindowsService(service => service.ServiceName = "PartnerOffice");
        builder.WebHost.ConfigureKestrel(server => server.ListenLocalhost(context.Get(port)));
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);

        await using var app = builder.Build();
        var office = await context.OpenDeliveriesAsync(app.Services.GetRequiredService<ILoggerFactory>(), cancellationToken);
        await using (office)
        {
            app.MapGet("/health/live", () => Results.Text("alive"));
            app.MapGet("/health/ready", async (CancellationToken token) => await ReadyAsync(office, token));
            await app.StartAsync(cancellationToken);
            context.Answer.Say(new Bilingual(
                $"{context.Mark}Der Dienst läuft ({(office.IsOwner ? "er übermittelt" : "ein anderer Prozess übermittelt; dieser springt ein")}). Beenden mit Strg+C.",
                $"{context.Mark}The service runs ({(office.IsOwner ? "it does the deliveries" : "another process does the deliveries; this one stands by")}). Stop with Ctrl+C."));
            await app.WaitForShutdownAsync(cancellationToken);
        }

        return ExitCode.Done;
    }

    private static async Task<IResult> ReadyAsync(DeliveryOffice office, CancellationToken cancellationToken)
    {
        var paused = await office.Brakes.PausedSinceAsync(cancellationToken);
        return Results.Json(new { owner = office.IsOwner, paused }, statusCode: StatusCodes.Status200OK);
    }
}
