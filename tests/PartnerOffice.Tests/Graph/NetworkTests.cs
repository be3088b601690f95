using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnerOffice.Graph;
using Xunit;

namespace PartnerOffice.Tests.Graph;

/// <summary>What only a real connection shows.</summary>
public sealed class NetworkTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_real_credential_signs_in_where_the_one_certificate_is_shown()
    {
        await using var server = await Server.StartAsync(call => call.Response.WriteAsJsonAsync(new { id = "01ITEM", name = "a.docx" }));
        using var connection = server.Connect(server.Certificate);

        var item = await connection.Drives.FindAsync(Given.Drive, Given.Item, Now);

        Assert.Equal(Given.Item, item?.Id);
        Assert.Equal($"/{ScriptedGraph.Identity.TenantId}/oauth2/v2.0/token", Assert.Single(server.SignIns).Path);
        Assert.Contains("client_assertion=", server.SignIns[0].Body, StringComparison.Ordinal);
        Assert.Contains("scope=https%3A%2F%2Fgraph.microsoft.com%2F.default", server.SignIns[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_certificate_is_not_trusted_and_nothing_is_sent_to_it()
    {
        await using var server = await Server.StartAsync(_ => Task.CompletedTask);
        using var stranger = Server.CreateCertificate();
        using var connection = server.Connect(stranger);

        var failure = await Assert.ThrowsAsync<GraphUnreachableException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));

        Assert.Equal(GraphOutcome.NotDone, failure.Outcome);
        Assert.Empty(server.SignIns);
    }

    // .NET itself repeats a request without a body when a kept connection breaks: three more mails.
    [Theory]
    [InlineData("send")]
    [InlineData("permanent delete")]
    [InlineData("delete mail")]
    [InlineData("draft")]
    public async Task A_change_whose_answer_is_lost_on_a_kept_connection_has_arrived_once(string change)
    {
        var arrived = 0;
        await using var server = await Server.StartAsync(async call =>
        {
            if (HttpMethods.IsGet(call.Request.Method))
            {
                await call.Response.WriteAsJsonAsync(new { id = "01ITEM", name = "a.docx" });
                return;
            }
            Interlocked.Increment(ref arrived);
            // The quiet end of a connection, as a gateway makes it; .NET does not repeat after a loud one (a reset).
            call.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Both);
            call.Abort();
        });
        using var connection = server.Connect(server.Certificate);
        await connection.Drives.FindAsync(Given.Drive, Given.Item, Now);

        var failure = await Assert.ThrowsAsync<GraphUnreachableException>(() => RetryTests.Make(change, connection));

        Assert.Equal((1, GraphOutcome.Unknown), (arrived, failure.Outcome));
    }

    [Fact]
    public async Task A_change_is_never_redirected_into_a_read()
    {
        var asked = new List<string>();
        await using var server = await Server.StartAsync(call =>
        {
            asked.Add(call.Request.Method);
            call.Response.Redirect("/v1.0/elsewhere");
            return Task.CompletedTask;
        });
        using var connection = server.Connect(server.Certificate);

        await Assert.ThrowsAsync<InvalidRequestException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));

        Assert.Equal(["POST"], asked);
    }

    [Fact]
    public async Task Nobody_at_home_means_nothing_done()
    {
        Uri gone;
        await using (var server = await Server.StartAsync(_ => Task.CompletedTask)) gone = server.Address;
        using var connection = GraphConnection.Open(
            new GraphEndpoint(new Uri(gone, "v1.0"), gone, Sandbox: true), ScriptedGraph.Identity);

        var failure = await Assert.ThrowsAsync<GraphUnreachableException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));

        Assert.Equal(GraphOutcome.NotDone, failure.Outcome);
    }

    [Fact]
    public void A_token_is_never_sent_over_plain_http() => Assert.Throws<ArgumentException>(() => GraphConnection.Open(
        new GraphEndpoint(new Uri("http://localhost:5055/v1.0"), new Uri("https://login.example/")), ScriptedGraph.Identity));

    private sealed class Server : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly List<(string Path, string Body)> _signIns = [];

        private Server(WebApplication app, X509Certificate2 certificate) => (_app, Certificate) = (app, certificate);

        public X509Certificate2 Certificate { get; }

        public Uri Address { get; private set; } = null!;

        public IReadOnlyList<(string Path, string Body)> SignIns => _signIns;

        public static async Task<Server> StartAsync(RequestDelegate graph)
        {
            var certificate = CreateCertificate();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
            var server = new Server(builder.Build(), certificate);
            server._app.Run(async call =>
            {
                if (!call.Request.Path.Value!.EndsWith("/token", StringComparison.Ordinal))
                {
                    await graph(call);
                    return;
                }
                using var body = new StreamReader(call.Request.Body);
                server._signIns.Add((call.Request.Path.Value, await body.ReadToEndAsync()));
                await call.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3600, access_token = "a-token" });
            });
            await server._app.StartAsync();
            var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            server.Address = new UriBuilder(address) { Host = "localhost" }.Uri;
            return server;
        }

        public GraphConnection Connect(X509Certificate2 trusted) => GraphConnection.Open(
            new GraphEndpoint(new Uri(Address, "v1.0"), Address, Sandbox: true, trusted), ScriptedGraph.Identity);

        public static X509Certificate2 CreateCertificate()
        {
            using var key = RSA.Create(2048);
            using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            // Kestrel on Windows takes no certificate whose key lives in memory only.
            return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            Certificate.Dispose();
        }
    }
}
