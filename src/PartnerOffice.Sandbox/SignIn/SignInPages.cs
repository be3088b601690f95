using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PartnerOffice.Sandbox;

/// <summary>The token endpoint and what points to it, as Entra ID has them.</summary>
internal sealed class SignInPages(World world, TokenIssuer issuer)
{
    private const string DefaultScope = "/.default";

    /// <summary>The answer to a path of the sign-in, null when it is none.</summary>
    public async Task<GraphAnswer?> AnswerAsync(HttpRequest request, Uri baseUri)
    {
        var path = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return path switch
            {
                [var tenant, "oauth2", "v2.0", "token"] when HttpMethods.IsPost(request.Method) => await TokenAsync(request, baseUri, Known(tenant)),
                [var tenant, "v2.0", ".well-known", "openid-configuration"] when HttpMethods.IsGet(request.Method) => GraphAnswer.Ok(Configuration(baseUri, Known(tenant))),
                [var tenant, "discovery", "v2.0", "keys"] when HttpMethods.IsGet(request.Method) => GraphAnswer.Ok(Keys(Known(tenant))),
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
        if (Required(form, "grant_type") != "client_credentials")
        {
            throw new SignInRefusal(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        }

        if (form["client_assertion_type"] != ClientAssertion.Type || form["client_assertion"].Count == 0)
        {
            throw new SignInRefusal(401, "invalid_client", 7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }

        var root = baseUri.AbsoluteUri.TrimEnd('/');
        await ClientAssertion.VerifyAsync(form["client_assertion"].ToString(), app, [$"{root}/{tenant.State.Id}/oauth2/v2.0/token", $"{root}/{tenant.State.Id}/v2.0"]);
        return GraphAnswer.Ok(new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = TokenIssuer.LifetimeSeconds,
            ["ext_expires_in"] = TokenIssuer.LifetimeSeconds,
            ["access_token"] = issuer.ForApp(baseUri, tenant.State, app, AudienceOf(Required(form, "scope"), app)),
        }).With("Cache-Control", "no-store, no-cache");
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

    private static JsonObject Configuration(Uri baseUri, Tenant tenant)
    {
        string At(string path) => new Uri(baseUri, $"{tenant.State.Id}/{path}").AbsoluteUri;
        return new JsonObject
        {
            ["token_endpoint"] = At("oauth2/v2.0/token"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
            ["jwks_uri"] = At("discovery/v2.0/keys"),
            ["response_types_supported"] = new JsonArray("code", "id_token"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["issuer"] = TokenIssuer.IssuerOf(baseUri, tenant.State.Id),
            ["authorization_endpoint"] = At("oauth2/v2.0/authorize"),
            ["device_authorization_endpoint"] = At("oauth2/v2.0/devicecode"),
            ["scopes_supported"] = new JsonArray("openid", "profile", "offline_access"),
            ["tenant_region_scope"] = "EU",
        };
    }

    private JsonObject Keys(Tenant tenant)
    {
        _ = tenant;
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
