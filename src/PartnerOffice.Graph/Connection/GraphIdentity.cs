using System.Security.Cryptography.X509Certificates;

namespace PartnerOffice.Graph;

/// <summary>As whom we come: our app registration in one tenant, and the proof that it is us.</summary>
public sealed record GraphIdentity(string TenantId, string ClientId, GraphCredential Credential)
{
    /// <summary>The usual proof: a certificate with its private key.</summary>
    public GraphIdentity(string tenantId, string clientId, X509Certificate2 certificate)
        : this(tenantId, clientId, new GraphCredential.OfCertificate(certificate))
    {
    }

    /// <summary>The certificate; null where another proof is used.</summary>
    public X509Certificate2? Certificate => (Credential as GraphCredential.OfCertificate)?.Certificate;

    /// <summary>Whether we act for an account and not as the application itself.</summary>
    public bool IsAccount => Credential is GraphCredential.OfAccount;
}
