using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Retreats;
using Xunit;

namespace PartnerOffice.Tests.Host.Retreats;

/// <summary>Date polls: everybody is asked and counted, with or without an account (R12), and nobody reads another's answer (R11).</summary>
public sealed class PollTests
{
    private static readonly IReadOnlyList<DateOnly> Saturdays = [new(2027, 4, 10), new(2027, 4, 17), new(2027, 4, 24), new(2027, 5, 8), new(2027, 5, 22)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_with_an_address_is_asked_by_a_link_and_the_others_by_the_office()
    {
        using var bench = Start();
        var poll = await BeginAsync(bench);

        var letters = await bench.LettersAsync("poll-");
        // Ingo Schablone and Otto Umschlag have no address.
        Assert.Equal(12, letters.Count);
        Assert.All(letters, letter => Assert.Equal(letter.From, letter.To));
        var text = await bench.TextAsync("poll-st-03");
        Assert.Contains("- Samstag, 17. April 2027", text, StringComparison.Ordinal);
        Assert.Contains("Antworten bis 26. Februar 2027", text, StringComparison.Ordinal);
        var link = (await bench.Ledger.Links.FindAsync(text.Split("/l/")[1][..22], Token))!;
        Assert.Equal(("retreat-poll", "st-03", poll.Id.ToString()), (link.Purpose.Action, link.Purpose.Person, link.Purpose.Subject));
        // Midnight after the last day, in Berlin.
        Assert.Equal(new DateTimeOffset(2027, 2, 26, 23, 0, 0, TimeSpan.Zero), link.ExpiresAt);
        Assert.Equal(7, poll.MissingOf(bench.Steinfurt, bench.Today).Count);
    }

    [Fact]
    public async Task What_the_office_entered_no_link_overwrites_and_everything_may_be_changed_until_it_closes()
    {
        using var bench = Start();
        var poll = await BeginAsync(bench);
        await AnswerAsync(bench, poll, "st-01", (Saturdays[0], DayAnswer.Yes), (Saturdays[1], DayAnswer.No));
        await AnswerAsync(bench, poll, "st-01", (Saturdays[1], DayAnswer.IfNeeded));
        await bench.Polls.EnterAsync(poll, bench.Steinfurt, "Ingo Schablone", Said((Saturdays[0], DayAnswer.No)), "st-02", Token);
        await AnswerAsync(bench, poll, "st-07", (Saturdays[0], DayAnswer.Yes), (Saturdays[1], DayAnswer.Yes));

        poll = await bench.Polls.FindAsync(poll.Id.ToString(), Token);
        Assert.Equal(
            ["st-01 10.04. Yes", "st-01 17.04. IfNeeded", "st-07 10.04. No by hand, own Yes", "st-07 17.04. Yes"],
            poll.Answers.Select(answer => $"{answer.Person} {answer.Day:dd.MM.} {answer.Answer}{(answer.IsByHand ? $" by hand, own {answer.Own}" : "")}"));
        // The office decides, and what it enters last holds.
        poll = await bench.Polls.EnterAsync(poll, bench.Steinfurt, "st-07", Said((Saturdays[0], DayAnswer.Yes)), "st-02", Token);
        Assert.Equal((DayAnswer.Yes, null), (poll.Answers.Single(answer => answer.Person.ToString() == "st-07" && answer.Day == Saturdays[0]) is var told ? told.Answer : default, told.Own));

        Assert.Equal("not-a-date", (await Assert.ThrowsAsync<RetreatException>(() => AnswerAsync(bench, poll, "st-01", (new(2027, 4, 11), DayAnswer.Yes)))).Code);
        Assert.Equal("nothing-said", (await Assert.ThrowsAsync<RetreatException>(() => AnswerAsync(bench, poll, "st-01"))).Code);
        Assert.Equal("unknown-person", (await Assert.ThrowsAsync<RetreatException>(() => bench.Polls.EnterAsync(poll, bench.Steinfurt, "mse-01", Said((Saturdays[0], DayAnswer.Yes)), "st-02", Token))).Code);
        bench.GoTo(new(2027, 2, 27));
        Assert.Equal("poll-closed", (await Assert.ThrowsAsync<RetreatException>(() => AnswerAsync(bench, poll, "st-01", (Saturdays[0], DayAnswer.No)))).Code);
    }

    [Fact]
    public async Task The_partner_reads_numbers_and_the_own_office_who_said_what()
    {
        using var bench = Start();
        var poll = await BeginAsync(bench);
        foreach (var person in (string[])["st-01", "st-02", "mse-01", "mse-02", "mse-03"])
            await AnswerAsync(bench, poll, person, (Saturdays[0], DayAnswer.IfNeeded), (Saturdays[1], DayAnswer.Yes));
        poll = await bench.Polls.FindAsync(poll.Id.ToString(), Token);
        var ranked = await bench.Suggesting.RankAsync(poll, Token);

        var (own, partner) = (PollCard.Of(poll, ranked, bench.Steinfurt, bench.Today, Language.German), PollCard.Of(poll, ranked, bench.Mse, bench.Today, Language.German));

        Assert.Equal((Saturdays[1], "Steinfurt: 2 von 7 haben Zeit, 5 unbekannt."), (own.Dates[0].Day, own.Dates[0].Reasons[0]));
        Assert.Equal(own.Dates.SelectMany(date => date.Boards), partner.Dates.SelectMany(date => date.Boards));
        Assert.Equal(["Anna Beispiel", "Bernd Muster"], own.Answers.Select(person => person.Name));
        Assert.Equal(["Jana Kopie", "Konrad Notiz", "Lale Mappe"], partner.Answers.Select(person => person.Name));
        Assert.DoesNotContain("Clara Probe", partner.Missing);
        // The next search counts the answers in, and knows by them whom no calendar shows.
        var suggestion = await bench.Suggesting.RunAsync(new(), Token);
        Assert.Equal([(2, 7), (3, 7)], suggestion.Known.Select(board => (board.Known, board.Members)));
        Assert.Equal((poll.Id, true), (suggestion.Poll!.Id, suggestion.NeedsPoll));
    }

    [Fact]
    public async Task Whoever_has_not_answered_is_reminded_once_before_it_closes_by_itself()
    {
        using var bench = Start();
        var poll = await BeginAsync(bench);
        await AnswerAsync(bench, poll, "st-01", (Saturdays[0], DayAnswer.Yes));

        for (var day = new DateOnly(2027, 2, 20); day <= new DateOnly(2027, 2, 28); day = day.AddDays(1))
        {
            bench.GoTo(day);
            await bench.Polls.LookAsync(Token);
            await bench.Polls.LookAsync(Token);
        }

        var reminders = await bench.LettersAsync("poll-reminder-");
        Assert.Equal(11, reminders.Count);
        Assert.All(reminders, letter => Assert.Equal(new DateOnly(2027, 2, 22), letter.Day));
        Assert.DoesNotContain(reminders, letter => letter.Topic == "poll-reminder-st-01");
        poll = await bench.Polls.FindAsync(poll.Id.ToString(), Token);
        Assert.Equal((true, 1), (poll.IsClosed, poll.Answers.Count));
        // Long after the last of its days nobody needs to know any more who said what.
        bench.GoTo(new(2027, 6, 22));
        await bench.Polls.LookAsync(Token);
        Assert.Empty((await bench.Polls.FindAsync(poll.Id.ToString(), Token)).Answers);
    }

    [Fact]
    public async Task A_poll_has_five_to_eight_days_that_fit_and_only_one_runs_for_a_year()
    {
        using var bench = Start();
        Task<RetreatPoll> Ask(IReadOnlyList<DateOnly>? dates, DateOnly closes) => new BeginPoll(bench.Suggesting, bench.Polls, bench.Partnership).RunAsync(new(), dates, closes, "st-05", Token);

        Assert.Equal("not-enough-dates", (await Assert.ThrowsAsync<RetreatException>(() => Ask([.. Saturdays.Take(4)], new(2027, 2, 26)))).Code);
        Assert.Equal("closes-wrongly", (await Assert.ThrowsAsync<RetreatException>(() => Ask(Saturdays, new(2027, 4, 10)))).Code);
        // Good Friday is no day for it, whoever names it; nor is one of the week that the search would propose by itself.
        var refused = await Assert.ThrowsAsync<RetreatException>(() => Ask([new(2027, 3, 26), .. Saturdays], new(2027, 2, 26)));
        Assert.Equal(("does-not-fit", "Gesetzlicher Feiertag in Steinfurt: Karfreitag."), (refused.Code, refused.Problem.German));

        var poll = await Ask(null, new(2027, 2, 26));
        Assert.Equal((6, bench.Steinfurt.Id, 2027), (poll.Dates.Count, poll.Host, poll.Year));
        Assert.All(poll.Dates, date => Assert.True(date > poll.Closes && date.DayOfWeek == DayOfWeek.Saturday));
        Assert.Equal("poll-runs", (await Assert.ThrowsAsync<RetreatException>(() => Ask(null, new(2027, 2, 26)))).Code);
        await bench.Polls.CloseAsync(poll, "st-05", Token);
        Assert.Equal("umfrage-2027-2", (await Ask(null, new(2027, 2, 26))).Id.ToString());
    }

    private static RetreatBench Start() => RetreatBench.Start(service: new("https://partneroffice.example/"));

    private static Task<RetreatPoll> BeginAsync(RetreatBench bench) => bench.Polls.BeginAsync(2027, bench.Steinfurt.Id, 1, Saturdays, new(2027, 2, 26), "st-05", Token);

    private static async Task AnswerAsync(RetreatBench bench, RetreatPoll poll, string person, params (DateOnly Day, DayAnswer Answer)[] answers) =>
        await bench.Polls.AnswerAsync(poll, bench.Partnership.Districts.Single(district => district.Find(person) is not null), PersonId.Parse(person), Said(answers), Token);

    private static Dictionary<DateOnly, DayAnswer> Said(params (DateOnly Day, DayAnswer Answer)[] answers) => answers.ToDictionary(answer => answer.Day, answer => answer.Answer);
}
