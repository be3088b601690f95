using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Meetings;

/// <summary>A meeting is planned, moved and cancelled while the service is killed at every commit and Graph fails at every request: each person is told each thing once.</summary>
public sealed class MeetingCrashTests
{
    private const string Make = "POST /users/{user-id}/events";
    private const string Change = "PATCH /users/{user-id}/events/{event-id}";
    private const string Cancel = "POST /users/{user-id}/events/{event-id}/cancel";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, Func<FaultRule, FaultRule>> Ways = new()
    {
        ["429 for a minute"] = rule => rule with { Status = 429, RetryAfter = TimeSpan.FromSeconds(60) },
        ["503 before the work"] = rule => rule with { Status = 503 },
        ["504 after the work"] = rule => rule with { Status = 504, AfterCommit = true },
        ["504 and done half a minute later"] = rule => rule with { Kind = FaultKind.LateCommit, Delay = TimeSpan.FromSeconds(30) },
        ["broken before"] = rule => rule with { Kind = FaultKind.Reset },
        ["broken after"] = rule => rule with { Kind = FaultKind.Reset, AfterCommit = true },
    };

    public static TheoryData<string> Failures => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_Graph_does_each_person_is_told_each_thing_once(string way)
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        foreach (var request in (string[])[Make, Change, Cancel]) bench.Sandbox.Faults.Add(Ways[way](new FaultRule(request) { Times = 1 }));

        await LiveAsync(bench, board);

        Assert.Equal("", await WrongAsync(bench, board));
    }

    [Fact]
    public async Task An_event_whose_answer_was_lost_is_found_where_Graph_refuses_its_transaction()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        bench.Sandbox.Settings.RepeatedTransaction = RepeatedTransaction.Conflict;
        bench.Sandbox.Faults.Add(new FaultRule(Make) { Status = 504, AfterCommit = true, Times = 1 });

        await board.PlanAsync();
        await board.DriveAsync();

        Assert.Single(await board.EventsAsync());
        Assert.Equal(["Invitation"], board.Told("anna.beispiel"));
    }

    [Fact]
    public async Task A_service_that_lost_its_ledger_finds_its_event_again()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var board = new MeetingBench(bench);
        await board.PlanAsync();
        await board.DriveAsync();

        await bench.LoseLedgerAsync(Token);
        await board.PlanAsync();
        await board.DriveAsync();

        Assert.Single(await board.EventsAsync());
        Assert.Equal(["Invitation"], board.Told("anna.beispiel"));
        Assert.Single(board.MailsTo("clara.probe@example.org"));
    }

    [Fact]
    public async Task Killed_at_any_commit_it_goes_on_and_nobody_is_told_anything_twice()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var boards = new List<(MeetingBench Board, string Died)>();
        for (string? died = "somewhere"; died is not null;)
        {
            var (seen, at) = (0, boards.Count);
            died = null;
            bench.Restart(new()
            {
                Kills = place =>
                {
                    // The tracker's own commits are killed elsewhere, with every way in which the network fails.
                    if (place.StartsWith("Tracker:", StringComparison.Ordinal) || seen++ != at) return false;
                    died = place;
                    return true;
                },
            });
            var board = new MeetingBench(bench, MeetingBench.OfTwo) { Number = boards.Count + 100 };
            try
            {
                await LiveAsync(bench, board);
            }
            catch (AbandonedException)
            {
                // Whoever was not answered says it again, to the next process.
                bench.Restart(new());
                await LiveAsync(bench, board);
            }

            boards.Add((board, died ?? "nowhere"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{boards.Count} points: {string.Join(' ', boards.Select(one => one.Died))}");
        Assert.True(boards.Count > 30, $"Only {boards.Count} points were found.");
        var mails = boards[0].Board.MailsTo("clara.probe@example.org");
        var wrong = new List<string>();
        foreach (var (board, died) in boards)
        {
            if (await WrongAsync(bench, board, mails) is { Length: > 0 } found) wrong.Add($"killed at {died}: {found}");
        }

        Assert.Empty(wrong);
    }

    // Each step is said again where the service died before it answered; what was recorded already changes nothing.
    private static async Task LiveAsync(CourierBench bench, MeetingBench board)
    {
        if (await board.FindAsync() is null or { Sequence: 0 }) await board.PlanAsync();
        await bench.DriveAsync(Token);
        if (await board.FindAsync() is { State: MeetingState.Planned }) await board.MoveAsync(new(2026, 9, 15));
        await bench.DriveAsync(Token);
        await board.CancelAsync();
        await bench.DriveAsync(Token);
    }

    private static async Task<string> WrongAsync(CourierBench bench, MeetingBench board, IReadOnlyList<MeetingBench.SentMail>? mails = null)
    {
        var known = (await board.FindAsync())!;
        var told = string.Join(", ", board.Told("anna.beispiel", known.Plan.Number));
        var numbers = string.Join(", ", (mails ?? board.MailsTo("clara.probe@example.org")).Where(mail => mail.Subject.Contains(known.Plan.Number, StringComparison.Ordinal)).Select(mail => MeetingBench.Sequence(mail.Calendar)));
        var open = string.Join(' ', (await bench.Ledger.ListAsync(Token)).Where(status => status.Minutes == board.Id && status.State != DeliveryState.Delivered).Select(status => $"{status.State} {string.Join(' ', status.Steps.Select(step => $"{step.Step} {step.State} {step.Error}"))}"));
        return (told, numbers, known.State, open) is ("Invitation, Update, Cancellation", "0, 1, 2", MeetingState.Cancelled, "") ? "" : $"told {told}; mails {numbers}; {known.State}; {open}";
    }
}
