namespace PartnerOffice.Core;

/// <summary>Where the service finds what it signs in with. Never the secret itself.</summary>
public abstract record CredentialReference
{
    private CredentialReference()
    {
    }

    /// <summary>The environment variable <paramref name="Variable"/> holds the certificate with its key, as PEM or base64 of a PFX.</summary>
    public sealed record EnvironmentVariable(string Variable) : CredentialReference;

    /// <summary>A file beside the partnership file, or at an absolute path.</summary>
    /// <param name="PasswordVariable">The environment variable with the file's password; null where it has none.</param>
    public sealed record CertificateFile(string Path, string? PasswordVariable) : CredentialReference;

    /// <summary>A file with a token of another issuer that the application trusts (federated credential); its issuer renews it.</summary>
    public sealed record AssertionFile(string Path) : CredentialReference;

    /// <summary>The identity of the machine in Azure, trusted by the application (federated credential).</summary>
    /// <param name="ClientId">Which of several identities; null for the machine's own.</param>
    public sealed record ManagedIdentity(Guid? ClientId) : CredentialReference;
}
