using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Deliveries;

/// <summary>Date polls among the members of both boards: who was asked by a link of their own, and what they said.</summary>
internal sealed class PollLedger(LedgerDatabase database, LedgerWriter writer, AuditTrail audit, NewDeliveries newDeliveries, PersonalLinkBook links, TimeProvider time)
{
    /// <summary>The action of the links that ask.</summary>
    public const string LinkAction = "retreat-poll";

    /// <summary>All polls, the oldest first.</summary>
    public async Task<IReadOnlyList<RetreatPoll>> ListAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var text = partnership.ToString();
        var rows = await context.Polls.AsNoTracking().Where(row => row.Partnership == text).OrderBy(row => row.BegunAt).ThenBy(row => row.Poll).ToListAsync(cancellationToken);
        if (rows.Count == 0) return [];

        var answers = (await context.PollAnswers.AsNoTracking().Where(row => row.Partnership == text).OrderBy(row => row.Person).ThenBy(row => row.Day).ToListAsync(cancellationToken)).ToLookup(row => row.Poll);
        return [.. rows.Select(row => Of(row, answers[row.Poll]))];
    }

    /// <summary>One poll; null where there is none of this id.</summary>
    public async Task<RetreatPoll?> FindAsync(PartnershipId partnership, PollId poll, CancellationToken cancellationToken) =>
        (await ListAsync(partnership, cancellationToken)).FirstOrDefault(known => known.Id == poll);

    /// <summary>Begins a poll, and asks everybody by a link of their own.</summary>
    /// <param name="pollOf">The poll, by the id that it gets.</param>
    /// <param name="asked">Whom to ask, and until when each link holds.</param>
    /// <param name="letterOf">The message to a person, with the token of the link; null for somebody whom no message reaches.</param>
    public Task<RetreatPoll> BeginAsync(
        PartnershipId partnership, int year, Func<PollId, RetreatPoll> pollOf, IReadOnlyList<(District District, Person Person, DateTimeOffset Until)> asked,
        Func<RetreatPoll, District, Person, string, ClearedConsignment?> letterOf, string who, CancellationToken cancellationToken) =>
        writer.WriteAsync("Begin poll", async (context, wakeUps) =>
        {
            var text = partnership.ToString();
            var poll = pollOf(PollId.Of(year, await context.Polls.CountAsync(row => row.Partnership == text && row.Year == year, cancellationToken) + 1));
            context.Add(new PollRow
            {
                Partnership = text,
                Poll = poll.Id.ToString(),
                Year = poll.Year,
                Host = poll.Host.ToString(),
                Days = poll.Days,
                Dates = string.Join(' ', poll.Dates.Select(Day)),
                Closes = Day(poll.Closes),
                BegunAt = Now,
                Revision = 1,
            });
            foreach (var (district, person, until) in asked)
                await AskAsync(context, wakeUps, poll, partnership, district, person, until, letterOf, who, cancellationToken);
            await audit.AddAsync(context, who, "poll begun", poll.Id.ToString(), string.Create(CultureInfo.InvariantCulture, $"asked {asked.Count}"));
            return poll;
        }, cancellationToken);

    /// <summary>Reminds one person, by another link that does what the first does.</summary>
    /// <returns>Whether it was handed in: nobody is reminded who has had enough messages, or was reminded before.</returns>
    public Task<bool> RemindAsync(
        RetreatPoll poll, PartnershipId partnership, District district, Person person, DateTimeOffset until, Func<RetreatPoll, District, Person, string, ClearedConsignment?> letterOf, CancellationToken cancellationToken) =>
        writer.WriteAsync("Remind of poll", async (context, wakeUps) =>
        {
            var (token, link) = links.Make(PurposeOf(poll, partnership, district, person), until);
            if (letterOf(poll, district, person, token) is not { } letter) return false;
            if (await newDeliveries.AddAsync(context, wakeUps, letter.Consignment, AuditTrail.Service, null, cancellationToken) is not EnqueueOutcome.Accepted { IsNew: true }) return false;

            context.Add(link);
            return true;
        }, cancellationToken);

    /// <summary>Puts down what a person says by link. What the office entered stays; another answer is kept beside it.</summary>
    /// <returns>False where the poll takes no answers any more.</returns>
    public Task<bool> AnswerAsync(PartnershipId partnership, PollId poll, PersonId person, IReadOnlyDictionary<DateOnly, DayAnswer> answers, DateOnly today, CancellationToken cancellationToken) =>
        EnterAsync(partnership, poll, person, answers, person.ToString(), isByHand: false, today, cancellationToken);

    /// <summary>Puts down what the office was told; the last that it enters holds.</summary>
    /// <returns>False where the poll takes no answers any more.</returns>
    public Task<bool> EnterAsync(PartnershipId partnership, PollId poll, PersonId person, IReadOnlyDictionary<DateOnly, DayAnswer> answers, DateOnly today, string who, CancellationToken cancellationToken) =>
        EnterAsync(partnership, poll, person, answers, who, isByHand: true, today, cancellationToken);

    /// <summary>Takes no more answers; the links end with it. Said twice, nothing changes.</summary>
    public Task<bool> CloseAsync(PartnershipId partnership, PollId poll, string who, CancellationToken cancellationToken) =>
        writer.WriteAsync("Close poll", async (context, _) =>
        {
            if (await RowAsync(context, partnership, poll, cancellationToken) is not { ClosedAt: null } row) return false;

            (row.ClosedAt, row.Revision) = (Now, row.Revision + 1);
            await links.EndAsync(context, LinkAction, row.Poll, null, cancellationToken);
            await audit.AddAsync(context, who, "poll closed", row.Poll);
            return true;
        }, cancellationToken);

    /// <summary>Forgets who answered what; how many polls there were stays.</summary>
    public Task<int> ForgetAsync(PartnershipId partnership, PollId poll, CancellationToken cancellationToken) =>
        writer.WriteAsync("Forget poll", async (context, _) =>
        {
            var (text, id) = (partnership.ToString(), poll.ToString());
            var answers = await context.PollAnswers.Where(answer => answer.Partnership == text && answer.Poll == id).ToListAsync(cancellationToken);
            context.RemoveRange(answers);
            await audit.AddAsync(context, AuditTrail.Service, "poll forgotten", id);
            return answers.Count;
        }, cancellationToken);

    private Task<bool> EnterAsync(
        PartnershipId partnership, PollId poll, PersonId person, IReadOnlyDictionary<DateOnly, DayAnswer> answers, string who, bool isByHand, DateOnly today, CancellationToken cancellationToken) =>
        writer.WriteAsync("Answer poll", async (context, _) =>
        {
            if (await RowAsync(context, partnership, poll, cancellationToken) is not { } row || !Of(row, []).TakesAnswersOn(today)) return false;

            var (text, id) = (person.ToString(), row.Poll);
            var known = await context.PollAnswers.Where(one => one.Partnership == row.Partnership && one.Poll == id && one.Person == text).ToDictionaryAsync(one => one.Day, cancellationToken);
            foreach (var (day, answer) in answers)
            {
                if (!known.TryGetValue(Day(day), out var one))
                    context.Add(new PollAnswerRow { Partnership = row.Partnership, Poll = id, Person = text, Day = Day(day), Answer = answer, IsByHand = isByHand, At = Now, By = who });
                else if (one.IsByHand && !isByHand)
                    one.Own = answer == one.Answer ? null : answer;
                else
                    (one.Answer, one.IsByHand, one.Own, one.At, one.By) = (answer, isByHand, null, Now, who);
            }

            await audit.AddAsync(context, who, isByHand ? "poll answer entered" : "poll answered", $"{id} {text}");
            return true;
        }, cancellationToken);

    private async Task AskAsync(
        LedgerContext context, HashSet<WakeUp> wakeUps, RetreatPoll poll, PartnershipId partnership, District district, Person person, DateTimeOffset until,
        Func<RetreatPoll, District, Person, string, ClearedConsignment?> letterOf, string who, CancellationToken cancellationToken)
    {
        var (token, link) = links.Make(PurposeOf(poll, partnership, district, person), until);
        if (letterOf(poll, district, person, token) is not { } letter) return;

        context.Add(link);
        await newDeliveries.AddAsync(context, wakeUps, letter.Consignment, who, null, cancellationToken);
    }

    private static LinkPurpose PurposeOf(RetreatPoll poll, PartnershipId partnership, District district, Person person) =>
        new(partnership, district.Id, person.Id.ToString(), LinkAction, poll.Id.ToString());

    private static Task<PollRow?> RowAsync(LedgerContext context, PartnershipId partnership, PollId poll, CancellationToken cancellationToken)
    {
        var (text, id) = (partnership.ToString(), poll.ToString());
        return context.Polls.SingleOrDefaultAsync(row => row.Partnership == text && row.Poll == id, cancellationToken);
    }

    private static RetreatPoll Of(PollRow row, IEnumerable<PollAnswerRow> answers) => new(
        PollId.Parse(row.Poll), row.Year, DistrictId.Parse(row.Host), row.Days, [.. row.Dates.Split(' ').Select(Day)], Day(row.Closes), row.ClosedAt is not null,
        [.. answers.Select(answer => new PollAnswer(PersonId.Parse(answer.Person), Day(answer.Day), answer.Answer, answer.IsByHand, answer.Own))]);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
