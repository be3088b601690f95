using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Features.Inviting;
using PartnerOffice.Meetings;
using PartnerOffice.Notifications;
using PartnerOffice.PersonalLinks;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Replies;

/// <summary>Answers as the pane, a personal link and Graph's notifications bring them to the service.</summary>
public sealed partial class AnswerApiTests
{
    private const string Plans = "/api/meetings/plans";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_comes_by_hand_by_link_and_by_calendar_and_only_the_own_office_sees_whose()
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        using var partner = await host.AsAsync("mse-02");
        var id = await PlanAsync(host, secretary);

        // By hand.
        var entered = await secretary.PostAsync($"{Plans}/{id}/answers", new { person = "st-07", answer = "accepted" });
        Assert.Equal((200, "accepted", "hand"), (entered.Status, Of(entered.Json!, "st-07")["answer"]!.GetValue<string>(), Of(entered.Json!, "st-07")["way"]!.GetValue<string>()));
        Assert.Equal(400, (await secretary.PostAsync($"{Plans}/{id}/answers", new { person = "st-07", answer = "gern" })).Status);
        Assert.Equal(422, (await secretary.PostAsync($"{Plans}/{id}/answers", new { person = "mse-01", answer = "accepted" })).Status);
        Assert.Equal(422, (await partner.PostAsync($"{Plans}/{id}/answers", new { person = "st-07", answer = "declined" })).Status);
        Assert.Equal(422, (await partner.ReadAsync($"{Plans}/{id}")).Status);

        // By link: looking changes nothing, the button does, and it may be pressed again.
        using var phone = host.Anybody();
        var known = (await host.Office.Meetings.FindAsync(host.Partnership.Id, MinutesId.Parse(id, null), Token))!;
        var link = await LinkAsync(host, known, "st-03");
        var page = await ReadAsync(phone, link);
        Assert.Equal(page, await ReadAsync(phone, link));
        Assert.Contains("Sitzung KV-ST 2026/12", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Eröffnung", page.Body, StringComparison.Ordinal);
        Assert.Equal("open", Of((await secretary.ReadAsync($"{Plans}/{id}")).Json!, "st-03")["answer"]!.GetValue<string>());
        Assert.Contains("Die Zusage ist eingetragen.", (await PressAsync(phone, link, page.Body, "accepted")).Body, StringComparison.Ordinal);
        Assert.Contains("Die Absage ist eingetragen.", (await PressAsync(phone, link, page.Body, "declined")).Body, StringComparison.Ordinal);
        var answers = (await secretary.ReadAsync($"{Plans}/{id}")).Json!["answers"]!;
        Assert.Equal((1, 1, 5), (answers["accepted"]!.GetValue<int>(), answers["declined"]!.GetValue<int>(), answers["open"]!.GetValue<int>()));

        // Who is to come is named where people change.
        using var scope = host.Services.CreateScope();
        var meetings = await scope.ServiceProvider.GetServices<FutureMeetings>().Single()(host.Partnership.Districts[0].Id, Token);
        Assert.Equal("KV-ST 2026/12", Assert.Single(meetings).Name);

        // By calendar, as soon as Graph says so.
        var made = await MadeAsync(host, id);
        host.Office.Sandbox!.Calendars.Accept(host.Partnership.Districts[0].Find("st-01")!.UserPrincipalName!, made.ICalUId!);
        var resource = Assert.Single(Watch(host).Resources, one => one.District == host.Partnership.Districts[0].Id);
        Assert.Equal((403, 403), (await TellAsync(phone, resource.Tenant, "gefälscht"), await TellAsync(phone, Guid.NewGuid(), resource.ClientState)));
        for (var burst = 0; burst < 5; burst++)
            Assert.Equal(202, await TellAsync(phone, resource.Tenant, resource.ClientState, times: 2_000));
        await WaitAsync(async () => (await host.Office.Meetings.FindAsync(host.Partnership.Id, known.Plan.Id, Token))!.AnswerOf(PersonId.Parse("st-01")).Counts is { Way: AnswerWay.Calendar });

        // A link of a meeting that does not take place is none.
        await ConsentedAsync(secretary, $"{Plans}/{id}/cancellation", []);
        var guessed = await ReadAsync(phone, "/l/AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal((404, guessed), (guessed.Status, await ReadAsync(phone, link)));
        Assert.Equal(guessed, await PressAsync(phone, link, page.Body, "accepted"));
    }

    [Fact]
    public async Task Each_calendar_is_watched_for_as_long_as_Graph_takes_it()
    {
        await using var host = await ServedHost.StartAsync();

        var resources = Watch(host).Resources;

        Assert.Equal(["steinfurt", host.Partnership.Districts[1].Id.ToString()], resources.Select(resource => resource.District.ToString()));
        Assert.All(resources, resource => Assert.Equal(("created,updated,deleted", TimeSpan.FromDays(7)), (resource.Resource.Changes, resource.Resource.Longest)));
        Assert.Equal(2, resources.Select(resource => resource.ClientState).Distinct().Count());
    }

    private static CalendarWatch Watch(ServedHost host) => host.Services.GetServices<IWatch>().OfType<CalendarWatch>().Single();

    private static async Task<string> PlanAsync(ServedHost host, HttpClient secretary)
    {
        var planned = await ConsentedAsync(secretary, Plans, new JsonObject
        {
            ["date"] = TimeProvider.System.Today(host.Partnership.Districts[0].TimeZone).AddDays(30).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["number"] = "KV-ST 2026/12",
            ["start"] = "19:00:00",
            ["end"] = "22:00:00",
        });
        return planned.Json!["meeting"]!["meeting"]!.GetValue<string>();
    }

    private static async Task<ApiCalls.Reply> ConsentedAsync(HttpClient client, string path, JsonObject asked)
    {
        var preview = await client.PostAsync(path, asked);
        asked["consent"] = preview.Json!["preview"]!["sha256"]!.GetValue<string>();
        return await client.PostAsync(path, asked);
    }

    private static JsonNode Of(JsonNode meeting, string person) => meeting["answers"]!["people"]!.AsArray().Single(one => one!["person"]!.GetValue<string>() == person)!;

    private static async Task<string> LinkAsync(ServedHost host, KnownMeeting known, string person) =>
        $"{LinkRoutes.Prefix}/{await host.Office.Links.IssueAsync(new(host.Partnership.Id, host.Partnership.Districts[0].Id, person, AnswerLines.Action, AnswerLines.SubjectOf(known.Plan.Id, known.Generation)), known.Plan.Time.StartsAt, Token)}";

    private static async Task<KnownMeeting> MadeAsync(ServedHost host, string id)
    {
        KnownMeeting? known = null;
        await WaitAsync(async () => (known = await host.Office.Meetings.FindAsync(host.Partnership.Id, MinutesId.Parse(id, null), Token))!.ICalUId is not null);
        return known!;
    }

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        for (var patience = 0; !await isSo(); patience++)
        {
            Assert.True(patience < 400, "It never came.");
            await Task.Delay(50, Token);
        }
    }

    private static async Task<int> TellAsync(HttpClient graph, Guid tenant, string state, int times = 1)
    {
        using var answer = await graph.PostAsJsonAsync(
            new Uri("/api/notifications", UriKind.Relative),
            new { value = Enumerable.Repeat(new { subscriptionId = Guid.NewGuid(), tenantId = tenant, clientState = state, changeType = "updated", resource = "users/x/events/y" }, times) }, Token);
        return (int)answer.StatusCode;
    }

    private static async Task<(int Status, string Body)> ReadAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Token);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)));
    }

    private static async Task<(int Status, string Body)> PressAsync(HttpClient browser, string address, string page, string choice)
    {
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create(LetterModel.FormField, FormToken().Match(page).Groups[1].Value), KeyValuePair.Create(LetterModel.ChoiceField, choice)]);
        using var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), form, Token);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)));
    }

    [GeneratedRegex("name=\"form\" value=\"([^\"]*)\"")]
    private static partial Regex FormToken();
}
