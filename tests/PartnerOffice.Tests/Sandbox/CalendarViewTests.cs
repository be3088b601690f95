using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.EventTests;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

/// <summary>Series, views between two moments, and what changed since the last look.</summary>
public sealed class CalendarViewTests : IAsyncLifetime
{
    private const string September = "startDateTime=2026-09-01T00:00:00Z&endDateTime=2026-10-01T00:00:00Z";

    private static readonly string Events = $"users/{Address}/events";
    private static readonly string View = $"users/{Address}/calendarView";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 8, 1, 9, 0, 0, TimeSpan.Zero));
    private TwoTenants _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await StartAsync(time: _time);

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task A_series_is_one_event_and_many_days_each_with_an_id_of_its_own()
    {
        var master = await MakeSeriesAsync();

        var view = await ViewAsync();
        var autumn = (await SendAsync(HttpMethod.Get, $"{Events}/{master["id"]}/instances?startDateTime=2026-10-20T00:00:00Z&endDateTime=2026-11-01T00:00:00Z"))["value"]!.AsArray();

        Assert.Equal("seriesMaster", Assert.Single((await SendAsync(HttpMethod.Get, Events))["value"]!.AsArray())!["type"]!.ToString());
        Assert.Equal(["2026-09-01T17:00", "2026-09-08T17:00", "2026-09-15T17:00", "2026-09-22T17:00", "2026-09-29T17:00"], Starts(view));
        Assert.All(view, day => Assert.Equal(("occurrence", master["id"]!.ToString()), (day!["type"]!.ToString(), day["seriesMasterId"]!.ToString())));
        Assert.Equal(view.Count, view.Select(day => day!["iCalUId"]!.ToString()).Append(master["iCalUId"]!.ToString()).Distinct().Count() - 1);
        // The clock goes back in between; the meeting stays at seven in the evening.
        Assert.Equal(["2026-10-20T17:00", "2026-10-27T18:00"], Starts(autumn));
        Assert.Equal(view[1]!["id"]!.ToString(), (await SendAsync(HttpMethod.Get, $"{Events}/{view[1]!["id"]}"))["id"]!.ToString());
    }

    [Fact]
    public async Task One_day_of_a_series_is_moved_or_cancelled_by_itself_in_all_calendars()
    {
        var master = await MakeSeriesAsync();
        var view = await ViewAsync();

        var moved = await SendAsync(HttpMethod.Patch, $"{Events}/{view[1]!["id"]}", Times("2026-09-09"));
        using var crossing = await _sandbox.SendAsync(HttpMethod.Patch, $"{Events}/{view[2]!["id"]}", Times("2026-09-23"), Immutable);
        using var cancelled = await _sandbox.SendAsync(HttpMethod.Post, $"{Events}/{view[3]!["id"]}/cancel", new JsonObject(), Immutable);
        using var south = _sandbox.ClientFor(South);
        var theirs = JsonNode.Parse(await south.GetStringAsync(new Uri($"users/{SouthAddress}/calendarView?{September}", UriKind.Relative), Cancel))!["value"]!.AsArray();
        var selected = await SendAsync(HttpMethod.Get, $"{Events}/{master["id"]}?$select=cancelledOccurrences");

        Assert.Equal(("exception", "2026-09-08T17:00:00Z"), (moved["type"]!.ToString(), moved["originalStart"]!.ToString()));
        Assert.Equal("ErrorOccurrenceCrossingBoundary", (await ErrorOf(crossing, 400)).Code);
        Assert.Equal(202, (int)cancelled.StatusCode);
        string[] left = ["2026-09-01T17:00", "2026-09-09T17:00", "2026-09-15T17:00", "2026-09-29T17:00"];
        Assert.Equal(left, Starts(await ViewAsync()));
        Assert.Equal(left, Starts(theirs));
        Assert.Equal(moved["iCalUId"]!.ToString(), theirs[1]!["iCalUId"]!.ToString());
        Assert.Equal(view[3]!["id"]!.ToString(), Assert.Single(selected["cancelledOccurrences"]!.AsArray())!.ToString());
        Assert.Equal([MeetingMailKind.Invitation, MeetingMailKind.Update, MeetingMailKind.Cancellation], _sandbox.Server.MeetingMails.Select(mail => mail.Kind).Order());
    }

    [Fact]
    public async Task A_change_of_a_series_with_an_exception_sends_mails_for_both_and_a_new_time_drops_the_exception()
    {
        var master = await MakeSeriesAsync();
        await SendAsync(HttpMethod.Patch, $"{Events}/{(await ViewAsync())[1]!["id"]}", Times("2026-09-09"));
        var before = _sandbox.Server.MeetingMails.Count;

        await SendAsync(HttpMethod.Patch, $"{Events}/{master["id"]}", new JsonObject { ["subject"] = "Neu" });
        var told = _sandbox.Server.MeetingMails.Count - before;
        await SendAsync(HttpMethod.Patch, $"{Events}/{master["id"]}", Times("2026-09-01", "18"));

        Assert.Equal(2, told);
        Assert.Equal(["2026-09-01T16:00", "2026-09-08T16:00", "2026-09-15T16:00", "2026-09-22T16:00", "2026-09-29T16:00"], Starts(await ViewAsync()));
    }

    [Fact]
    public async Task A_day_of_a_series_that_is_declined_or_deleted_is_gone_from_that_calendar_alone()
    {
        var master = await MakeSeriesAsync();
        var days = (await ViewAsync()).Select(day => day!["iCalUId"]!.ToString()).ToList();

        _sandbox.Server.Calendars.Decline(SouthAddress, days[1]);
        _sandbox.Server.Calendars.Delete(SouthAddress, days[2]);
        using var south = _sandbox.ClientFor(South);
        var theirs = JsonNode.Parse(await south.GetStringAsync(new Uri($"users/{SouthAddress}/calendarView?{September}", UriKind.Relative), Cancel))!["value"]!.AsArray();
        var ours = await ViewAsync();

        Assert.Equal([days[0], days[3], days[4]], theirs.Select(day => day!["iCalUId"]!.ToString()));
        Assert.Equal(days, ours.Select(day => day!["iCalUId"]!.ToString()));
        Assert.Equal("declined", ours[1]!["attendees"]![0]!["status"]!["response"]!.ToString());
        Assert.Equal("none", (await SendAsync(HttpMethod.Get, $"{Events}/{master["id"]}"))["attendees"]![0]!["status"]!["response"]!.ToString());
    }

    [Fact]
    public async Task Monthly_series_are_counted_as_Outlook_counts_them()
    {
        var body = Series(new JsonObject { ["type"] = "relativeMonthly", ["interval"] = 1, ["daysOfWeek"] = new JsonArray("tuesday"), ["index"] = "first" }, new JsonObject { ["type"] = "numbered", ["numberOfOccurrences"] = 3, ["startDate"] = "2026-09-01" });
        await SendAsync(HttpMethod.Post, Events, body);

        var year = (await SendAsync(HttpMethod.Get, $"{View}?startDateTime=2026-09-01T00:00:00Z&endDateTime=2027-09-01T00:00:00Z"))["value"]!.AsArray();

        Assert.Equal(["2026-09-01T17:00", "2026-10-06T17:00", "2026-11-03T18:00"], Starts(year));
    }

    [Fact]
    public async Task A_view_needs_its_window()
    {
        using var without = await _sandbox.SendAsync(HttpMethod.Get, View);
        using var tooLong = await _sandbox.SendAsync(HttpMethod.Get, $"{View}?startDateTime=2020-01-01&endDateTime=2026-01-01");

        Assert.Equal("ErrorInvalidParameter", (await ErrorOf(without, 400)).Code);
        Assert.Equal("ErrorCalendarViewRangeTooBig", (await ErrorOf(tooLong, 400)).Code);
    }

    [Fact]
    public async Task A_delta_tells_page_by_page_what_came_changed_and_went()
    {
        var first = await MakeAsync("t-1", "2026-09-01");
        var second = await MakeAsync("t-2", "2026-09-02");
        await MakeAsync("t-3", "2026-12-01");

        var (all, pages, mark) = await DeltaAsync($"{View}/delta?{September}", ("Prefer", "odata.maxpagesize=1"));
        await SendAsync(HttpMethod.Patch, $"{Events}/{first}", new JsonObject { ["subject"] = "Neu" });
        await SendAsync(HttpMethod.Patch, $"{Events}/{second}", Times("2026-12-02"));
        var third = await MakeAsync("t-4", "2026-09-04");
        var (news, _, next) = await DeltaAsync(mark);
        await _sandbox.SendAsync(HttpMethod.Delete, $"{Events}/{third}", null, Immutable);
        var (gone, _, last) = await DeltaAsync(next);

        Assert.Equal(2, pages);
        Assert.Equal([first, second], all.Select(one => one["id"]!.ToString()));
        Assert.Equal([(first, false), (second, true), (third, false)], news.Select(one => (one["id"]!.ToString(), one["@removed"] is not null)));
        Assert.Equal((third, "deleted"), (Assert.Single(gone)["id"]!.ToString(), gone[0]["@removed"]!["reason"]!.ToString()));
        Assert.Empty((await DeltaAsync(last)).Changes);
    }

    [Fact]
    public async Task A_delta_tells_the_days_of_a_series_and_those_that_fall_away()
    {
        var master = await MakeSeriesAsync();
        var (all, _, mark) = await DeltaAsync($"{View}/delta?{September}");
        var (masters, _, _) = await DeltaAsync($"{Events}/delta?{September}");
        var day = all[2]["id"]!.ToString();

        await _sandbox.SendAsync(HttpMethod.Delete, $"{Events}/{day}", null, Immutable);
        var (news, _, _) = await DeltaAsync(mark);

        Assert.Equal(["seriesMaster", "occurrence", "occurrence", "occurrence", "occurrence", "occurrence"], all.Select(one => one["type"]!.ToString()));
        Assert.Equal(master["id"]!.ToString(), Assert.Single(masters)["id"]!.ToString());
        Assert.Contains(news, one => one["id"]!.ToString() == day && one["@removed"] is not null);
        Assert.DoesNotContain(news, one => one["id"]!.ToString() == day && one["@removed"] is null);
    }

    [Fact]
    public async Task A_delta_takes_no_options_and_its_mark_does_not_last()
    {
        foreach (var option in (string[])["$select=subject", "$filter=subject eq 'x'", "$expand=attachments", "$orderby=subject"])
        {
            using var refused = await _sandbox.SendAsync(HttpMethod.Get, $"{View}/delta?{September}&{option}");
            Assert.Equal(400, (int)refused.StatusCode);
        }

        using var windowless = await _sandbox.SendAsync(HttpMethod.Get, $"{View}/delta");
        var (_, _, mark) = await DeltaAsync($"{View}/delta?{September}");
        _time.Advance(TimeSpan.FromDays(31));
        using var old = await _sandbox.SendAsync(HttpMethod.Get, mark, null, Immutable);
        using var foreign = await _sandbox.SendAsync(HttpMethod.Get, $"{Events}/delta?$deltatoken=x", null, Immutable);

        Assert.Equal(400, (int)windowless.StatusCode);
        Assert.Equal(("SyncStateNotFound", "resyncRequired"), await ErrorOf(old, 410));
        Assert.Equal(410, (int)foreign.StatusCode);
    }

    private async Task<(List<JsonNode> Changes, int Pages, string Mark)> DeltaAsync(string path, params (string, string)[] headers)
    {
        var changes = new List<JsonNode>();
        for (var pages = 1; ; pages++)
        {
            var page = await JsonOf(await _sandbox.SendAsync(HttpMethod.Get, path, null, [Immutable, .. headers]), 200);
            changes.AddRange(page["value"]!.AsArray().Select(one => one!));
            if (page["@odata.deltaLink"] is { } mark)
            {
                return (changes, pages, mark.ToString());
            }

            path = page["@odata.nextLink"]!.ToString();
        }
    }

    private async Task<string> MakeAsync(string transaction, string day)
    {
        var body = Meeting(SouthAddress);
        body["transactionId"] = transaction;
        foreach (var (name, value) in Times(day))
        {
            body[name] = value!.DeepClone();
        }

        return (await SendAsync(HttpMethod.Post, Events, body))["id"]!.ToString();
    }

    private Task<JsonObject> MakeSeriesAsync() => SendAsync(HttpMethod.Post, Events, Series(
        new JsonObject { ["type"] = "weekly", ["interval"] = 1, ["daysOfWeek"] = new JsonArray("tuesday") }, new JsonObject { ["type"] = "endDate", ["startDate"] = "2026-09-01", ["endDate"] = "2026-12-31" }));

    private static JsonObject Series(JsonObject pattern, JsonObject range)
    {
        var body = Meeting(SouthAddress);
        body["recurrence"] = new JsonObject { ["pattern"] = pattern, ["range"] = range };
        return body;
    }

    private static JsonObject Times(string day, string hour = "19") => new()
    {
        ["start"] = new JsonObject { ["dateTime"] = $"{day}T{hour}:00:00", ["timeZone"] = "W. Europe Standard Time" },
        ["end"] = new JsonObject { ["dateTime"] = $"{day}T21:00:00", ["timeZone"] = "W. Europe Standard Time" },
    };

    private async Task<JsonArray> ViewAsync() => (await SendAsync(HttpMethod.Get, $"{View}?{September}"))["value"]!.AsArray();

    private static string[] Starts(JsonArray events) => [.. events.Select(one => one!["start"]!["dateTime"]!.ToString()[..16])];

    private async Task<JsonObject> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var response = await _sandbox.SendAsync(method, path, body, Immutable);
        return await JsonOf(response, method == HttpMethod.Post ? 201 : 200);
    }
}
