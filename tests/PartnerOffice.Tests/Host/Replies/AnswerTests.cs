using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Features.Inviting;
using PartnerOffice.Meetings;
using PartnerOffice.Tests.Host.Meetings;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Replies;

/// <summary>Who answered what, by which way, and what counts of it.</summary>
public sealed class AnswerTests
{
    private const string Canary = "Antwortkanarie-4711";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_in_the_calendar_count_once_and_no_word_of_them_is_kept()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.AcceptAsync("st-01", $"Gern, {Canary}");
        await replies.AcceptAsync("st-02");
        await replies.DeclineAsync("st-02", Canary);
        replies.Bench.Sandbox.Calendars.Propose(replies.AddressOf("st-05"), await replies.UidAsync(), new(2026, 9, 9, 18, 0, 0), new(2026, 9, 9, 21, 0, 0), "Europe/Berlin", Canary);

        await replies.LookAsync();
        var once = await replies.KnownAsync();
        var (_, changes) = Assert.Single(await replies.Ledger.Answers.UntrackedAsync(replies.Board.Partnership.Id, Token));
        await replies.LookAsync();
        await replies.PassAsync(TimeSpan.FromDays(1));
        await replies.LookAsync();

        Assert.Equal("1 zu, 1 ab, 1 vielleicht, 4 offen", await replies.CountsAsync());
        Assert.Equal(once.Answers, (await replies.KnownAsync()).Answers);
        Assert.Equal(1, changes);
        Assert.Equal(new MeetingSlot(new(2026, 9, 9, 18, 0, 0), new(2026, 9, 9, 21, 0, 0)), once.AnswerOf(PersonId.Parse("st-05")).Counts!.Proposed);
        Assert.Equal(new DateTime(2026, 9, 8, 19, 0, 0), (await replies.KnownAsync()).Plan.Time.Start);
        var picture = new LedgerPicture([], [], null) { Meetings = [await replies.KnownAsync()] };
        DistrictSide Seen(int by) => DistrictSide.Of(picture, replies.Board.Partnership, replies.Board.Own, replies.Board.Partnership.Districts[by], new(2026, 8, 4));
        Assert.Equal((new DateOnly(2026, 9, 8), "KV-ST 2026/09", new AnswerCounts(1, 1, 1, 4)), Assert.Single(Seen(by: 0).Meetings) is var next ? (next.Day, next.Number, next.Answers) : default);
        Assert.Empty(Seen(by: 1).Meetings);
        var kept = replies.Kept();
        Assert.DoesNotContain(Canary, kept, StringComparison.Ordinal);
        Assert.All(MeetingBench.PrivateAddresses, address => Assert.DoesNotContain(address, kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_person_entered_is_never_written_over_and_what_came_since_stands_beside_it()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.EnterAsync("st-03", InvitationAnswer.Accepted);
        await replies.EnterAsync("st-01", InvitationAnswer.Declined);
        await replies.EnterAsync("st-07", InvitationAnswer.Tentative);
        await replies.LookAsync();
        Assert.Equal("1 zu, 1 ab, 1 vielleicht, 4 offen", await replies.CountsAsync());

        await replies.PassAsync(TimeSpan.FromMinutes(5));
        await replies.AcceptAsync("st-01");
        await replies.LookAsync();
        Assert.True(await replies.TakeAsync("st-03", InvitationAnswer.Declined));
        var known = await replies.KnownAsync();
        var card = AnswersCard.Of(known, InvitationList.Of(known.Plan, replies.Board.Partnership));

        Assert.Equal((1, 1, 1, 4), (card.Accepted, card.Declined, card.Tentative, card.Open));
        Assert.Equal(
            ["abgesagt, von Hand eingetragen; inzwischen im Kalender: zugesagt", "zugesagt, von Hand eingetragen; inzwischen über den Link: abgesagt", "vielleicht, von Hand eingetragen"],
            card.People.Where(person => person.Way == AnswerWay.Hand).Select(person => AnswerSpeech.Of(person).German));

        await replies.EnterAsync("st-01", null);
        await replies.LookAsync();
        Assert.Equal((InvitationAnswer.Accepted, AnswerWay.Calendar), ((await replies.KnownAsync()).AnswerOf(PersonId.Parse("st-01")).Counts!.Answer, (await replies.KnownAsync()).AnswerOf(PersonId.Parse("st-01")).Counts!.Way));
    }

    [Fact]
    public async Task Nobody_answers_to_what_is_cancelled_planned_anew_or_has_begun()
    {
        await using var replies = await ReplyBench.StartAsync();
        Assert.True(await replies.TakeAsync("st-03", InvitationAnswer.Accepted));
        await replies.Board.CancelAsync();
        await replies.Board.DriveAsync();
        Assert.False(await replies.TakeAsync("st-03", InvitationAnswer.Declined));
        Assert.Null(await replies.EnterAsync("st-03", InvitationAnswer.Declined));

        await replies.Board.PlanAsync();
        await replies.Board.DriveAsync();
        Assert.False(await replies.TakeAsync("st-03", InvitationAnswer.Declined, generation: 1));
        Assert.Equal("0 zu, 0 ab, 7 offen", await replies.CountsAsync());
        Assert.True(await replies.TakeAsync("st-03", InvitationAnswer.Declined, generation: 2));

        replies.Bench.Clock.Advance(new DateTimeOffset(2026, 9, 8, 17, 0, 0, TimeSpan.Zero) - replies.Bench.Clock.GetUtcNow());
        Assert.False(await replies.TakeAsync("st-03", InvitationAnswer.Accepted, generation: 2));
        Assert.Null(await replies.EnterAsync("st-03", InvitationAnswer.Accepted));
    }

    [Fact]
    public async Task Moved_to_another_time_people_are_asked_anew_and_moved_to_another_room_they_are_not()
    {
        await using var replies = await ReplyBench.StartAsync();
        await replies.TakeAsync("st-03", InvitationAnswer.Accepted);
        await replies.EnterAsync("st-07", InvitationAnswer.Accepted);

        await replies.Board.MoveAsync(new(2026, 9, 8), "Rathaus, 48565 Steinfurt");
        await replies.Board.DriveAsync();
        Assert.Equal("2 zu, 0 ab, 5 offen", await replies.CountsAsync());

        await replies.Board.MoveAsync(new(2026, 9, 15));
        Assert.Equal("1 zu, 0 ab, 6 offen", await replies.CountsAsync());
    }

    [Fact]
    public async Task Of_the_partners_people_no_more_than_numbers_is_seen()
    {
        await using var replies = await ReplyBench.StartAsync(isPlanned: false);
        var board = replies.Board;
        var draft = board.Draft(new DraftRequest(MeetingKind.JointRetreat, new(2026, 8, 3), null) { Date = new(2026, 10, 24), Start = new(10, 0), Place = "Tagungshaus, 17192 Waren" });
        var planned = await board.PlanAsync(draft, new(new(16, 0), new(2026, 10, 25), null, null, []));
        await board.DriveAsync();
        await replies.Ledger.Answers.TakeAsync(board.Partnership.Id, planned.Plan.Id, 1, PersonId.Parse("mse-01"), InvitationAnswer.Accepted, Token);

        var known = (await board.FindAsync(planned.Plan.Id))!;
        var card = AnswersCard.Of(known, InvitationList.Of(known.Plan, board.Partnership));

        Assert.Equal((0, 1), (card.Accepted, card.Partner!.Accepted));
        Assert.All(card.People, person => Assert.StartsWith("st-", person.Person, StringComparison.Ordinal));
        var record = new RecordAnswer(replies.Ledger, board.Partnership);
        Assert.Equal("unknown-person", (await Assert.ThrowsAsync<MeetingException>(() => record.RunAsync(known, "mse-01", InvitationAnswer.Declined, "st-02", Token))).Code);
    }
}
