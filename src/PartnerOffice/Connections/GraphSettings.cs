using System.Security.Cryptography.X509Certificates;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>Which Graph the service speaks to, from <c>appsettings.json</c> and <c>PartnerOffice__Graph__…</c>.</summary>
public sealed class GraphSettings
{
    public const string Section = "Graph";

    private static readonly Uri MicrosoftGraph = new("https://graph.microsoft.com/v1.0");
    private static readonly Uri MicrosoftLogin = new("https://login.microsoftonline.com/");

    /// <summary>Another Graph: a proxy, a national cloud, a stand-alone sandbox. With the version: <c>https://…/v1.0</c>.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Where tokens come from, for that other Graph.</summary>
    public Uri? Authority { get; set; }

    /// <summary>A PEM file with the one certificate to trust besides the machine's own: a stand-alone sandbox has a self-made one.</summary>
    public string? TrustedCertificate { get; set; }

    public static GraphSettings Load() => HostSettings.Section<GraphSettings>(Section);

    /// <summary>The endpoint for a sandbox that stands alone; null where the embedded one is meant.</summary>
    public GraphEndpoint? StandAloneSandbox() => BaseUrl is null ? null : Endpoint(sandbox: true);

    /// <summary>The endpoint of the real Graph.</summary>
    public GraphEndpoint Microsoft() => Endpoint(sandbox: false);

    private GraphEndpoint Endpoint(bool sandbox) => new(
        BaseUrl ?? MicrosoftGraph,
        Authority ?? (BaseUrl is null ? MicrosoftLogin : new Uri(BaseUrl.GetLeftPart(UriPartial.Authority))),
        sandbox,
        TrustedCertificate is null ? null : X509CertificateLoader.LoadCertificateFromFile(TrustedCertificate));
}
