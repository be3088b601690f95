using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PartnerOffice.Sandbox;

/// <summary>Signs tokens and checks its own.</summary>
/// <remarks>
/// Tokens live by the clock on the wall, not by the sandbox's clock: the sign-in library on the other side cannot be
/// given a false clock, and would go on using a token that an advanced sandbox had already let expire.
/// </remarks>
internal sealed class TokenIssuer : IDisposable
{
    public const string GraphAudience = "https://graph.microsoft.com";

    private const int ManyTokens = 100;
    private const string RefreshAudience = "refresh";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RsaSecurityKey _key;
    private readonly ConcurrentDictionary<string, JsonWebToken> _proven = new(StringComparer.Ordinal);
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public TokenIssuer(string hiddenFolder)
    {
        var path = Path.Combine(hiddenFolder, "token-signing.key");
        if (File.Exists(path))
        {
            _rsa.ImportFromPem(File.ReadAllText(path));
        }
        else
        {
            SecretFile.Write(path, System.Text.Encoding.ASCII.GetBytes(_rsa.ExportPkcs8PrivateKeyPem()));
        }

        _key = new RsaSecurityKey(_rsa)
        {
            KeyId = Base64UrlEncoder.Encode(SHA256.HashData(_rsa.ExportSubjectPublicKeyInfo())[..16]),
            // The library's cache goes by the id of the key: after a restart in one process it would sign with the key that was disposed of.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
    }

    public static int LifetimeSeconds => (int)Lifetime.TotalSeconds;

    /// <param name="tenantId">Or the place where a reader of several tenants puts it, which must stay as it is written.</param>
    public static string IssuerOf(Uri baseUri, string tenantId) => $"{baseUri.GetLeftPart(UriPartial.Authority)}/{tenantId}/v2.0";

    public string ForApp(Uri baseUri, TenantState tenant, AppState app, string audience, TimeSpan? lifetime = null) =>
        Sign(baseUri, tenant, app, audience, lifetime, new Dictionary<string, object>
        {
            ["idtyp"] = "app",
            ["oid"] = ServicePrincipalOf(tenant, app),
            ["sub"] = ServicePrincipalOf(tenant, app),
            ["roles"] = app.Roles,
        });

    public string ForUser(Uri baseUri, TenantState tenant, AppState app, MailboxState user, IEnumerable<string> scopes, TimeSpan? lifetime = null) =>
        Sign(baseUri, tenant, app, GraphAudience, lifetime, new Dictionary<string, object>
        {
            ["idtyp"] = "user",
            ["oid"] = user.UserId,
            ["sub"] = user.UserId,
            ["name"] = user.DisplayName,
            ["upn"] = user.Address,
            ["scp"] = string.Join(' ', scopes),
        });

    /// <summary>For the app's own API, in the name of a person: as Entra ID writes it where the app asks for tokens of version 2.</summary>
    public string ForOwnApi(Uri baseUri, TenantState tenant, AppState app, UserState user, IEnumerable<string> scopes) =>
        Sign(baseUri, tenant, app, app.ClientId, null, new Dictionary<string, object>
        {
            ["oid"] = user.ObjectId,
            ["sub"] = user.ObjectId,
            ["name"] = user.DisplayName,
            ["preferred_username"] = user.UserPrincipalName,
            ["scp"] = string.Join(' ', scopes),
        });

    /// <summary>Who the person is, for the app and not for Graph.</summary>
    public string IdOf(Uri baseUri, TenantState tenant, AppState app, MailboxState user) =>
        Sign(baseUri, tenant, app, app.ClientId, null, new Dictionary<string, object>
        {
            ["oid"] = user.UserId,
            ["sub"] = user.UserId,
            ["name"] = user.DisplayName,
            ["preferred_username"] = user.Address,
        });

    /// <summary>Lets an app come back for a person. It says everything itself, so it outlives a restart.</summary>
    public string RefreshFor(TenantState tenant, AppState app, string address, IEnumerable<string> scopes) => _handler.CreateToken(new SecurityTokenDescriptor
    {
        Audience = RefreshAudience,
        Expires = DateTime.UtcNow.AddDays(90),
        Claims = new Dictionary<string, object>
        {
            ["tid"] = tenant.Id,
            ["appid"] = app.ClientId,
            ["upn"] = address,
            ["scp"] = string.Join(' ', scopes),
            ["ms"] = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            ["uti"] = Guid.NewGuid().ToString("N"),
        },
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
    });

    /// <summary>Whom it lets come back, and since when; null when it is none of ours.</summary>
    public async Task<(string TenantId, string ClientId, string Address, string[] Scopes, DateTimeOffset Since)?> ReadRefreshAsync(string token)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidAudience = RefreshAudience,
            ValidateIssuer = false,
        });
        if (!result.IsValid) return null;

        string Claim(string name) => result.Claims.TryGetValue(name, out var claim) ? claim.ToString()! : "";
        return (Claim("tid"), Claim("appid"), Claim("upn"), Claim("scp").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(result.Claims["ms"], System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The public key, as <c>discovery/v2.0/keys</c> lists it.</summary>
    public JsonWebKey PublicKey()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(false)) { KeyId = _key.KeyId });
        key.Use = "sig";
        key.Alg = SecurityAlgorithms.RsaSha256;
        return key;
    }

    /// <summary>The token's content, or what is wrong with it in Graph's words.</summary>
    public async Task<(JsonWebToken? Token, string? Fault)> ReadAsync(string token)
    {
        // A client shows the same one with every request of an hour.
        if (_proven.TryGetValue(token, out var proven) && proven.ValidTo > DateTime.UtcNow) return (proven, null);

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidAudience = GraphAudience,
            // The port changes from start to start and the key does not: whoever holds a token of this key was let in by us.
            ValidateIssuer = false,
            ClockSkew = TimeSpan.Zero,
        });
        if (result.IsValid)
        {
            if (_proven.Count >= ManyTokens) _proven.Clear();
            return (_proven[token] = (JsonWebToken)result.SecurityToken, null);
        }

        return (null, result.Exception switch
        {
            SecurityTokenExpiredException => "Lifetime validation failed, the token is expired.",
            SecurityTokenInvalidAudienceException => "Access token validation failure. Invalid audience.",
            _ => "CompactToken validation failed.",
        });
    }

    public void Dispose() => _rsa.Dispose();

    private string Sign(Uri baseUri, TenantState tenant, AppState app, string audience, TimeSpan? lifetime, Dictionary<string, object> claims)
    {
        claims["tid"] = tenant.Id;
        claims["appid"] = app.ClientId;
        claims["azp"] = app.ClientId;
        claims["app_displayname"] = app.DisplayName;
        claims["ver"] = "2.0";
        claims["uti"] = Guid.NewGuid().ToString("N");
        var now = DateTime.UtcNow;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = IssuerOf(baseUri, tenant.Id),
            Audience = audience,
            IssuedAt = now,
            NotBefore = now.AddMinutes(-5),
            Expires = now + (lifetime ?? Lifetime),
            Claims = claims,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
    }

    // The service principal's object id differs per tenant and stays the same.
    private static string ServicePrincipalOf(TenantState tenant, AppState app) =>
        new Guid(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(tenant.Id + app.ClientId))[..16]).ToString("D");
}
