using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Retreats;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Retreats;

/// <summary>
/// Five years of joint retreats by a fake clock. What must have become of each was written by hand, from clauses 5 and 6 of the contract and
/// from what people need (R24), not from the code.
/// </summary>
public sealed class RetreatYearsTests
{
    // Year: who owed it, how it stood on 31 December, when it was met.
    private const string Years = """
        2027 | steinfurt | met | 2027-04-18
        2028 | mse | met | 2028-09-09
        2029 | waived by both
        2030 | steinfurt | due-soon | 2031-03-15
        2031 | mse | met | 2031-10-18
        """;

    // Mondays on which the service looked and wrote, and to whose coordinator: monthly while it is due, twice a month to both once it is late.
    private const string Reminders = """
        2030-10-07 | steinfurt
        2030-11-04 | steinfurt
        2030-12-02 | steinfurt
        2030-12-30 | steinfurt
        2031-01-06 | mse
        2031-01-06 | steinfurt
        2031-01-20 | mse
        2031-01-20 | steinfurt
        2031-02-03 | mse
        2031-02-03 | steinfurt
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_years_end_as_they_were_written_down()
    {
        var sample = PartnershipSample.Read();
        using var bench = RetreatBench.Start(sample with
        {
            Districts = [sample.Districts[0] with { Assemblies = [new("Kreisparteitag", new(2027, 4, 17))] }, sample.Districts[1]],
        });
        var (steinfurt, mse) = (bench.Steinfurt, bench.Mse);
        var standings = new List<string>();

        // 2027: the first host, by agreement, beside its own conference.
        var suggestion = await bench.Suggesting.RunAsync(new(), Token);
        Assert.Equal((2027, steinfurt.Id, new DateOnly(2027, 4, 18)), (suggestion.Year, suggestion.Host.Id, suggestion.Dates.Proposed[0].Day));
        var first = await bench.AgreeAsync(suggestion.Host, suggestion.Dates.Proposed[0].Day);
        await PassAsync(bench, new(2027, 4, 19), standings);
        await bench.HoldAsync(first, 3, 2);

        // 2028: the other one's turn; cancelled, and replaced in the same year.
        await PassAsync(bench, new(2028, 2, 7), standings);
        suggestion = await bench.Suggesting.RunAsync(new(), Token);
        Assert.Equal((2028, mse.Id), (suggestion.Year, suggestion.Host.Id));
        var cancelled = await bench.AgreeAsync(suggestion.Host, new(2028, 5, 20));
        await PassAsync(bench, new(2028, 4, 3), standings);
        await bench.Desk.CancelAsync(cancelled.Id, mse, bench.CoordinatorOf(mse), Token);
        suggestion = await bench.Suggesting.RunAsync(new(), Token);
        Assert.Equal((2028, mse.Id), (suggestion.Year, suggestion.Host.Id));
        var replaced = await bench.AgreeAsync(suggestion.Host, new(2028, 9, 9));
        Assert.NotEqual(cancelled.Id, replaced.Id);
        await PassAsync(bench, new(2028, 9, 11), standings);
        await bench.HoldAsync(replaced, 2, 5);

        // 2029: both go without.
        await PassAsync(bench, new(2029, 3, 5), standings);
        var waived = await bench.Desk.WaiveAsync(2029, mse, bench.CoordinatorOf(mse), Token);
        Assert.Equal(RetreatState.Waived, (await bench.ConfirmAsync(waived, steinfurt)).On(bench.Today, 2));

        // 2030: still the turn of the one whose year was waived; nobody does anything until the year is over.
        await PassAsync(bench, new(2031, 2, 10), standings);
        suggestion = await bench.Suggesting.RunAsync(new(Year: 2030), Token);
        Assert.Equal(steinfurt.Id, suggestion.Host.Id);
        Assert.Contains(suggestion.Dates.Proposed, date => date.Day == new DateOnly(2031, 3, 15));
        var late = await bench.AgreeAsync(suggestion.Host, new(2031, 3, 15), year: 2030);
        await PassAsync(bench, new(2031, 3, 17), standings);
        await bench.HoldAsync(late, 4, 3);

        // 2031: too few of one board; it does not count, the turn stays, and another one does.
        var few = await bench.AgreeAsync(mse, new(2031, 6, 14));
        await PassAsync(bench, new(2031, 6, 16), standings);
        Assert.Equal(RetreatState.TooFew, (await bench.HoldAsync(few, 1, 6)).On(bench.Today, 2));
        suggestion = await bench.Suggesting.RunAsync(new(), Token);
        Assert.Equal((2031, mse.Id), (suggestion.Year, suggestion.Host.Id));
        var again = await bench.AgreeAsync(suggestion.Host, new(2031, 10, 18));
        await PassAsync(bench, new(2031, 10, 20), standings);
        await bench.HoldAsync(again, 2, 2);
        await PassAsync(bench, new(2032, 1, 1), standings);

        var retreats = await bench.Desk.ListAsync(Token);
        Assert.Equal(steinfurt.Id, RetreatTurn.In(2032, retreats, bench.Partnership).Host);
        var met = RetreatDuty.All(retreats, bench.Partnership, 2027, new(2031, 12, 31)).ToDictionary(duty => duty.Due.Year, duty => duty.MetOn);
        Assert.Equal(Years.Split('\n'), standings.Select(standing => met.TryGetValue(int.Parse(standing[..4], null), out var on) ? $"{standing} | {on:yyyy-MM-dd}" : standing));
        Assert.Equal(Reminders.Split('\n'), (await bench.LettersAsync("retreat-duty")).Select(letter => $"{letter.Day:yyyy-MM-dd} | {letter.To}"));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_it_in_a_week_in_which_there_was_another_reminder()
    {
        using var bench = await BegunAsync();
        var reminders = new RetreatReminders(bench.Ledger, bench.Partnership, bench.Clock);
        bench.GoTo(new(2027, 10, 4));
        await bench.Ledger.EnqueueAsync(OtherReminder(bench, "another"), Token);

        for (var day = 4; day <= 14; day++)
        {
            bench.GoTo(new(2027, 10, day));
            await reminders.LookAsync(Token);
            await reminders.LookAsync(Token);
        }

        Assert.Equal([(new DateOnly(2027, 10, 11), "steinfurt")], (await bench.LettersAsync("retreat-duty")).Select(letter => (letter.Day, letter.To)));
    }

    [Fact]
    public async Task A_reminder_says_whose_turn_it_is_and_what_to_do_and_a_pause_is_quiet()
    {
        var sample = PartnershipSample.Read();
        using var bench = await BegunAsync(sample with { Obligations = sample.Obligations with { Pauses = [new("Wahlkampf", new(2027, 10, 1), new(2027, 10, 31))] } });
        var reminders = new RetreatReminders(bench.Ledger, bench.Partnership, bench.Clock);
        bench.GoTo(new(2027, 10, 4));

        await reminders.LookAsync(Token);
        Assert.Empty(await bench.LettersAsync("retreat-duty"));
        bench.GoTo(new(2027, 11, 1));
        await reminders.LookAsync(Token);

        var text = await bench.TextAsync("retreat-duty-2027-steinfurt-1");
        Assert.Contains("für die gemeinsame Klausur 2027 steht noch kein Tag fest, vereinbart ist sie bis zum 31.12.2027.", text, StringComparison.Ordinal);
        Assert.Contains("Steinfurt beginnt, so ist es vereinbart.", text, StringComparison.Ordinal);
    }

    // The service looks on Mondays, and at the end of each year.
    private static async Task PassAsync(RetreatBench bench, DateOnly until, List<string> standings)
    {
        var reminders = new RetreatReminders(bench.Ledger, bench.Partnership, bench.Clock);
        for (var day = bench.Today.AddDays(1); day <= until; day = day.AddDays(1))
        {
            if (day.DayOfWeek != DayOfWeek.Monday && day is not { Month: 12, Day: 31 })
                continue;

            bench.GoTo(day);
            if (day is { Month: 12, Day: 31 })
            {
                var duties = RetreatDuty.Of(day.Year, await bench.Desk.ListAsync(Token), bench.Partnership);
                standings.Add(duties is [var duty] ? $"{day.Year} | {duty.Owner} | {KebabWord.Of(duty.On(day))}" : $"{day.Year} | waived by both");
            }
            else
            {
                await reminders.LookAsync(Token);
            }
        }

        bench.GoTo(until);
    }

    [Fact]
    public async Task Whoever_was_set_up_only_now_is_not_reminded_at_once()
    {
        using var bench = RetreatBench.Start(start: new(2027, 12, 1, 9, 0, 0, TimeSpan.Zero));
        var reminders = new RetreatReminders(bench.Ledger, bench.Partnership, bench.Clock);
        await reminders.LookAsync(Token);
        await bench.Ledger.EnqueueAsync(OtherReminder(bench, "first"), Token);

        foreach (var (day, expected) in new[] { (13, 0), (16, 1) })
        {
            bench.GoTo(new(2027, 12, day));
            await reminders.LookAsync(Token);
            Assert.Equal(expected, (await bench.LettersAsync("retreat-duty")).Count);
        }
    }

    // The service has been there for a month, and wrote something then.
    private static async Task<RetreatBench> BegunAsync(Partnership? partnership = null)
    {
        var bench = RetreatBench.Start(partnership, new(2027, 9, 1, 9, 0, 0, TimeSpan.Zero));
        await bench.Ledger.EnqueueAsync(OtherReminder(bench, "first"), Token);
        return bench;
    }

    private static ClearedConsignment OtherReminder(RetreatBench bench, string topic) => ClearedConsignment.OfFixedWords(new()
    {
        Kind = DeliveryKind.Letter,
        Topic = topic,
        Partnership = bench.Partnership.Id,
        Minutes = MinutesId.Parse("kv-st-0001", null),
        Version = 1,
        From = bench.Steinfurt.Id,
        To = bench.Steinfurt.Id,
        Meeting = new(2027, 7, 14),
        ContentDigest = "",
        Edition = EditionFile.None,
        Tracker = [],
        Mail = new([bench.Steinfurt.Mailbox!.Value.ToString()], "Betreff", "Text"),
        Pace = MailPace.WhenFree,
        IsReminder = true,
    });
}
