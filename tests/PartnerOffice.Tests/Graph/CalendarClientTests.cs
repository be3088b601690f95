using System.Net;
using PartnerOffice.Graph;
using Xunit;

namespace PartnerOffice.Tests.Graph;

public sealed class CalendarClientTests
{
    private const string KeyProperty = "String {7d3c1c0e-5b0a-4f5e-9a52-2f6f0c1b8e41} Name PartnerOfficeId";
    private const string MarkProperty = "String {7d3c1c0e-5b0a-4f5e-9a52-2f6f0c1b8e41} Name PartnerOfficeChange";
    private const string Made = """
        {"id":"AAkEVENT=","iCalUId":"040000008200E00074C5B7101A82E008","type":"singleInstance","subject":"Sitzung KV-ST 2026/11",
         "start":{"dateTime":"2026-10-24T20:00:00.0000000","timeZone":"W. Europe Standard Time"},"end":{"dateTime":"2026-10-25T04:00:00.0000000","timeZone":"W. Europe Standard Time"},
         "location":{"displayName":"Geschäftsstelle"},"isCancelled":false,"sensitivity":"private","hideAttendees":true,
         "attendees":[{"type":"required","status":{"response":"declined","time":"2026-10-02T08:00:00Z"},"emailAddress":{"address":"anna.beispiel@steinfurt.onmicrosoft.example","name":"Anna Beispiel"}},
                      {"type":"optional","status":{"response":"none","time":"0001-01-01T00:00:00Z"},"emailAddress":{"address":"jana.kopie@mse.onmicrosoft.example"}}],
         "singleValueExtendedProperties":[{"id":"String {7D3C1C0E-5B0A-4F5E-9A52-2F6F0C1B8E41} Name PartnerOfficeId","value":"key-1"}]}
        """;

    private static readonly CalendarPlace Place = new(Given.Mailbox, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_is_made_with_our_transaction_and_key_in_local_time_of_the_office()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.Created, Made);
        using var connection = graph.Connect();

        var made = await connection.Calendars.CreateAsync(Place, Given.Event, Now);

        var request = Assert.Single(graph.Seen);
        Assert.Equal((HttpMethod.Post, "/v1.0/users/protokolle%40kv-steinfurt.example/events"), (request.Method, request.Path));
        Assert.Equal("IdType=\"ImmutableId\", outlook.timezone=\"W. Europe Standard Time\"", request.Header("Prefer"));
        var json = request.Json;
        Assert.Equal("t-1", json.GetProperty("transactionId").GetString());
        Assert.Equal((KeyProperty, "key-1"), (json.GetProperty("singleValueExtendedProperties")[0].GetProperty("id").GetString(), json.GetProperty("singleValueExtendedProperties")[0].GetProperty("value").GetString()));
        Assert.Equal(("2026-10-24T20:00:00", "W. Europe Standard Time"), (json.GetProperty("start").GetProperty("dateTime").GetString(), json.GetProperty("start").GetProperty("timeZone").GetString()));
        Assert.Equal(("private", true), (json.GetProperty("sensitivity").GetString(), json.GetProperty("hideAttendees").GetBoolean()));
        Assert.Equal("text", json.GetProperty("body").GetProperty("contentType").GetString());
        Assert.False(json.TryGetProperty("isOnlineMeeting", out _));
        Assert.Equal(("key-1", new DateTime(2026, 10, 24, 20, 0, 0), new DateTime(2026, 10, 25, 4, 0, 0)), (made.Key, made.Start, made.End));
        Assert.Equal([(AttendeeAnswer.Declined, 2026, true), (AttendeeAnswer.None, null, false)], made.Attendees.Select(one => (one.Answer, one.AnsweredAt?.Year, one.IsRequired)));
    }

    [Fact]
    public async Task An_hour_that_comes_twice_is_said_so_that_the_first_is_meant()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.Created, Made);
        using var connection = graph.Connect();

        await connection.Calendars.CreateAsync(Place, Given.Event with { End = new(2026, 10, 25, 2, 30, 0) }, Now);

        var end = graph.Seen[0].Json.GetProperty("end");
        Assert.Equal(("2026-10-25T00:30:00", "UTC"), (end.GetProperty("dateTime").GetString(), end.GetProperty("timeZone").GetString()));
    }

    [Fact]
    public async Task A_series_is_made_by_weekday_and_week()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.Created, Made);
        using var connection = graph.Connect();

        await connection.Calendars.CreateAsync(Place, Given.Event with { Series = new(DayOfWeek.Tuesday, 2, new(2026, 9, 8), new(2026, 12, 31)) }, Now);

        var recurrence = graph.Seen[0].Json.GetProperty("recurrence");
        Assert.Equal(("relativeMonthly", "second", "tuesday"), (recurrence.GetProperty("pattern").GetProperty("type").GetString(), recurrence.GetProperty("pattern").GetProperty("index").GetString(), recurrence.GetProperty("pattern").GetProperty("daysOfWeek")[0].GetString()));
        Assert.Equal(("endDate", "2026-09-08", "2026-12-31"), (recurrence.GetProperty("range").GetProperty("type").GetString(), recurrence.GetProperty("range").GetProperty("startDate").GetString(), recurrence.GetProperty("range").GetProperty("endDate").GetString()));
    }

    [Theory]
    [InlineData(409)]
    [InlineData(400)]
    public async Task The_same_transaction_a_second_time_says_that_the_event_is_there(int status)
    {
        using var connection = new ScriptedGraph().Refuses(status, "ErrorDuplicateTransactionId").Connect();

        var refused = await Assert.ThrowsAsync<DuplicateTransactionException>(() => connection.Calendars.CreateAsync(Place, Given.Event, Now));

        Assert.Equal(GraphOutcome.NotDone, refused.Outcome);
    }

    [Fact]
    public async Task An_event_is_found_by_its_key()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.OK, $$"""{"value":[{{Made}}]}""");
        using var connection = graph.Connect();

        var found = Assert.Single(await connection.Calendars.FindByKeyAsync(Place, "it's", Now));

        Assert.Equal("key-1", found.Key);
        Assert.Contains($"any(ep: ep/id eq '{KeyProperty}' and ep/value eq 'it''s')", graph.Seen[0].Query, StringComparison.Ordinal);
        Assert.Contains("singleValueExtendedProperties($filter=id eq", graph.Seen[0].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_names_what_changes_and_leaves_the_rest_to_people()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.OK, Made);
        using var connection = graph.Connect();

        await connection.Calendars.UpdateAsync(Place, Given.EventId, new() { Mark = "m-2", Start = new(2026, 10, 31, 19, 0, 0), End = new(2026, 10, 31, 22, 0, 0) }, Now);

        var json = Assert.Single(graph.Seen).Json;
        Assert.Equal(["end", "singleValueExtendedProperties", "start"], json.EnumerateObject().Select(one => one.Name).Where(name => name != "@odata.type").Order(StringComparer.Ordinal));
        Assert.Equal((MarkProperty, "m-2"), (json.GetProperty("singleValueExtendedProperties")[0].GetProperty("id").GetString(), json.GetProperty("singleValueExtendedProperties")[0].GetProperty("value").GetString()));
    }

    [Fact]
    public async Task Cancelling_says_a_word_and_an_event_that_is_gone_may_be_cancelled_already()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.Accepted).Refuses(404, "ErrorItemNotFound");
        using var connection = graph.Connect();

        await connection.Calendars.CancelAsync(Place, Given.EventId, "Die Sitzung entfällt.", Now);
        var gone = await Assert.ThrowsAsync<NotFoundException>(() => connection.Calendars.CancelAsync(Place, Given.EventId, "Die Sitzung entfällt.", Now));

        Assert.EndsWith("/events/AAkEVENT%3D/cancel", graph.Seen[0].Path, StringComparison.Ordinal);
        Assert.Equal("Die Sitzung entfällt.", graph.Seen[0].Json.EnumerateObject().Single(one => one.Name.Equals("comment", StringComparison.OrdinalIgnoreCase)).Value.GetString());
        Assert.Equal(GraphOutcome.Unknown, gone.Outcome);
    }

    [Fact]
    public async Task A_delta_tells_what_changed_and_what_is_gone_and_where_to_go_on()
    {
        const string Link = "https://graph.example/v1.0/users/x/calendarView/delta?$deltatoken=abc";
        var graph = new ScriptedGraph()
            .Answers(HttpStatusCode.OK, $$"""{"value":[{{Made}}],"@odata.nextLink":"https://graph.example/v1.0/users/x/calendarView/delta?$skiptoken=1"}""")
            .Answers(HttpStatusCode.OK, $$$"""{"value":[{"id":"AAkGONE=","@removed":{"reason":"deleted"}}],"@odata.deltaLink":"{{{Link}}}"}""")
            .Refuses(410, "syncStateNotFound");
        using var connection = graph.Connect();
        var (from, until) = (new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

        var delta = await connection.Calendars.DeltaAsync(Place, from, until, null, Now);
        await Assert.ThrowsAsync<ResyncRequiredException>(() => connection.Calendars.DeltaAsync(Place, from, until, delta.Next, Now));

        Assert.Equal([("AAkEVENT=", false), ("AAkGONE=", true)], delta.Changes.Select(one => (one.Id.Value, one.Event is null)));
        Assert.Contains("startDateTime=2026-09-01T00:00:00Z", Uri.UnescapeDataString(graph.Seen[0].Query), StringComparison.Ordinal);
        Assert.Equal("?$deltatoken=abc", graph.Seen[2].Query);
        Assert.All(graph.Seen, request => Assert.Contains("ImmutableId", request.Header("Prefer"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Schedules_say_when_people_have_time_and_whose_nobody_knows()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.OK, """
            {"value":[{"scheduleId":"anna.beispiel@steinfurt.onmicrosoft.example","availabilityView":"0022"},
                      {"scheduleId":"fremd@anderswo.example","error":{"message":"reworded","responseCode":"ErrorMailRecipientNotFound"}}]}
            """);
        using var connection = graph.Connect();

        var schedules = await connection.Calendars.SchedulesAsync(Place, [EmailAddress.Parse("anna.beispiel@steinfurt.onmicrosoft.example"), EmailAddress.Parse("fremd@anderswo.example")], new(2026, 10, 24, 8, 0, 0), new(2026, 10, 24, 10, 0, 0), TimeSpan.FromMinutes(30), Now);

        Assert.Equal([("0022", null), (null, "ErrorMailRecipientNotFound")], schedules.Select(one => (one.Availability, one.Error)));
        Assert.EndsWith("/calendar/getSchedule", graph.Seen[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_takes_files_along()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.Created, """{"id":"AAkALgAAAAAAHYQD=","isDraft":true}""");
        using var connection = graph.Connect();

        await connection.Mail.CreateDraftAsync(Given.Mailbox, Given.Draft with { Attachments = [new("einladung.ics", "text/calendar; charset=utf-8; method=REQUEST", "BEGIN:VCALENDAR"u8.ToArray())] }, Now);

        var attachment = graph.Seen[0].Json.GetProperty("attachments")[0];
        Assert.Equal(
            ("#microsoft.graph.fileAttachment", "einladung.ics", "text/calendar; charset=utf-8; method=REQUEST"),
            (attachment.GetProperty("@odata.type").GetString(), attachment.GetProperty("name").GetString(), attachment.GetProperty("contentType").GetString()));
        Assert.Equal("BEGIN:VCALENDAR"u8.ToArray(), attachment.GetProperty("contentBytes").GetBytesFromBase64());
    }
}
