using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>As whom the service signs in to the real tenants: the certificate, the trusted token or the machine that the partnership file names.</summary>
/// <param name="folder">Where the partnership file lies; certificate files are named from there.</param>
public sealed class TenantIdentities(string folder)
{
    /// <summary>The identity for a district; null where the district has no tenant yet, so that its deliveries wait (R20).</summary>
    /// <exception cref="CredentialException">The certificate is not there, or is none.</exception>
    public GraphIdentity? Of(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        return district.Tenant is { } tenant
            ? new GraphIdentity(tenant.Id.ToString("D"), tenant.ClientId.ToString("D"), tenant.Credential switch
            {
                CredentialReference.AssertionFile(var path) => new GraphCredential.OfAssertionFile(Path.Combine(folder, path)),
                CredentialReference.ManagedIdentity(var clientId) => new GraphCredential.OfMachine(clientId?.ToString("D")),
                var certificate => new GraphCredential.OfCertificate(Certificate(district, certificate)),
            })
            : null;
    }

    private X509Certificate2 Certificate(District district, CredentialReference credential)
    {
        try
        {
            return credential switch
            {
                CredentialReference.EnvironmentVariable(var variable) => FromText(Environment.GetEnvironmentVariable(variable) ?? throw CredentialException.NotThere(district, variable)),
                CredentialReference.CertificateFile(var path, var password) => FromFile(district, Path.Combine(folder, path), password is null ? null : Environment.GetEnvironmentVariable(password)),
                _ => throw new InvalidOperationException($"No certificate comes from {credential.GetType().Name}."),
            };
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            throw CredentialException.Unreadable(district);
        }
    }

    private static X509Certificate2 FromText(string text) => text.Contains("-----BEGIN", StringComparison.Ordinal)
        ? X509Certificate2.CreateFromPem(text, text)
        : X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(text), null);

    private static X509Certificate2 FromFile(District district, string path, string? password) =>
        !File.Exists(path) ? throw CredentialException.NotThere(district, Path.GetFileName(path))
        : Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase) ? FromText(File.ReadAllText(path))
        : X509CertificateLoader.LoadPkcs12FromFile(path, password);
}
