using PartnerOffice.Core;

namespace PartnerOffice.Retreats;

/// <summary>A date poll as command line and API answer it: numbers for both districts, and who said what for the own one alone (R11).</summary>
/// <param name="Dates">The best first, as the same search judges them that proposes days.</param>
/// <param name="Answers">The own district's people.</param>
/// <param name="Missing">Who of the own district has said nothing yet.</param>
internal sealed record PollCard(
    string Poll, int Year, string Host, int Days, DateOnly Closes, bool IsOpen, IReadOnlyList<SuggestionCard.Date> Dates, IReadOnlyList<SuggestionCard.Refused> Refusals, IReadOnlyList<PollCard.PersonAnswers> Answers, IReadOnlyList<string> Missing)
{
    /// <summary>What one person says.</summary>
    internal sealed record PersonAnswers(string Person, string Name, IReadOnlyList<OneDay> Days);

    /// <param name="ByHand">Whether the office entered it.</param>
    /// <param name="Own">What the person said by link since, where it is something else.</param>
    internal sealed record OneDay(DateOnly Day, DayAnswer Answer, bool ByHand, DayAnswer? Own);

    public static PollCard Of(RetreatPoll poll, RetreatDates ranked, District own, DateOnly today, Language language) => new(
        poll.Id.ToString(), poll.Year, poll.Host.ToString(), poll.Days, poll.Closes, poll.TakesAnswersOn(today),
        [.. ranked.Proposed.Select(date => SuggestionCard.Date.Of(date, language))],
        [.. ranked.Refused.Select(date => new SuggestionCard.Refused(date.Day, date.LastDay, date.Reason.In(language)))],
        [.. poll.Answers.GroupBy(answer => answer.Person).Select(answers => (Person: own.Find(answers.Key), Answers: answers)).Where(one => one.Person is not null)
            .Select(one => new PersonAnswers(one.Person!.Id.ToString(), one.Person.Name, [.. one.Answers.Select(answer => new OneDay(answer.Day, answer.Answer, answer.IsByHand, answer.Own))]))],
        [.. poll.MissingOf(own, today).Select(person => person.Name)]);
}
