using System.Net;
using System.Text.RegularExpressions;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.PersonalLinks;
using PartnerOffice.Retreats;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Retreats;

/// <summary>Joint retreats through the service: who may say what, and the pages of the personal links.</summary>
public sealed partial class RetreatApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_coordinators_agree_everybody_is_asked_and_nobody_reads_anothers_answer()
    {
        await using var host = await ServedHost.StartAsync();
        using var coordinator = await host.AsAsync("st-05");
        using var partner = await host.AsAsync("mse-05");
        using var secretary = await host.AsAsync("st-02");
        using var phone = host.Anybody();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var year = today.Year + 1;
        var day = new DateOnly(year, 6, 5);

        // Whoever is no coordinator speaks for nobody; what one proposes the other confirms, also by a link.
        Assert.Equal(403, (await secretary.PostAsync("/api/retreats", new { host = "steinfurt", day })).Status);
        var proposed = await coordinator.PostAsync("/api/retreats", new { host = "steinfurt", day });
        Assert.Equal((200, "proposed", "steinfurt"), (proposed.Status, proposed.Text("state"), proposed.Json!["proposal"]!["by"]!.GetValue<string>()));
        Assert.Equal("own-proposal", (await coordinator.PostAsync($"/api/retreats/{proposed.Text("retreat")}/confirmation")).Code);
        var known = Assert.Single(await host.Office.Ledger.Retreats.ListAsync(host.Partnership.Id, Token));
        var assent = await IssueAsync(host, 1, "mse-05", RetreatLedger.LinkAction, RetreatDesk.SubjectOf(known));
        var page = await ReadAsync(phone, assent);
        Assert.Contains("Vorschlag von Steinfurt", page.Body, StringComparison.Ordinal);
        Assert.Equal("proposed", (await partner.ReadAsync("/api/retreats")).Json!["retreats"]![0]!["state"]!.GetValue<string>());
        Assert.Contains("von beiden Seiten bestätigt", (await PressAsync(phone, assent, page.Body, "confirm")).Body, StringComparison.Ordinal);
        Assert.Equal("agreed", (await partner.ReadAsync("/api/retreats")).Json!["retreats"]![0]!["state"]!.GetValue<string>());
        Assert.Equal(404, (await ReadAsync(phone, assent)).Status);
        // The host invites, nobody else; without a consent the answer is the preview.
        Assert.Equal(403, (await partner.PostAsync($"/api/retreats/{known.Id}/plan", new { start = "10:00:00" })).Status);
        Assert.Equal(14, (await coordinator.PostAsync($"/api/retreats/{known.Id}/plan", new { start = "10:00:00", place = "Geschäftsstelle" })).Json!["preview"]!["people"]!.AsArray().Count);

        // The poll: opening changes nothing, the button does, until it closes.
        var begun = await coordinator.PostAsync("/api/retreats/polls", new { closes = today.AddDays(20), year, host = "steinfurt" });
        Assert.Equal(200, begun.Status);
        var poll = begun.Text("poll");
        var date = begun.Json!["dates"]![0]!["day"]!.GetValue<string>();
        var link = await IssueAsync(host, 0, "st-03", PollLedger.LinkAction, poll);
        var first = await ReadAsync(phone, link);
        Assert.Equal(first, await ReadAsync(phone, link));
        Assert.Equal(7, (await secretary.ReadAsync($"/api/retreats/polls/{poll}")).Json!["missing"]!.AsArray().Count);
        Assert.Contains("role=\"alert\"", (await PressAsync(phone, link, first.Body, "save")).Body, StringComparison.Ordinal);
        Assert.Contains("Eine Antwort ist gespeichert", (await PressAsync(phone, link, first.Body, "save", ($"tag-{date}", "if-needed"))).Body, StringComparison.Ordinal);
        Assert.Contains("Eine Antwort ist gespeichert", (await PressAsync(phone, link, first.Body, "save", ($"tag-{date}", "yes"))).Body, StringComparison.Ordinal);
        // Whoever it was forwarded to reads no answer.
        Assert.Equal(first, await ReadAsync(phone, link));
        var entered = await secretary.PostAsync($"/api/retreats/polls/{poll}/answers", new { person = "Ingo Schablone", answers = new Dictionary<string, string> { [date] = "no" } });
        Assert.Equal(["Clara Probe", "Ingo Schablone"], entered.Json!["answers"]!.AsArray().Select(person => person!["name"]!.GetValue<string>()));
        var seen = await partner.ReadAsync($"/api/retreats/polls/{poll}");
        Assert.Empty(seen.Json!["answers"]!.AsArray());
        Assert.DoesNotContain("Clara Probe", seen.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((1, 1), (BoardOf(seen, date, "free"), BoardOf(seen, date, "busy")));

        // Closed, guessed, or of somebody who is not asked: all the same to whoever tries.
        var stranger = await IssueAsync(host, 0, "st-99", PollLedger.LinkAction, poll);
        Assert.Equal(200, (await coordinator.PostAsync($"/api/retreats/polls/{poll}/closing")).Status);
        var guessed = await ReadAsync(phone, $"{LinkRoutes.Prefix}/AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(404, guessed.Status);
        Assert.Equal(guessed, await ReadAsync(phone, link));
        Assert.Equal(guessed, await ReadAsync(phone, stranger));
        Assert.Equal(guessed, await ReadAsync(phone, await IssueAsync(host, 0, "st-03", PollLedger.LinkAction, poll)));
    }

    private static int BoardOf(ApiCalls.Reply poll, string date, string what) =>
        poll.Json!["dates"]!.AsArray().Single(one => one!["day"]!.GetValue<string>() == date)!["boards"]!.AsArray()[0]![what]!.GetValue<int>();

    private static async Task<string> IssueAsync(ServedHost host, int district, string person, string action, string subject) =>
        $"{LinkRoutes.Prefix}/{await host.Office.Links.IssueAsync(new(host.Partnership.Id, host.Partnership.Districts[district].Id, person, action, subject), TimeProvider.System.GetUtcNow().AddDays(20), Token)}";

    private static async Task<(int Status, string Body)> ReadAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Token);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)));
    }

    private static async Task<(int Status, string Body)> PressAsync(HttpClient browser, string address, string page, string choice, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create(LetterModel.FormField, FormToken().Match(page).Groups[1].Value), KeyValuePair.Create(LetterModel.ChoiceField, choice)]);
        using var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), form, Token);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)));
    }

    [GeneratedRegex("name=\"form\" value=\"([^\"]*)\"")]
    private static partial Regex FormToken();
}
