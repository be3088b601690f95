using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PartnerOffice.Graph;

/// <summary>Which Graph is spoken to, and who signs its tokens.</summary>
/// <param name="BaseUrl">With its version, such as <c>https://graph.microsoft.com/v1.0</c>.</param>
/// <param name="Authority">Where tokens come from, without the tenant, such as <c>https://login.microsoftonline.com/</c>.</param>
/// <param name="Sandbox">True for the local Graph, which pretends to be the public one.</param>
/// <param name="TrustedCertificate">
/// The one certificate that both must show; null to trust what the operating system trusts. For a Graph on the same machine.
/// </param>
public sealed record GraphEndpoint(Uri BaseUrl, Uri Authority, bool Sandbox = false, X509Certificate2? TrustedCertificate = null)
{
    /// <summary>Microsoft's public cloud.</summary>
    public static GraphEndpoint PublicCloud { get; } =
        new(new Uri("https://graph.microsoft.com/v1.0"), new Uri("https://login.microsoftonline.com/"));

    /// <summary>
    /// For whom the token is asked: the Graph spoken to, as every national cloud has it; the sandbox and a proxy stand in
    /// for the public one.
    /// </summary>
    public string TokenScope { get; init; } =
        Sandbox ? "https://graph.microsoft.com/.default" : $"{BaseUrl.GetLeftPart(UriPartial.Authority)}/.default";

    /// <summary>Whether this is the one certificate that is trusted: neither its issuer nor the name on it counts besides.</summary>
    public static bool IsThe(X509Certificate2 trusted, X509Certificate? shown)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        return shown is not null && shown.GetCertHash(HashAlgorithmName.SHA256).AsSpan().SequenceEqual(trusted.GetCertHash(HashAlgorithmName.SHA256));
    }
}
