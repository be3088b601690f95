using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Core;
using PartnerOffice.Sandbox;

namespace PartnerOffice.Api;

/// <summary>
/// Against the sandbox anybody may be anybody: a person is chosen instead of signing in. The token comes from the sandbox's own sign-in and is
/// validated like every other. Never mapped where the partnership speaks to Microsoft.
/// </summary>
internal static class SandboxSignIn
{
    public static void MapSandboxSignIn(this IEndpointRouteBuilder routes, SignInAuthority authority)
    {
        var client = new HttpClient(authority.CreateHandler()) { BaseAddress = authority.Instance };
        var group = routes.MapGroup("/sandbox").AllowAnonymous().ExcludeFromDescription();
        group.MapGet("/people", (ServedOffice served) => People(served));
        group.MapPost("/token/{district}/{person}", (string district, string person, ServedOffice served, CancellationToken token) => TokenAsync(client, district, person, served, token));
    }

    private static IEnumerable<object> People(ServedOffice served) =>
        from district in served.Partnership.Districts
        let today = served.TodayIn(district)
        from person in district.People
        where person.UserPrincipalName is not null
        select new
        {
            id = person.Id.ToString(),
            person.Name,
            function = person.TermOn(today)?.Function,
            district = district.Id.ToString(),
            districtName = district.ShortName,
            roles = district.RolesOn(person.Id, today),
            mail = person.UserPrincipalName,
            mailbox = district.Mailbox?.ToString(),
        };

    private static async Task<IResult> TokenAsync(HttpClient client, string district, string person, ServedOffice served, CancellationToken cancellationToken)
    {
        if (served.Partnership.Find(district) is not { Tenant: { } tenant } home || home.Find(person) is not { UserPrincipalName: { } name })
            return Results.NotFound();

        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["client_id"] = tenant.ClientId.ToString("D"),
            ["username"] = name,
            ["password"] = SeedUser.Password,
            ["scope"] = PeopleSignIn.ScopeOf(tenant),
        };
        using var body = new FormUrlEncodedContent(form);
        using var answer = await client.PostAsync(new Uri($"{tenant.Id:D}/oauth2/v2.0/token", UriKind.Relative), body, cancellationToken);
        return Results.Json(await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken), statusCode: (int)answer.StatusCode);
    }
}
