using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

public sealed class SignInTests
{
    private static readonly TokenRequestContext Graph = new(["https://graph.microsoft.com/.default"]);

    [Fact]
    public async Task The_real_certificate_credential_signs_in_and_reads_the_library()
    {
        await using var sandbox = await StartAsync();
        var credential = Credential(sandbox, North, AppCertificate);

        var token = await credential.GetTokenAsync(Graph, Cancel);
        sandbox.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        var drive = await sandbox.GetAsync($"drives/{DriveId}");

        Assert.Equal("Protokolle Partner", drive["name"]!.ToString());
        Assert.InRange(token.ExpiresOn, DateTimeOffset.UtcNow.AddMinutes(55), DateTimeOffset.UtcNow.AddMinutes(61));
    }

    [Fact]
    public async Task A_certificate_that_is_not_registered_does_not_sign_in()
    {
        await using var sandbox = await StartAsync();
        using var key = RSA.Create(2048);
        using var stranger = new CertificateRequest("CN=PartnerOffice", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.Now.AddDays(-1), DateTimeOffset.Now.AddDays(1));

        var failure = await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await Credential(sandbox, North, stranger).GetTokenAsync(Graph, Cancel));

        Assert.Contains("AADSTS700027", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_without_consent_in_the_tenant_does_not_sign_in()
    {
        await using var sandbox = await StartAsync(seed: seed => seed with { Tenants = [seed.Tenants[0], seed.Tenants[1] with { Apps = [] }] });

        var failure = await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await Credential(sandbox, South, AppCertificate).GetTokenAsync(Graph, Cancel));

        Assert.Contains("AADSTS700016", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_key_verifies_the_token_and_the_token_names_tenant_app_and_roles()
    {
        await using var sandbox = await StartAsync();
        var configuration = await sandbox.GetAsync(new Uri(sandbox.Server.BaseUri, $"{North}/v2.0/.well-known/openid-configuration").AbsoluteUri.Replace(sandbox.Server.BaseUri.AbsoluteUri, "../", StringComparison.Ordinal));
        var keys = await sandbox.Http.GetStringAsync(new Uri(configuration["jwks_uri"]!.ToString()), Cancel);

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(sandbox.Server.CreateAppToken(North, App), new TokenValidationParameters
        {
            IssuerSigningKeys = new JsonWebKeySet(keys).GetSigningKeys(),
            ValidIssuer = configuration["issuer"]!.ToString(),
            ValidAudience = "https://graph.microsoft.com",
        });

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(North, result.Claims["tid"]);
        Assert.Equal(App, result.Claims["appid"]);
        Assert.Equal("Sites.Selected", ((IEnumerable<object>)(result.Claims["roles"] is string one ? new object[] { one } : result.Claims["roles"])).Single());
    }

    [Theory]
    [InlineData("", "Access token is empty.")]
    [InlineData("Bearer abc", "CompactToken validation failed.")]
    [InlineData("expired", "Lifetime validation failed, the token is expired.")]
    public async Task Without_a_good_token_nobody_is_let_in(string authorization, string message)
    {
        await using var sandbox = await StartAsync();
        sandbox.Http.DefaultRequestHeaders.Authorization = null;
        var header = authorization == "expired" ? "Bearer " + sandbox.Server.CreateAppToken(North, App, TimeSpan.FromSeconds(-10)) : authorization;

        using var response = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}", null, header.Length == 0 ? [] : [("Authorization", header)]);

        var error = (await JsonOf(response, 401))["error"]!;
        Assert.Equal("InvalidAuthenticationToken", error["code"]!.ToString());
        Assert.Equal(message, error["message"]!.ToString());
        Assert.NotEmpty(response.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task A_token_of_one_tenant_finds_nothing_of_the_other()
    {
        await using var sandbox = await StartAsync();
        using var south = sandbox.ClientFor(South);
        await sandbox.PutAsync("a.txt", "Text");

        foreach (var path in new[] { $"drives/{DriveId}", $"drives/{DriveId}/root:/a.txt", $"drives/{DriveId}/root:/a.txt:/content", $"sites/{Site}", $"sites/{Site}/lists/{List}/items", $"users/{Address}/messages" })
        {
            using var response = await south.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            Assert.Equal(404, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Rights_reach_as_far_as_they_were_granted()
    {
        await using var sandbox = await StartAsync(seed: seed => seed with
        {
            Tenants = [seed.Tenants[0] with { Grants = [new PartnerOffice.Sandbox.SeedGrant(App, Site, "read")] }, seed.Tenants[1]],
        });

        var drive = await sandbox.GetAsync($"drives/{DriveId}");
        using var write = await sandbox.PutAsync("a.txt", "Text");
        using var mail = await sandbox.SendAsync(HttpMethod.Get, $"users/{Address}/messages");

        Assert.NotNull(drive["id"]);
        Assert.Equal("accessDenied", (await ErrorOf(write, 403)).Code);
        Assert.Equal("ErrorAccessDenied", (await ErrorOf(mail, 403)).Code);
    }

    [Fact]
    public async Task A_role_on_the_mailbox_reaches_no_other_mailbox()
    {
        await using var sandbox = await StartAsync();

        using var ours = await sandbox.SendAsync(HttpMethod.Get, $"users/{Address}/messages");
        using var anothers = await sandbox.SendAsync(HttpMethod.Get, "users/privat@nord.example/messages");

        Assert.Equal(200, (int)ours.StatusCode);
        Assert.Equal("ErrorAccessDenied", (await ErrorOf(anothers, 403)).Code);
    }

    [Fact]
    public async Task A_client_that_trusts_the_certificate_goes_on_after_a_restart()
    {
        var sandbox = await StartAsync(Directory.CreateTempSubdirectory("po-sandbox-").FullName);
        var before = sandbox.Server.Certificate.Thumbprint;
        var token = sandbox.Server.CreateAppToken(North, App);
        await sandbox.DisposeAsync();

        await using var again = await StartAsync(sandbox.Folder);
        again.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var drive = await again.GetAsync($"drives/{DriveId}");

        Assert.Equal(before, again.Server.Certificate.Thumbprint);
        Assert.Equal(DriveId, drive["id"]!.ToString());
    }

    private static ClientCertificateCredential Credential(TwoTenants sandbox, string tenant, X509Certificate2 certificate) => new(tenant, App, certificate, new ClientCertificateCredentialOptions
    {
        AuthorityHost = sandbox.Server.BaseUri,
        DisableInstanceDiscovery = true,
        Transport = new HttpClientTransport(new HttpClient(sandbox.Server.CreateHandler())),
        Retry = { MaxRetries = 0 },
    });
}
