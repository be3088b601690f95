using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

/// <summary>Two tenants never see each other but through what was granted: everything is tried with the wrong token.</summary>
public sealed partial class WrongTokenTests
{
    [Theory]
    [InlineData("the neighbour's app")]
    [InlineData("the neighbour's person")]
    [InlineData("an app of ours without a role")]
    [InlineData("nobody")]
    public async Task No_route_gives_or_takes_anything(string who)
    {
        const string stranger = "eeeeeeee-0000-4000-8000-00000000000e";
        await using var sandbox = await StartAsync(settings: new SandboxSettings { Promotion = PropertyPromotion.Off, WorkbookForApps = true }, seed: seed => seed with
        {
            Tenants = [seed.Tenants[0] with { Apps = [.. seed.Tenants[0].Apps, new SeedApp(stranger, "Fremde Anwendung") { Roles = ["Sites.Selected", "Lists.SelectedOperations.Selected"] }] }, .. seed.Tenants.Skip(1)],
        });
        var file = (await JsonOf(await sandbox.PutAsync("Geheim.xlsx", WorkbookTests.Tracker()), 201))["id"]!.ToString();
        var draft = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", new JsonObject { ["subject"] = "x" }), 201);
        var meeting = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/events", EventTests.Meeting()), 201);
        var before = sandbox.Server.Describe();
        using var http = new HttpClient(sandbox.Server.CreateHandler()) { BaseAddress = new Uri(sandbox.Server.BaseUri, "v1.0") };
        http.DefaultRequestHeaders.Authorization = who switch
        {
            "the neighbour's app" => new AuthenticationHeaderValue("Bearer", sandbox.Server.CreateAppToken(South, App)),
            "the neighbour's person" => new AuthenticationHeaderValue("Bearer", sandbox.Server.CreateUserToken(South, App, SouthAddress, "Files.ReadWrite", "Mail.ReadWrite", "Mail.Send", "Calendars.ReadWrite", "Sites.ReadWrite.All")),
            "an app of ours without a role" => new AuthenticationHeaderValue("Bearer", sandbox.Server.CreateAppToken(North, stranger)),
            _ => null,
        };
        var given = new List<string>();

        foreach (var (method, template) in sandbox.Server.Routes)
        {
            var path = Gap().Replace(template, gap => gap.Groups[1].Value switch
            {
                "drive-id" => DriveId,
                "driveItem-id" => template.Contains(":/{item-path}", StringComparison.Ordinal) ? "root" : file,
                "item-path" => "Geheim.xlsx",
                "site-id" => Site,
                "list-id" => List,
                "listItem-id" => "1",
                "user-id" => Address,
                "message-id" => draft["id"]!.ToString(),
                "event-id" => meeting["id"]!.ToString(),
                "mailFolder-id" => "drafts",
                "driveItemVersion-id" => "1.0",
                "workbookTable-id" => "Beschluesse",
                "workbookWorksheet-id" => "Tracker",
                "address" => "A1:B2",
                "valuesOnly" => "true",
                _ => "0",
            });
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/v1.0{path}");
            if (method is "POST" or "PATCH" or "PUT") request.Content = template.EndsWith("/content", StringComparison.Ordinal) ? new ByteArrayContent([1]) : System.Net.Http.Json.JsonContent.Create(template == "/subscriptions" ? Subscription() : new JsonObject());
            using var response = await http.SendAsync(request, Cancel);
            // Everybody may ask for their own subscriptions; there are none.
            if (method == "GET" && template == "/subscriptions" && response.IsSuccessStatusCode && JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!["value"]!.AsArray().Count == 0) continue;
            // Also a body that would be refused for its form may not be looked at before the right is.
            if ((int)response.StatusCode is not (401 or 403 or 404)) given.Add($"{method} {template}: {(int)response.StatusCode}");
        }

        Assert.True(given.Count == 0, string.Join('\n', given));
        Assert.Equal(before, sandbox.Server.Describe());
    }

    // Whose drive it is stands in the body alone.
    private static JsonObject Subscription() => new()
    {
        ["changeType"] = "updated",
        ["notificationUrl"] = "https://localhost:9/notices",
        ["resource"] = $"drives/{DriveId}/root",
        ["expirationDateTime"] = DateTimeOffset.UtcNow.AddHours(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["clientState"] = "x",
    };

    [GeneratedRegex(@"\{([^}]+)}")]
    private static partial Regex Gap();
}
