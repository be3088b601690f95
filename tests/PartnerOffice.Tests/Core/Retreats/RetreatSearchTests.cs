using CsCheck;
using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.Retreats;

/// <summary>Days for a joint retreat: what is never proposed, what comes first, and why.</summary>
public sealed class RetreatSearchTests
{
    private static readonly Partnership Sample = PartnershipSample.Read();
    private static readonly DistrictId Steinfurt = Sample.Districts[0].Id;
    private static readonly DistrictId Mse = Sample.Districts[1].Id;

    [Fact]
    public void Beside_a_conference_of_the_host_comes_first_and_each_date_says_why()
    {
        var dates = RetreatSearch.Find(Question(Sample, Steinfurt, new(2026, 11, 1), new(2026, 12, 20), new(2026, 9, 1)));

        var best = dates.Proposed[0];
        Assert.Equal(new DateOnly(2026, 11, 22), best.Day);
        Assert.Equal(
            [
                "Lässt sich verbinden mit: Kreisparteitag am 21.11.2026.",
                "Steinfurt: 0 von 7 haben Zeit, 7 unbekannt.",
                "Mecklenburgische Seenplatte: 0 von 7 haben Zeit, 7 unbekannt.",
                "Für Mecklenburgische Seenplatte liegt die Rückreise vor einem Arbeitstag (5 Std. 30 Min.).",
            ],
            best.Reasons.Select(reason => reason.German));
        Assert.Equal("Am selben Tag: Kreisparteitag.", dates.Refused.Single(date => date.Day == new DateOnly(2026, 11, 21)).Reason.German);
        // The same weekend is nothing special where the other one hosts; its own board is away on the day itself.
        var away = RetreatSearch.Find(Question(Sample, Mse, new(2026, 11, 1), new(2026, 12, 20), new(2026, 9, 1)));
        Assert.DoesNotContain(away.Proposed, date => date.Day.DayOfWeek == DayOfWeek.Sunday || date.Day == new DateOnly(2026, 11, 21));
    }

    [Fact]
    public void Two_days_take_the_conference_in()
    {
        var dates = RetreatSearch.Find(Question(Sample, Steinfurt, new(2026, 11, 1), new(2026, 12, 20), new(2026, 9, 1)) with { Days = 2 });

        Assert.Equal((new DateOnly(2026, 11, 21), new DateOnly(2026, 11, 22)), (dates.Proposed[0].Day, dates.Proposed[0].LastDay));
        Assert.All(dates.Proposed, date => Assert.Equal(DayOfWeek.Saturday, date.Day.DayOfWeek));
    }

    [Theory]
    [InlineData("2026-10-03", "Gesetzlicher Feiertag in Steinfurt: Tag der Deutschen Einheit.")]
    [InlineData("2026-10-31", "Gesetzlicher Feiertag in Mecklenburgische Seenplatte: Reformationstag.")]
    [InlineData("2026-10-17", "Am selben Tag: Bundesparteitag 2026.")]
    [InlineData("2026-10-24", "Schulferien in Steinfurt: Herbstferien.")]
    [InlineData("2026-08-01", "Liegt in der vereinbarten Pause: Sommerpause.")]
    [InlineData("2026-06-20", "Die Einladungsfrist von 28 Tagen ist nicht mehr einzuhalten.")]
    public void What_breaks_the_contract_or_a_holiday_is_never_proposed(string day, string because)
    {
        var dates = RetreatSearch.Find(Question(Sample, Steinfurt, new(2026, 6, 1), new(2026, 12, 31), new(2026, 6, 1)));

        Assert.DoesNotContain(dates.Proposed, date => date.Day == DateOnly.Parse(day, null));
        Assert.Equal(because, dates.Refused.Single(date => date.Day == DateOnly.Parse(day, null)).Reason.German);
    }

    [Fact]
    public void School_holidays_may_be_avoided_only()
    {
        var avoiding = Sample with { Retreats = Sample.Retreats with { SchoolHolidays = SchoolHolidayRule.Avoid } };

        var dates = RetreatSearch.Find(Question(avoiding, Steinfurt, new(2026, 10, 19), new(2026, 11, 15), new(2026, 9, 1)));

        Assert.Equal([new(2026, 11, 7), new(2026, 11, 14), new DateOnly(2026, 10, 24)], dates.Proposed.Select(date => date.Day));
        Assert.Contains("Schulferien in Mecklenburgische Seenplatte: Herbstferien.", dates.Proposed[^1].Reasons.Select(reason => reason.German));
    }

    [Fact]
    public void A_day_on_which_too_few_of_a_board_can_come_is_none()
    {
        var known = new KnownDays();
        foreach (var person in Sample.Districts[1].People.Take(6))
            known.Set(person.Id, new(2026, 12, 5), DayAnswer.No);
        foreach (var person in Sample.Districts[0].People)
            known.Set(person.Id, new(2026, 12, 12), DayAnswer.Yes);

        var dates = RetreatSearch.Find(Question(Sample, Mse, new(2026, 12, 1), new(2026, 12, 19), new(2026, 9, 1)) with { Known = known });

        Assert.Equal([new(2026, 12, 12), new DateOnly(2026, 12, 19)], dates.Proposed.Select(date => date.Day));
        Assert.Equal("Aus Mecklenburgische Seenplatte können höchstens 1 kommen, vereinbart sind mindestens 2.", Assert.Single(dates.Refused).Reason.German);
    }

    [Fact]
    public void Below_two_thirds_of_a_board_people_are_asked()
    {
        var known = new KnownDays();
        foreach (var person in Sample.Districts[0].People.Take(4))
            known.Set(person.Id, new(2026, 12, 5), DayAnswer.No);
        Assert.True(KnownCalendars.Of(Sample.Districts[0], new(2026, 12, 5), known).IsTooFew);

        known.Set(Sample.Districts[0].People[4].Id, new(2026, 12, 5), DayAnswer.Yes);
        var five = KnownCalendars.Of(Sample.Districts[0], new(2026, 12, 5), known);
        Assert.Equal((5, 7, false, "Frank Formular, Ingo Schablone"), (five.Known, five.Members, five.IsTooFew, string.Join(", ", five.Unknown)));
    }

    // The oracle is written day by day from the rules, and shares nothing with the search but the names of the points.
    [Fact]
    public void The_search_finds_what_brute_force_finds_on_random_calendars_and_polls() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var question = RandomQuestion(new(seed));
            var found = RetreatSearch.Find(question);
            Assert.Equal(BruteForce(question), found.Proposed.Select(date => (date.Day, date.Points)));
            Assert.Equal(found.Proposed.Select(Described), RetreatSearch.Find(question).Proposed.Select(Described));
        },
        iter: 150);

    private static string Described(RetreatDate date) => $"{date.Day} {date.LastDay} {date.Points} {string.Join('|', date.Boards)} {string.Join('|', date.Reasons)}";

    private static List<(DateOnly Day, int Points)> BruteForce(RetreatQuestion q)
    {
        var (p, found) = (q.Partnership, new List<(DateOnly Day, int Points)>());
        var guest = p.Districts.Single(district => district.Id != q.Host);
        var host = p.Districts.Single(district => district.Id == q.Host);
        foreach (var day in Enumerable.Range(0, q.Until.DayNumber - q.From.DayNumber + 1).Select(q.From.AddDays))
        {
            var days = Enumerable.Range(0, q.Days).Select(day.AddDays).ToList();
            if (days[^1] > q.Until)
                continue;
            var beside = host.Assemblies.Where(a => days.Any(d => Math.Abs(d.DayNumber - a.Date.DayNumber) <= 1)).ToList();
            var isAsked = q.OnlyDays is { } only ? only.Contains(day)
                : q.AnyWeekday || day.DayOfWeek == DayOfWeek.Saturday || (q.Days == 1 && day.DayOfWeek == DayOfWeek.Sunday && host.Assemblies.Any(a => Math.Abs(day.DayNumber - a.Date.DayNumber) == 1));
            var isTooSoon = day.DayNumber - q.Today.DayNumber - 1 < p.RetreatNoticeDays;
            var isForbidden = days.Any(d => p.Districts.Any(district => q.HolidayOn(district, d) is not null) || p.Obligations.Pauses.Any(pause => pause.From <= d && d <= pause.Until)
                || p.FederalEvents.Any(e => e.Date == d) || guest.Assemblies.Any(a => a.Date == d));
            var school = p.Districts.Count(district => days.Any(d => district.SchoolHolidays.Any(holiday => holiday.From <= d && d <= holiday.Until)));
            if (!isAsked || isTooSoon || isForbidden || (school > 0 && p.Retreats.SchoolHolidays == SchoolHolidayRule.Forbid) || (q.Days == 1 && host.Assemblies.Any(a => a.Date == day)))
                continue;

            var shares = new List<int>();
            var isPossible = true;
            foreach (var district in p.Districts)
            {
                var halves = 0;
                var busy = 0;
                var board = district.People.Where(person => person.IsVotingOn(day)).ToList();
                foreach (var person in board)
                {
                    var answers = days.Select(d => q.Known.Of(person.Id, d, d)).ToList();
                    if (answers.Contains(DayAnswer.No))
                        busy++;
                    else
                        halves += answers.TrueForAll(answer => answer == DayAnswer.Yes) ? 2 : 1;
                }

                isPossible &= board.Count - busy >= p.Obligations.RetreatMinimumPerBoard;
                shares.Add(halves * 50 / board.Count);
            }

            if (!isPossible)
                continue;

            var after = days[^1].AddDays(1);
            var isWorkday = after.DayOfWeek != DayOfWeek.Saturday && after.DayOfWeek != DayOfWeek.Sunday && q.HolidayOn(guest, after) is null;
            var near = p.FederalEvents.Select(e => days.Min(d => Math.Abs(d.DayNumber - e.Date.DayNumber))).Where(distance => distance <= 14);
            found.Add((day, shares[0] + shares[1] + shares.Min() + (beside.Count > 0 ? 100 : 0) - (100 * school) - (isWorkday ? Math.Min(60, (p.Retreats.TravelMinutes ?? 0) / 10) : 0) - near.Sum(distance => 5 * (15 - distance))));
        }

        return [.. found.OrderBy(date => -date.Points).ThenBy(date => date.Day)];
    }

    private static RetreatQuestion RandomQuestion(Random random)
    {
        var start = new DateOnly(2027, 1, 1).AddDays(random.Next(300));
        DateOnly Day() => start.AddDays(random.Next(90));
        District Random(District district)
        {
            return district with
            {
                Assemblies = [.. Enumerable.Range(0, random.Next(3)).Select(number => new DistrictAssembly($"Versammlung {number}", Day()))],
                SchoolHolidays = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Day()).Select(day => new SchoolHoliday("Ferien", day, day.AddDays(random.Next(14))))],
            };
        }

        var partnership = Sample with
        {
            Districts = [.. Sample.Districts.Select(Random)],
            Obligations = Sample.Obligations with { RetreatMinimumPerBoard = random.Next(1, 6), Pauses = [.. Enumerable.Range(0, random.Next(2)).Select(_ => Day()).Select(day => new AgreedPause("Pause", day, day.AddDays(random.Next(10))))] },
            FederalEvents = [.. Enumerable.Range(0, random.Next(3)).Select(number => new FederalEvent($"e-{number}", $"Termin {number}", Day()))],
            Retreats = Sample.Retreats with { TravelMinutes = random.Next(3) == 0 ? null : random.Next(800), NoticeDays = random.Next(40), SchoolHolidays = random.Next(2) == 0 ? SchoolHolidayRule.Avoid : SchoolHolidayRule.Forbid },
        };
        var holidays = Enumerable.Range(0, random.Next(4)).Select(_ => (partnership.Districts[random.Next(2)].Id, Day: Day())).ToHashSet();
        var known = new KnownDays();
        foreach (var person in partnership.Districts.SelectMany(district => district.People).Where(_ => random.Next(3) > 0))
        {
            for (var day = 0; day < 95; day++)
            {
                if (random.Next(5) > 0)
                    known.Set(person.Id, start.AddDays(day), (DayAnswer)random.Next(3));
            }
        }

        return Question(partnership, partnership.Districts[random.Next(2)].Id, start, start.AddDays(random.Next(90)), start.AddDays(-random.Next(30))) with
        {
            Known = known,
            HolidayOn = (district, day) => holidays.Contains((district.Id, day)) ? "Feiertag" : null,
            Days = random.Next(1, 3),
            AnyWeekday = random.Next(3) == 0,
            OnlyDays = random.Next(3) == 0 ? [.. Enumerable.Range(0, 8).Select(_ => Day())] : null,
        };
    }

    private static RetreatQuestion Question(Partnership partnership, DistrictId host, DateOnly from, DateOnly until, DateOnly today) =>
        new(partnership, host, from, until, today, (district, day) => PartnerOffice.Deliveries.WorkingDays.HolidayOn(district.State, day), new()) { Days = 1 };
}
