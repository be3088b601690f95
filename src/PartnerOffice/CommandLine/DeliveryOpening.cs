using Microsoft.Extensions.Logging;
using PartnerOffice.Api;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.CommandLine;

/// <summary>Opens the courier for a partnership: against the sandbox only where the file says so, or the built-in sample is used (D21).</summary>
internal static class DeliveryOpening
{
    /// <param name="live">The partnership of a process that runs on while its people change; null for a verb that ends soon.</param>
    public static Task<DeliveryOffice> OpenAsync(
        PartnershipSource source, string data, bool mayOwn, ILoggerFactory loggers, CancellationToken cancellationToken, LivePartnership? live = null)
    {
        var settings = Settings(source, data, mayOwn, loggers);
        return DeliveryOffice.OpenAsync(live is null ? settings : settings with { Routes = [.. settings.Routes.Select(route => route.Following(() => live.Current))] }, cancellationToken);
    }

    private static DeliverySettings Settings(PartnershipSource source, string data, bool mayOwn, ILoggerFactory loggers)
    {
        var (partnership, graph) = (source.Partnership, GraphSettings.Load());
        DataFolder.Make(data);
        var accounts = new AccountIdentities(data);
        GraphIdentity? AccountOf(District district) => accounts.Has(district.Id) ? accounts.Of(district) : null;
        var settings = new DeliverySettings { DataDirectory = data, Routes = [], MayOwn = mayOwn, Loggers = loggers, PublicAddress = ApiSettings.Load().PublicAddress };
        if (partnership.Graph == GraphKind.Microsoft)
        {
            var identities = new TenantIdentities(Path.GetDirectoryName(Path.GetFullPath(source.File!))!);
            return settings with { Endpoint = graph.Microsoft(), Routes = [PartnershipRoute.Of(partnership, identities.Of, AccountOf)] };
        }

        if (Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") == "Production")
            throw SandboxInProduction();

        var sandbox = new SandboxIdentities(data);
        return settings with
        {
            Routes = [PartnershipRoute.Of(partnership, sandbox.Of, AccountOf)],
            Endpoint = graph.StandAloneSandbox(),
            Sandbox = new EmbeddedSandbox(SandboxWorld.SeedOf(partnership, sandbox.Of)) { NewTracker = TrackerTemplate.Delivered, NewRegister = () => TrackerTemplate.Register() },
        };
    }

    private static VerbException SandboxInProduction() => new(
        "sandbox-in-production",
        "Partnerschaftsdatei",
        new Bilingual("In Production gibt es keine Sandbox.", "There is no sandbox in Production."),
        new Bilingual("\"graph\": \"microsoft\" eintragen.", "Enter \"graph\": \"microsoft\"."));
}
