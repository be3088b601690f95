using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Replies;

/// <summary>Whoever has not answered is reminded once, in good time, and never of what is over.</summary>
public sealed class AnswerReminderTests
{
    // The meeting is on a Tuesday: three working days before is the Thursday.
    private static readonly DateTimeOffset Thursday = new(2026, 9, 3, 7, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_not_answered_gets_one_reminder_with_the_link_again()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.AcceptAsync("st-01");
        await replies.EnterAsync("st-02", InvitationAnswer.Declined);
        await replies.TakeAsync("st-04", InvitationAnswer.Tentative);
        await replies.PassUntilAsync(Thursday - TimeSpan.FromMinutes(1));
        await RoundAsync(replies);
        Assert.Empty(replies.Reminded);

        await replies.PassUntilAsync(Thursday);
        await RoundAsync(replies);
        await RoundAsync(replies);
        await replies.PassAsync(TimeSpan.FromDays(1));
        await RoundAsync(replies);

        // Elif is invited in the calendar alone; Ingo has no address.
        Assert.Equal(["clara.probe@example.org", replies.AddressOf("st-05"), "frank.formular@example.org"], replies.Reminded);
        var links = await replies.Ledger.Links.FindAsync(TokenIn(replies, "clara.probe@example.org"), Token);
        Assert.Equal(("st-03", AnswerLines.Action, "steinfurt-2026-09 1"), (links!.Purpose.Person, links.Purpose.Action, links.Purpose.Subject));
    }

    [Fact]
    public async Task One_who_had_a_reminder_in_this_week_waits_for_the_next()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.PassUntilAsync(Thursday - TimeSpan.FromDays(3));
        await replies.Ledger.EnqueueAsync(Reminder(replies, "clara.probe@example.org"), Token);
        await replies.PassUntilAsync(Thursday);
        await RoundAsync(replies);
        Assert.DoesNotContain("clara.probe@example.org", replies.Reminded);
        Assert.Contains("frank.formular@example.org", replies.Reminded);

        // On the Saturday nobody is written to, though the week is over on Sunday.
        await replies.PassUntilAsync(Thursday + TimeSpan.FromDays(2));
        await RoundAsync(replies);
        Assert.DoesNotContain("clara.probe@example.org", replies.Reminded);
        await replies.PassUntilAsync(Thursday + TimeSpan.FromDays(4));
        await RoundAsync(replies);
        Assert.Contains("clara.probe@example.org", replies.Reminded);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_was_answered_or_cancelled_meanwhile()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.PassUntilAsync(Thursday);
        await replies.Ledger.Office.PauseAsync("st-01", Token);
        await replies.RemindAsync();
        await replies.TakeAsync("st-03", InvitationAnswer.Accepted);
        await replies.EnterAsync("st-05", InvitationAnswer.Accepted);
        Assert.Equal(4, await WaitingAsync(replies));

        await replies.Board.CancelAsync();
        await replies.Ledger.Office.ResumeAsync("st-01", Token);
        await replies.Board.DriveAsync();

        Assert.Equal(0, await WaitingAsync(replies));
        Assert.Empty(replies.Reminded);
    }

    [Fact]
    public async Task A_reminder_that_could_not_leave_before_the_meeting_never_leaves()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.PassUntilAsync(Thursday);
        await replies.Ledger.Office.PauseAsync("st-01", Token);
        await replies.RemindAsync();
        replies.Bench.Clock.Advance(new DateTimeOffset(2026, 9, 8, 17, 0, 0, TimeSpan.Zero) - replies.Bench.Clock.GetUtcNow());

        await replies.Ledger.Office.ResumeAsync("st-01", Token);
        await replies.Board.DriveAsync();

        Assert.Empty(replies.Reminded);
        Assert.All((await replies.Ledger.ListAsync(Token)).Where(status => status.Topic.StartsWith("reminder-", StringComparison.Ordinal)), status => Assert.Equal(DeliveryState.Withdrawn, status.State));
    }

    [Fact]
    public async Task Who_was_told_late_or_anew_is_left_in_peace()
    {
        await using var replies = await ReplyBench.StartAsync(isPlanned: false);
        await replies.PassUntilAsync(new(2026, 9, 2, 12, 0, 0, TimeSpan.Zero));
        await replies.Board.PlanAsync(request: new(new(22, 0), null, null, "eilig", []));
        await replies.Board.DriveAsync();
        await replies.PassUntilAsync(Thursday + TimeSpan.FromDays(1));
        await RoundAsync(replies);
        Assert.Empty(replies.Reminded);
    }

    private static async Task RoundAsync(ReplyBench replies)
    {
        await replies.LookAsync();
        await replies.RemindAsync();
        await replies.Board.DriveAsync();
    }

    private static async Task<int> WaitingAsync(ReplyBench replies) =>
        (await replies.Ledger.ListAsync(Token)).Count(status => status.Topic.StartsWith("reminder-", StringComparison.Ordinal) && status.State == DeliveryState.Queued);

    private static string TokenIn(ReplyBench replies, string to) => Directory.EnumerateFiles(Path.Combine(replies.Bench.World.Folder, "sandbox"), "*.eml", SearchOption.AllDirectories)
        .Select(File.ReadAllText).First(text => text.Contains("Weiter wird nicht erinnert", StringComparison.Ordinal) && text.Contains($"To: {to}", StringComparison.Ordinal)).Split($"{ReplyBench.Service}l/")[1][..22];

    private static ClearedConsignment Reminder(ReplyBench replies, string to) => ClearedConsignment.OfFixedWords(new()
    {
        Kind = DeliveryKind.Letter,
        Topic = "something-else",
        Partnership = replies.Board.Partnership.Id,
        Minutes = MinutesId.Parse("kv-st-0001", null),
        Version = 1,
        From = replies.Board.Own.Id,
        To = replies.Board.Own.Id,
        Meeting = new(2026, 7, 14),
        ContentDigest = "",
        Edition = EditionFile.None,
        Tracker = [],
        Mail = new([to], "Betreff", "Text"),
        IsReminder = true,
    });
}
