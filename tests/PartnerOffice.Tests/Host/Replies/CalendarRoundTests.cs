using System.Text.Json.Nodes;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Features.Overview;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Host.Meetings;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Replies;

/// <summary>What people do to an event in Outlook happens to the meeting, once and only when it is certain.</summary>
public sealed class CalendarRoundTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_meeting_follows_its_event_and_the_event_is_left_as_the_person_wants_it()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.AcceptAsync("st-01");
        await replies.LookAsync();
        await replies.MoveInOutlookAsync(new(2026, 9, 10));

        await replies.LookAsync();
        await replies.Board.DriveAsync();
        await replies.LookAsync();

        var known = await replies.KnownAsync();
        Assert.Equal((1, new DateTime(2026, 9, 10, 19, 0, 0), "0 zu, 0 ab, 7 offen"), (known.Sequence, known.Plan.Time.Start, await replies.CountsAsync()));
        Assert.Equal(["Invitation", "Update"], replies.Board.Told("anna.beispiel"));
        var mails = replies.Board.MailsTo("clara.probe@example.org");
        Assert.Equal([0, 1], mails.Select(mail => MeetingBench.Sequence(mail.Calendar)));
        Assert.StartsWith("Verlegt:", mails[1].Subject, StringComparison.Ordinal);
        Assert.Contains(ReplyBench.Service.AbsoluteUri, mails[1].Text, StringComparison.Ordinal);
        Assert.Equal(new TrackerValue.Day(new(2026, 9, 10)), (await replies.Board.RowAsync())![TrackerTables.Date]);

        // And the service moves it again when a person asks it to.
        await replies.Board.MoveAsync(new(2026, 9, 15));
        await replies.LookAsync();
        await replies.Board.DriveAsync();
        await replies.LookAsync();
        Assert.Equal((2, new DateTime(2026, 9, 15, 19, 0, 0)), ((await replies.KnownAsync()).Sequence, Assert.Single(await replies.Board.EventsAsync()).Start));
        Assert.Equal(["Invitation", "Update", "Update"], replies.Board.Told("anna.beispiel"));
    }

    [Fact]
    public async Task Another_place_is_followed_and_the_tracker_learns_no_more_than_the_town()
    {
        await using var replies = await ReplyBench.StartAsync(isPlanned: false);
        await replies.Board.PlanAsync(replies.Board.Draft(new DraftRequest(MeetingKind.BoardMeeting, new(2026, 8, 3), null) { Date = new(2026, 9, 8), Number = "KV-ST 2026/09", Start = new(19, 0), Place = "Geschäftsstelle", Form = MeetingForm.Hybrid }));
        await replies.Board.DriveAsync();
        // How people dial in is no other place.
        replies.Bench.Sandbox.Calendars.Change(replies.Mailbox, await replies.UidAsync(), new JsonObject { ["location"] = new JsonObject { ["displayName"] = "Geschäftsstelle; Microsoft Teams-Besprechung" } });
        await replies.LookAsync();
        Assert.Equal(0, (await replies.KnownAsync()).Sequence);

        replies.Bench.Sandbox.Calendars.Change(replies.Mailbox, await replies.UidAsync(), new JsonObject { ["location"] = new JsonObject { ["displayName"] = "Wohnung Beispiel, Kanarienweg 3, 48565 Steinfurt" } });
        await replies.LookAsync();
        await replies.Board.DriveAsync();

        Assert.Equal("Wohnung Beispiel, Kanarienweg 3, 48565 Steinfurt", (await replies.KnownAsync()).Plan.Place);
        Assert.Equal(new TrackerValue.Text("Steinfurt"), (await replies.Board.RowAsync())![TrackerTables.Place]);

        // Taken away, it says nothing of where people meet.
        replies.Bench.Sandbox.Calendars.Change(replies.Mailbox, await replies.UidAsync(), new JsonObject { ["location"] = new JsonObject { ["displayName"] = "" } });
        await replies.LookAsync();
        Assert.Equal(1, (await replies.KnownAsync()).Sequence);
    }

    [Fact]
    public async Task Cancelled_in_Outlook_it_is_cancelled_once_it_is_certain()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.LookAsync();
        // Not seen by its id for a moment, it is found by its key.
        replies.Bench.Sandbox.Faults.Add(new FaultRule("GET /users/{user-id}/events/{event-id}") { Status = 404, Times = 1 });
        await replies.AcceptAsync("st-01");
        await replies.LookAsync();
        Assert.Equal((null, "1 zu, 0 ab, 6 offen"), ((await replies.KnownAsync()).Sight.MissingSince, await replies.CountsAsync()));

        replies.Bench.Sandbox.Calendars.Cancel(replies.Mailbox, await replies.UidAsync());
        await replies.LookAsync();
        await replies.LookAsync();
        await replies.PassAsync(TimeSpan.FromMinutes(5));
        await replies.LookAsync();
        var missed = await replies.KnownAsync();
        Assert.Equal(MeetingState.Planned, missed.State);
        Assert.Equal(["Der Termin ist im Kalender nicht zu finden. Es wird gleich noch einmal nachgesehen."], Matters(replies, missed));

        await replies.PassAsync(TimeSpan.FromMinutes(10));
        await replies.LookAsync();
        await replies.Board.DriveAsync();
        await replies.LookAsync();
        await replies.Board.CancelAsync();
        await replies.Board.DriveAsync();

        Assert.Equal(MeetingState.Cancelled, (await replies.KnownAsync()).State);
        Assert.Equal(["Invitation", "Cancellation"], replies.Board.Told("anna.beispiel"));
        Assert.Equal(["Sitzung KV-ST 2026/09 – Kreisvorstand Steinfurt", "Abgesagt: Sitzung KV-ST 2026/09 – Kreisvorstand Steinfurt"], replies.Board.MailsTo("clara.probe@example.org").Select(mail => mail.Subject));
        Assert.Equal(new TrackerValue.Text("abgesagt"), (await replies.Board.RowAsync())![TrackerTables.Minutes]);

        // Planned again there is one invitation, of another event.
        await replies.Board.PlanAsync();
        await replies.Board.DriveAsync();
        await replies.LookAsync();
        Assert.Equal((2, MeetingState.Planned), ((await replies.KnownAsync()).Generation, (await replies.KnownAsync()).State));
        Assert.Equal(["Cancellation", "Invitation", "Invitation"], replies.Board.Told("anna.beispiel").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_no_notification_and_no_delta_told_is_found_at_night()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.LookAsync();
        await replies.MoveInOutlookAsync(new(2026, 9, 10));
        // As if the change had never been told.
        var look = (await replies.Ledger.CalendarLooks.FindAsync(replies.Board.Own.Id, Token))!;
        var lost = await replies.Bench.Own.Calendars.DeltaAsync(replies.Board.Calendar, default, default, look.Next, Token);
        await replies.Ledger.CalendarLooks.SaveAsync(replies.Board.Own.Id, look with { Next = lost.Next }, Token);
        Assert.NotEmpty(lost.Changes);

        await replies.LookAsync();
        Assert.Equal(0, (await replies.KnownAsync()).Sequence);
        await replies.PassAsync(TimeSpan.FromDays(1));
        await replies.LookAsync();

        Assert.Equal((1, 10), ((await replies.KnownAsync()).Sequence, (await replies.KnownAsync()).Plan.Time.Day.Day));
        Assert.DoesNotContain(look.Next.Query, replies.Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_that_cannot_be_told_any_more_are_found_by_looking_at_everything()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.LookAsync();
        replies.Bench.Sandbox.Settings.DeltaTokenLifetime = TimeSpan.FromMinutes(10);
        await replies.AcceptAsync("st-01");

        await replies.PassAsync(TimeSpan.FromMinutes(20));
        await replies.LookAsync();
        Assert.Equal("1 zu, 0 ab, 6 offen", await replies.CountsAsync());

        // With another month the window moves.
        await replies.PassUntilAsync(new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero));
        await replies.DeclineAsync("st-01");
        await replies.LookAsync();
        Assert.Equal("0 zu, 1 ab, 6 offen", await replies.CountsAsync());
        Assert.Equal(new DateOnly(2026, 9, 1), (await replies.Ledger.CalendarLooks.FindAsync(replies.Board.Own.Id, Token))!.Month);
    }

    [Fact]
    public async Task While_our_own_change_is_on_its_way_the_calendar_says_nothing()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.LookAsync();
        await replies.Board.MoveAsync(new(2026, 9, 15));
        // An answer still goes to the old time.
        await replies.AcceptAsync("st-01");

        await replies.LookAsync();
        Assert.Equal((1, "0 zu, 0 ab, 7 offen"), ((await replies.KnownAsync()).Sequence, await replies.CountsAsync()));

        await replies.Board.DriveAsync();
        await replies.LookAsync();
        Assert.Equal((1, new DateTime(2026, 9, 15, 19, 0, 0), "0 zu, 0 ab, 7 offen"), ((await replies.KnownAsync()).Sequence, (await replies.KnownAsync()).Plan.Time.Start, await replies.CountsAsync()));
    }

    [Fact]
    public async Task An_event_that_is_doubled_lacks_somebody_or_lies_in_the_past_is_a_matter_for_a_person()
    {
        await using var replies = await ReplyBench.StartAsync();
        var known = await replies.KnownAsync();
        await replies.LookAsync();
        Assert.Empty(Matters(replies, await replies.KnownAsync()));

        await replies.Bench.Own.Calendars.CreateAsync(
            replies.Board.Calendar, new() { Key = replies.Board.KeyOf(known), TransactionId = Guid.NewGuid().ToString(), Subject = "noch einmal", BodyText = "", Start = known.Plan.Time.Start, End = known.Plan.Time.End }, Token);
        var made = (await replies.Board.EventsAsync()).Single(one => one.Id.Value == known.EventId);
        await replies.Bench.Own.Calendars.UpdateAsync(
            replies.Board.Calendar, made.Id, new() { Mark = "a person's", Attendees = [.. made.Attendees.Where(one => !one.Address.Value.StartsWith("bernd", StringComparison.Ordinal))] }, Token);
        await replies.PassAsync(TimeSpan.FromDays(1));
        await replies.MoveInOutlookAsync(new(2026, 8, 1));
        await replies.LookAsync();

        var seen = await replies.KnownAsync();
        Assert.Equal((0, MeetingState.Planned), (seen.Sequence, seen.State));
        Assert.Equal(
            ["Der Termin steht im Kalender doppelt.", "Der Termin steht im Kalender zu einer anderen Zeit als geplant.", "Im Termin fehlen Eingeladene: Bernd Muster."],
            Matters(replies, seen).Select(sentence => sentence[..(sentence.IndexOf('.', StringComparison.Ordinal) + 1)]));

        // Put right, nothing is left to do.
        await replies.MoveInOutlookAsync(new(2026, 9, 8));
        await replies.LookAsync();
        Assert.False((await replies.KnownAsync()).Sight.IsElsewhere);
    }

    [Fact]
    public async Task A_day_of_a_series_is_moved_and_cancelled_in_Outlook_by_itself()
    {
        await using var replies = await ReplyBench.StartAsync(isPlanned: false);
        var (board, bench) = (replies.Board, replies.Bench);
        var series = MeetingSeries.Monthly(board.Own.Id, new(2026, 9, 8), new(2026, 12, 31), []);
        await board.Planning.RunAsync(board.Planning.PrepareSeries(series, board.Own, MeetingForm.InPerson, MeetingTime.Of(series.From, new(19, 0), null, new(22, 0), board.Own.TimeZone), "Geschäftsstelle"), "st-02", Token);
        await board.DriveAsync();
        await board.PlanAsync();
        await board.DriveAsync();
        await replies.LookAsync();
        await replies.AcceptAsync("st-01");
        await replies.MoveInOutlookAsync(new(2026, 9, 9));
        await replies.LookAsync();
        await board.DriveAsync();
        await replies.LookAsync();
        Assert.Equal((1, new DateTime(2026, 9, 9, 19, 0, 0)), ((await replies.KnownAsync()).Sequence, (await replies.KnownAsync()).Plan.Time.Start));
        Assert.Equal("20260908T190000", MeetingBench.Line(board.MailsTo("clara.probe@example.org")[^1].Calendar, "RECURRENCE-ID"));

        bench.Sandbox.Calendars.Cancel(replies.Mailbox, await replies.UidAsync());
        await replies.LookAsync();
        await replies.PassAsync(TimeSpan.FromMinutes(15));
        await replies.LookAsync();
        await board.DriveAsync();

        Assert.Equal(MeetingState.Cancelled, (await replies.KnownAsync()).State);
        Assert.Equal(MeetingState.Planned, (await board.FindAsync(MinutesId.Parse(series.Id.ToString(), null)))!.State);
        Assert.StartsWith("Abgesagt:", board.MailsTo("clara.probe@example.org")[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_taken_out_of_a_series_is_told_once_to_those_invited_by_mail()
    {
        await using var replies = await ReplyBench.StartAsync(isPlanned: false);
        var board = replies.Board;
        var series = MeetingSeries.Monthly(board.Own.Id, new(2026, 9, 8), new(2026, 12, 31), []);
        await board.Planning.RunAsync(board.Planning.PrepareSeries(series, board.Own, MeetingForm.InPerson, MeetingTime.Of(series.From, new(19, 0), null, new(22, 0), board.Own.TimeZone), "Geschäftsstelle"), "st-02", Token);
        await board.DriveAsync();
        await replies.LookAsync();
        Assert.Single(board.MailsTo("clara.probe@example.org"));
        var days = await replies.Bench.Own.Calendars.ViewAsync(board.Calendar, new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), Token);
        await replies.Bench.Own.Calendars.CancelAsync(board.Calendar, Assert.Single(days).Id, "", Token);

        for (var look = 0; look < 3; look++)
        {
            await replies.LookAsync();
            await board.DriveAsync();
        }

        var told = board.MailsTo("clara.probe@example.org");
        Assert.Equal(["Sitzungen Kreisvorstand Steinfurt", "Abgesagt: Sitzungen Kreisvorstand Steinfurt, 13. Oktober 2026"], told.Select(mail => mail.Subject));
        Assert.Contains("am Dienstag, 13. Oktober 2026, 19:00 bis 22:00 Uhr entfällt. Die anderen Tage bleiben.", told[1].Text, StringComparison.Ordinal);
        Assert.Equal(
            (MeetingBench.Line(told[0].Calendar, "UID"), "20261013T190000", "20261013T190000", "CANCELLED"),
            (MeetingBench.Line(told[1].Calendar, "UID"), MeetingBench.Line(told[1].Calendar, "RECURRENCE-ID"), MeetingBench.Line(told[1].Calendar, "DTSTART"), MeetingBench.Line(told[1].Calendar, "STATUS")));
        Assert.DoesNotContain("RRULE", told[1].Calendar.Split("BEGIN:VEVENT")[1], StringComparison.Ordinal);
        var known = (await board.FindAsync(MinutesId.Parse(series.Id.ToString(), null)))!;
        Assert.Equal(MeetingState.Planned, known.State);
        Assert.Equal([new DateOnly(2026, 10, 13)], known.Plan.Rhythm!.Skipped);
        Assert.Equal(["Invitation", "Cancellation"], board.Told("anna.beispiel"));
    }

    [Fact]
    public async Task Killed_after_any_commit_of_a_look_nobody_is_told_anything_twice()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var boards = new List<ReplyBench>();
        foreach (var place in (string[])["Move:after", "Seen:after", "Missed:after", "Cancel meeting:after"])
        {
            var replies = new ReplyBench(bench, new(bench, MeetingBench.OfTwo) { Number = 100 + boards.Count, Service = ReplyBench.Service });
            boards.Add(replies);
            bench.Restart(new());
            await replies.Board.PlanAsync();
            await bench.DriveAsync(Token);
            await replies.LookAsync();
            var dies = new CrashPoint { Kills = at => at == place };
            bench.Restart(dies);
            await replies.MoveInOutlookAsync(new(2026, 9, 10));
            await replies.AcceptAsync("st-01");
            await LookAsync(replies);
            bench.Sandbox.Calendars.Delete(replies.Mailbox, await replies.UidAsync());
            await LookAsync(replies);
            await replies.PassAsync(TimeSpan.FromMinutes(11));
            await LookAsync(replies);
            Assert.True(dies.IsDead, place);
        }

        foreach (var replies in boards)
        {
            var known = await replies.KnownAsync();
            Assert.Equal(
                ("Invitation, Update, Cancellation", "0, 1, 2", MeetingState.Cancelled),
                (string.Join(", ", replies.Board.Told("anna.beispiel", known.Plan.Number)),
                 string.Join(", ", replies.Board.MailsTo("clara.probe@example.org").Where(mail => mail.Subject.Contains(known.Plan.Number, StringComparison.Ordinal)).Select(mail => MeetingBench.Sequence(mail.Calendar))),
                 known.State));
        }
    }

    // Whoever dies over a look looks again in the next process.
    private static async Task LookAsync(ReplyBench replies)
    {
        for (var isDead = true; isDead;)
        {
            try
            {
                await replies.LookAsync();
                await replies.Bench.DriveAsync(Token);
                isDead = false;
            }
            catch (AbandonedException)
            {
                replies.Bench.Restart(new());
            }
        }
    }

    private static IReadOnlyList<string> Matters(ReplyBench replies, KnownMeeting known) =>
    [
        .. new Matters(new([], [], null) { Meetings = [known] }, replies.Board.Own, replies.Board.Partnership.PartnerOf(replies.Board.Own.Id), replies.Bench.Clock.GetUtcNow(), new(Language.German, replies.Board.Own.TimeZone), null)
            .All().Select(matter => matter.Sentence.German),
    ];
}
