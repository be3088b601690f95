using System.Security.Cryptography.X509Certificates;

namespace PartnerOffice.Graph;

/// <summary>How we prove who we are. One kind for the service itself, one for the account that a person signed in for it.</summary>
public abstract record GraphCredential
{
    private GraphCredential()
    {
    }

    /// <summary>A certificate with its private key, registered on the application.</summary>
    public sealed record OfCertificate(X509Certificate2 Certificate) : GraphCredential;

    /// <summary>A token of another issuer that the application trusts (federated credential), in a file that its issuer renews.</summary>
    public sealed record OfAssertionFile(string Path) : GraphCredential;

    /// <summary>The identity of the machine in Azure, which the application trusts (federated credential).</summary>
    /// <param name="ClientId">Which of several; null for the machine's own.</param>
    public sealed record OfMachine(string? ClientId) : GraphCredential;

    /// <summary>An account that a person signed in once (<see cref="AccountSignIn"/>): we act with its rights and the application's.</summary>
    public sealed record OfAccount(IAccountVault Vault) : GraphCredential;
}
