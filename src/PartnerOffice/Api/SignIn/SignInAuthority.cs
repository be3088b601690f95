using System.Net.Sockets;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;

namespace PartnerOffice.Api;

/// <summary>Who signs people in, and the way there.</summary>
/// <param name="Instance">Without the tenant; for the sandbox a name that stays, whichever process runs it.</param>
internal sealed record SignInAuthority(Uri Instance, Func<HttpMessageHandler> CreateHandler)
{
    /// <summary>Microsoft's, or a national cloud's.</summary>
    public static SignInAuthority Of(GraphEndpoint endpoint) => new(endpoint.Authority, () => new SocketsHttpHandler());

    /// <summary>The local sandbox's, of the process that owns the data directory at the moment.</summary>
    /// <param name="name">Microsoft's library keeps what it read of an authority for the whole process, and with it the way there: two services in one process need two names.</param>
    public static SignInAuthority OfSandbox(Func<DeliveryOffice> office, string name = "sandbox") => new(new($"https://{name}.partneroffice.invalid/"), () => new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => GraphEndpoint.IsThe(office().Endpoint.TrustedCertificate!, shown) },
        ConnectCallback = async (_, cancellationToken) =>
        {
            var authority = office().Endpoint.Authority;
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(authority.Host, authority.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    });
}
