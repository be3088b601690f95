using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Meetings;

/// <summary>The nights in which the clocks change, past midnight, over days and in another zone: event, calendar file, tracker and minutes say the same.</summary>
public sealed class MeetingClockTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Local start and end, the zone, and the two moments in UTC, worked out by hand.</summary>
    public static TheoryData<string, string, string, string, string> Nights => new()
    {
        // Across 25.10.2026, 3:00 back to 2:00: nine hours.
        { "2026-10-24T20:00", "2026-10-25T04:00", "Europe/Berlin", "2026-10-24T18:00Z", "2026-10-25T03:00Z" },
        // In the doubled hour itself the first one is meant: 2:30 summer time.
        { "2026-10-24T22:00", "2026-10-25T02:30", "Europe/Berlin", "2026-10-24T20:00Z", "2026-10-25T00:30Z" },
        // Across 29.03.2026, 2:00 on to 3:00: seven hours. The year after, since the bench begins in August.
        { "2027-03-27T20:00", "2027-03-28T04:00", "Europe/Berlin", "2027-03-27T19:00Z", "2027-03-28T02:00Z" },
        // Past midnight.
        { "2026-09-08T21:00", "2026-09-09T00:30", "Europe/Berlin", "2026-09-08T19:00Z", "2026-09-08T22:30Z" },
        // Several days, with the change in between.
        { "2026-10-23T17:00", "2026-10-25T13:00", "Europe/Berlin", "2026-10-23T15:00Z", "2026-10-25T12:00Z" },
        // An hour behind the office.
        { "2026-09-08T19:00", "2026-09-08T22:00", "Europe/Lisbon", "2026-09-08T18:00Z", "2026-09-08T21:00Z" },
        // Winter here, summer there.
        { "2026-12-08T19:00", "2026-12-08T22:00", "America/Sao_Paulo", "2026-12-08T22:00Z", "2026-12-09T01:00Z" },
    };

    [Theory]
    [MemberData(nameof(Nights))]
    public async Task Event_calendar_file_tracker_and_minutes_say_the_same(string start, string end, string zone, string startUtc, string endUtc)
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        var (from, until, place) = (Local(start), Local(end), TimeZoneInfo.FindSystemTimeZoneById(zone));
        var draft = board.Draft(new DraftRequest(MeetingKind.JointRetreat, new(2026, 8, 3), null) { Date = DateOnly.FromDateTime(from), Start = TimeOnly.FromDateTime(from), Place = "Geschäftsstelle" });
        var request = new PartnerOffice.Meetings.MeetingRequest(TimeOnly.FromDateTime(until), DateOnly.FromDateTime(until), place, null, []);

        var proposal = await board.ProposeAsync(draft, request);
        var known = await board.Planning.RunAsync(proposal, "st-02", Token);
        await board.DriveAsync();

        // The event, as Graph has it in UTC.
        var calendar = board.Calendar with { Zone = TimeZoneInfo.Utc };
        var made = Assert.Single(await bench.Own.Calendars.FindByKeyAsync(calendar, board.KeyOf(known), Token));
        Assert.Equal((Utc(startUtc), Utc(endUtc)), (made.Start, made.End));
        // The calendar file: local times, and a zone by which they become these moments.
        var file = Assert.Single(board.MailsTo("clara.probe@example.org")).Calendar;
        Assert.Equal((from.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture), Written(until, endUtc, place)), (MeetingBench.Line(file, "DTSTART"), MeetingBench.Line(file, "DTEND")));
        Assert.Contains($"DTSTART;TZID={zone}:", file, StringComparison.Ordinal);
        Assert.Contains($"BEGIN:VTIMEZONE\r\nTZID:{zone}", file, StringComparison.Ordinal);
        var read = Ical.Net.Calendar.Load(file)!.Events[0]!;
        Assert.Equal((Utc(startUtc), Utc(endUtc)), (read.DtStart!.AsUtc, read.DtEnd!.AsUtc));
        // The tracker: the day and the hour on the wall.
        var row = (await board.RowAsync(known.Plan.Id))!;
        Assert.Equal((new TrackerValue.Day(DateOnly.FromDateTime(from)), new TrackerValue.Text(from.ToString("HH:mm", CultureInfo.InvariantCulture))), (row[TrackerTables.Date], row[TrackerTables.Start]));
        // The minutes, filled into Word and read again.
        var begun = proposal.Draft!;
        var document = MinutesWriter.Draft(MinutesTemplate.Build(begun.Content.Kind), begun.Content, DocumentFrame.Of(begun.Content, board.Partnership), begun.Tables);
        var minutes = MinutesReader.Read(PackageGate.Inspect(document, PackageKind.Word)).Minutes!;
        Assert.Equal(
            (DateOnly.FromDateTime(from), TimeOnly.FromDateTime(from), DateOnly.FromDateTime(until) > DateOnly.FromDateTime(from) ? DateOnly.FromDateTime(until) : (DateOnly?)null),
            (minutes.Date, minutes.Start!.Value, minutes.EndDate));
    }

    [Fact]
    public async Task A_meeting_three_years_ahead_is_invited_to_like_any_other()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);

        var known = await board.PlanAsync(board.Draft(new DraftRequest(MeetingKind.BoardMeeting, new(2026, 8, 3), null) { Date = new(2029, 9, 11), Number = "KV-ST 2029/09", Start = new(19, 0) }));
        await board.DriveAsync();

        Assert.Single(await bench.Own.Calendars.FindByKeyAsync(board.Calendar, board.KeyOf(known), Token));
        var file = Assert.Single(board.MailsTo("clara.probe@example.org")).Calendar;
        Assert.Contains("BEGIN:DAYLIGHT", file, StringComparison.Ordinal);
        Assert.Equal(Utc("2029-09-11T17:00Z"), Ical.Net.Calendar.Load(file)!.Events[0]!.DtStart!.AsUtc);
    }

    [Fact]
    public async Task Another_calendar_library_reads_the_same_from_our_files()
    {
        var library = Repository.PathOf("src/PartnerOffice/Panes/node_modules/ical.js/dist/ical.es5.cjs");
        Assert.SkipUnless(File.Exists(library), "ical.js is not there; install it with: npm ci (in src/PartnerOffice/Panes)");
        await using var bench = await CourierBench.StartAsync(Token);
        using var folder = new TemporaryFolder();
        var files = new List<string>();
        foreach (var (start, end, zone, _, _) in Nights.Select(night => night.Data))
        {
            var board = new MeetingBench(bench) { Number = 20 + files.Count };
            var (from, until) = (Local(start), Local(end));
            var draft = board.Draft(new DraftRequest(MeetingKind.BoardMeeting, new(2026, 8, 3), null) { Date = DateOnly.FromDateTime(from), Start = TimeOnly.FromDateTime(from), Number = FormattableString.Invariant($"KV-ST {from.Year}/{board.Number}"), Place = "Saal; Ort, mit Zeichen" });
            var plan = (await board.ProposeAsync(draft, new(TimeOnly.FromDateTime(until), DateOnly.FromDateTime(until), TimeZoneInfo.FindSystemTimeZoneById(zone), null, []))).Meeting.Plan;
            var turn = new PartnerOffice.Deliveries.MeetingTurn(board.Partnership.Id, plan.Id, 1, 3);
            var to = InvitationList.Of(plan, board.Partnership).ByMail.First();
            var file = PartnerOffice.Meetings.MeetingFile.Request(turn, plan, board.Own, InvitationText.ForBoard(plan, board.Own, "Liebe Genoss*innen"), plan.Place, to, bench.Clock.GetUtcNow());
            files.Add(Path.Combine(folder.Path, $"{files.Count}.ics"));
            await File.WriteAllBytesAsync(files[^1], file.Bytes, Token);
        }

        var found = await ReadAsync(library, files);

        Assert.Equal(
            Nights.Select(night => $"{night.Data.Item4} {night.Data.Item5} 3 REQUEST Saal; Ort, mit Zeichen"),
            found.Select(one => $"{one!["start"]} {one["end"]} {one["sequence"]} {one["method"]} {one["place"]}"));
        Assert.All(found, one => Assert.Contains("Tagesordnung\n1. Eröffnung", one!["text"]!.ToString(), StringComparison.Ordinal));
    }

    private static async Task<JsonArray> ReadAsync(string library, IReadOnlyList<string> files)
    {
        const string Script = """
            const ICAL = require(process.argv[1]);
            const fs = require('fs');
            const minutes = date => date.toISOString().slice(0, 16) + 'Z';
            console.log(JSON.stringify(process.argv.slice(2).map(path => {
              const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(path, 'utf8')));
              const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone'));
              ICAL.TimezoneService.register(zone);
              const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
              return { start: minutes(event.startDate.toJSDate()), end: minutes(event.endDate.toJSDate()), sequence: event.sequence,
                method: calendar.getFirstPropertyValue('method'), place: event.location, text: event.description };
            })));
            """;
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", Script, library, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await node.StandardOutput.ReadToEndAsync(Token);
        await node.WaitForExitAsync(Token);
        Assert.True(node.ExitCode == 0, await node.StandardError.ReadToEndAsync(Token));
        return JsonNode.Parse(output)!.AsArray();
    }

    // An hour that comes twice is written in UTC: calendar programs do not agree on which of the two is meant.
    private static string Written(DateTime local, string utc, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? Utc(utc).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) : local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static DateTime Local(string text) => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
