using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Retreats;

/// <summary>Date polls: begun by an office, answered by everybody for themselves or by the own office, reminded of once, and closed.</summary>
/// <param name="service">Where people reach the service; null where nobody outside does.</param>
internal sealed class PollDesk(Ledger ledger, Partnership partnership, TimeProvider time, Uri? service)
{
    /// <summary>How many days before its end a poll is reminded of.</summary>
    private const int RemindDaysBefore = 4;

    /// <summary>How many days after the last of its days nobody needs the answers any more.</summary>
    private const int ForgetDaysAfter = 30;

    /// <summary>The poll of this id.</summary>
    /// <exception cref="RetreatException">There is none.</exception>
    public async Task<RetreatPoll> FindAsync(string id, CancellationToken cancellationToken) =>
        PollId.TryParse(id, out var poll) && await ledger.Polls.FindAsync(partnership.Id, poll, cancellationToken) is { } known ? known : throw RetreatRefusals.UnknownPoll(id);

    /// <summary>Begins a poll among the members of both boards.</summary>
    /// <exception cref="RetreatException">It has too few or too many dates, closes too late, or another one for the year runs.</exception>
    public async Task<RetreatPoll> BeginAsync(int year, DistrictId host, int days, IReadOnlyList<DateOnly> dates, DateOnly closes, string who, CancellationToken cancellationToken)
    {
        var sorted = dates.Distinct().Order().ToList();
        RetreatPoll.RequireSound(sorted, closes, partnership.Districts.Max(Today));
        if ((await ledger.Polls.ListAsync(partnership.Id, cancellationToken)).FirstOrDefault(known => known.Year == year && partnership.Districts.Any(district => known.TakesAnswersOn(Today(district)))) is { } running)
            throw RetreatRefusals.PollRuns(running.Id);

        var asked = partnership.Districts.SelectMany(district => RetreatPoll.AskedOf(district, Today(district)).Select(person => (district, person, EndOf(closes, district)))).ToList();
        return await ledger.Polls.BeginAsync(
            partnership.Id, year, id => new(id, year, host, days, sorted, closes, false, []), asked,
            (poll, district, person, token) => RetreatLetters.Poll(poll, partnership.Id, district, person, LinkOf(token)), who, cancellationToken);
    }

    /// <summary>Puts down what a person says by the own link.</summary>
    /// <exception cref="RetreatException">The poll takes no answers any more, or a day is none of its.</exception>
    public async Task AnswerAsync(RetreatPoll poll, District own, PersonId person, IReadOnlyDictionary<DateOnly, DayAnswer> answers, CancellationToken cancellationToken)
    {
        RequireDates(poll, [.. answers.Keys]);
        if (!await ledger.Polls.AnswerAsync(partnership.Id, poll.Id, person, answers, Today(own), cancellationToken))
            throw RetreatRefusals.PollClosed(poll.Id);
    }

    /// <summary>Puts down what the office was told by somebody; no link overwrites it.</summary>
    /// <exception cref="RetreatException">Nobody of the own board is called so, the poll takes no answers any more, or a day is none of its.</exception>
    public async Task<RetreatPoll> EnterAsync(RetreatPoll poll, District own, string name, IReadOnlyDictionary<DateOnly, DayAnswer> answers, string who, CancellationToken cancellationToken)
    {
        RequireDates(poll, [.. answers.Keys]);
        var person = RetreatPoll.AskedOf(own, Today(own)).FirstOrDefault(known => known.Id.ToString() == name || string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)) ?? throw RetreatRefusals.UnknownPerson(name);
        return await ledger.Polls.EnterAsync(partnership.Id, poll.Id, person.Id, answers, Today(own), who, cancellationToken)
            ? await FindAsync(poll.Id.ToString(), cancellationToken)
            : throw RetreatRefusals.PollClosed(poll.Id);
    }

    /// <summary>Takes no more answers.</summary>
    public async Task<RetreatPoll> CloseAsync(RetreatPoll poll, string who, CancellationToken cancellationToken)
    {
        await ledger.Polls.CloseAsync(partnership.Id, poll.Id, who, cancellationToken);
        return await FindAsync(poll.Id.ToString(), cancellationToken);
    }

    /// <summary>Reminds whoever has not answered, once and within what a person may be written to; closes what has ended, and forgets the answers to what is long over.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var polls = await ledger.Polls.ListAsync(partnership.Id, cancellationToken);
        foreach (var poll in polls.Where(known => known is { IsClosed: true, Answers.Count: > 0 } && partnership.Districts.All(district => Today(district) > known.Dates.Max().AddDays(ForgetDaysAfter))))
            await ledger.Polls.ForgetAsync(partnership.Id, poll.Id, cancellationToken);

        foreach (var poll in polls.Where(known => !known.IsClosed))
        {
            if (partnership.Districts.All(district => Today(district) > poll.Closes))
            {
                await ledger.Polls.CloseAsync(partnership.Id, poll.Id, AuditTrail.Service, cancellationToken);
                continue;
            }

            foreach (var district in partnership.Districts.Where(district => poll.TakesAnswersOn(Today(district)) && Today(district) >= poll.Closes.AddDays(-RemindDaysBefore)))
            {
                foreach (var person in poll.MissingOf(district, Today(district)))
                {
                    await ledger.Polls.RemindAsync(
                        poll, partnership.Id, district, person, EndOf(poll.Closes, district),
                        (known, own, who, token) => RetreatLetters.PollReminder(known, partnership.Id, own, who, LinkOf(token)), cancellationToken);
                }
            }
        }
    }

    private static void RequireDates(RetreatPoll poll, IReadOnlyCollection<DateOnly> days)
    {
        if (days.Count == 0)
            throw RetreatRefusals.NothingSaid();
        foreach (var day in days.Where(day => !poll.Dates.Contains(day)))
            throw RetreatRefusals.NotADate(day);
    }

    private Uri? LinkOf(string token) => service is null ? null : LinkRoutes.AddressOf(service, token);

    private DateOnly Today(District district) => time.Today(district.TimeZone);

    // Midnight after the last day, by the clock of whoever answers.
    private static DateTimeOffset EndOf(DateOnly closes, District district)
    {
        var local = closes.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new(local, district.TimeZone.GetUtcOffset(local));
    }
}
