using PartnerOffice.Core;

namespace PartnerOffice.Connections;

/// <summary>The service has nothing to sign in with.</summary>
public sealed class CredentialException : RefusalException
{
    private CredentialException(string code, District district, Bilingual problem, Bilingual remedy)
        : base(code, district.Name, problem, remedy)
    {
    }

    internal static CredentialException NotThere(District district, string what) => new(
        "credential-missing",
        district,
        new Bilingual($"»{what}« mit dem Zertifikat fehlt.", $"\"{what}\" with the certificate is missing."),
        new Bilingual("Zertifikat ablegen oder die Partnerschaftsdatei berichtigen.", "Put the certificate there, or correct the partnership file."));

    internal static CredentialException Unreadable(District district) => new(
        "credential-unreadable",
        district,
        new Bilingual("Das Zertifikat ist nicht lesbar oder hat keinen Schlüssel.", "The certificate is not readable, or has no key."),
        new Bilingual("Zertifikat mit privatem Schlüssel als PEM oder PFX ablegen; Passwort prüfen.", "Provide the certificate with its private key as PEM or PFX; check the password."));
}
