using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

/// <summary>Events of one calendar: what may be written, what comes back, what a repeat does.</summary>
public sealed class EventTests
{
    internal const string Outside = "gast@anderswo.example";

    internal static readonly (string, string) Immutable = ("Prefer", "IdType=\"ImmutableId\"");

    private static readonly string Events = $"users/{Address}/events";

    private static readonly string[] Slips =
    [
        """{"betreff":"x"}""",
        """{"showAs":"beschäftigt"}""",
        """{"start":{"dateTime":"2026-09-01T19:00:00Z","timeZone":"UTC"}}""",
        """{"start":{"dateTime":"2026-09-01T19:00:00","timeZone":"Mitteleuropa"}}""",
        """{"start":{"datetime":"2026-09-01T19:00:00"}}""",
        """{"end":{"dateTime":"2026-09-01T18:00:00","timeZone":"W. Europe Standard Time"}}""",
        """{"end":null}""",
        """{"isAllDay":true}""",
        """{"attendees":[{"emailAddress":{"adress":"a@b.example"}}]}""",
        """{"attendees":[{"emailAddress":{"address":"a@b.example"},"type":"wichtig"}]}""",
        """{"iCalUId":"x"}""",
        """{"body":{"contentType":"markdown","content":"x"}}""",
        """{"singleValueExtendedProperties":[{"id":"PartnerOfficeKey","value":"k"}]}""",
        """{"recurrence":{"pattern":{"type":"weekly","interval":1},"range":{"type":"noEnd","startDate":"2026-09-01"}}}""",
        """{"recurrence":{"pattern":{"type":"weekly","interval":1,"daysOfWeek":["friday"]},"range":{"type":"noEnd","startDate":"2026-09-01"}}}""",
        """{"recurrence":{"pattern":{"type":"daily","interval":1},"range":{"type":"numbered","startDate":"2026-09-01"}}}""",
    ];

    [Fact]
    public async Task An_event_comes_back_in_the_zone_that_is_asked_for_and_lies_on_disk_as_a_calendar_file()
    {
        await using var sandbox = await StartAsync();

        var made = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Events, Meeting(SouthAddress), Immutable), 201);
        var there = await JsonOf(await sandbox.SendAsync(HttpMethod.Get, $"{Events}/{made["id"]}", null, Immutable, ("Prefer", "outlook.timezone=\"Europe/Berlin\"")), 200);
        var file = Directory.GetFiles(Path.Combine(sandbox.Folder, "Kreisverband Nord", "mailboxes", Address, "Calendar")).Single();

        Assert.Equal(("2026-09-01T17:00:00.0000000", "UTC"), (made["start"]!["dateTime"]!.ToString(), made["start"]!["timeZone"]!.ToString()));
        Assert.Equal(("2026-09-01T19:00:00.0000000", "Europe/Berlin"), (there["start"]!["dateTime"]!.ToString(), there["start"]!["timeZone"]!.ToString()));
        Assert.Equal("W. Europe Standard Time", there["originalStartTimeZone"]!.ToString());
        Assert.Equal(("singleInstance", true, "organizer"), (there["type"]!.ToString(), (bool)there["isOrganizer"]!, there["responseStatus"]!["response"]!.ToString()));
        Assert.Contains("2026-09-01 1900 Gemeinsame Sitzung", Path.GetFileName(file), StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Gemeinsame Sitzung", await File.ReadAllTextAsync(file, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchange_writes_the_body_anew()
    {
        await using var sandbox = await StartAsync();

        var made = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Events, With("body", new JsonObject { ["contentType"] = "html", ["content"] = "<p onclick='x()'>Tagesordnung</p><script>x()</script>" })), 201);
        var asText = await JsonOf(await sandbox.SendAsync(HttpMethod.Get, $"{Events}/{made["id"]}", null, ("Prefer", "outlook.body-content-type=\"text\"")), 200);

        Assert.StartsWith("<html>", made["body"]!["content"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("<p>Tagesordnung</p>", made["body"]!["content"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("script", made["body"]!["content"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(("text", "Tagesordnung"), (asText["body"]!["contentType"]!.ToString(), asText["body"]!["content"]!.ToString()));
    }

    [Fact]
    public async Task The_same_request_with_its_transaction_makes_no_second_event_and_another_one_is_refused()
    {
        await using var sandbox = await StartAsync();
        var first = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Events, Meeting(SouthAddress), Immutable), 201);

        var again = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Events, Meeting(SouthAddress), Immutable), 201);
        using var other = await sandbox.SendAsync(HttpMethod.Post, Events, With("subject", "Andere Sitzung"), Immutable);
        sandbox.Server.Settings.RepeatedTransaction = RepeatedTransaction.Conflict;
        using var strict = await sandbox.SendAsync(HttpMethod.Post, Events, Meeting(SouthAddress), Immutable);

        Assert.Equal(first["id"]!.ToString(), again["id"]!.ToString());
        Assert.Equal("ErrorDuplicateTransactionId", (await ErrorOf(other, 409)).Code);
        Assert.Equal("ErrorDuplicateTransactionId", (await ErrorOf(strict, 409)).Code);
        Assert.Single((await sandbox.GetAsync(Events))["value"]!.AsArray());
        Assert.Equal([(MeetingMailKind.Invitation, SouthAddress)], sandbox.Server.MeetingMails.Select(mail => (mail.Kind, mail.To)));
    }

    [Fact]
    public async Task An_event_is_found_by_its_extended_property_and_by_nothing_that_looks_like_it()
    {
        await using var sandbox = await StartAsync();
        var made = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Events, Meeting(SouthAddress), Immutable), 201);
        string Filter(string key) => $"{Events}?$filter=" + Uri.EscapeDataString($"singleValueExtendedProperties/any(ep: ep/id eq '{KeyProperty}' and ep/value eq '{key}')");

        var found = (await JsonOf(await sandbox.SendAsync(HttpMethod.Get, Filter("k-1"), null, Immutable), 200))["value"]!.AsArray();
        var expanded = await sandbox.GetAsync($"{Events}/{made["id"]}?$expand=singleValueExtendedProperties($filter=id eq '{KeyProperty}')");
        using var south = sandbox.ClientFor(South);
        var copies = JsonNode.Parse(await south.GetStringAsync(new Uri($"users/{SouthAddress}/events?$expand=singleValueExtendedProperties($filter=id eq '{KeyProperty}')", UriKind.Relative), Cancel))!["value"]!.AsArray();

        Assert.Equal(made["id"]!.ToString(), Assert.Single(found)!["id"]!.ToString());
        Assert.Empty((await sandbox.GetAsync(Filter("k-2")))["value"]!.AsArray());
        Assert.Equal("k-1", expanded["singleValueExtendedProperties"]![0]!["value"]!.ToString());
        // It lives on the organiser's copy; the others are known by the id that all calendars share.
        Assert.Null(Assert.Single(copies)!["singleValueExtendedProperties"]);
        Assert.Equal((made["iCalUId"]!.ToString(), false), (copies[0]!["iCalUId"]!.ToString(), (bool)copies[0]!["isOrganizer"]!));
        Assert.NotEqual(made["id"]!.ToString(), copies[0]!["id"]!.ToString());
    }

    [Fact]
    public async Task An_event_with_a_slip_of_the_pen_is_refused()
    {
        await using var sandbox = await StartAsync();

        foreach (var slip in Slips)
        {
            var body = Meeting(SouthAddress);
            foreach (var (name, value) in JsonNode.Parse(slip)!.AsObject())
            {
                body[name] = value?.DeepClone();
            }

            using var response = await sandbox.SendAsync(HttpMethod.Post, Events, body);
            Assert.True((int)response.StatusCode == 400, $"{slip}: {(int)response.StatusCode}");
        }

        Assert.Empty(sandbox.Server.MeetingMails);
    }

    [Fact]
    public async Task More_than_five_hundred_are_not_invited()
    {
        await using var sandbox = await StartAsync();

        using var response = await sandbox.SendAsync(HttpMethod.Post, Events, Meeting([.. Enumerable.Range(0, 501).Select(number => $"p{number}@anderswo.example")]));

        Assert.Equal("ErrorInvalidRequest", (await ErrorOf(response, 400)).Code);
        Assert.Empty(sandbox.Server.MeetingMails);
    }

    [Fact]
    public async Task A_calendar_opens_only_to_whom_its_mailbox_was_given()
    {
        await using var sandbox = await StartAsync();

        using var foreign = await sandbox.SendAsync(HttpMethod.Get, "users/privat@nord.example/events");
        using var written = await sandbox.SendAsync(HttpMethod.Post, "users/privat@nord.example/events", Meeting(SouthAddress));
        using var nobody = await sandbox.SendAsync(HttpMethod.Get, "users/niemand@nord.example/events");
        using var unknown = await sandbox.SendAsync(HttpMethod.Post, $"{Events}/x/forward", new JsonObject());
        using var misspelt = await sandbox.SendAsync(HttpMethod.Get, $"{Events}?$filtre=x");

        Assert.Equal("ErrorAccessDenied", (await ErrorOf(foreign, 403)).Code);
        Assert.Equal("ErrorAccessDenied", (await ErrorOf(written, 403)).Code);
        Assert.Equal("ErrorInvalidUser", (await ErrorOf(nobody, 404)).Code);
        Assert.Equal(501, (int)unknown.StatusCode);
        Assert.Equal(400, (int)misspelt.StatusCode);
    }

    [Fact]
    public async Task An_online_meeting_stays_one_as_long_as_its_link_stands_in_the_body()
    {
        await using var sandbox = await StartAsync();
        var body = Meeting(SouthAddress);
        body["isOnlineMeeting"] = true;
        var made = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Events, body), 201);
        async Task<JsonObject> ChangeAsync(JsonObject changes) => await JsonOf(await sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{made["id"]}", changes), 200);

        var switched = await ChangeAsync(new JsonObject { ["isOnlineMeeting"] = false });
        var rewritten = await ChangeAsync(new JsonObject { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>Nur noch vor Ort.</p>" } });
        sandbox.Server.Settings.OnlineMeetings = false;
        body["transactionId"] = "t-2";
        var without = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Events, body), 201);

        Assert.Contains(made["onlineMeeting"]!["joinUrl"]!.ToString(), made["body"]!["content"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal((true, false, false), ((bool)switched["isOnlineMeeting"]!, (bool)rewritten["isOnlineMeeting"]!, (bool)without["isOnlineMeeting"]!));
        Assert.Null(without["onlineMeeting"]);
    }

    [Fact]
    public async Task A_new_event_may_be_found_late_though_its_transaction_is_known_at_once()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 8, 1, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time, settings: new SandboxSettings { EventSearchDelay = TimeSpan.FromSeconds(60), TransactionMemory = TimeSpan.FromDays(1) });
        var made = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Events, Meeting(SouthAddress), Immutable), 201);

        var early = (await sandbox.GetAsync(Events))["value"]!.AsArray().Count;
        var same = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Events, Meeting(SouthAddress), Immutable), 201);
        time.Advance(TimeSpan.FromSeconds(60));
        var late = (await sandbox.GetAsync(Events))["value"]!.AsArray().Count;
        time.Advance(TimeSpan.FromDays(1));
        var forgotten = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Events, Meeting(SouthAddress), Immutable), 201);

        Assert.Equal((0, 1), (early, late));
        Assert.Equal(made["id"]!.ToString(), same["id"]!.ToString());
        Assert.NotEqual(made["id"]!.ToString(), forgotten["id"]!.ToString());
    }

    [Fact]
    public async Task A_change_with_an_old_tag_is_refused()
    {
        await using var sandbox = await StartAsync();
        var made = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Events, Meeting(SouthAddress), Immutable), 201);
        var changed = await JsonOf(await sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{made["id"]}", new JsonObject { ["subject"] = "Neu" }, ("If-Match", made["@odata.etag"]!.ToString())), 200);

        using var late = await sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{made["id"]}", new JsonObject { ["subject"] = "Zu spät" }, ("If-Match", made["@odata.etag"]!.ToString()));

        Assert.Equal(412, (int)late.StatusCode);
        Assert.NotEqual(made["changeKey"]!.ToString(), changed["changeKey"]!.ToString());
        Assert.Equal("Neu", (await sandbox.GetAsync($"{Events}/{made["id"]}"))["subject"]!.ToString());
    }

    internal static JsonObject Meeting(params string[] attendees) => new()
    {
        ["subject"] = "Gemeinsame Sitzung",
        ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>Tagesordnung folgt.</p>" },
        ["start"] = new JsonObject { ["dateTime"] = "2026-09-01T19:00:00", ["timeZone"] = "W. Europe Standard Time" },
        ["end"] = new JsonObject { ["dateTime"] = "2026-09-01T21:00:00", ["timeZone"] = "W. Europe Standard Time" },
        ["location"] = new JsonObject { ["displayName"] = "Geschäftsstelle" },
        ["attendees"] = new JsonArray([.. attendees.Select(address => new JsonObject { ["type"] = "required", ["emailAddress"] = new JsonObject { ["address"] = address } })]),
        ["transactionId"] = "t-1",
        ["singleValueExtendedProperties"] = new JsonArray(new JsonObject { ["id"] = KeyProperty, ["value"] = "k-1" }),
    };

    private static JsonObject With(string name, JsonNode value)
    {
        var body = Meeting(SouthAddress);
        body[name] = value;
        return body;
    }
}
