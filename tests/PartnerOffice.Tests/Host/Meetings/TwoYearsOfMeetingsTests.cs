using System.IO.Compression;
using System.Text;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Meetings;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Meetings;

/// <summary>
/// Two years of two boards of fifteen by a fake clock: everybody is invited, asked and counted, while people change their minds and their boards, move
/// and cancel in Outlook, and everything fails that can. What must stand where after each month was written by hand; what nobody may ever see twice is
/// counted in the mailboxes.
/// </summary>
public sealed class TwoYearsOfMeetingsTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    // What befalls the notifications of each month.
    private static readonly FaultKind?[] Messengers =
    [
        null, FaultKind.Status, FaultKind.Status, FaultKind.Twice, FaultKind.ForgedState, FaultKind.WrongTenant, FaultKind.Reordered, FaultKind.Burst,
        FaultKind.Delay, FaultKind.Status, FaultKind.Twice, FaultKind.Reordered, FaultKind.ForgedState, FaultKind.WrongTenant, FaultKind.Delay, null,
        FaultKind.Status, FaultKind.Twice, FaultKind.Reordered, FaultKind.Burst, FaultKind.Status, FaultKind.ForgedState, FaultKind.Delay, FaultKind.Reset,
    ];

    private static readonly string[] Changing =
    [
        "POST /users/{user-id}/events", "PATCH /users/{user-id}/events/{event-id}", "POST /users/{user-id}/events/{event-id}/cancel",
        "POST /users/{user-id}/messages", "POST /users/{user-id}/messages/{message-id}/send",
    ];

    private static readonly Func<FaultRule, FaultRule>[] Ways =
    [
        rule => rule with { Status = 429, RetryAfter = TimeSpan.FromSeconds(60) },
        rule => rule with { Status = 503 },
        rule => rule with { Status = 504, AfterCommit = true },
        rule => rule with { Kind = FaultKind.LateCommit, Delay = TimeSpan.FromSeconds(30) },
        rule => rule with { Kind = FaultKind.Reset },
        rule => rule with { Kind = FaultKind.Reset, AfterCommit = true },
        // The token has expired.
        rule => rule with { Status = 401 },
    ];

    private readonly List<(DateTimeOffset At, Func<Task> Deed)> script = [];
    private readonly List<IDisposable> troubles = [];
    private readonly List<string> wrong = [];
    private MeetingLife life = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private BoardLife St => life.Boards[0];

    private BoardLife Mse => life.Boards[1];

    [Fact]
    public async Task Two_years_of_two_boards_end_every_month_as_it_was_written_down()
    {
        life = await MeetingLife.StartAsync(BoardsOfFifteen.Partnership, new(2025, 12, 15, 8, 0, 0, TimeSpan.Zero));
        await using var end = life;
        FirstYearOfSteinfurt();
        SecondYearOfSteinfurt();
        YearsOfTheSeenplatte();
        BothTogether();
        for (var month = 0; month < 24; month++) Month(First.AddMonths(month), month);

        foreach (var (at, deed) in script.OrderBy(one => one.At))
        {
            await life.UntilAsync(at);
            await life.DoAsync(deed);
        }

        await CompareAsync("at the end", [.. TwoYearsTable.Whole(), TwoYearsTable.Series]);
        Say();
        Assert.Empty(wrong);
        Assert.Equal(life.Boards.SelectMany(board => board.Keys).Order(StringComparer.Ordinal), TwoYearsTable.Whole().Append(TwoYearsTable.Series).Select(KeyOf).Order(StringComparer.Ordinal));
        AssertNobodyIsToldTwice();
        AssertNobodyIsRemindedTooOften();
        await AssertNothingPrivateIsElsewhereAsync();
        Assert.Null((await life.Bench.Ledger.Office.AuditAsync(Token)).Break);
        Assert.True(life.Deaths.Distinct(StringComparer.Ordinal).Count() > 30, $"It died at {string.Join(' ', life.Deaths.Distinct(StringComparer.Ordinal))} only.");
        Assert.True(life.Looks is { Woken: > 40, Timed: > 20 }, $"Woken or only timed: {life.Looks}");
    }

    private void FirstYearOfSteinfurt()
    {
        Usual(St, 2026, 1, new(2026, 1, 13));

        // Moved by the office: everybody is asked anew, what was entered stays.
        Usual(St, 2026, 2, new(2026, 2, 10), late: new(2026, 2, 13));
        On(2026, 2, 2, 10, () => St.MoveAsync("ST 2026/02", new(2026, 2, 17)));
        On(2026, 2, 3, 18, async () =>
        {
            await St.ReplyAsync("ST 2026/02", "st-01", InvitationAnswer.Accepted);
            await PressAsync(St, "ST 2026/02", "st-03", InvitationAnswer.Accepted);
        });

        // Moved in Outlook, and nobody is told.
        Usual(St, 2026, 3, new(2026, 3, 10), late: new(2026, 3, 10));
        On(2026, 3, 2, 10, () => St.MoveInOutlookAsync("ST 2026/03", new(2026, 3, 12, 19, 0, 0), new(2026, 3, 12, 22, 0, 0)));
        On(2026, 3, 3, 18, () => St.ReplyAsync("ST 2026/03", "st-02", InvitationAnswer.Accepted));

        // Cancelled by the office.
        Usual(St, 2026, 4, new(2026, 4, 14), isLate: false);
        On(2026, 4, 7, 10, () => St.CancelAsync("ST 2026/04"));

        // Cancelled in Outlook and planned again.
        Usual(St, 2026, 5, new(2026, 5, 12), isLate: false);
        On(2026, 5, 4, 10, () => St.CancelInOutlookAsync("ST 2026/05"));
        Again(St, 2026, 5, planned: new(2026, 5, 5), answered: new(2026, 5, 12), day: new(2026, 5, 26), late: new(2026, 5, 22));

        // Past midnight; somebody proposes another time.
        Usual(St, 2026, 6, new(2026, 6, 9), start: new(21, 0), end: new(0, 30));
        On(2026, 5, 26, 19, () => St.ProposeAsync("ST 2026/06", "st-05", new(2026, 6, 10, 21, 0, 0)));

        // One leaves the board and one comes between planning and meeting; what somebody said on the telephone counts, whatever their calendar says then.
        Usual(St, 2026, 7, new(2026, 7, 14));
        On(2026, 6, 29, 10, () => St.EnterAsync("ST 2026/07", "st-01", InvitationAnswer.Declined));

        // Nobody answers, and somebody has the workbook open for three hours.
        Usual(St, 2026, 8, new(2026, 8, 11), isAnswered: false, planned: new(2026, 7, 17));
        On(2026, 7, 17, 9, () =>
        {
            troubles.Add(life.Bench.Sandbox.Open(life.Bench.World.Route.Tracker!.Drive.Value, life.Bench.World.Route.Tracker!.Path.Value, "Excel"));
            return Task.CompletedTask;
        });
        On(2026, 7, 17, 12, EndTroublesAsync);

        // Two guests.
        Usual(St, 2026, 9, new(2026, 9, 8), guests: ["rike.rat@gast.example", "sami.gast@gast.example"]);
        On(2026, 8, 26, 10, () => PressAsync(St, "ST 2026/09", "rike.rat@gast.example", InvitationAnswer.Accepted));

        // Into the night in which the clocks go back.
        Usual(St, 2026, 10, new(2026, 10, 13), late: new(2026, 10, 22));
        On(2026, 10, 5, 10, () => St.MoveAsync("ST 2026/10", new(2026, 10, 24), new(20, 0), new(4, 0)));
        On(2026, 10, 6, 18, () => St.ReplyAsync("ST 2026/10", "st-01", InvitationAnswer.Accepted));

        Usual(St, 2026, 11, new(2026, 11, 10));

        // The conference with three guests, after a month of many mails.
        On(2026, 10, 26, 10, () => PlanAsync(St, "ST Parteitag", MeetingKind.DistrictConference, new(2026, 11, 21), null, new(10, 0), new(17, 0), ["tom.gast@gast.example", "ute.gast@gast.example", "vito.gast@gast.example"]));
        ByHand(St, "ST Parteitag", new(2026, 10, 27));
        On(2026, 11, 3, 10, async () =>
        {
            await St.ReplyAsync("ST Parteitag", "st-01", InvitationAnswer.Accepted);
            await PressAsync(St, "ST Parteitag", "st-03", InvitationAnswer.Accepted);
            await PressAsync(St, "ST Parteitag", "tom.gast@gast.example", InvitationAnswer.Accepted);
            await PressAsync(St, "ST Parteitag", "ute.gast@gast.example", InvitationAnswer.Declined);
        });

        // Cancelled and planned again on the same day.
        Usual(St, 2026, 12, new(2026, 12, 8), isLate: false);
        On(2026, 11, 30, 10, () => St.CancelAsync("ST 2026/12"));
        Again(St, 2026, 12, planned: new(2026, 11, 30), answered: new(2026, 12, 2), day: new(2026, 12, 15), late: new(2026, 12, 11));
    }

    private void SecondYearOfSteinfurt()
    {
        On(2026, 12, 14, 10, () => St.PlanSeriesAsync("ST Reihe 2027", new(2027, 1, 12), new(2027, 12, 31), new AgreedPause("Sommerpause", new(2027, 8, 1), new(2027, 8, 15)), new(19, 0), new(22, 0)));
        Usual(St, 2027, 1, new(2027, 1, 12));

        Usual(St, 2027, 2, new(2027, 2, 9), late: new(2027, 2, 8));
        On(2027, 2, 1, 10, () => St.MoveInOutlookAsync("ST 2027/02", new(2027, 2, 10, 19, 0, 0), new(2027, 2, 10, 22, 0, 0)));

        // Into the night in which the clocks go forward.
        Usual(St, 2027, 3, new(2027, 3, 9), late: new(2027, 3, 24));
        On(2027, 3, 1, 10, () => St.MoveAsync("ST 2027/03", new(2027, 3, 27), new(20, 0), new(4, 0)));
        On(2027, 3, 2, 18, () => St.ReplyAsync("ST 2027/03", "st-01", InvitationAnswer.Accepted));

        Usual(St, 2027, 4, new(2027, 4, 13));
        Usual(St, 2027, 5, new(2027, 5, 11), isLate: false);
        On(2027, 5, 3, 10, () => St.CancelAsync("ST 2027/05"));
        Usual(St, 2027, 6, new(2027, 6, 8), isLate: false);
        On(2027, 5, 31, 10, () => St.CancelInOutlookAsync("ST 2027/06"));
        Usual(St, 2027, 7, new(2027, 7, 13), isLate: false);
        On(2027, 7, 5, 10, () => St.CancelAsync("ST 2027/07"));
        Again(St, 2027, 7, planned: new(2027, 7, 5), answered: new(2027, 7, 13), day: new(2027, 7, 27), late: new(2027, 7, 23));

        // The series leaves this month out.
        Usual(St, 2027, 8, new(2027, 8, 17));
        Usual(St, 2027, 9, new(2027, 9, 14));
        Usual(St, 2027, 10, new(2027, 10, 12));
        Usual(St, 2027, 11, new(2027, 11, 9));
        Usual(St, 2027, 12, new(2027, 12, 14));
    }

    private void YearsOfTheSeenplatte()
    {
        Usual(Mse, 2026, 1, new(2026, 1, 15));
        Usual(Mse, 2026, 2, new(2026, 2, 19));
        Usual(Mse, 2026, 3, new(2026, 3, 19), late: new(2026, 3, 24));
        On(2026, 3, 10, 10, () => Mse.MoveInOutlookAsync("MSE 2026/03", new(2026, 3, 26, 18, 30, 0), new(2026, 3, 26, 21, 30, 0)));
        Usual(Mse, 2026, 4, new(2026, 4, 16));
        Usual(Mse, 2026, 5, new(2026, 5, 21), isLate: false);
        On(2026, 5, 12, 10, () => Mse.CancelInOutlookAsync("MSE 2026/05"));

        // Another room: nobody is asked anew.
        Usual(Mse, 2026, 6, new(2026, 6, 18));
        On(2026, 6, 9, 10, () => Mse.MoveInOutlookAsync("MSE 2026/06", "Bürgersaal, Hafenweg 1, 17192 Waren"));
        Usual(Mse, 2026, 7, new(2026, 7, 16));
        Usual(Mse, 2026, 8, new(2026, 8, 20));

        // Moved past the end of a term: one is told that it is off, another is invited.
        Usual(Mse, 2026, 9, new(2026, 9, 17), late: new(2026, 9, 22));
        On(2026, 9, 8, 10, () => Mse.MoveAsync("MSE 2026/09", new(2026, 9, 24)));
        Usual(Mse, 2026, 10, new(2026, 10, 15));
        Usual(Mse, 2026, 11, new(2026, 11, 19));
        Usual(Mse, 2026, 12, new(2026, 12, 17));
        Usual(Mse, 2027, 1, new(2027, 1, 21));

        // Moved by the office, and moved again in Outlook.
        Usual(Mse, 2027, 2, new(2027, 2, 18), late: new(2027, 2, 23));
        On(2027, 2, 9, 10, () => Mse.MoveAsync("MSE 2027/02", new(2027, 2, 20)));
        On(2027, 2, 10, 10, () => Mse.MoveInOutlookAsync("MSE 2027/02", new(2027, 2, 25, 18, 30, 0), new(2027, 2, 25, 21, 30, 0)));
        Usual(Mse, 2027, 3, new(2027, 3, 18));
        Usual(Mse, 2027, 4, new(2027, 4, 15));
        On(2027, 3, 30, 10, () => PlanAsync(Mse, "MSE Parteitag", MeetingKind.DistrictConference, new(2027, 4, 24), null, new(10, 0), new(17, 0), ["wim.gast@gast.example", "xara.gast@gast.example"]));
        ByHand(Mse, "MSE Parteitag", new(2027, 3, 31));
        On(2027, 4, 6, 10, async () =>
        {
            await Mse.ReplyAsync("MSE Parteitag", "mse-01", InvitationAnswer.Accepted);
            await PressAsync(Mse, "MSE Parteitag", "wim.gast@gast.example", InvitationAnswer.Accepted);
        });
        Usual(Mse, 2027, 5, new(2027, 5, 20));
        Usual(Mse, 2027, 6, new(2027, 6, 17), isLate: false);
        On(2027, 6, 8, 10, () => Mse.CancelInOutlookAsync("MSE 2027/06"));
        Again(Mse, 2027, 6, planned: new(2027, 6, 9), answered: new(2027, 6, 17), day: new(2027, 7, 1), late: new(2027, 6, 29));
        Usual(Mse, 2027, 7, new(2027, 7, 15));
        Usual(Mse, 2027, 8, new(2027, 8, 19), isAnswered: false);

        // Entered by hand first; the link that says otherwise afterwards is kept beside it.
        Usual(Mse, 2027, 9, new(2027, 9, 16));
        On(2027, 9, 3, 10, () => Mse.EnterAsync("MSE 2027/09", "mse-03", InvitationAnswer.Accepted));
        On(2027, 9, 3, 11, () => PressAsync(Mse, "MSE 2027/09", "mse-03", InvitationAnswer.Declined));

        // Somebody leaves the board between invitation and cancellation: who was invited hears of it, who follows never was.
        Usual(Mse, 2027, 10, new(2027, 10, 21), isLate: false);
        On(2027, 10, 11, 10, () =>
        {
            life.Know(BoardsOfFifteen.AfterLeaving(life.Partnership, "mse-14", new(2027, 10, 10), BoardsOfFifteen.Member("mse-17", "Zora Umlauf", "zora.umlauf@example.org", from: new(2027, 10, 11))));
            return Task.CompletedTask;
        });
        On(2027, 10, 12, 10, () => Mse.CancelAsync("MSE 2027/10"));
        Usual(Mse, 2027, 11, new(2027, 11, 18));
        Usual(Mse, 2027, 12, new(2027, 12, 16));
    }

    private void BothTogether()
    {
        On(2026, 5, 27, 10, () => PlanAsync(St, "Klausur 2026", MeetingKind.JointRetreat, new(2026, 6, 27), new(2026, 6, 28), new(10, 0), new(16, 0), []));
        ByHand(St, "Klausur 2026", new(2026, 5, 28), alsoPartners: true);
        On(2026, 6, 10, 10, async () =>
        {
            await St.ReplyAsync("Klausur 2026", "st-01", InvitationAnswer.Accepted);
            await St.ReplyAsync("Klausur 2026", "mse-01", InvitationAnswer.Accepted);
            await St.ReplyAsync("Klausur 2026", "mse-02", InvitationAnswer.Declined);
            await PressAsync(St, "Klausur 2026", "st-03", InvitationAnswer.Accepted);
            await PressAsync(St, "Klausur 2026", "mse-03", InvitationAnswer.Accepted);
            await life.SurvivingAsync(() => St.EnterAsync("Klausur 2026", "st-07", InvitationAnswer.Declined));
        });

        On(2027, 8, 30, 10, () => PlanAsync(Mse, "Gemeinsame 2027", MeetingKind.JointMeeting, new(2027, 9, 25), null, new(10, 0), new(16, 0), []));
        ByHand(Mse, "Gemeinsame 2027", new(2027, 8, 31), alsoPartners: true);
        On(2027, 9, 8, 10, async () =>
        {
            await Mse.ReplyAsync("Gemeinsame 2027", "mse-01", InvitationAnswer.Accepted);
            await Mse.ReplyAsync("Gemeinsame 2027", "st-01", InvitationAnswer.Accepted);
            await Mse.ReplyAsync("Gemeinsame 2027", "st-02", InvitationAnswer.Tentative);
            await PressAsync(Mse, "Gemeinsame 2027", "mse-03", InvitationAnswer.Accepted);
            await life.SurvivingAsync(() => Mse.EnterAsync("Gemeinsame 2027", "mse-06", InvitationAnswer.Accepted));
        });
    }

    // Begins with what goes wrong in it, and ends with a look at everything.
    private void Month(DateOnly month, int index)
    {
        On(month.Year, month.Month, 1, 7, () =>
        {
            if (Messengers[index] is { } kind) troubles.Add(life.Bench.Sandbox.Faults.Add(new FaultRule("NOTIFY /users/**", kind) { Calls = 200, Delay = TimeSpan.FromMinutes(20) }));
            life.IsSlow = Messengers[index] == FaultKind.Delay;
            for (var request = 0; request < Changing.Length; request++)
                troubles.Add(life.Bench.Sandbox.Faults.Add(Ways[(index + request) % Ways.Length](new FaultRule(Changing[request]) { Times = 1 })));
            // Looks are refused too: a token that expired, a calendar that is asked too often.
            troubles.Add(life.Bench.Sandbox.Faults.Add(new FaultRule("GET /users/{user-id}/calendarView/delta") { Status = index % 2 == 0 ? 401 : 429, RetryAfter = TimeSpan.FromMinutes(10), Times = 1, FromCall = 3 }));
            // In some months Graph forgets what it told.
            life.Bench.Sandbox.Settings.DeltaTokenLifetime = index % 5 == 2 ? TimeSpan.FromHours(6) : TimeSpan.FromDays(30);
            return Task.CompletedTask;
        });
        var next = month.AddMonths(1);
        On(next.Year, next.Month, 1, 5, EndTroublesAsync);
        On(next.Year, next.Month, 1, 6, () => CompareAsync($"after {month:yyyy-MM}", TwoYearsTable.After(month)));
    }

    private Task EndTroublesAsync()
    {
        foreach (var trouble in troubles) trouble.Dispose();
        troubles.Clear();
        life.IsSlow = false;
        return Task.CompletedTask;
    }

    private void On(int year, int month, int day, int hour, Func<Task> deed) => script.Add((life.At(new(year, month, day), new(hour, 0)), deed));

    private void On(DateOnly day, int hour, Func<Task> deed) => On(day.Year, day.Month, day.Day, hour, deed);

    // A meeting as the board holds it every month: planned in time, the letter and the call the day after, the answers two weeks before, one more after the reminder.
    private void Usual(
        BoardLife board, int year, int number, DateOnly day, TimeOnly? start = null, TimeOnly? end = null, DateOnly? planned = null, DateOnly? late = null, bool isAnswered = true, bool isLate = true, IReadOnlyList<string>? guests = null)
    {
        var (isSt, key) = (board == St, KeyOf(board, year, number));
        var plan = planned ?? day.AddDays(isSt ? -22 : -24);
        On(plan, 10, () => PlanAsync(board, key, MeetingKind.BoardMeeting, day, null, start ?? Starts(board), end ?? Starts(board).AddHours(3), guests ?? [], FormattableString.Invariant($"KV-{(isSt ? "ST" : "MSE")} {year}/{number:00}")));
        ByHand(board, key, isSt && planned is not null ? plan.AddDays(3) : plan.AddDays(1));
        if (!isAnswered) return;

        On(day.AddDays(-14), 18, () => AnswerAsync(board, key));
        if (isLate) Late(board, key, late ?? day.AddDays(isSt ? -4 : -2));
    }

    private void Again(BoardLife board, int year, int number, DateOnly planned, DateOnly answered, DateOnly day, DateOnly late)
    {
        var key = KeyOf(board, year, number);
        On(planned, 11, () => PlanAsync(board, key, MeetingKind.BoardMeeting, day, null, Starts(board), Starts(board).AddHours(3), [], FormattableString.Invariant($"KV-{(board == St ? "ST" : "MSE")} {year}/{number:00}")));
        ByHand(board, key, planned.AddDays(1));
        On(answered, 18, () => AnswerAsync(board, key));
        Late(board, key, late);
    }

    private TimeOnly Starts(BoardLife board) => board == St ? new(19, 0) : new(18, 30);

    private string KeyOf(BoardLife board, int year, int number) => FormattableString.Invariant($"{(board == St ? "ST" : "MSE")} {year}/{number:00}");

    private static string KeyOf(string row) => row.Split(" | ")[0];

    private async Task PlanAsync(BoardLife board, string key, MeetingKind kind, DateOnly day, DateOnly? lastDay, TimeOnly start, TimeOnly end, IReadOnlyList<string> guests, string? number = null) =>
        await board.PlanAsync(
            key, new DraftRequest(kind, life.Bench.Clock.Today(board.Own.TimeZone), null) { Date = day, Number = number, Start = start, Place = "Geschäftsstelle" },
            new(end, lastDay, null, null, [.. guests.Select(guest => MailAddress.Parse(guest))]));

    private void ByHand(BoardLife board, string key, DateOnly day, bool alsoPartners = false) => On(day, 10, async () =>
    {
        (string, string)[] people = [("st-07", "st-11"), ("mse-06", "mse-08")];
        foreach (var (letter, phone) in people.Where((_, index) => alsoPartners || board == life.Boards[index]))
        {
            await life.SurvivingAsync(() => board.InviteAsync(key, letter, InvitationChannel.Letter));
            await life.SurvivingAsync(() => board.InviteAsync(key, phone, InvitationChannel.Phone));
        }
    });

    private async Task AnswerAsync(BoardLife board, string key)
    {
        var (replies, links, hand) = board == St
            ? ("01+ 02-", "03+ 04+ 06+ 08- 09+ 10?", "07+ 11-")
            : ("01+ 02+ 05+", "03+ 04- 07+ 09+ 10+", "06+ 08?");
        foreach (var (person, answer) in Said(board, replies)) await board.ReplyAsync(key, person, answer);
        foreach (var (person, answer) in Said(board, links)) await PressAsync(board, key, person, answer);
        foreach (var (person, answer) in Said(board, hand)) await life.SurvivingAsync(() => board.EnterAsync(key, person, answer));
    }

    private IEnumerable<(string Person, InvitationAnswer Answer)> Said(BoardLife board, string all) => all.Split(' ').Select(one =>
        ($"{(board == St ? "st" : "mse")}-{one[..2]}", one[2] switch { '+' => InvitationAnswer.Accepted, '-' => InvitationAnswer.Declined, _ => InvitationAnswer.Tentative }));

    private void Late(BoardLife board, string key, DateOnly day) => On(day, 18, () =>
        board == St ? PressAsync(board, key, "st-12", InvitationAnswer.Accepted) : PressAsync(board, key, "mse-11", InvitationAnswer.Declined));

    private Task PressAsync(BoardLife board, string key, string who, InvitationAnswer answer) =>
        life.SurvivingAsync(() => who.Contains('@', StringComparison.Ordinal) ? board.PressAsync(key, who, answer) : board.PressAsync(key, PersonId.Parse(who), answer));

    private async Task CompareAsync(string when, IReadOnlyList<string> expected)
    {
        Assert.NotEmpty(expected);
        var tracker = TrackerWorkbook.ReadRows(await life.Bench.TrackerAsync(Token), TrackerTables.Meetings);
        foreach (var row in expected)
        {
            var key = KeyOf(row);
            var board = life.Boards.FirstOrDefault(one => one.Keys.Contains(key));
            var found = board is null ? $"{key} was never planned" : await board.RowAsync(key, tracker);
            if (found != row) wrong.Add($"{when}:\n  written {row}\n  found   {found}");
        }
    }

    private void AssertNobodyIsToldTwice()
    {
        var letters = life.Letters().Where(letter => letter.Calendar.Length > 0).ToList();
        Assert.All(letters.GroupBy(letter => (letter.To, letter.Entry)), same => Assert.True(same.Count() == 1, $"{same.Key} came {same.Count()} times."));
        Assert.All(
            letters.Where(letter => letter.Subject.StartsWith(SentLetter.Cancelled, StringComparison.Ordinal)).GroupBy(letter => (letter.To, letter.Meeting)),
            same => Assert.True(same.Count() == 1, $"{same.Key} was cancelled {same.Count()} times."));
        Assert.All(
            life.Bench.Sandbox.MeetingMails.Where(mail => mail.Kind != MeetingMailKind.Update).GroupBy(mail => (mail.To, mail.ICalUId, mail.Kind)),
            same => Assert.True(same.Count() == 1, $"{same.Key} came {same.Count()} times."));
    }

    private void AssertNobodyIsRemindedTooOften()
    {
        foreach (var person in life.Letters().GroupBy(letter => letter.To))
        {
            var all = person.Select(letter => letter.At).ToList();
            // Invitations leave because somebody says so; whatever leaves by itself is none too many.
            foreach (var alone in person.Where(letter => letter.Calendar.Length == 0))
            {
                var month = all.Count(at => at > alone.At.AddDays(-30) && at <= alone.At);
                Assert.True(month <= 4, $"{person.Key}: \"{alone.Subject}\" was the {month}th within thirty days.");
            }

            var reminders = person.Where(letter => letter.IsReminder).ToList();
            Assert.All(reminders.Zip(reminders.Skip(1)), two => Assert.True(two.Second.At - two.First.At >= TimeSpan.FromDays(7), $"{person.Key}: {two.First.At:u} and {two.Second.At:u}"));
            Assert.All(reminders.CountBy(letter => letter.Subject), same => Assert.True(same.Value == 1, $"{person.Key}: {same}"));
        }
    }

    private async Task AssertNothingPrivateIsElsewhereAsync()
    {
        var secrets = life.Partnership.Districts.SelectMany(district => district.People).SelectMany(person => person.Addresses).Where(address => address.IsPrivate).Select(address => address.Mail.ToString())
            .Append("@gast.example").Append(BoardLife.Comment).ToList();
        var folder = life.Bench.World.Folder;
        var texts = new List<(string Where, string Text)>
        {
            ("the tracker", Unpacked(await life.Bench.TrackerAsync(Token))),
            ("the log", string.Join('\n', life.Bench.Warnings.Texts)),
        };
        foreach (var board in life.Boards) texts.AddRange(await board.CalendarTextsAsync(new(2025, 12, 1, 0, 0, 0, TimeSpan.Zero), new(2028, 1, 31, 0, 0, 0, TimeSpan.Zero)));
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(open, Encoding.Latin1);
            texts.Add((Path.GetFileName(file), await reader.ReadToEndAsync(Token)));
        }

        Assert.All(texts, one => Assert.All(secrets, secret => Assert.False(one.Text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} stands in {one.Where}.")));
        Assert.All(life.Bench.Sandbox.MeetingMails, mail => Assert.DoesNotContain(mail.To, secrets));
    }

    private static string Unpacked(ReadOnlyMemory<byte> package)
    {
        using var zip = new ZipArchive(new MemoryStream(package.ToArray()));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private void Say() => TestContext.Current.TestOutputHelper?.WriteLine(
        $"{life.Letters().Count} mails, {life.Bench.Sandbox.MeetingMails.Count} messages of Exchange, looks {life.Looks}, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of CPU, {life.Deaths.Count} deaths at {life.Deaths.Distinct(StringComparer.Ordinal).Count()} places\n{string.Join('\n', wrong)}");
}
