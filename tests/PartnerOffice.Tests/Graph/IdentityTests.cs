using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Graph;

/// <summary>Every way to sign in, with the real sign-in library against the sandbox.</summary>
public sealed class IdentityTests : IAsyncLifetime
{
    private const string Issuer = "https://ausstellung.example/";

    private readonly TemporaryFolder _folder = new();
    private readonly RSA _issuerKey = RSA.Create(2048);
    private TwoTenants _tenants = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private static DriveId Drive => DriveId.Parse(TwoTenants.DriveId);

    public async ValueTask InitializeAsync() => _tenants = await TwoTenants.StartAsync(seed: seed => seed with
    {
        Tenants = [seed.Tenants[0] with
        {
            Apps = [seed.Tenants[0].Apps[0] with
            {
                Federations = [new SeedFederation(Issuer, "partneroffice", _issuerKey.ExportSubjectPublicKeyInfoPem())],
                DelegatedScopes = ["Files.ReadWrite"],
                AllowsPublicClients = true,
            }],
            Sites = [seed.Tenants[0].Sites[0] with { Members = [TwoTenants.Address] }],
        }, .. seed.Tenants.Skip(1)],
    });

    public async ValueTask DisposeAsync()
    {
        await _tenants.DisposeAsync();
        _folder.Dispose();
        _issuerKey.Dispose();
    }

    [Fact]
    public async Task A_token_of_a_trusted_issuer_signs_in_and_is_read_anew_when_its_issuer_renews_it()
    {
        var file = _folder.File("token");
        await File.WriteAllTextAsync(file, Assertion("partneroffice") + "\n", Now);
        using var graph = Open(new GraphCredential.OfAssertionFile(file));

        Assert.Contains("Sites.Selected", (await graph.RightsAsync(Now))!.Permissions);
        Assert.NotNull(await graph.Drives.FindAsync(Drive, DrivePath.Root, Now));
    }

    [Theory]
    [InlineData("jemand-anders", "api://AzureADTokenExchange", "AADSTS700213")]
    [InlineData("partneroffice", "api://etwas-anderes", "AADSTS700212")]
    public async Task A_token_for_somebody_or_something_else_does_not_sign_in(string subject, string audience, string code)
    {
        var file = _folder.File("token");
        await File.WriteAllTextAsync(file, Assertion(subject, audience), Now);
        using var graph = Open(new GraphCredential.OfAssertionFile(file));

        Assert.Equal(code, (await Assert.ThrowsAsync<SignInException>(() => graph.RightsAsync(Now))).Code);
    }

    [Fact]
    public async Task A_missing_token_file_is_named_and_is_no_failure_of_the_network()
    {
        using var graph = Open(new GraphCredential.OfAssertionFile(_folder.File("nicht-da")));

        Assert.Equal("assertion-missing", (await Assert.ThrowsAsync<SignInException>(() => graph.Drives.FindAsync(Drive, DrivePath.Root, Now))).Code);
    }

    [Fact]
    public async Task The_identity_of_the_machine_is_the_proof_where_the_application_trusts_it()
    {
        // Azure answers at an address that only its machines reach; here a transport stands in for it and passes the rest on.
        using var transport = new MachineInAzure(_tenants.Server.CreateHandler(), Assertion("partneroffice"));
        using var graph = GraphConnection.Open(
            Endpoint, new GraphIdentity(TwoTenants.North, TwoTenants.App, new GraphCredential.OfMachine("57e10f00-0000-4000-8000-0000000000b1")), new() { Transport = transport });

        Assert.Contains("Sites.Selected", (await graph.RightsAsync(Now))!.Permissions);
        Assert.Contains("57e10f00-0000-4000-8000-0000000000b1", transport.Asked!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_signed_in_once_reads_the_workbook_also_after_a_restart_of_everything()
    {
        (await _tenants.PutAsync("Tracker.xlsx", WorkbookTests.Tracker())).Dispose();
        DeviceCode? shown = null;

        var account = await AccountSignIn.RunAsync(Endpoint, Account(), code =>
        {
            shown = code;
            Assert.True(_tenants.Server.DecideDeviceCode(code.Code, TwoTenants.Address));
            return Task.CompletedTask;
        }, Now);
        using var graph = GraphConnection.Open(Endpoint, Account());
        var workbook = (await graph.Drives.FindAsync(Drive, DrivePath.Parse("Tracker.xlsx"), Now))!;
        var session = await graph.Workbooks.OpenAsync(Drive, workbook.Id, persists: false, Now);

        Assert.Equal((TwoTenants.Address, TwoTenants.North), (account.UserName, account.TenantId));
        Assert.EndsWith("/_sandbox/device", shown!.Page.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("Beschluesse", await graph.Workbooks.TablesAsync(session, Now));
        Assert.Equal(TwoTenants.Address, (await graph.RightsAsync(Now))!.UserName);
    }

    [Fact]
    public async Task Without_a_sign_in_the_account_is_not_there_and_after_a_changed_password_no_longer()
    {
        using (var before = GraphConnection.Open(Endpoint, Account()))
            Assert.Equal("login-required", (await Assert.ThrowsAsync<SignInException>(() => before.Drives.FindAsync(Drive, DrivePath.Root, Now))).Code);

        await SignInAsync();
        ForgetAccessTokens();
        _tenants.Server.RevokeSignIns();
        using var after = GraphConnection.Open(Endpoint, Account());

        Assert.Equal("login-required", SettingUpCode(await Assert.ThrowsAsync<SignInException>(() => after.RightsAsync(Now))));
    }

    [Fact]
    public async Task A_declined_sign_in_keeps_nothing()
    {
        await Assert.ThrowsAsync<SignInException>(() => AccountSignIn.RunAsync(Endpoint, Account(), code =>
        {
            _tenants.Server.DecideDeviceCode(code.Code, null);
            return Task.CompletedTask;
        }, Now));

        Assert.False(AccountVault.HasAccount(_folder.Path, North));
    }

    [Fact]
    public async Task What_is_kept_of_an_account_is_encrypted_and_opens_with_no_other_secret()
    {
        await SignInAsync();

        var files = Directory.GetFiles(Path.Combine(_folder.Path, "accounts"));
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain(TwoTenants.Address, System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.OrdinalIgnoreCase));
        var other = new AccountVault(_folder.Path, North, new DeliverySecrets(new byte[DeliverySecrets.KeyBytes]));
        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await other.ReadAsync("account", Now));
    }

    [Fact]
    public async Task An_account_reaches_no_site_that_its_owner_may_not_open()
    {
        await SignInAsync("privat@nord.example");
        using var graph = GraphConnection.Open(Endpoint, Account());

        await Assert.ThrowsAsync<AccessDeniedException>(() => graph.Drives.FindAsync(Drive, DrivePath.Root, Now));
    }

    [Fact]
    public async Task One_mailbox_is_asked_by_four_requests_at_once_and_not_by_five()
    {
        using var counting = new Counting(_tenants.Server.CreateHandler());
        using var graph = GraphConnection.Open(Endpoint, new GraphIdentity(TwoTenants.North, TwoTenants.App, TwoTenants.AppCertificate), new() { Transport = counting });
        await graph.RightsAsync(Now);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => graph.Mail.FindByKeyAsync(MailboxId.Parse(TwoTenants.Address), "k", Now)));

        Assert.Equal(4, counting.Most);
    }

    private static readonly DistrictId North = DistrictId.Parse("nord");

    private GraphEndpoint Endpoint => new(_tenants.Server.GraphUri, _tenants.Server.BaseUri, Sandbox: true, _tenants.Server.Certificate);

    private GraphConnection Open(GraphCredential credential) => GraphConnection.Open(Endpoint, new GraphIdentity(TwoTenants.North, TwoTenants.App, credential));

    // A new vault each time, as after a restart.
    private GraphIdentity Account() => new(TwoTenants.North, TwoTenants.App, new GraphCredential.OfAccount(new AccountVault(_folder.Path, North, SecretStore.Open(_folder.Path, null))));

    private Task SignInAsync(string address = TwoTenants.Address) => AccountSignIn.RunAsync(Endpoint, Account(), code =>
    {
        _tenants.Server.DecideDeviceCode(code.Code, address);
        return Task.CompletedTask;
    }, Now);

    /// <summary>As an hour later: what is kept of the tokens is their renewal alone.</summary>
    private void ForgetAccessTokens()
    {
        var vault = new AccountVault(_folder.Path, North, SecretStore.Open(_folder.Path, null));
        var cache = System.Text.Json.Nodes.JsonNode.Parse(vault.ReadAsync("tokens", Now).AsTask().GetAwaiter().GetResult())!.AsObject();
        cache["AccessToken"] = new System.Text.Json.Nodes.JsonObject();
        vault.WriteAsync("tokens", System.Text.Encoding.UTF8.GetBytes(cache.ToJsonString()), Now).AsTask().GetAwaiter().GetResult();
    }

    private static string SettingUpCode(SignInException failure) =>
        PartnerOffice.Features.SettingUp.SignInCauses.Of(failure, PartnershipSample.Read().Districts[0]).Id;

    private string Assertion(string subject, string audience = "api://AzureADTokenExchange") => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = audience,
        Expires = DateTime.UtcNow.AddMinutes(10),
        Claims = new Dictionary<string, object> { ["sub"] = subject },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(_issuerKey) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } }, SecurityAlgorithms.RsaSha256),
    });

    private sealed class MachineInAzure(HttpMessageHandler network, string token) : DelegatingHandler(network)
    {
        public Uri? Asked { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Host != "169.254.169.254") return await base.SendAsync(request, cancellationToken);

            Asked = request.RequestUri;
            return new(System.Net.HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent($$"""{"access_token":"{{token}}","expires_in":"3600","expires_on":"{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()}}","resource":"api://AzureADTokenExchange","token_type":"Bearer"}""", System.Text.Encoding.UTF8, "application/json"),
            };
        }
    }

    private sealed class Counting(HttpMessageHandler network) : DelegatingHandler(network)
    {
        private const int AtOnce = 4;

        private readonly TaskCompletionSource _enough = new();
        private int _now;

        public int Most { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.AbsolutePath.Contains("/messages", StringComparison.Ordinal)) return await base.SendAsync(request, cancellationToken);

            lock (_enough)
            {
                Most = Math.Max(Most, ++_now);
                if (_now == AtOnce) _enough.TrySetResult();
            }

            try
            {
                // Nobody leaves before as many are in as may be.
                await _enough.Task.WaitAsync(cancellationToken);
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                lock (_enough) _now--;
            }
        }
    }
}
