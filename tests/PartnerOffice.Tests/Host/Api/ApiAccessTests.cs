using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Connections;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Api;

/// <summary>Who comes in, and who does not.</summary>
public sealed class ApiAccessTests
{
    // Without a sign-in only what says nothing of anybody: whether it lives, what it offers, and, in the sandbox alone, who one may be.
    private static readonly HashSet<string> Open =
    [
        "/openapi/{documentName}.json", "/openapi/v1.json", "/app/settings.json", "/sandbox/people", "/sandbox/token/{district}/{person}", "/sandbox/document", "/", "/health/live", "/health/ready",
        // The overview page without anything in it: its parts are data, and ask.
        "/uebersicht",
        // Personal links, and the style of their page: the token in the address is the key.
        "/l/{token}", "/l/brief.css", "/l/dokument.css",
        // Graph has no token of ours: each notification brings the secret along with which we subscribed, and only wakes.
        "/api/notifications",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_but_the_listed_ones_asks_for_a_token()
    {
        await using var host = await ServedHost.StartAsync();
        using var anybody = host.Anybody();
        var routes = host.Endpoints.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();

        Assert.True(routes.Count > 20);
        foreach (var route in routes)
        {
            var pattern = "/" + route.RoutePattern.RawText!.Trim('/');
            var isOpen = route.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            Assert.True(Open.Contains(pattern) == isOpen, $"{pattern} is {(isOpen ? "open" : "closed")}");
            if (isOpen)
                continue;

            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), pattern.Replace("{id}", "steinfurt-2026-07", StringComparison.Ordinal));
                using var answer = await anybody.SendAsync(request, Token);
                Assert.Equal(401, (int)answer.StatusCode);
                Assert.Contains("\"code\":\"not-signed-in\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_token_that_is_forged_for_Graph_or_for_the_service_opens_nothing()
    {
        await using var host = await ServedHost.StartAsync();
        var good = await host.TokenAsync("st-01");
        var tenant = host.Partnership.Districts[0].Tenant!;
        var sandbox = host.Office.Sandbox!;
        var tokens = new Dictionary<string, string>
        {
            ["tampered"] = good[..^4] + (good.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA"),
            ["no signature"] = good[..(good.LastIndexOf('.') + 1)],
            ["for Graph, by the app"] = sandbox.CreateAppToken(tenant.Id.ToString("D"), tenant.ClientId.ToString("D")),
            ["for Graph, by a person"] = sandbox.CreateUserToken(tenant.Id.ToString("D"), tenant.ClientId.ToString("D"), host.Partnership.Districts[0].Mailbox!.Value.ToString(), "Files.ReadWrite"),
        };

        foreach (var (what, token) in tokens)
        {
            using var client = host.Anybody();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var answer = await client.ReadAsync("/api/me");
            Assert.True(answer.Status == 401, $"{what}: {answer.Status}");
        }
    }

    [Fact]
    public async Task The_other_district_sees_and_changes_nothing_of_ours()
    {
        await using var host = await ServedHost.StartAsync();
        var partner = host.Partnership.Districts[1].People.First(person => person.UserPrincipalName is not null);
        using var stranger = await host.AsAsync(partner.Id.ToString());
        var document = Demo.DemoMinutes.Finished(host.Partnership);

        var me = await stranger.ReadAsync("/api/me");
        Assert.True(me.Status == 200, me.Headers.WwwAuthenticate.ToString());
        Assert.Empty((await stranger.ReadAsync("/api/meetings")).Json!.AsArray());
        Assert.DoesNotContain((await stranger.ReadAsync("/api/people")).Json!.AsArray(), person => person!["id"]!.GetValue<string>().StartsWith("st-", StringComparison.Ordinal));
        foreach (var path in (string[])["/api/minutes/check", "/api/minutes/read", "/api/editions"])
            Assert.Equal((403, "foreign-district"), await CodeAsync(stranger.SendDocumentAsync(path, document)));
        Assert.Equal((403, "foreign-district"), await CodeAsync(stranger.PutAsync("/api/meetings/steinfurt-2026-07/release", new { document, consent = "" })));
    }

    [Fact]
    public async Task The_way_to_the_sign_in_is_named_for_each_district()
    {
        await using var host = await ServedHost.StartAsync();
        using var anybody = host.Anybody();

        foreach (var district in host.Partnership.Districts)
        {
            var settings = (await anybody.ReadAsync($"/app/settings.json?district={district.Id}")).Json!;
            Assert.Equal($"api://{district.Tenant!.ClientId:D}/{SandboxWorld.AccessAsUser}", settings["scope"]!.GetValue<string>());
            Assert.EndsWith(district.Tenant.Id.ToString("D"), settings["authority"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    private static async Task<(int Status, string? Code)> CodeAsync(Task<ApiCalls.Reply> reply) => (await reply) is var answer ? (answer.Status, answer.Code) : default;
}
