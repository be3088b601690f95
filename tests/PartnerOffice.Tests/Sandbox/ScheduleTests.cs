using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

/// <summary>When people are free, and the calendar of a mailbox by itself.</summary>
public sealed class ScheduleTests : IAsyncLifetime
{
    private const string Private = "privat@nord.example";
    private const string Berlin = "W. Europe Standard Time";

    private static readonly string GetSchedule = $"users/{Address}/calendar/getSchedule";
    private static readonly DateTime Day = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private TwoTenants _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await StartAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task The_view_says_slot_by_slot_how_busy_people_of_the_own_tenant_are_and_not_with_what()
    {
        var people = _sandbox.Server.Calendars;
        people.Enter(Private, "Zahnarzt", Day.AddHours(9), Day.AddHours(10), Berlin);
        people.Enter(Private, "Vielleicht", Day.AddHours(9.5), Day.AddHours(11), Berlin, "tentative");
        people.Enter(Private, "Urlaub", Day.AddHours(11.25), Day.AddHours(11.75), Berlin, "oof");
        people.Enter(Address, "Sprechstunde", Day.AddHours(8), Day.AddHours(9), Berlin);

        var answer = await AskAsync(Question(Private, Address));

        Assert.Equal(("00221133", "22000000"), (answer[0]!["availabilityView"]!.ToString(), answer[1]!["availabilityView"]!.ToString()));
        Assert.Equal(["busy", "tentative", "oof"], answer[0]!["scheduleItems"]!.AsArray().Select(item => item!["status"]!.ToString()));
        Assert.All(answer[0]!["scheduleItems"]!.AsArray(), item => Assert.Null(item!["subject"]));
        Assert.Equal("Sprechstunde", answer[1]!["scheduleItems"]![0]!["subject"]!.ToString());
        Assert.Equal("2026-09-01T06:00:00.0000000", answer[1]!["scheduleItems"]![0]!["start"]!["dateTime"]!.ToString());
    }

    [Fact]
    public async Task Who_cannot_be_found_is_an_entry_with_an_error_and_the_neighbour_is_one_until_the_two_agree()
    {
        var answer = await AskAsync(Question("niemand@nord.example", SouthAddress));
        _sandbox.Server.Settings.FreeBusyAcrossTenants = true;
        var agreed = await AskAsync(Question(SouthAddress));
        _sandbox.Server.Settings.FreeBusyInside = false;
        var closed = await AskAsync(Question(Private, Address));

        Assert.All(answer, entry => Assert.Equal("ErrorMailRecipientNotFound", entry!["error"]!["responseCode"]!.ToString()));
        Assert.Equal("00000000", agreed[0]!["availabilityView"]!.ToString());
        Assert.Equal("ErrorNoFreeBusyAccess", closed[0]!["error"]!["responseCode"]!.ToString());
        Assert.Null(closed[1]!["error"]);
    }

    [Fact]
    public async Task A_question_with_a_slip_of_the_pen_is_refused()
    {
        foreach (var (name, value) in new (string, JsonNode?)[] { ("AvailabilityViewInterval", 4), ("AvailabilityViewInterval", 1441), ("EndTime", null), ("Personen", 1), ("Schedules", new JsonArray()) })
        {
            var question = Question(Address);
            question[name] = value;
            using var response = await _sandbox.SendAsync(HttpMethod.Post, GetSchedule, question);
            Assert.True((int)response.StatusCode == 400, name);
        }
    }

    [Fact]
    public async Task Settings_of_a_mailbox_need_a_permission_of_their_own()
    {
        using var refused = await _sandbox.SendAsync(HttpMethod.Get, $"users/{Address}/mailboxSettings");

        Assert.Equal("ErrorAccessDenied", (await ErrorOf(refused, 403)).Code);
        Assert.Equal(Address, (await _sandbox.GetAsync($"users/{Address}/calendar"))["owner"]!["address"]!.ToString());
    }

    [Fact]
    public async Task A_mailbox_takes_so_many_requests_and_no_more()
    {
        _sandbox.Server.Settings.MailboxRequestsPerTenMinutes = 2;

        await _sandbox.GetAsync($"users/{Address}/events");
        await _sandbox.GetAsync($"users/{Address}/events");
        using var third = await _sandbox.SendAsync(HttpMethod.Get, $"users/{Address}/events");
        using var elsewhere = await _sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}");

        Assert.Equal("ApplicationThrottled", (await ErrorOf(third, 429)).Code);
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        Assert.Equal(200, (int)elsewhere.StatusCode);
    }

    [Fact]
    public async Task More_than_so_many_at_once_are_too_many()
    {
        var time = new FakeTimeProvider();
        await using var sandbox = await StartAsync(time: time, settings: new SandboxSettings { MailboxConcurrency = 1 });
        using var slow = sandbox.Server.Faults.Add(new FaultRule("GET /users/{user-id}/events", FaultKind.Delay) { Times = 1, Delay = TimeSpan.FromMinutes(1) });

        var first = sandbox.SendAsync(HttpMethod.Get, $"users/{Address}/events");
        SpinWait.SpinUntil(() => sandbox.Server.Faults.Rules.Single().Struck == 1);
        using var second = await sandbox.SendAsync(HttpMethod.Get, $"users/{Address}/events");
        // The first waits for a clock that stands still; whether it has looked at it yet nobody can see.
        while (!first.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        using var answered = await first;

        Assert.Equal("ApplicationThrottled", (await ErrorOf(second, 429)).Code);
        Assert.Equal(200, (int)answered.StatusCode);
    }

    private async Task<JsonArray> AskAsync(JsonObject question) => (await JsonOf(await _sandbox.SendAsync(HttpMethod.Post, GetSchedule, question), 200))["value"]!.AsArray();

    internal static JsonObject Question(params string[] addresses) => new()
    {
        ["Schedules"] = new JsonArray([.. addresses.Select(address => JsonValue.Create(address))]),
        ["StartTime"] = new JsonObject { ["dateTime"] = "2026-09-01T08:00:00", ["timeZone"] = Berlin },
        ["EndTime"] = new JsonObject { ["dateTime"] = "2026-09-01T12:00:00", ["timeZone"] = Berlin },
        ["AvailabilityViewInterval"] = 30,
    };
}
