using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;
using PartnerOffice.Meetings;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Meetings;

/// <summary>A board that meets every month: one invitation for the series, its exceptions, and each day's agenda when it is planned.</summary>
public sealed class MeetingSeriesTests
{
    private static readonly MinutesId Series = MinutesId.Parse("steinfurt-202609-22", null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_series_is_one_event_without_the_days_on_which_nobody_meets()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);

        await InviteAsync(bench, board);
        await InviteAsync(bench, board);

        Assert.Equal(["2026-09-08 19:00", "2026-11-10 19:00", "2026-12-08 19:00"], (await DaysAsync(bench, board)).Select(one => $"{one.Start:yyyy-MM-dd HH:mm}"));
        Assert.Equal(["Invitation", "Cancellation"], board.Told("anna.beispiel"));
        var mail = Assert.Single(board.MailsTo("clara.probe@example.org"));
        Assert.Contains("Jeden zweiten Dienstag im Monat, 19:00 bis 22:00 Uhr, vom 8. September 2026 bis 31. Dezember 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Nicht am: 13. Oktober 2026", mail.Text, StringComparison.Ordinal);
        Assert.Equal("FREQ=MONTHLY;UNTIL=20261231T225900Z;BYDAY=2TU", MeetingBench.Line(mail.Calendar, "RRULE"));
        Assert.Equal("20261013T190000", MeetingBench.Line(mail.Calendar, "EXDATE"));
        Assert.Null(await board.RowAsync(Series));
    }

    [Fact]
    public async Task A_cancelled_day_belongs_to_the_series_no_more_and_its_cancellation_is_all_that_is_said_of_it()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await InviteAsync(bench, board);
        await board.PlanAsync();
        await board.DriveAsync();

        await board.CancelAsync();
        await board.DriveAsync();

        var series = (await board.FindAsync(Series))!;
        Assert.Equal((MeetingState.Planned, 0), (series.State, series.Sequence));
        Assert.Contains(new DateOnly(2026, 9, 8), series.Plan.Rhythm!.Skipped);
        Assert.Null(await bench.Ledger.Meetings.SeriesOnAsync(board.Partnership.Id, board.Own.Id, new(2026, 9, 8), Token));
    }

    [Fact]
    public async Task A_planned_day_of_the_series_gets_its_agenda_and_no_event_of_its_own()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await InviteAsync(bench, board);

        await board.PlanAsync();
        await board.DriveAsync();
        await board.MoveAsync(new(2026, 9, 15));
        await board.DriveAsync();

        var days = await DaysAsync(bench, board);
        Assert.Equal(["2026-09-15 19:00", "2026-11-10 19:00", "2026-12-08 19:00"], days.Select(one => $"{one.Start:yyyy-MM-dd HH:mm}"));
        Assert.Equal(["Sitzung KV-ST 2026/09 – Kreisvorstand Steinfurt", "Sitzungen Kreisvorstand Steinfurt"], days.Select(one => one.Subject).Distinct());
        Assert.Equal(["Invitation", "Cancellation", "Update", "Update"], board.Told("anna.beispiel"));
        var files = board.MailsTo("clara.probe@example.org").Select(mail => mail.Calendar).ToList();
        Assert.Equal([0, 1, 2], files.Select(MeetingBench.Sequence));
        Assert.Single(files.Select(file => MeetingBench.Line(file, "UID")).Distinct());
        Assert.All(files.Skip(1), file => Assert.Equal("20260908T190000", MeetingBench.Line(file, "RECURRENCE-ID")));
        Assert.Equal("20260915T190000", MeetingBench.Line(files[2], "DTSTART"));
        var known = (await board.FindAsync())!;
        Assert.Equal((days[0].Id.Value, days[0].ICalUId, "steinfurt-202609-22"), (known.EventId, known.ICalUId, known.Plan.Series?.Id.ToString()));
    }

    [Fact]
    public async Task A_cancelled_day_leaves_the_series_and_planned_again_is_an_event_of_its_own()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await InviteAsync(bench, board);
        await board.PlanAsync();
        await board.DriveAsync();

        await board.CancelAsync();
        await board.DriveAsync();
        var without = await DaysAsync(bench, board);
        await board.PlanAsync();
        await board.DriveAsync();

        Assert.Equal(2, without.Count);
        Assert.Equal(["2026-09-08 19:00", "2026-11-10 19:00", "2026-12-08 19:00"], (await DaysAsync(bench, board)).Select(one => $"{one.Start:yyyy-MM-dd HH:mm}"));
        Assert.Single(await board.EventsAsync());
        Assert.Equal(["Cancellation", "Cancellation", "Invitation", "Invitation", "Update"], board.Told("anna.beispiel").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cancelled_series_says_which_planned_days_stay_and_takes_them_along_when_asked(bool withDays)
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await InviteAsync(bench, board);
        await board.PlanAsync();
        await board.DriveAsync();

        var proposal = await board.Cancelling.PrepareAsync((await board.FindAsync(Series))!, withDays, Token);
        var card = Assert.Single(ProposalCard.Of(proposal, Language.German).Days);
        Assert.Equal(("steinfurt-2026-09", new DateOnly(2026, 9, 8), !withDays), (card.Meeting, card.Date, card.Stays));
        Assert.NotEqual(proposal.Sha256, (proposal with { TakesDays = !withDays }).Sha256);
        await board.Cancelling.RunAsync(proposal, "st-02", Token);
        await board.Cancelling.RunAsync(proposal, "st-02", Token);
        await board.DriveAsync();

        var mails = board.MailsTo("clara.probe@example.org");
        Assert.Single(mails, mail => mail.Subject == "Abgesagt: Sitzungen Kreisvorstand Steinfurt");
        var day = (await board.FindAsync())!;
        if (withDays)
        {
            Assert.Equal(MeetingState.Cancelled, day.State);
            Assert.Empty(await DaysAsync(bench, board));
            Assert.Single(mails, mail => mail.Subject.StartsWith("Abgesagt: Sitzung KV-ST 2026/09", StringComparison.Ordinal));
            Assert.Equal(new TrackerValue.Text("abgesagt"), (await board.RowAsync())![TrackerTables.Minutes]);
            return;
        }

        Assert.Equal((MeetingState.Planned, 2, 0), (day.State, day.Generation, day.Sequence));
        Assert.Equal(["2026-09-08 19:00 Sitzung KV-ST 2026/09 – Kreisvorstand Steinfurt"], (await DaysAsync(bench, board)).Select(one => $"{one.Start:yyyy-MM-dd HH:mm} {one.Subject}"));
        Assert.Equal(day.EventId, Assert.Single(await board.EventsAsync()).Id.Value);
        Assert.Equal(2, mails.Count(mail => mail.Subject.StartsWith("Sitzung KV-ST 2026/09", StringComparison.Ordinal)));
        Assert.Contains("Invitation", board.Told("anna.beispiel", "KV-ST 2026/09"));
    }

    private static async Task InviteAsync(CourierBench bench, MeetingBench board)
    {
        var series = MeetingSeries.Monthly(board.Own.Id, new(2026, 9, 8), new(2026, 12, 31), [new AgreedPause("Herbstpause", new(2026, 10, 10), new(2026, 10, 18))]);
        var first = MeetingTime.Of(series.From, new(19, 0), null, new(22, 0), board.Own.TimeZone);
        await board.Planning.RunAsync(board.Planning.PrepareSeries(series, board.Own, MeetingForm.InPerson, first, "Geschäftsstelle"), "st-02", Token);
        await bench.DriveAsync(Token);
    }

    private static async Task<IReadOnlyList<CalendarEvent>> DaysAsync(CourierBench bench, MeetingBench board)
    {
        var days = await bench.Own.Calendars.ViewAsync(board.Calendar, new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), Token);
        return [.. days.OrderBy(one => one.Start)];
    }
}
