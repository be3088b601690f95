using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.EventTests;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

/// <summary>A joint meeting of two districts, from the invitation to the cancellation, and the people in front of their calendars.</summary>
public sealed class PeopleAtTheCalendarTests
{
    private const string Meeting = "Gemeinsame Sitzung";
    private const string Berlin = "W. Europe Standard Time";

    [Fact]
    public async Task Two_districts_meet()
    {
        await using var sandbox = await StartAsync();
        var people = sandbox.Server.Calendars;
        var made = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/events", EventTests.Meeting(SouthAddress, Outside), Immutable), 201);

        people.Accept(SouthAddress, Meeting, "Gern");
        people.Propose(Outside, Meeting, new DateTime(2026, 9, 3, 19, 0, 0), new DateTime(2026, 9, 3, 21, 0, 0), Berlin, "Donnerstag ginge");
        var answered = (await sandbox.GetAsync($"users/{Address}/events/{made["id"]}"))["attendees"]!.AsArray();
        people.Move(Address, Meeting, new DateTime(2026, 9, 3, 19, 0, 0), new DateTime(2026, 9, 3, 21, 0, 0), Berlin);
        people.AnswerTentatively(SouthAddress, made["iCalUId"]!.ToString());
        var planned = sandbox.Server.Describe();
        people.Cancel(Address, Meeting, "Es kommt niemand.");
        people.Delete(SouthAddress, "Canceled: " + Meeting);

        Assert.Equal(["accepted", "tentativelyAccepted"], answered.Select(attendee => attendee!["status"]!["response"]!.ToString()));
        Assert.Equal("2026-09-03T17:00:00.0000000", answered[1]!["proposedNewTime"]!["start"]!["dateTime"]!.ToString());
        Assert.Contains(
            """
              Kalender koordination@sued.example
                2026-09-03 19:00 "Gemeinsame Sitzung", tentativelyAccepted, mit koordination@sued.example (none), gast@anderswo.example (none)
            """.ReplaceLineEndings("\n"),
            planned, StringComparison.Ordinal);
        Assert.DoesNotContain("Kalender", sandbox.Server.Describe(), StringComparison.Ordinal);
        Assert.Equal(6, sandbox.Server.MeetingMails.Count);
        Assert.All(sandbox.Server.MeetingMails.GroupBy(mail => (mail.To, mail.Kind)), mails => Assert.Single(mails));
    }

    [Fact]
    public async Task The_page_shows_who_was_asked_and_lets_people_answer()
    {
        await using var sandbox = await StartAsync();
        using var http = new HttpClient(sandbox.Server.CreateHandler()) { BaseAddress = sandbox.Server.BaseUri };
        await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/events", EventTests.Meeting(SouthAddress, Outside)), 201);
        Task<HttpResponseMessage> DoAsync(object deed) => http.PostAsJsonAsync(new Uri("_sandbox/calendar", UriKind.Relative), deed, Cancel);

        using var declined = await DoAsync(new { person = Outside, meeting = Meeting, @do = "decline", comment = "Urlaub" });
        using var moved = await DoAsync(new { person = Address, meeting = Meeting, @do = "move", start = "2026-09-08T19:00:00", end = "2026-09-08T21:00:00", timeZone = "Europe/Berlin" });
        using var unknown = await DoAsync(new { person = Address, meeting = "Andere", @do = "cancel" });
        using var senseless = await DoAsync(new { person = Address, meeting = Meeting, @do = "tanzen" });
        var page = await http.GetStringAsync(new Uri("_sandbox", UriKind.Relative), Cancel);
        var state = JsonNode.Parse(await http.GetStringAsync(new Uri("_sandbox/state", UriKind.Relative), Cancel))!;

        Assert.Equal((204, 204, 400, 400), ((int)declined.StatusCode, (int)moved.StatusCode, (int)unknown.StatusCode, (int)senseless.StatusCode));
        Assert.Contains("Einladung 1, Änderung 1, Absage 0", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("08.09.2026 19:00", page, StringComparison.Ordinal);
        Assert.Equal(
            [(Outside, 1, 1, 0, true), (SouthAddress, 1, 1, 0, false)],
            state["meetingMails"]!.AsArray().Select(mails => (mails!["address"]!.ToString(), (int)mails["invitations"]!, (int)mails["updates"]!, (int)mails["cancellations"]!, (bool)mails["isOutside"]!)));
        Assert.Equal("Urlaub", state["tenants"]![0]!["mailboxes"]![0]!["events"]![0]!["answers"]![0]!["comment"]!.ToString());
    }

    [Fact]
    public async Task Nobody_answers_where_Exchange_would_not_let_them()
    {
        await using var sandbox = await StartAsync();
        var body = EventTests.Meeting(SouthAddress);
        body["allowNewTimeProposals"] = false;
        await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/events", body), 201);
        var people = sandbox.Server.Calendars;

        Assert.Throws<ArgumentException>(() => people.Propose(SouthAddress, Meeting, new DateTime(2026, 9, 3), new DateTime(2026, 9, 4), Berlin));
        Assert.Throws<ArgumentException>(() => people.Accept(Address, Meeting));
        Assert.Throws<ArgumentException>(() => people.Accept(Outside, Meeting));
        Assert.Throws<ArgumentException>(() => people.Cancel(SouthAddress, Meeting));
        Assert.Throws<ArgumentException>(() => people.Move(Address, Meeting, new DateTime(2026, 9, 3), new DateTime(2026, 9, 2), Berlin));
        Assert.Equal([MeetingMailKind.Invitation], sandbox.Server.MeetingMails.Select(mail => mail.Kind));
    }
}
