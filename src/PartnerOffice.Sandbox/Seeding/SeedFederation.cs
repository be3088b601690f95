namespace PartnerOffice.Sandbox;

/// <summary>A federated credential of an app: whose tokens count as its proof.</summary>
/// <param name="Issuer">The issuer of those tokens, as their <c>iss</c> says it.</param>
/// <param name="Subject">The <c>sub</c> they must have.</param>
/// <param name="PublicKey">The issuer's public key in PEM; the real directory fetches it from the issuer.</param>
public sealed record SeedFederation(string Issuer, string Subject, string PublicKey)
{
    /// <summary>The <c>aud</c> they must have.</summary>
    public string Audience { get; init; } = "api://AzureADTokenExchange";
}
