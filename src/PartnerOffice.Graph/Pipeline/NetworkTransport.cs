using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace PartnerOffice.Graph;

/// <summary>The network, trusting what the system trusts, or one certificate and nothing else.</summary>
internal static class NetworkTransport
{
    public static SocketsHttpHandler Open(X509Certificate2? trusted)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            // Microsoft moves its services between addresses; a connection kept for ever would never notice.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(15),
        };
        if (trusted is not null)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => GraphEndpoint.IsThe(trusted, shown);
        return handler;
    }
}
