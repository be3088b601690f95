using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>Reads how the service signs in to a district's tenant.</summary>
internal static partial class TenantReader
{
    private static readonly Bilingual VariableExpected = new(
        "der Name einer Umgebungsvariablen wie „PARTNEROFFICE_STEINFURT_ZERTIFIKAT“ – nie das Geheimnis selbst",
        "the name of an environment variable like \"PARTNEROFFICE_STEINFURT_CERTIFICATE\" - never the secret itself");

    private static readonly Bilingual FileExpected = new(
        "der Pfad einer Datei mit der Endung .pfx, .p12 oder .pem", "the path of a file that ends in .pfx, .p12 or .pem");

    private static readonly Bilingual TokenFileExpected = new("der Pfad der Datei, in die der vertraute Aussteller das Token schreibt", "the path of the file into which the trusted issuer writes the token");

    public static TenantAccess Read(FieldReader tenant) => new(
        tenant.Id("id") ?? default,
        tenant.Id("clientId") ?? default,
        tenant.Object("credential", ReadCredential)!);

    private static CredentialReference ReadCredential(FieldReader credential)
    {
        // Whoever pastes a secret here by mistake must not find it again in a message, a screenshot or a ticket.
        credential.HideValues();

        var kind = credential.Choice<int>("type", null, ("environment", 1), ("certificate-file", 2), ("managed-identity", 3), ("federated-token-file", 4));
        return kind switch
        {
            1 => new CredentialReference.EnvironmentVariable(credential.Required("variable", VariableExpected, Variable) ?? ""),
            2 => new CredentialReference.CertificateFile(
                credential.Required("path", FileExpected, CertificatePath) ?? "",
                credential.Optional("passwordVariable", VariableExpected, Variable)),
            3 => new CredentialReference.ManagedIdentity(credential.OptionalId("clientId")),
            4 => new CredentialReference.AssertionFile(credential.Required("path", TokenFileExpected, TokenPath) ?? ""),
            _ => Unknown(credential),
        };
    }

    private static CredentialReference.ManagedIdentity Unknown(FieldReader credential)
    {
        // The type is unknown, so any of these may be meant; only what belongs to none of them is one more mistake.
        credential.OptionalText("variable", most: int.MaxValue);
        credential.OptionalText("path", most: int.MaxValue);
        credential.OptionalText("passwordVariable", most: int.MaxValue);
        credential.OptionalText("clientId", most: int.MaxValue);
        return new(null);
    }

    private static string? Variable(string text) => VariableForm().IsMatch(text) ? text : null;

    private static string? CertificatePath(string text) =>
        text.Length <= 400 && !text.Any(char.IsControl)
        && Path.GetExtension(text).ToUpperInvariant() is ".PFX" or ".P12" or ".PEM" ? text : null;

    // A token itself, pasted here by mistake, is longer than any path and has two dots.
    private static string? TokenPath(string text) => text.Length <= 400 && !text.Any(char.IsControl) && !text.StartsWith("eyJ", StringComparison.Ordinal) ? text : null;

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{2,79}\z")]
    private static partial Regex VariableForm();
}
