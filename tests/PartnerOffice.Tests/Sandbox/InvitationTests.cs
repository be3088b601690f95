using System.Text.Json.Nodes;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.EventTests;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

/// <summary>What goes out to those who take part, and what comes back.</summary>
public sealed class InvitationTests : IAsyncLifetime
{
    private static readonly string Events = $"users/{Address}/events";
    private static readonly string Copies = $"users/{SouthAddress}/events";

    private TwoTenants _sandbox = null!;
    private HttpClient _south = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await StartAsync();
        _south = _sandbox.ClientFor(South);
    }

    public async ValueTask DisposeAsync()
    {
        _south.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Each_person_gets_one_invitation_one_update_and_one_cancellation()
    {
        var id = await MakeAsync(SouthAddress, Outside);

        await _sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{id}", Later());
        using var cancelled = await _sandbox.SendAsync(HttpMethod.Post, $"{Events}/{id}/cancel", new JsonObject { ["Comment"] = "Der Saal ist nicht frei." });

        Assert.Equal(202, (int)cancelled.StatusCode);
        foreach (var address in (string[])[SouthAddress, Outside])
        {
            Assert.Equal([MeetingMailKind.Invitation, MeetingMailKind.Update, MeetingMailKind.Cancellation], MailsTo(address));
        }

        var files = Directory.GetFiles(Path.Combine(_sandbox.Folder, "Kreisverband Nord", "outside", Outside));
        Assert.Equal(3, files.Length);
        Assert.Contains("METHOD:CANCEL", await File.ReadAllTextAsync(files.Single(file => file.Contains("Absage", StringComparison.Ordinal)), Cancel), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await _sandbox.SendAsync(HttpMethod.Get, $"{Events}/{id}")).StatusCode);
        var copy = await CopyAsync();
        Assert.Equal((true, "Canceled: Gemeinsame Sitzung", "free"), ((bool)copy["isCancelled"]!, copy["subject"]!.ToString(), copy["showAs"]!.ToString()));
    }

    [Fact]
    public async Task A_change_of_the_attendees_alone_reaches_only_those_whom_it_concerns()
    {
        var id = await MakeAsync(SouthAddress, Outside);

        await _sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{id}", new JsonObject { ["attendees"] = Meeting(SouthAddress, "privat@nord.example")["attendees"]!.DeepClone() });

        Assert.Equal([MeetingMailKind.Invitation], MailsTo(SouthAddress));
        Assert.Equal([MeetingMailKind.Invitation], MailsTo("privat@nord.example"));
        Assert.Equal([MeetingMailKind.Invitation, MeetingMailKind.Cancellation], MailsTo(Outside));
    }

    [Fact]
    public async Task What_concerns_the_organiser_alone_goes_to_nobody()
    {
        var id = await MakeAsync(SouthAddress);

        await _sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{id}", new JsonObject
        {
            ["categories"] = new JsonArray("Vorstand"),
            ["singleValueExtendedProperties"] = new JsonArray(new JsonObject { ["id"] = KeyProperty, ["value"] = "k-2" }),
        });

        Assert.Equal([MeetingMailKind.Invitation], MailsTo(SouthAddress));
    }

    [Fact]
    public async Task An_answer_reaches_the_organiser_and_a_new_time_asks_again()
    {
        var id = await MakeAsync(SouthAddress);
        var copy = await CopyAsync();
        Assert.Equal(("notResponded", "tentative"), (copy["responseStatus"]!["response"]!.ToString(), copy["showAs"]!.ToString()));

        await AnswerAsync(copy, "accept", new JsonObject { ["Comment"] = "Gern" }, 202);
        var accepted = await AttendeeAsync(id);
        await _sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{id}", Later());

        Assert.Equal("accepted", accepted["status"]!["response"]!.ToString());
        Assert.Equal("none", (await AttendeeAsync(id))["status"]!["response"]!.ToString());
        Assert.Equal("notResponded", (await CopyAsync())["responseStatus"]!["response"]!.ToString());
    }

    [Fact]
    public async Task A_proposed_time_comes_with_the_attendee_where_the_organiser_allows_it()
    {
        var id = await MakeAsync(SouthAddress);
        var proposal = new JsonObject { ["ProposedNewTime"] = new JsonObject { ["start"] = Later()["start"]!.DeepClone(), ["end"] = Later()["end"]!.DeepClone() }, ["SendResponse"] = true };

        await AnswerAsync(await CopyAsync(), "tentativelyAccept", proposal, 202);
        var proposed = await AttendeeAsync(id);
        await _sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{id}", new JsonObject { ["allowNewTimeProposals"] = false });
        await AnswerAsync(await CopyAsync(), "tentativelyAccept", proposal, 400);

        Assert.Equal("tentativelyAccepted", proposed["status"]!["response"]!.ToString());
        Assert.Equal("2026-09-08T17:00:00.0000000", proposed["proposedNewTime"]!["start"]!["dateTime"]!.ToString());
    }

    [Fact]
    public async Task Who_declines_has_it_no_longer_and_gets_it_back_with_the_next_update()
    {
        var id = await MakeAsync(SouthAddress);

        await AnswerAsync(await CopyAsync(), "decline", [], 202);
        var gone = await CopiesAsync();
        await _sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{id}", Later());

        Assert.Empty(gone);
        Assert.Equal("notResponded", (await CopyAsync())["responseStatus"]!["response"]!.ToString());
    }

    [Fact]
    public async Task Nobody_cancels_a_meeting_of_others_nor_answers_to_the_own()
    {
        var id = await MakeAsync(SouthAddress);
        var copy = await CopyAsync();

        using var cancelled = await SouthAsync(HttpMethod.Post, $"{Copies}/{copy["id"]}/cancel", new JsonObject());
        using var changed = await SouthAsync(HttpMethod.Patch, $"{Copies}/{copy["id"]}", new JsonObject { ["subject"] = "x" });
        using var answered = await _sandbox.SendAsync(HttpMethod.Post, $"{Events}/{id}/accept", new JsonObject());

        Assert.Equal(("ErrorInvalidRequest", "ErrorInvalidRequest", "ErrorInvalidRequest"), ((await ErrorOf(cancelled, 400)).Code, (await ErrorOf(changed, 400)).Code, (await ErrorOf(answered, 400)).Code));
        Assert.Equal([MeetingMailKind.Invitation], MailsTo(SouthAddress));
    }

    [Fact]
    public async Task Hidden_attendees_see_themselves_alone()
    {
        var body = Meeting(SouthAddress, Outside);
        body["hideAttendees"] = true;

        await JsonOf(await _sandbox.SendAsync(HttpMethod.Post, Events, body), 201);

        Assert.Equal(SouthAddress, Assert.Single((await CopyAsync())["attendees"]!.AsArray())!["emailAddress"]!["address"]!.ToString());
        var mail = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(_sandbox.Folder, "Kreisverband Nord", "outside", Outside)).Single(), Cancel);
        Assert.DoesNotContain(SouthAddress, mail, StringComparison.Ordinal);
    }

    private async Task<string> MakeAsync(params string[] attendees) => (await JsonOf(await _sandbox.SendAsync(HttpMethod.Post, Events, Meeting(attendees), Immutable), 201))["id"]!.ToString();

    private List<MeetingMailKind> MailsTo(string address) => [.. _sandbox.Server.MeetingMails.Where(mail => mail.To == address).Select(mail => mail.Kind)];

    private async Task<JsonArray> CopiesAsync() => (await JsonOf(await SouthAsync(HttpMethod.Get, Copies), 200))["value"]!.AsArray();

    private async Task<JsonNode> CopyAsync() => Assert.Single(await CopiesAsync())!;

    private async Task<JsonNode> AttendeeAsync(string id) => Assert.Single((await _sandbox.GetAsync($"{Events}/{id}"))["attendees"]!.AsArray())!;

    private async Task AnswerAsync(JsonNode copy, string action, JsonObject body, int status)
    {
        using var response = await SouthAsync(HttpMethod.Post, $"{Copies}/{copy["id"]}/{action}", body);
        Assert.True((int)response.StatusCode == status, await response.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<HttpResponseMessage> SouthAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        return await _south.SendAsync(request, Cancel);
    }

    private static JsonObject Later() => new()
    {
        ["start"] = new JsonObject { ["dateTime"] = "2026-09-08T19:00:00", ["timeZone"] = "W. Europe Standard Time" },
        ["end"] = new JsonObject { ["dateTime"] = "2026-09-08T21:00:00", ["timeZone"] = "W. Europe Standard Time" },
    };
}
