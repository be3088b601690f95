using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Sandbox;

/// <summary>A sandbox with two invented districts on a folder of its own, and a client that speaks plain HTTP to it.</summary>
internal sealed class TwoTenants : IAsyncDisposable
{
    public const string North = "11111111-1111-4111-8111-111111111111";
    public const string South = "22222222-2222-4222-8222-222222222222";
    public const string App = "aaaaaaaa-0000-4000-8000-00000000000a";
    /// <summary>What an administrator uses to give and take roles.</summary>
    public const string AdminApp = "aaaaaaaa-0000-4000-8000-00000000000b";

    public const string DriveId = "b!nord-protokolle";
    public const string SouthDriveId = "b!sued-protokolle";
    public const string Site = "nord.sharepoint.example,0a0a0a0a-0000-4000-8000-000000000001,0b0b0b0b-0000-4000-8000-000000000001";
    public const string List = "0c0c0c0c-0000-4000-8000-000000000001";
    public const string Address = "vorstand@nord.example";
    public const string SouthAddress = "koordination@sued.example";
    public const string KeyProperty = "String {6e0c9d5a-1111-4222-8333-abcdefabcdef} Name PartnerOfficeKey";

    private static readonly Lazy<X509Certificate2> Credential = new(MakeCredential);

    private readonly bool _ownsFolder;

    private TwoTenants(SandboxServer server, string folder, bool ownsFolder)
    {
        Server = server;
        Folder = folder;
        _ownsFolder = ownsFolder;
        Http = ClientFor(North);
    }

    public static X509Certificate2 AppCertificate => Credential.Value;

    public SandboxServer Server { get; }

    public string Folder { get; }

    /// <summary>The client of our app in the northern tenant.</summary>
    public HttpClient Http { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TwoTenants> StartAsync(
        string? folder = null, TimeProvider? time = null, SandboxSettings? settings = null, Action<string>? onDiskStep = null, Func<SandboxSeed, SandboxSeed>? seed = null,
        HttpMessageHandler? notifications = null)
    {
        var place = folder ?? Path.Combine(Path.GetTempPath(), "po-sandbox-" + Guid.NewGuid().ToString("N")[..12]);
        FirstStart.IntoSandbox(place);
        var server = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Folder = place,
                Time = time ?? TimeProvider.System,
                Settings = settings ?? new SandboxSettings { Promotion = PropertyPromotion.Off },
                Seed = (seed ?? (same => same))(Seed()),
                OnDiskStep = onDiskStep,
                Notifications = notifications,
            },
            Cancel);
        return new TwoTenants(server, place, folder is null);
    }

    public static SandboxSeed Seed() => new()
    {
        Tenants =
        [
            new SeedTenant(North, "Kreisverband Nord")
            {
                Apps = [new SeedApp(App, "PartnerOffice") { Certificates = [AppCertificate.ExportCertificatePem()], Roles = ["Sites.Selected"] },
                    new SeedApp(AdminApp, "Verwaltung") { Roles = ["Sites.FullControl.All", "MailboxSettings.Read"] }],
                Sites =
                [
                    new SeedSite(Site, "Austausch")
                    {
                        Libraries =
                        [
                            new SeedLibrary("Protokolle Partner", DriveId, List)
                            {
                                Columns =
                                [
                                    new SeedColumn("POKey") { EnforceUniqueValues = true }, new SeedColumn("POMinutes"), new SeedColumn("POVersion", SeedColumnType.Number),
                                    new SeedColumn("POState", SeedColumnType.Choice) { Choices = ["gültig", "ersetzt", "zurückgezogen"] }, new SeedColumn("POMeeting", SeedColumnType.Date),
                                ],
                            },
                        ],
                    },
                ],
                Mailboxes = [new SeedMailbox(Address) { DisplayName = "Vorstand Nord" }, new SeedMailbox("privat@nord.example")],
                Grants =
                [
                    new SeedGrant(App, Site, "write"), new SeedGrant(App, Address, "Application Mail.ReadWrite"), new SeedGrant(App, Address, "Application Mail.Send"),
                    new SeedGrant(App, Address, "Application Calendars.ReadWrite"),
                ],
            },
            new SeedTenant(South, "Kreisverband Süd")
            {
                Apps = [new SeedApp(App, "PartnerOffice") { Certificates = [AppCertificate.ExportCertificatePem()], Roles = ["Sites.Selected"] }],
                Sites =
                [
                    new SeedSite("sued.sharepoint.example,0a0a0a0a-0000-4000-8000-000000000002,0b0b0b0b-0000-4000-8000-000000000002", "Austausch")
                    {
                        Libraries = [new SeedLibrary("Protokolle Partner", SouthDriveId, "0c0c0c0c-0000-4000-8000-000000000002")],
                    },
                ],
                Mailboxes = [new SeedMailbox(SouthAddress) { DisplayName = "Koordination Süd" }],
                Grants = [new SeedGrant(App, SouthAddress, "Application Calendars.ReadWrite")],
            },
        ],
    };

    public HttpClient ClientFor(string tenant, string app = App)
    {
        var client = new HttpClient(Server.CreateHandler()) { BaseAddress = new Uri(Server.BaseUri, "v1.0/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Server.CreateAppToken(tenant, app));
        return client;
    }

    public Task<HttpResponseMessage> PutAsync(string path, string text, string query = "", string? ifMatch = null) =>
        PutAsync(path, System.Text.Encoding.UTF8.GetBytes(text), query, ifMatch);

    public async Task<HttpResponseMessage> PutAsync(string path, byte[] bytes, string query = "", string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"drives/{DriveId}/root:/{path}:/content{query}") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await Http.SendAsync(request, Cancel);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request, Cancel);
    }

    public async Task<JsonObject> GetAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return await JsonOf(response, 200);
    }

    public Task<string> ContentAsync(string path) => Http.GetStringAsync(new Uri($"drives/{DriveId}/root:/{path}:/content", UriKind.Relative), Cancel);

    public static async Task<JsonObject> JsonOf(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} instead of {status}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    public static async Task<(string Code, string? Inner)> ErrorOf(HttpResponseMessage response, int status)
    {
        var error = (await JsonOf(response, status))["error"]!;
        return (error["code"]!.ToString(), error["innerError"]!["code"]?.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static X509Certificate2 MakeCredential()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=PartnerOffice", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.Now.AddDays(-1), DateTimeOffset.Now.AddDays(30));
    }
}
