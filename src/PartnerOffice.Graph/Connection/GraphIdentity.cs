using System.Security.Cryptography.X509Certificates;

namespace PartnerOffice.Graph;

/// <summary>As whom we come: our app registration in one tenant, proven by a certificate with its private key.</summary>
public sealed record GraphIdentity(string TenantId, string ClientId, X509Certificate2 Certificate)
{
    /// <summary>The account for which the application acts, once a person signed it in; null for the application by itself.</summary>
    public IAccountTokens? Account { get; init; }
}
