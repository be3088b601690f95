using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PartnerOffice.Sandbox;

/// <summary>The token endpoint and what points to it, as Entra ID has them.</summary>
internal sealed class SignInPages(World world, TokenIssuer issuer, DeviceCodes devices)
{
    private const string DefaultScope = "/.default";
    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

    // Everybody may be asked for these; the rest needs consent.
    private static readonly string[] AlwaysGranted = ["openid", "profile", "offline_access", "email"];

    /// <summary>The answer to a path of the sign-in, null when it is none.</summary>
    public async Task<GraphAnswer?> AnswerAsync(HttpRequest request, Uri baseUri)
    {
        var path = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return path switch
            {
                [var tenant, "oauth2", "v2.0", "token"] when HttpMethods.IsPost(request.Method) => await TokenAsync(request, baseUri, Known(tenant)),
                [var tenant, "oauth2", "v2.0", "devicecode"] when HttpMethods.IsPost(request.Method) => await DeviceCodeAsync(request, baseUri, Known(tenant)),
                // What an application of several tenants reads: the issuer names the tenant only in each token.
                ["organizations", "v2.0", ".well-known", "openid-configuration"] when HttpMethods.IsGet(request.Method) => GraphAnswer.Ok(Configuration(baseUri, "organizations", issuedFor: "{tenantid}")),
                ["organizations", "discovery", "v2.0", "keys"] when HttpMethods.IsGet(request.Method) => GraphAnswer.Ok(Keys()),
                [var tenant, "v2.0", ".well-known", "openid-configuration"] when HttpMethods.IsGet(request.Method) => GraphAnswer.Ok(Configuration(baseUri, Known(tenant).State.Id)),
                [var tenant, "discovery", "v2.0", "keys"] when HttpMethods.IsGet(request.Method) && Known(tenant) is not null => GraphAnswer.Ok(Keys()),
                _ => null,
            };
        }
        catch (SignInRefusal refusal)
        {
            return Refused(refusal);
        }
    }

    private async Task<GraphAnswer> TokenAsync(HttpRequest request, Uri baseUri, Tenant tenant)
    {
        if (!request.HasFormContentType)
        {
            throw new SignInRefusal(400, "invalid_request", 900144, "The request body must contain the following parameter: 'grant_type'.");
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var app = AppOf(tenant, Required(form, "client_id"));
        switch (Required(form, "grant_type"))
        {
            case "device_code" or DeviceGrant:
                return ForDevice(form, baseUri, tenant, app);
            case "refresh_token":
                return await RefreshedAsync(form, baseUri, tenant, app);
            case "password":
                return ForPassword(form, baseUri, tenant, app);
            default:
                break;
        }

        if (form["grant_type"] != "client_credentials")
        {
            throw new SignInRefusal(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        }

        if (form["client_assertion_type"] != ClientAssertion.Type || form["client_assertion"].Count == 0)
        {
            throw new SignInRefusal(401, "invalid_client", 7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }

        var root = baseUri.AbsoluteUri.TrimEnd('/');
        await ClientAssertion.VerifyAsync(form["client_assertion"].ToString(), app, [$"{root}/{tenant.State.Id}/oauth2/v2.0/token", $"{root}/{tenant.State.Id}/v2.0"]);
        return Granted(new JsonObject
        {
            ["access_token"] = issuer.ForApp(baseUri, tenant.State, app, AudienceOf(Required(form, "scope"), app)),
        });
    }

    // Name and password in one request, as Entra ID takes it from public clients; only for the app's own API, which is all that is needed here.
    private GraphAnswer ForPassword(IFormCollection form, Uri baseUri, Tenant tenant, AppState app)
    {
        RequirePublicClient(app);
        if (tenant.UserOf(Required(form, "username")) is not { } user)
        {
            throw new SignInRefusal(400, "invalid_grant", 50034, $"The user account does not exist in the directory {tenant.State.Name}.");
        }

        if (Required(form, "password") != SeedUser.Password)
        {
            throw new SignInRefusal(400, "invalid_grant", 50126, "Error validating credentials due to invalid username or password.");
        }

        var own = $"api://{app.ClientId}/";
        var scopes = Required(form, "scope").Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(AlwaysGranted).ToList();
        if (scopes.Count == 0 || scopes.Any(scope => !scope.StartsWith(own, StringComparison.OrdinalIgnoreCase) || !app.ExposedScopes.Contains(scope[own.Length..])))
        {
            throw new SignInRefusal(400, "invalid_scope", 65005, $"The application '{app.DisplayName}' asked for scope '{string.Join(' ', scopes)}' that doesn't exist on the resource.");
        }

        return Granted(new JsonObject
        {
            ["scope"] = string.Join(' ', scopes),
            ["access_token"] = issuer.ForOwnApi(baseUri, tenant.State, app, user, scopes.Select(scope => scope[own.Length..])),
        });
    }

    private async Task<GraphAnswer> DeviceCodeAsync(HttpRequest request, Uri baseUri, Tenant tenant)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var app = AppOf(tenant, Required(form, "client_id"));
        RequirePublicClient(app);
        var one = devices.Begin(tenant.State.Id, app.ClientId, ScopesOf(Required(form, "scope"), app));
        var page = new Uri(baseUri, "_sandbox/device").AbsoluteUri;
        return GraphAnswer.Ok(new JsonObject
        {
            ["user_code"] = one.UserCode,
            ["device_code"] = one.DeviceCode,
            ["verification_uri"] = page,
            ["expires_in"] = (int)DeviceCodes.Lifetime.TotalSeconds,
            ["interval"] = 5,
            ["message"] = $"To sign in, use a web browser to open the page {page} and enter the code {one.UserCode} to authenticate.",
        });
    }

    private GraphAnswer ForDevice(IFormCollection form, Uri baseUri, Tenant tenant, AppState app)
    {
        RequirePublicClient(app);
        // The standard and Microsoft's own library name the field differently.
        var code = form["device_code"] is [{ Length: > 0 } given] ? given : Required(form, "code");
        if (devices.Find(code) is not { } one || one.TenantId != tenant.State.Id || one.ClientId != app.ClientId)
        {
            throw new SignInRefusal(400, "bad_verification_code", 70020, "The provided value for the input parameter 'device_code' is not valid.");
        }

        if (one.Until <= DateTimeOffset.UtcNow) throw new SignInRefusal(400, "expired_token", 70020, "The provided value for the input parameter 'device_code' is not valid. This device code has expired.");
        if (one.IsDeclined) throw new SignInRefusal(400, "authorization_declined", 70018, "The end user has denied the authorization.");
        if (one.Address is not { } address) throw new SignInRefusal(400, "authorization_pending", 70016, "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");

        devices.Forget(code);
        return ForAccount(baseUri, tenant, app, address, one.Scopes);
    }

    private async Task<GraphAnswer> RefreshedAsync(IFormCollection form, Uri baseUri, Tenant tenant, AppState app)
    {
        if (await issuer.ReadRefreshAsync(Required(form, "refresh_token")) is not { } known || known.TenantId != tenant.State.Id || known.ClientId != app.ClientId || known.Since < devices.RevokedBefore)
        {
            throw new SignInRefusal(400, "invalid_grant", 50173, "The provided grant has expired due to it being revoked, a fresh auth token is needed.");
        }

        return ForAccount(baseUri, tenant, app, known.Address, known.Scopes);
    }

    private GraphAnswer ForAccount(Uri baseUri, Tenant tenant, AppState app, string address, IReadOnlyList<string> scopes)
    {
        var user = tenant.MailboxOf(address)?.State ?? throw new SignInRefusal(400, "invalid_grant", 50034, $"The user account does not exist in the directory {tenant.State.Name}.");
        foreach (var scope in scopes.Where(scope => !AlwaysGranted.Contains(scope) && !app.DelegatedScopes.Contains(scope)))
        {
            throw new SignInRefusal(400, "invalid_grant", 65001, $"The user or administrator has not consented to use the application '{app.DisplayName}' with '{scope}'.");
        }

        return Granted(new JsonObject
        {
            ["scope"] = string.Join(' ', scopes.Select(scope => AlwaysGranted.Contains(scope) ? scope : $"{TokenIssuer.GraphAudience}/{scope}")),
            ["access_token"] = issuer.ForUser(baseUri, tenant.State, app, user, scopes.Except(AlwaysGranted)),
            ["refresh_token"] = issuer.RefreshFor(tenant.State, app, address, scopes),
            ["id_token"] = issuer.IdOf(baseUri, tenant.State, app, user),
            // Microsoft's library knows an account by this pair.
            ["client_info"] = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(new JsonObject { ["uid"] = user.UserId, ["utid"] = tenant.State.Id }.ToJsonString()),
        });
    }

    private static void RequirePublicClient(AppState app)
    {
        if (!app.AllowsPublicClients)
        {
            throw new SignInRefusal(401, "invalid_client", 7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'. The application does not allow public client flows.");
        }
    }

    private static List<string> ScopesOf(string text, AppState app)
    {
        var scopes = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scope => scope.StartsWith(TokenIssuer.GraphAudience + "/", StringComparison.Ordinal) ? scope[(TokenIssuer.GraphAudience.Length + 1)..] : scope);
        return [.. scopes.SelectMany(scope => scope == ".default" ? app.DelegatedScopes : (IEnumerable<string>)[scope]).Distinct()];
    }

    private static string AudienceOf(string scope, AppState app)
    {
        if (!scope.EndsWith(DefaultScope, StringComparison.Ordinal))
        {
            throw new SignInRefusal(400, "invalid_scope", 1002012, $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.");
        }

        var audience = scope[..^DefaultScope.Length].TrimEnd('/');
        return audience == TokenIssuer.GraphAudience || audience == $"api://{app.ClientId}"
            ? audience
            : throw new SignInRefusal(400, "invalid_resource", 500011, $"The resource principal named {audience} was not found in the tenant.");
    }

    private Tenant Known(string tenant) => world.Tenants.GetValueOrDefault(tenant)
        ?? throw new SignInRefusal(400, "invalid_tenant", 90002, $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.");

    private static AppState AppOf(Tenant tenant, string clientId) =>
        tenant.State.Apps.FirstOrDefault(app => string.Equals(app.ClientId, clientId, StringComparison.OrdinalIgnoreCase))
        ?? throw new SignInRefusal(400, "unauthorized_client", 700016, $"Application with identifier '{clientId}' was not found in the directory '{tenant.State.Name}'. It has not been consented to by the administrator of the tenant.");

    private static string Required(IFormCollection form, string name) => form[name] is [{ Length: > 0 } value]
        ? value
        : throw new SignInRefusal(400, "invalid_request", 900144, $"The request body must contain the following parameter: '{name}'.");

    private static GraphAnswer Granted(JsonObject tokens)
    {
        tokens["token_type"] = "Bearer";
        tokens["expires_in"] = TokenIssuer.LifetimeSeconds;
        tokens["ext_expires_in"] = TokenIssuer.LifetimeSeconds;
        return GraphAnswer.Ok(tokens).With("Cache-Control", "no-store, no-cache");
    }

    private static JsonObject Configuration(Uri baseUri, string authority, string? issuedFor = null)
    {
        string At(string path) => new Uri(baseUri, $"{authority}/{path}").AbsoluteUri;
        return new JsonObject
        {
            ["token_endpoint"] = At("oauth2/v2.0/token"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
            ["jwks_uri"] = At("discovery/v2.0/keys"),
            ["response_types_supported"] = new JsonArray("code", "id_token"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["issuer"] = TokenIssuer.IssuerOf(baseUri, issuedFor ?? authority),
            ["authorization_endpoint"] = At("oauth2/v2.0/authorize"),
            ["device_authorization_endpoint"] = At("oauth2/v2.0/devicecode"),
            ["scopes_supported"] = new JsonArray("openid", "profile", "offline_access"),
            ["tenant_region_scope"] = "EU",
        };
    }

    private JsonObject Keys()
    {
        var key = issuer.PublicKey();
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject { ["kty"] = key.Kty, ["use"] = key.Use, ["kid"] = key.Kid, ["alg"] = key.Alg, ["n"] = key.N, ["e"] = key.E }),
        };
    }

    private static GraphAnswer Refused(SignInRefusal refusal)
    {
        var moment = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var trace = Guid.NewGuid().ToString("D");
        return new GraphAnswer(refusal.Status)
        {
            Json = new JsonObject
            {
                ["error"] = refusal.Error,
                ["error_description"] = $"AADSTS{refusal.Number}: {refusal.Message} Trace ID: {trace} Timestamp: {moment}",
                ["error_codes"] = new JsonArray(refusal.Number),
                ["timestamp"] = moment,
                ["trace_id"] = trace,
                ["correlation_id"] = Guid.NewGuid().ToString("D"),
            },
        };
    }
}
