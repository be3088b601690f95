using System.Text.Json.Nodes;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Meetings;

/// <summary>Meetings as a pane plans them: a preview, a consent to it, and then what everybody is told.</summary>
public sealed class MeetingApiTests
{
    private const string Plans = "/api/meetings/plans";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_meeting_is_seen_planned_moved_recorded_and_cancelled()
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        var asked = Meeting(host);

        var preview = await secretary.PostAsync(Plans, asked);
        var consent = preview.Json!["preview"]!["sha256"]!.GetValue<string>();
        Assert.Empty(await host.Office.Meetings.ListAsync(host.Partnership.Id, Token));
        Assert.Equal((422, "other-invitation"), Of(await secretary.PostAsync(Plans, With(asked, "consent", "00"))));
        var planned = await secretary.PostAsync(Plans, With(asked, "consent", consent));
        var id = planned.Json!["meeting"]!["meeting"]!.GetValue<string>();

        Assert.Equal((200, "planned"), (planned.Status, planned.Json["meeting"]!["state"]!.GetValue<string>()));
        Assert.NotEmpty(planned.Json["draft"]!.GetValue<string>());
        Assert.Equal(["Ingo Schablone"], planned.Json["meeting"]!["byHand"]!.AsArray().Select(one => one!.GetValue<string>()));

        var moved = await ConsentedAsync(secretary, $"{Plans}/{id}/move", new JsonObject { ["start"] = "20:00:00" });
        Assert.Equal(1, moved.Json!["meeting"]!["sequence"]!.GetValue<int>());
        var recorded = await secretary.PostAsync($"{Plans}/{id}/invitations", new { person = "st-07", channel = "letter" });
        Assert.Empty(recorded.Json!["byHand"]!.AsArray());
        var cancelled = await ConsentedAsync(secretary, $"{Plans}/{id}/cancellation", []);
        Assert.Equal("cancelled", cancelled.Json!["meeting"]!["state"]!.GetValue<string>());
        Assert.Equal("cancelled", (await secretary.ReadAsync($"{Plans}/{id}")).Json!["state"]!.GetValue<string>());
        Assert.Single((await secretary.ReadAsync(Plans)).Json!.AsArray());
    }

    [Fact]
    public async Task The_agenda_that_was_entered_is_invited_to_and_lies_in_the_draft()
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        var asked = Meeting(host);
        asked["agenda"] = new JsonArray(
            new JsonObject { ["title"] = "Sommerfest", ["audience"] = "partner" },
            new JsonObject { ["title"] = " Neue \n Räume " },
            new JsonObject { ["title"] = "Personalie Geheimnisträger", ["audience"] = "board" });

        var preview = await secretary.PostAsync(Plans, asked);
        var planned = await ConsentedAsync(secretary, Plans, asked);

        Assert.Contains("Tagesordnung\n1. Sommerfest\n2 – vertraulicher Punkt\nN 1 – vertraulicher Punkt\n", preview.Json!["preview"]!["board"]!["body"]!.GetValue<string>(), StringComparison.Ordinal);
        var draft = Reading.Of(Convert.FromBase64String(planned.Json!["draft"]!.GetValue<string>())).Minutes!;
        Assert.Equal(
            [("Sommerfest", Audience.Partner), ("Neue Räume", Audience.Undecided), ("Personalie Geheimnisträger", Audience.Board)],
            draft.Items.Select(item => (item.Title, item.Audience)));
        var known = Assert.Single(await host.Office.Meetings.ListAsync(host.Partnership.Id, Token));
        Assert.Equal(["Sommerfest", null, null], known.Plan.Agenda.Select(item => item.Title));

        asked["agenda"] = new JsonArray(new JsonObject { ["title"] = " " });
        Assert.Equal(400, (await secretary.PostAsync(Plans, asked)).Status);
    }

    [Fact]
    public async Task The_other_districts_meetings_are_none_of_ours_and_members_without_a_role_plan_none()
    {
        await using var host = await ServedHost.StartAsync();
        using var secretary = await host.AsAsync("st-02");
        using var partner = await host.AsAsync("mse-02");
        var planned = await ConsentedAsync(secretary, Plans, Meeting(host));
        var id = planned.Json!["meeting"]!["meeting"]!.GetValue<string>();

        Assert.Equal((422, "unknown-meeting"), Of(await partner.ReadAsync($"{Plans}/{id}")));
        Assert.Equal((422, "unknown-meeting"), Of(await partner.PostAsync($"{Plans}/{id}/cancellation", new { })));
        Assert.Empty((await partner.ReadAsync(Plans)).Json!.AsArray());
    }

    private static async Task<ApiCalls.Reply> ConsentedAsync(HttpClient client, string path, JsonObject asked)
    {
        var preview = await client.PostAsync(path, asked);
        var done = await client.PostAsync(path, With(asked, "consent", preview.Json!["preview"]!["sha256"]!.GetValue<string>()));
        Assert.True(done.Status == 200, done.Json?.ToJsonString());
        return done;
    }

    private static JsonObject Meeting(ServedHost host) => new()
    {
        ["date"] = TimeProvider.System.Today(host.Partnership.Districts[0].TimeZone).AddDays(30).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["number"] = "KV-ST 2026/12",
        ["start"] = "19:00:00",
        ["end"] = "22:00:00",
        ["place"] = "Geschäftsstelle",
    };

    private static JsonObject With(JsonObject asked, string name, string value)
    {
        var changed = asked.DeepClone().AsObject();
        changed[name] = value;
        return changed;
    }

    private static (int, string?) Of(ApiCalls.Reply reply) => (reply.Status, reply.Code);
}
