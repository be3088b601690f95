using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Features.SettingUp;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.SettingUp;

/// <summary>The sample partnership, set up as the guide asks for it, in a sandbox: so that one thing can be wrong at a time.</summary>
internal sealed class SetUpWorld : IAsyncDisposable
{
    /// <summary>The district that hosts the tracker: on its side there is most to be wrong.</summary>
    public const string Host = "mse";

    private readonly TemporaryFolder _folder = new();
    private SandboxServer? _server;

    public string Data => _folder.File("data");

    public string File(string name) => _folder.File(name);

    public JsonObject Json { get; } = JsonNode.Parse(PartnershipSample.Json, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!.AsObject();

    public JsonObject District => Json["districts"]!.AsArray().Single(district => district!["id"]!.ToString() == Host)!.AsObject();

    /// <summary>Changes the tenant of the host before the sandbox starts.</summary>
    public Func<SeedTenant, SeedTenant> Tenant { get; set; } = tenant => tenant;

    /// <summary>As whom the service comes; by default with the certificate that is registered.</summary>
    public Func<GraphIdentity, GraphIdentity> Identity { get; set; } = identity => identity;

    public SandboxSettings Sandbox { get; } = new();

    public Func<SandboxServer, Task> Afterwards { get; set; } = _ => Task.CompletedTask;

    public TimeProvider SandboxTime { get; set; } = TimeProvider.System;

    /// <summary>What lies where the tracker is; null for nothing.</summary>
    public byte[]? Tracker { get; set; } = TrackerTemplate.Delivered().ToArray();

    public bool TriesWriting { get; set; }

    public Func<DoctorSettings, DoctorSettings> Settings { get; set; } = settings => settings;

    public Partnership Partnership => PartnershipFile.Parse(Json.ToJsonString(), "partnerschaft.json");

    public SandboxServer Server => _server!;

    public Doctor? Doctor { get; private set; }

    public SandboxIdentities Identities => new(Data);

    public GraphEndpoint Endpoint => EmbeddedSandbox.EndpointOf(Server);

    /// <summary>Starts the sandbox once and runs the doctor on one side.</summary>
    public async Task<IReadOnlyList<CheckLine>> ExamineAsync(string? side = Host, Func<District, GraphIdentity?>? identityOf = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        FirstStart.IntoOffice(Data);
        FirstStart.IntoSandbox(_folder.File("sandbox"));
        // The tenants are those of the sample, whatever the file under examination says.
        var right = PartnershipSample.Read();
        if (_server is null)
        {
            var seed = SandboxWorld.SeedOf(right, Identities.Of);
            var host = right.Find(Host)!.Tenant!.Id.ToString("D");
            seed = seed with { Tenants = [.. seed.Tenants.Select(tenant => tenant.Id == host ? Tenant(tenant) : tenant)] };
            _server = await SandboxServer.StartAsync(new() { Folder = _folder.File("sandbox"), Seed = seed, Settings = Sandbox, Time = SandboxTime }, cancel);
            if (Tracker is { } workbook) await LayAsync(right, workbook);
            await Afterwards(_server);
        }

        var ground = new GraphGround(Endpoint, identityOf ?? (district => Identities.Of(district) is { } identity ? Identity(identity) : null), new AccountIdentities(Data));
        Doctor = new(Partnership, ground, Settings(new DoctorSettings { DataDirectory = Data, TriesWriting = TriesWriting }));
        return await Doctor.RunAsync(DoctorVerb.Sides(Partnership, side), cancel);
    }

    public async Task LoginAsync(string address)
    {
        await AccountSignIn.RunAsync(Endpoint, new AccountIdentities(Data).Of(PartnershipSample.Read().Find(Host)!)!, code =>
        {
            Server.DecideDeviceCode(code.Code, address);
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A certificate with its key, valid from and until so many days from today.</summary>
    public static X509Certificate2 Certificate(int from, int until)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=PartnerOffice", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(until));
    }

    // A person lays it there, so it does not need the app to be let in.
    private async Task LayAsync(Partnership partnership, byte[] workbook)
    {
        var host = partnership.Find(Host)!;
        using var person = new HttpClient(Server.CreateHandler()) { BaseAddress = new Uri(Server.BaseUri, "v1.0/") };
        Server.Seed(new SandboxSeed { Tenants = [new SeedTenant(host.Tenant!.Id.ToString("D"), host.Name) { Apps = [new SeedApp("cccccccc-0000-4000-8000-00000000000c", "SharePoint") { Roles = ["Sites.FullControl.All"] }] }] });
        person.DefaultRequestHeaders.Authorization = new("Bearer", Server.CreateAppToken(host.Tenant.Id.ToString("D"), "cccccccc-0000-4000-8000-00000000000c"));
        using var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new("application/octet-stream");
        using var answer = await person.PutAsync(new Uri($"drives/{partnership.Tracker.DriveId}/root:/{partnership.Tracker.Path}:/content", UriKind.Relative), content, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
