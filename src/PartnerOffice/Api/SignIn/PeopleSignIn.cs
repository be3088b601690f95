using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Web;
using Microsoft.Identity.Web.Resource;
using PartnerOffice.Connections;
using PartnerOffice.Core;

namespace PartnerOffice.Api;

/// <summary>
/// Who may speak to the API: people of the two districts' own tenants, with a token for our own registration there. One way of validating, for
/// Entra ID and for the sandbox, which publishes its keys as Entra ID does (D21, D31).
/// </summary>
internal static class PeopleSignIn
{
    /// <summary>What people let the pane do for them.</summary>
    public const string Scope = SandboxWorld.AccessAsUser;

    /// <summary>The same, as a token of this tenant's registration is asked for.</summary>
    public static string ScopeOf(TenantAccess tenant) => $"api://{tenant.ClientId:D}/{Scope}";

    // The issuer of any work account; which tenants are meant says the partnership file.
    private const string AnyOrganisation = "organizations";

    public static IServiceCollection AddPeopleSignIn(this IServiceCollection services, Partnership partnership, SignInAuthority authority)
    {
        var tenants = partnership.Districts.Where(district => district.Tenant is not null).ToDictionary(district => district.Tenant!.Id, district => district.Tenant!.ClientId);
        services.AddHttpClient(nameof(PeopleSignIn)).ConfigurePrimaryHttpMessageHandler(authority.CreateHandler);
        services.Configure<AadIssuerValidatorOptions>(issuer => issuer.HttpClientName = nameof(PeopleSignIn));
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddMicrosoftIdentityWebApi(
            bearer =>
            {
                bearer.MapInboundClaims = false;
                bearer.BackchannelHttpHandler = authority.CreateHandler();
                bearer.TokenValidationParameters.ValidAudiences = tenants.Values.SelectMany(client => new[] { client.ToString("D"), $"api://{client:D}" });
                bearer.TokenValidationParameters.ValidAlgorithms = ["RS256"];
                bearer.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
                bearer.Events = new JwtBearerEvents { OnTokenValidated = context => RequireOwnTenantAsync(context, tenants) };
            },
            identity =>
            {
                identity.Instance = authority.Instance.AbsoluteUri;
                identity.TenantId = AnyOrganisation;
                identity.ClientId = tenants.Values.FirstOrDefault().ToString("D");
            });
        services.AddAuthorizationBuilder().SetFallbackPolicy(SignedIn).SetDefaultPolicy(SignedIn);
        return services;
    }

    private static AuthorizationPolicy SignedIn { get; } = new AuthorizationPolicyBuilder(JwtBearerDefaults.AuthenticationScheme)
        .RequireAuthenticatedUser()
        .RequireClaim("tid")
        .RequireClaim("oid")
        .RequireAssertion(context => context.User.FindFirst("scp")?.Value.Split(' ').Contains(Scope) == true)
        .Build();

    // A tenant of neither district, or a token that was made for the other district's registration, opens nothing.
    private static Task RequireOwnTenantAsync(TokenValidatedContext context, Dictionary<Guid, Guid> tenants)
    {
        var user = context.Principal!;
        var audience = user.FindFirst("aud")?.Value.Replace("api://", "", StringComparison.OrdinalIgnoreCase);
        if (!Guid.TryParse(user.FindFirst("tid")?.Value, out var tenant) || !tenants.TryGetValue(tenant, out var client) || !string.Equals(audience, client.ToString("D"), StringComparison.OrdinalIgnoreCase))
            context.Fail("The tenant is none of this partnership's.");
        return Task.CompletedTask;
    }
}
