using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What is planned, and who was invited how and when. A meeting and everything that goes out for it are one commit.</summary>
internal sealed class MeetingLedger(
    LedgerDatabase database, LedgerWriter writer, DeliverySecrets secrets, AuditTrail audit, NewDeliveries newDeliveries, TimeProvider time)
{
    private const string PlanPurpose = "meeting";

    /// <summary>One meeting; null where the ledger does not know it.</summary>
    public async Task<KnownMeeting?> FindAsync(PartnershipId partnership, MinutesId meeting, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await RowAsync(context, partnership, meeting, cancellationToken) is { } row ? await KnownAsync(context, row, cancellationToken) : null;
    }

    /// <summary>All meetings of a partnership, the earliest first.</summary>
    public Task<IReadOnlyList<KnownMeeting>> ListAsync(PartnershipId partnership, CancellationToken cancellationToken) => ListAsync(partnership, rows => rows, cancellationToken);

    /// <summary>What is planned of a district and has not ended, the earliest first; a series until its last day.</summary>
    public async Task<IReadOnlyList<KnownMeeting>> OpenAsync(PartnershipId partnership, DistrictId district, CancellationToken cancellationToken)
    {
        var (now, own) = (time.GetUtcNow(), district.ToString());
        return [.. (await ListAsync(partnership, rows => rows.Where(row => row.State == MeetingState.Planned && row.District == own), cancellationToken)).Where(known => EndOf(known.Plan) > now)];
    }

    /// <summary>The key that the meeting's event was made with; of a day of a series the series'.</summary>
    public string EventKeyOf(KnownMeeting known) => secrets.StepKey(known.Partnership, (SeriesOf(known) ?? known.Current).Maker(known.Plan.District), DeliveryStep.Event);

    /// <summary>The mark that the event carries since the meeting's last turn.</summary>
    public string EventMarkOf(KnownMeeting known) =>
        secrets.StepKey(known.Partnership, known.Current.Delivery(known.Plan.District, known.Current.EventTopic), DeliveryStep.Event);

    /// <summary>The first turn of the series whose day the meeting is; null where it has an event of its own.</summary>
    public static MeetingTurn? SeriesOf(KnownMeeting known) => known is { Generation: 1, Plan.Series: { } day } ? known.Current.SeriesOf(day) : null;

    /// <summary>The series of this district that meets on this day; null where there is none.</summary>
    public async Task<SeriesDay?> SeriesOnAsync(PartnershipId partnership, DistrictId district, DateOnly day, CancellationToken cancellationToken) =>
        (await ListAsync(partnership, cancellationToken))
            .Where(known => known is { State: MeetingState.Planned, Plan.Rhythm: not null } && known.Plan.District == district && known.Plan.Rhythm.Days().Contains(day))
            .Select(known => new SeriesDay(known.Plan.Rhythm!.Id, known.Generation, day, TimeOnly.FromDateTime(known.Plan.Time.Start)))
            .FirstOrDefault();

    /// <summary>The days of a series that are planned singly and have not ended, the earliest first; none of what is no series.</summary>
    public async Task<IReadOnlyList<KnownMeeting>> DaysOfAsync(KnownMeeting series, CancellationToken cancellationToken) => series.Plan.Rhythm is { } rhythm
        ? [.. (await OpenAsync(series.Partnership, series.Plan.District, cancellationToken)).Where(known => known.Plan.Series is { } day && day.Id == rhythm.Id && day.Generation == series.Generation)]
        : [];

    /// <summary>Plans a meeting and hands in everything that invites to it. The same again changes nothing.</summary>
    /// <param name="messagesOf">What goes out, for the turn that this becomes.</param>
    public Task<MeetingOutcome> PlanAsync(
        PartnershipId partnership, ClearedMeeting meeting, Func<MeetingTurn, IReadOnlyList<MeetingMessage>> messagesOf, string by, CancellationToken cancellationToken) =>
        writer.WriteAsync<MeetingOutcome>("Plan", async (context, wakeUps) =>
        {
            var plan = meeting.Plan;
            var row = await RowAsync(context, partnership, plan.Id, cancellationToken);
            if (row is { State: MeetingState.Planned })
            {
                var known = await KnownAsync(context, row, cancellationToken);
                return IsSame(known.Plan, plan) ? new MeetingOutcome.Recorded(known, IsNew: false) : new MeetingOutcome.KnownOtherwise(known);
            }

            if (row is null)
            {
                row = new()
                {
                    Partnership = partnership.ToString(),
                    Meeting = plan.Id.ToString(),
                    District = plan.District.ToString(),
                    Number = plan.Number,
                    Date = "",
                    Kind = plan.Kind,
                    State = MeetingState.Planned,
                    Generation = 0,
                    Sequence = 0,
                    Plan = [],
                    UpdatedAt = 0,
                    Revision = 0,
                };
                context.Add(row);
            }

            (row.State, row.Generation, row.Sequence, row.EventId, row.ICalUId) = (MeetingState.Planned, row.Generation + 1, 0, null, null);
            Put(row, plan);
            // Nobody has answered to this one yet, whatever the tracker says of the one before.
            if (await MeetingReplies.ForgetSightAsync(context, row, cancellationToken)) await CountAnewAsync(context, wakeUps, row, cancellationToken);
            await HandInAsync(context, wakeUps, row, messagesOf(TurnOf(row)), by, "meeting planned", cancellationToken);
            return new MeetingOutcome.Recorded(await KnownAsync(context, row, cancellationToken), IsNew: true);
        }, cancellationToken);

    /// <summary>Moves a meeting, and tells everybody whom the invitation reached or will reach.</summary>
    /// <param name="messagesOf">What goes out, by the meeting as it was and what was handed in for it so far.</param>
    /// <param name="after">The turn that was looked at; moved or cancelled since, nothing is changed. Null where that does not matter.</param>
    public Task<MeetingOutcome> MoveAsync(
        PartnershipId partnership, ClearedMeeting meeting, Func<KnownMeeting, Reached, IReadOnlyList<MeetingMessage>> messagesOf, string by, CancellationToken cancellationToken, MeetingTurn? after = null) =>
        writer.WriteAsync<MeetingOutcome>("Move", async (context, wakeUps) =>
        {
            if (await RowAsync(context, partnership, meeting.Plan.Id, cancellationToken) is not { State: MeetingState.Planned } row || IsOvertaken(row, after)) return new MeetingOutcome.NotPlanned(null);

            var before = await KnownAsync(context, row, cancellationToken);
            if (IsSame(before.Plan, meeting.Plan)) return new MeetingOutcome.Recorded(before, IsNew: false);

            var told = await OvertakeRowsAsync(context, row, cancellationToken);
            await MeetingReplies.WithdrawRemindersAsync(context, row, null, Now, cancellationToken);
            if (before.Plan.Time != meeting.Plan.Time && await MeetingReplies.ForgetOwnAsync(context, row, cancellationToken)) await CountAnewAsync(context, wakeUps, row, cancellationToken);
            row.Sequence++;
            Put(row, meeting.Plan);
            await HandInAsync(context, wakeUps, row, messagesOf(before, told), by, "meeting moved", cancellationToken);
            return new MeetingOutcome.Recorded(await KnownAsync(context, row, cancellationToken), IsNew: true);
        }, cancellationToken);

    /// <summary>Cancels a meeting. Invitations of which nothing is out yet never leave; everybody else hears of it.</summary>
    /// <param name="messagesOf">What goes out, by the meeting as it was and whom the invitation may have reached.</param>
    /// <param name="after">The turn that was looked at; moved or planned anew since, nothing is changed. Null where that does not matter.</param>
    public Task<MeetingOutcome> CancelAsync(
        PartnershipId partnership, MinutesId meeting, Func<KnownMeeting, Reached, IReadOnlyList<MeetingMessage>> messagesOf, string by, CancellationToken cancellationToken, MeetingTurn? after = null) =>
        writer.WriteAsync<MeetingOutcome>("Cancel meeting", async (context, wakeUps) =>
        {
            var row = await RowAsync(context, partnership, meeting, cancellationToken);
            if (row is null || IsOvertaken(row, after)) return new MeetingOutcome.NotPlanned(null);

            var before = await KnownAsync(context, row, cancellationToken);
            if (row.State == MeetingState.Cancelled) return new MeetingOutcome.Recorded(before, IsNew: false);

            await OvertakeRowsAsync(context, row, cancellationToken);
            var reached = await StopAsync(context, row, by, "meeting cancelled", cancellationToken);
            (row.State, row.Sequence) = (MeetingState.Cancelled, row.Sequence + 1);
            Put(row, before.Plan);
            await LeaveOutAsync(context, row, before, cancellationToken);
            await HandInAsync(context, wakeUps, row, messagesOf(before, reached), by, "meeting cancelled", cancellationToken);
            return new MeetingOutcome.Recorded(await KnownAsync(context, row, cancellationToken), IsNew: true);
        }, cancellationToken);

    /// <summary>Lets a day stay whose series goes: it gets an event of its own, and everybody is invited to that. What has one already is left in peace.</summary>
    /// <param name="messagesOf">What goes out, for the turn that this becomes.</param>
    public Task<MeetingOutcome> KeepWithoutSeriesAsync(
        PartnershipId partnership, MinutesId meeting, Func<MeetingTurn, IReadOnlyList<MeetingMessage>> messagesOf, string by, CancellationToken cancellationToken) =>
        writer.WriteAsync<MeetingOutcome>("Keep without series", async (context, wakeUps) =>
        {
            if (await RowAsync(context, partnership, meeting, cancellationToken) is not { State: MeetingState.Planned } row) return new MeetingOutcome.NotPlanned(null);

            var before = await KnownAsync(context, row, cancellationToken);
            if (SeriesOf(before) is null) return new MeetingOutcome.Recorded(before, IsNew: false);

            await OvertakeRowsAsync(context, row, cancellationToken);
            await StopAsync(context, row, by, "series cancelled", cancellationToken);
            (row.Generation, row.Sequence, row.EventId, row.ICalUId) = (row.Generation + 1, 0, null, null);
            Put(row, before.Plan);
            if (await MeetingReplies.ForgetSightAsync(context, row, cancellationToken)) await CountAnewAsync(context, wakeUps, row, cancellationToken);
            await HandInAsync(context, wakeUps, row, messagesOf(TurnOf(row)), by, "meeting planned", cancellationToken);
            return new MeetingOutcome.Recorded(await KnownAsync(context, row, cancellationToken), IsNew: true);
        }, cancellationToken);

    /// <summary>A person invited somebody by letter or telephone; the last that is said of it holds.</summary>
    /// <returns>The meeting; null where it is not planned.</returns>
    public Task<KnownMeeting?> RecordAsync(PartnershipId partnership, MinutesId meeting, PersonId person, InvitationChannel channel, DateTimeOffset at, string by, CancellationToken cancellationToken) =>
        writer.WriteAsync("Invited", async (context, _) =>
        {
            if (await RowAsync(context, partnership, meeting, cancellationToken) is not { State: MeetingState.Planned } row) return null;

            var (text, id) = (partnership.ToString(), person.ToString());
            var known = await context.Invitations.SingleOrDefaultAsync(
                one => one.Partnership == text && one.Meeting == row.Meeting && one.Generation == row.Generation && one.Person == id && one.Channel == channel, cancellationToken);
            if (known is null)
            {
                context.Add(new InvitationRow
                {
                    Partnership = text,
                    Meeting = row.Meeting,
                    Generation = row.Generation,
                    Person = id,
                    Channel = channel,
                    At = at.ToUnixTimeMilliseconds(),
                    By = by,
                });
            }
            else
            {
                (known.At, known.By) = (at.ToUnixTimeMilliseconds(), by);
            }

            await audit.AddAsync(context, by, "invited", SubjectOf(row), $"{id} {KebabWord.Of(channel)}");
            return await KnownAsync(context, row, cancellationToken);
        }, cancellationToken);

    /// <summary>A step of an invitation is done: what that tells about the meeting and its people, in the same commit.</summary>
    internal static async Task DoneAsync(LedgerContext context, DeliveryRow delivery, StepRow step, StepChange change, CancellationToken cancellationToken)
    {
        if (step.Step is not (DeliveryStep.Event or DeliveryStep.Mail)) return;

        if (change.ICalUId is not null)
        {
            var row = await context.Meetings.SingleOrDefaultAsync(known => known.Partnership == delivery.Partnership && known.Meeting == delivery.Minutes && known.Generation == delivery.Version, cancellationToken);
            if (row is not null) (row.EventId, row.ICalUId, row.Revision) = (step.RemoteId, change.ICalUId, row.Revision + 1);
        }

        foreach (var invitation in await context.Invitations.Where(one => one.Delivery == delivery.Id).ToListAsync(cancellationToken)) invitation.At ??= step.FinishedAt;
    }

    internal static Task<MeetingRow?> RowAsync(LedgerContext context, PartnershipId partnership, MinutesId meeting, CancellationToken cancellationToken)
    {
        var (text, id) = (partnership.ToString(), meeting.ToString());
        return context.Meetings.SingleOrDefaultAsync(row => row.Partnership == text && row.Meeting == id, cancellationToken);
    }

    private static MeetingTurn TurnOf(MeetingRow row) => new(PartnershipId.Parse(row.Partnership), MinutesId.Parse(row.Meeting, CultureInfo.InvariantCulture), row.Generation, row.Sequence);

    private static bool IsOvertaken(MeetingRow row, MeetingTurn? after) => after is not null && after != TurnOf(row);

    private static DateTimeOffset EndOf(PlannedMeeting plan) => plan.Rhythm is { } rhythm ? (plan.Time with { End = rhythm.Until.ToDateTime(new TimeOnly(23, 59)) }).EndsAt : plan.Time.EndsAt;

    // Work for whoever writes the tracker, as soon as it may hear the numbers again.
    private async Task CountAnewAsync(LedgerContext context, HashSet<WakeUp> wakeUps, MeetingRow row, CancellationToken cancellationToken)
    {
        var at = await MeetingReplies.ChangedAsync(context, row, Now, cancellationToken);
        wakeUps.Add(new(Work.Tracker(PartnershipId.Parse(row.Partnership)), DateTimeOffset.FromUnixTimeMilliseconds(at)));
    }

    internal static string SubjectOf(MeetingRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Meeting} g{row.Generation}.{row.Sequence}");

    // What was sealed reads the same only where it is the same.
    private static bool IsSame(PlannedMeeting one, PlannedMeeting other) => ConsignmentJson.Write(one).AsSpan().SequenceEqual(ConsignmentJson.Write(other));

    private void Put(MeetingRow row, PlannedMeeting plan)
    {
        (row.Date, row.Series) = (plan.Time.Day.ToString("O", CultureInfo.InvariantCulture), plan.Series?.Id.ToString());
        row.Plan = secrets.SealKept($"{PlanPurpose}/{row.Partnership}/{row.Meeting}", ConsignmentJson.Write(plan));
        (row.UpdatedAt, row.Revision) = (Now, row.Revision + 1);
    }

    private async Task<IReadOnlyList<KnownMeeting>> ListAsync(PartnershipId partnership, Func<IQueryable<MeetingRow>, IQueryable<MeetingRow>> which, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var text = partnership.ToString();
        var rows = await which(context.Meetings.AsNoTracking().Where(row => row.Partnership == text)).OrderBy(row => row.Date).ThenBy(row => row.Meeting).ToListAsync(cancellationToken);
        var invitations = (await context.Invitations.AsNoTracking().Where(row => row.Partnership == text).ToListAsync(cancellationToken)).ToLookup(row => (row.Meeting, row.Generation));
        var answers = (await context.Answers.AsNoTracking().Where(row => row.Partnership == text).ToListAsync(cancellationToken)).ToLookup(row => (row.Meeting, row.Generation));
        var replies = await context.MeetingReplies.AsNoTracking().Where(row => row.Partnership == text).ToDictionaryAsync(row => row.Meeting, cancellationToken);
        return [.. rows.Select(row => Known(row, invitations[(row.Meeting, row.Generation)], answers[(row.Meeting, row.Generation)], replies.GetValueOrDefault(row.Meeting)))];
    }

    private async Task HandInAsync(
        LedgerContext context, HashSet<WakeUp> wakeUps, MeetingRow row, IReadOnlyList<MeetingMessage> messages, string by, string what, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            var consignment = message.Consignment.Consignment;
            if (await newDeliveries.AddAsync(context, wakeUps, consignment, by, null, cancellationToken) is not EnqueueOutcome.Accepted)
                throw new InvalidOperationException("An invitation is always taken.");
            foreach (var (person, channel) in message.Invites)
            {
                context.Add(new InvitationRow
                {
                    Partnership = row.Partnership,
                    Meeting = row.Meeting,
                    Generation = row.Generation,
                    Person = person.ToString(),
                    Channel = channel,
                    Delivery = consignment.Delivery.Value,
                    By = by,
                });
            }
        }

        await audit.AddAsync(context, by, what, SubjectOf(row), string.Create(CultureInfo.InvariantCulture, $"messages {messages.Count}"));
    }

    // A row of the tracker that waits must not be written over a newer one when its time comes. Answers what was handed in.
    private static async Task<Reached> OvertakeRowsAsync(LedgerContext context, MeetingRow row, CancellationToken cancellationToken)
    {
        var deliveries = await DeliveriesAsync(context, row, cancellationToken);
        foreach (var step in deliveries.Select(delivery => delivery.Find(DeliveryStep.Tracker)).OfType<StepRow>().Where(step => step.State == StepState.Planned))
        {
            (step.State, step.Error, step.FinishedAt) = (DeliveryTransitions.Next(step.Step, step.State, StepEvent.Skip, step.MayBeOut), "overtaken", step.NotBefore);
            step.Epoch++;
        }

        return new(deliveries.Select(delivery => delivery.Id).ToHashSet());
    }

    // The series has that day no more, and everybody hears of it by the day's own cancellation: planned again, it is a meeting by itself.
    private async Task LeaveOutAsync(LedgerContext context, MeetingRow row, KnownMeeting cancelled, CancellationToken cancellationToken)
    {
        if (cancelled.Plan.Series is not { } day || await RowAsync(context, cancelled.Partnership, MinutesId.Parse(day.Id.ToString(), CultureInfo.InvariantCulture), cancellationToken) is not { } series || series == row) return;

        var plan = (await KnownAsync(context, series, cancellationToken)).Plan;
        if (series.Generation == day.Generation && plan.Rhythm is { } rhythm && !rhythm.Skipped.Contains(day.Day))
            Put(series, plan with { Rhythm = rhythm with { Skipped = [.. rhythm.Skipped.Append(day.Day).Order()] } });
    }

    private async Task<Reached> StopAsync(LedgerContext context, MeetingRow row, string by, string why, CancellationToken cancellationToken)
    {
        var reached = new HashSet<Guid>();
        foreach (var delivery in await DeliveriesAsync(context, row, cancellationToken))
        {
            var step = delivery.Find(DeliveryStep.Event) ?? delivery.Find(DeliveryStep.Mail)!;
            if (step.State != StepState.Planned || step.MayBeOut)
            {
                reached.Add(delivery.Id);
                continue;
            }

            // Whoever is at work on it finds its epoch gone before anything leaves.
            (delivery.WithdrawnAt, delivery.State, delivery.Payload, delivery.VerifyAt, delivery.UpdatedAt) = (Now, DeliveryState.Withdrawn, null, null, Now);
            foreach (var one in delivery.Steps) one.Epoch++;
            await audit.AddAsync(context, by, "withdrawn", delivery.Subject, why);
        }

        return new(reached);
    }

    private static Task<List<DeliveryRow>> DeliveriesAsync(LedgerContext context, MeetingRow row, CancellationToken cancellationToken) => context.Deliveries.Include(delivery => delivery.Steps)
        .Where(delivery => delivery.Partnership == row.Partnership && delivery.Minutes == row.Meeting && delivery.Version == row.Generation && delivery.Kind == DeliveryKind.Invitation && delivery.WithdrawnAt == null)
        .ToListAsync(cancellationToken);

    internal async Task<KnownMeeting> KnownAsync(LedgerContext context, MeetingRow row, CancellationToken cancellationToken)
    {
        bool IsOf(string partnership, string meeting, int generation) => partnership == row.Partnership && meeting == row.Meeting && generation == row.Generation;

        var invitations = await context.Invitations.Where(one => one.Partnership == row.Partnership && one.Meeting == row.Meeting && one.Generation == row.Generation).ToListAsync(cancellationToken);
        var answers = await context.Answers.Where(one => one.Partnership == row.Partnership && one.Meeting == row.Meeting && one.Generation == row.Generation).ToListAsync(cancellationToken);
        // What this transaction has just added or taken away counts too.
        return Known(
            row,
            invitations.Concat(context.Invitations.Local.Where(one => IsOf(one.Partnership, one.Meeting, one.Generation))).Distinct(),
            answers.Concat(context.Answers.Local.Where(one => IsOf(one.Partnership, one.Meeting, one.Generation))).Distinct().Where(one => context.Entry(one).State != EntityState.Deleted),
            await context.MeetingReplies.FindAsync([row.Partnership, row.Meeting], cancellationToken));
    }

    private KnownMeeting Known(MeetingRow row, IEnumerable<InvitationRow> invitations, IEnumerable<AnswerRow> answers, MeetingReplyRow? replies) => new(
        PartnershipId.Parse(row.Partnership), ConsignmentJson.ReadMeeting(secrets.OpenKept($"{PlanPurpose}/{row.Partnership}/{row.Meeting}", row.Plan)),
        row.State, row.Generation, row.Sequence, row.EventId, row.ICalUId,
        [.. invitations.OrderBy(one => one.Person, StringComparer.Ordinal).ThenBy(one => one.Channel).Select(one => new KnownInvitation(
            PersonId.Parse(one.Person), one.Channel, one.At is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null, one.Delivery is { } delivery ? DeliveryId.From(delivery) : null))])
    {
        Answers = [.. answers.OrderBy(one => one.Person, StringComparer.Ordinal).ThenBy(one => one.Way).Select(AnswerLedger.Of)],
        Sight = AnswerLedger.SightOf(replies),
        ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.UpdatedAt),
    };

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
