using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PartnerOffice.Sandbox;

/// <summary>Checks the JWT by which an app proves that it holds the key of its registered certificate.</summary>
internal static class ClientAssertion
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <exception cref="SignInRefusal">The assertion proves nothing.</exception>
    public static async Task VerifyAsync(string assertion, AppState app, IReadOnlyList<string> audiences)
    {
        JsonWebToken token;
        try
        {
            token = new JsonWebToken(assertion);
        }
        catch (Exception broken) when (broken is ArgumentException or SecurityTokenException)
        {
            throw new SignInRefusal(401, "invalid_client", 50027, "JWT token is invalid or malformed.");
        }

        if (!string.Equals(token.Issuer, app.ClientId, StringComparison.OrdinalIgnoreCase))
        {
            await VerifyFederatedAsync(assertion, token, app);
            return;
        }

        using var certificate = CertificateFor(token, app)
            ?? throw new SignInRefusal(401, "invalid_client", 700027, "Client assertion contains an invalid signature. The key was not found: the certificate is not registered on the application.");
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            IssuerSigningKey = new X509SecurityKey(certificate),
            TryAllIssuerSigningKeys = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
            ValidIssuer = app.ClientId,
            ValidAudiences = audiences,
            ClockSkew = TimeSpan.FromMinutes(5),
        });
        if (!result.IsValid)
        {
            throw result.Exception switch
            {
                SecurityTokenExpiredException or SecurityTokenNotYetValidException => new SignInRefusal(401, "invalid_client", 700024, "Client assertion is not within its valid time range."),
                SecurityTokenInvalidAudienceException => new SignInRefusal(401, "invalid_client", 700023, "Client assertion audience claim does not match Realm issuer."),
                SecurityTokenInvalidIssuerException => new SignInRefusal(401, "invalid_client", 700021, "Client assertion application identifier doesn't match 'client_id' parameter."),
                _ => new SignInRefusal(401, "invalid_client", 700027, "Client assertion contains an invalid signature."),
            };
        }

        if (!string.Equals(token.Subject, app.ClientId, StringComparison.OrdinalIgnoreCase))
        {
            throw new SignInRefusal(401, "invalid_client", 700022, "The subject of the client assertion is not the client.");
        }

        if (certificate.NotAfter < DateTime.Now)
        {
            throw new SignInRefusal(401, "invalid_client", 7000222, "The provided client credentials are expired.");
        }
    }

    private static async Task VerifyFederatedAsync(string assertion, JsonWebToken token, AppState app)
    {
        var trusted = app.Federations.FirstOrDefault(federation => federation.Issuer == token.Issuer && federation.Subject == token.Subject)
            ?? throw new SignInRefusal(401, "invalid_client", 700213, "No matching federated identity record found for presented assertion subject. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.");
        using var key = RSA.Create();
        key.ImportFromPem(trusted.PublicKey);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            IssuerSigningKey = new RsaSecurityKey(key) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
            TryAllIssuerSigningKeys = true,
            ValidIssuer = trusted.Issuer,
            ValidAudience = trusted.Audience,
            ClockSkew = TimeSpan.FromMinutes(5),
        });
        if (!result.IsValid)
        {
            throw result.Exception switch
            {
                SecurityTokenExpiredException or SecurityTokenNotYetValidException => new SignInRefusal(401, "invalid_client", 700024, "Client assertion is not within its valid time range."),
                SecurityTokenInvalidAudienceException => new SignInRefusal(401, "invalid_client", 700212, "No matching federated identity record found for presented assertion audience."),
                _ => new SignInRefusal(401, "invalid_client", 5002738, "The signature of the presented assertion could not be verified with the keys of its issuer."),
            };
        }
    }

    private static X509Certificate2? CertificateFor(JsonWebToken token, AppState app)
    {
        foreach (var registered in app.Certificates)
        {
            var certificate = Read(registered);
            if (Names(token, certificate))
            {
                return certificate;
            }

            certificate.Dispose();
        }

        // Only the thumbprint is registered: the assertion brings the certificate, the thumbprint says whether it is the right one.
        if (token.TryGetHeaderValue("x5c", out List<string>? chain) && chain is [var first, ..])
        {
            var brought = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(first));
            if (app.CertificateThumbprints.Contains(brought.Thumbprint, StringComparer.OrdinalIgnoreCase))
            {
                return brought;
            }

            brought.Dispose();
        }

        return null;
    }

    private static bool Names(JsonWebToken token, X509Certificate2 certificate) =>
        (token.TryGetHeaderValue("x5t#S256", out string? sha256) && sha256 == Base64UrlEncoder.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256)))
        || (token.TryGetHeaderValue("x5t", out string? sha1) && sha1 == Base64UrlEncoder.Encode(certificate.GetCertHash()))
        || (token.Kid is { Length: > 0 } kid && string.Equals(kid, certificate.Thumbprint, StringComparison.OrdinalIgnoreCase));

    public static X509Certificate2 Read(string registered) =>
        registered.Contains("-----BEGIN", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromPem(registered)
            : X509CertificateLoader.LoadCertificate(Convert.FromBase64String(registered));
}
