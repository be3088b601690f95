using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Who answered what to an invitation (R11, R12). What a person of the office entered is never written over by what comes in by itself; what comes
/// in afterwards is kept beside it. Looked at twice, nothing happens twice.
/// </summary>
internal sealed class AnswerLedger(
    LedgerDatabase database, LedgerWriter writer, AuditTrail audit, NewDeliveries newDeliveries, MeetingLedger meetings, PersonalLinkBook links, TimeProvider time)
{
    private const string ByTheClock = "yyyy-MM-dd'T'HH:mm:ss";

    private static readonly TimeSpan TriesTrackerAgain = TimeSpan.FromMinutes(15);

    /// <summary>A person of the office enters what somebody said; null takes such an entry back, and the own answer counts again.</summary>
    /// <returns>The meeting; null where it is not planned, or has begun.</returns>
    public Task<KnownMeeting?> EnterAsync(PartnershipId partnership, MinutesId meeting, PersonId person, InvitationAnswer? answer, string by, CancellationToken cancellationToken) =>
        writer.WriteAsync("Answered", async (context, wakeUps) =>
        {
            if (await OpenAsync(context, partnership, meeting, null, cancellationToken) is not { } row) return null;

            if (await PutAsync(context, row, person, AnswerWay.Hand, answer, Now, by, null, cancellationToken))
            {
                await audit.AddAsync(context, by, answer is null ? "answer taken back" : "answer entered", MeetingLedger.SubjectOf(row), person.ToString());
                await ChangedAsync(context, wakeUps, row, [person], cancellationToken);
            }

            return await meetings.KnownAsync(context, row, cancellationToken);
        }, cancellationToken);

    /// <summary>A person answers by their own link.</summary>
    /// <param name="generation">The one that the link is for.</param>
    /// <returns>False where it is another one's, cancelled, or has begun.</returns>
    public Task<bool> TakeAsync(PartnershipId partnership, MinutesId meeting, int generation, PersonId person, InvitationAnswer answer, CancellationToken cancellationToken) =>
        writer.WriteAsync("Answered", async (context, wakeUps) =>
        {
            if (await OpenAsync(context, partnership, meeting, generation, cancellationToken) is not { } row) return false;

            if (await PutAsync(context, row, person, AnswerWay.Link, answer, Now, person.ToString(), null, cancellationToken)) await ChangedAsync(context, wakeUps, row, [person], cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>Keeps what the event in the calendar says, as far as it is news. Of an earlier state than the last that was seen, nothing is kept.</summary>
    /// <param name="known">The meeting as it was compared.</param>
    /// <param name="eventId">Graph's id of the event as it was found: where one was doubled, perhaps of the other.</param>
    /// <param name="modifiedAt">When the event changed last.</param>
    /// <param name="seen">Everybody who is invited there.</param>
    /// <param name="sight">How it was found.</param>
    /// <returns>Whether it was the latest state, of this turn.</returns>
    public Task<bool> SeeAsync(KnownMeeting known, string eventId, DateTimeOffset? modifiedAt, IReadOnlyList<SeenAnswer> seen, MeetingSight sight, CancellationToken cancellationToken) =>
        writer.WriteAsync("Seen", async (context, wakeUps) =>
        {
            if (await SameTurnAsync(context, known, cancellationToken) is not { } row) return false;
            if (!await PutSightAsync(context, row, modifiedAt, sight, cancellationToken)) return false;

            if (row.EventId != eventId) (row.EventId, row.Revision) = (eventId, row.Revision + 1);
            var changed = new List<PersonId>();
            foreach (var one in seen)
            {
                if (await PutAsync(context, row, one.Person, AnswerWay.Calendar, one.Answer, one.At?.ToUnixTimeMilliseconds(), one.Person.ToString(), one.Proposed, cancellationToken))
                    changed.Add(one.Person);
            }

            if (changed.Count > 0) await ChangedAsync(context, wakeUps, row, changed, cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>The event is not found, neither by its id nor by its key.</summary>
    /// <returns>Since when.</returns>
    public Task<DateTimeOffset> MissAsync(KnownMeeting known, CancellationToken cancellationToken) =>
        writer.WriteAsync("Missed", async (context, _) =>
        {
            if (await SameTurnAsync(context, known, cancellationToken) is not { } row) return time.GetUtcNow();

            var replies = await MeetingReplies.RowAsync(context, row, cancellationToken);
            replies.MissingSince ??= Now;
            return DateTimeOffset.FromUnixTimeMilliseconds(replies.MissingSince.Value);
        }, cancellationToken);

    /// <summary>Whether what was read of an event is no earlier state than the last that was seen.</summary>
    public async Task<bool> IsLatestAsync(KnownMeeting known, DateTimeOffset? modifiedAt, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var (partnership, meeting) = (known.Partnership.ToString(), known.Plan.Id.ToString());
        var seen = await context.MeetingReplies.Where(row => row.Partnership == partnership && row.Meeting == meeting).Select(row => row.SeenAt).SingleOrDefaultAsync(cancellationToken);
        return seen is null || modifiedAt is null || modifiedAt.Value.ToUnixTimeMilliseconds() >= seen;
    }

    /// <summary>Reminds somebody of answering: once for a meeting, and only while nothing was answered and a message may go (R24).</summary>
    /// <param name="purpose">What the link in it is for; null where nobody outside reaches the service.</param>
    /// <param name="letterOf">The message, by the link's token.</param>
    /// <returns>Whether it was handed in now.</returns>
    public Task<bool> RemindAsync(KnownMeeting known, PersonId person, LinkPurpose? purpose, Func<string?, ClearedConsignment> letterOf, CancellationToken cancellationToken) =>
        writer.WriteAsync("AnswerReminder", async (context, wakeUps) =>
        {
            if (await SameTurnAsync(context, known, cancellationToken) is not { } row || await OpenAsync(context, known.Partnership, known.Plan.Id, row.Generation, cancellationToken) is null) return false;
            if ((await meetings.KnownAsync(context, row, cancellationToken)).AnswerOf(person).Counts is not null) return false;

            var topics = TopicsOf(row, person);
            if (await context.Deliveries.AnyAsync(
                delivery => delivery.Partnership == row.Partnership && delivery.Minutes == row.Meeting && delivery.Version == row.Generation
                    && delivery.Kind == DeliveryKind.Invitation && delivery.StoppedAt == null && topics.Contains(delivery.Topic),
                cancellationToken))
                return false;

            var letter = letterOf(purpose is null ? null : links.Add(context, purpose, known.Plan.Time.StartsAt));
            if (await newDeliveries.AddAsync(context, wakeUps, letter.Consignment, AuditTrail.Service, null, cancellationToken) is EnqueueOutcome.Accepted { IsNew: true }) return true;

            // Whoever has had enough messages gets none, and no link either: asked again with the next look.
            context.ChangeTracker.Clear();
            return false;
        }, cancellationToken);

    /// <summary>Meetings whose numbers the tracker is to hear now, with the state of their answers.</summary>
    public async Task<IReadOnlyList<(KnownMeeting Meeting, long Changes)>> UntrackedAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var (text, now) = (partnership.ToString(), Now);
        var due = await context.MeetingReplies.AsNoTracking().Where(row => row.Partnership == text && row.TrackAt <= now).ToListAsync(cancellationToken);
        var untracked = new List<(KnownMeeting, long)>();
        foreach (var row in due)
        {
            if (await meetings.FindAsync(partnership, MinutesId.Parse(row.Meeting, CultureInfo.InvariantCulture), cancellationToken) is { } known) untracked.Add((known, row.Changes));
        }

        return untracked;
    }

    /// <summary>The tracker knows these numbers now, or never will. What changed since, it hears an hour later.</summary>
    public Task TrackedAsync(IReadOnlyCollection<(KnownMeeting Meeting, long Changes)> told, CancellationToken cancellationToken) =>
        writer.WriteAsync("AnswersTracked", async (context, wakeUps) =>
        {
            foreach (var (known, changes) in told)
            {
                if (await MeetingLedger.RowAsync(context, known.Partnership, known.Plan.Id, cancellationToken) is not { } meeting) continue;

                var row = await MeetingReplies.RowAsync(context, meeting, cancellationToken);
                var hasMore = row.Changes != changes;
                (row.TrackAt, row.TrackedAt) = (null, Now);
                if (hasMore) Wake(wakeUps, meeting, await MeetingReplies.ChangedAsync(context, meeting, Now, cancellationToken));
            }

            return true;
        }, cancellationToken);

    /// <summary>The tracker could not be told of these.</summary>
    public Task TrackLaterAsync(IReadOnlyCollection<KnownMeeting> due, CancellationToken cancellationToken) =>
        writer.WriteAsync("AnswersTracked", async (context, wakeUps) =>
        {
            var at = Now + (long)TriesTrackerAgain.TotalMilliseconds;
            foreach (var known in due)
            {
                if (await MeetingLedger.RowAsync(context, known.Partnership, known.Plan.Id, cancellationToken) is not { } meeting) continue;

                (await MeetingReplies.RowAsync(context, meeting, cancellationToken)).TrackAt = at;
                Wake(wakeUps, meeting, at);
            }

            return true;
        }, cancellationToken);

    internal static KnownAnswer Of(AnswerRow row) => new(PersonId.Parse(row.Person), row.Answer, row.Way, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.By)
    {
        Proposed = row is { ProposedStart: { } start, ProposedEnd: { } end } ? new(Clock(start), Clock(end)) : null,
    };

    internal static MeetingSight SightOf(MeetingReplyRow? row) => row is null ? MeetingSight.AsItShouldBe : new(
        row.MissingSince is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null, row.IsDoubled, row.IsElsewhere,
        [.. (row.Absent ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PersonId.Parse)]);

    // Planned, of this generation, and not begun.
    private async Task<MeetingRow?> OpenAsync(LedgerContext context, PartnershipId partnership, MinutesId meeting, int? generation, CancellationToken cancellationToken) =>
        await MeetingLedger.RowAsync(context, partnership, meeting, cancellationToken) is { State: MeetingState.Planned } row && (generation ?? row.Generation) == row.Generation
            && (await meetings.KnownAsync(context, row, cancellationToken)).Plan is var plan && (plan.Rhythm is not null || plan.Time.StartsAt > time.GetUtcNow())
            ? row
            : null;

    private static async Task<MeetingRow?> SameTurnAsync(LedgerContext context, KnownMeeting known, CancellationToken cancellationToken) =>
        await MeetingLedger.RowAsync(context, known.Partnership, known.Plan.Id, cancellationToken) is { State: MeetingState.Planned } row && row.Generation == known.Generation && row.Sequence == known.Sequence
            ? row
            : null;

    // Without a moment the calendar does not say when: the moment of the first look stays.
    private async Task<bool> PutAsync(
        LedgerContext context, MeetingRow row, PersonId person, AnswerWay way, InvitationAnswer? answer, long? at, string by, MeetingSlot? proposed, CancellationToken cancellationToken)
    {
        var known = await context.Answers.FindAsync([row.Partnership, row.Meeting, row.Generation, person.ToString(), way], cancellationToken);
        if (answer is not { } given)
        {
            if (known is not null) context.Remove(known);
            return known is not null;
        }

        var (start, end) = (proposed?.Start.ToString(ByTheClock, CultureInfo.InvariantCulture), proposed?.End.ToString(ByTheClock, CultureInfo.InvariantCulture));
        if (known is null)
        {
            context.Add(new AnswerRow
            {
                Partnership = row.Partnership,
                Meeting = row.Meeting,
                Generation = row.Generation,
                Person = person.ToString(),
                Way = way,
                Answer = given,
                At = at ?? Now,
                By = by,
                ProposedStart = start,
                ProposedEnd = end,
            });
            return true;
        }

        var isNews = known.Answer != given;
        if (way == AnswerWay.Calendar && !isNews && known.ProposedStart == start && known.ProposedEnd == end && (at ?? known.At) == known.At) return false;

        (known.Answer, known.At, known.By, known.ProposedStart, known.ProposedEnd) = (given, at ?? (isNews ? Now : known.At), by, start, end);
        return isNews;
    }

    private static async Task<bool> PutSightAsync(LedgerContext context, MeetingRow row, DateTimeOffset? modifiedAt, MeetingSight sight, CancellationToken cancellationToken)
    {
        var replies = await MeetingReplies.RowAsync(context, row, cancellationToken);
        var modified = modifiedAt?.ToUnixTimeMilliseconds();
        if (modified < replies.SeenAt) return false;

        (replies.SeenAt, replies.MissingSince) = (modified ?? replies.SeenAt, sight.MissingSince?.ToUnixTimeMilliseconds());
        (replies.IsDoubled, replies.IsElsewhere, replies.Absent) = (sight.IsDoubled, sight.IsElsewhere, sight.Absent.Count == 0 ? null : string.Join(' ', sight.Absent));
        return true;
    }

    private async Task ChangedAsync(LedgerContext context, HashSet<WakeUp> wakeUps, MeetingRow row, IReadOnlyList<PersonId> people, CancellationToken cancellationToken)
    {
        Wake(wakeUps, row, await MeetingReplies.ChangedAsync(context, row, Now, cancellationToken));
        await MeetingReplies.WithdrawRemindersAsync(context, row, [.. people.SelectMany(person => TopicsOf(row, person))], Now, cancellationToken);
    }

    private static List<string> TopicsOf(MeetingRow row, PersonId person) =>
        [.. Enumerable.Range(0, row.Sequence + 1).Select(sequence => new MeetingTurn(PartnershipId.Parse(row.Partnership), MinutesId.Parse(row.Meeting, CultureInfo.InvariantCulture), row.Generation, sequence).ReminderTopic(person))];

    private static void Wake(HashSet<WakeUp> wakeUps, MeetingRow row, long at) =>
        wakeUps.Add(new(Work.Tracker(PartnershipId.Parse(row.Partnership)), DateTimeOffset.FromUnixTimeMilliseconds(at)));

    private static DateTime Clock(string text) => DateTime.ParseExact(text, ByTheClock, CultureInfo.InvariantCulture);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
