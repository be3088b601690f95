using Microsoft.EntityFrameworkCore;

namespace PartnerOffice.Deliveries;

/// <summary>What comes back to a meeting, inside the transaction of whoever changes the meeting or an answer.</summary>
internal static class MeetingReplies
{
    private static readonly TimeSpan TrackerHearsOnceIn = TimeSpan.FromHours(1);

    /// <summary>The row of a meeting, made where there is none.</summary>
    public static async Task<MeetingReplyRow> RowAsync(LedgerContext context, MeetingRow meeting, CancellationToken cancellationToken)
    {
        if (await context.MeetingReplies.FindAsync([meeting.Partnership, meeting.Meeting], cancellationToken) is { } known)
            return known;

        var row = new MeetingReplyRow { Partnership = meeting.Partnership, Meeting = meeting.Meeting };
        context.Add(row);
        return row;
    }

    /// <summary>An answer changed: the tracker hears the numbers, at most once in an hour.</summary>
    /// <param name="now">In UTC milliseconds.</param>
    /// <returns>When, in UTC milliseconds.</returns>
    public static async Task<long> ChangedAsync(LedgerContext context, MeetingRow meeting, long now, CancellationToken cancellationToken)
    {
        var row = await RowAsync(context, meeting, cancellationToken);
        row.Changes++;
        row.TrackAt ??= Math.Max(now, (row.TrackedAt ?? 0) + (long)TrackerHearsOnceIn.TotalMilliseconds);
        return row.TrackAt.Value;
    }

    /// <summary>Planned again it is another event: how the one before was found is over.</summary>
    /// <returns>Whether there was anything.</returns>
    public static async Task<bool> ForgetSightAsync(LedgerContext context, MeetingRow meeting, CancellationToken cancellationToken)
    {
        if (await context.MeetingReplies.FindAsync([meeting.Partnership, meeting.Meeting], cancellationToken) is not { } row) return false;

        (row.MissingSince, row.SeenAt, row.IsDoubled, row.IsElsewhere, row.Absent) = (null, null, false, false, null);
        return true;
    }

    /// <summary>Whoever answered by themselves did it for another time: they are asked anew, as every calendar does. What a person entered stays.</summary>
    /// <returns>Whether there was anything.</returns>
    public static async Task<bool> ForgetOwnAsync(LedgerContext context, MeetingRow meeting, CancellationToken cancellationToken)
    {
        var own = await context.Answers
            .Where(one => one.Partnership == meeting.Partnership && one.Meeting == meeting.Meeting && one.Generation == meeting.Generation && one.Way != AnswerWay.Hand).ToListAsync(cancellationToken);
        context.RemoveRange(own);
        return own.Count > 0;
    }

    /// <summary>Reminders of which nothing is out yet never leave.</summary>
    /// <param name="topics">Which ones; null for all of the meeting.</param>
    public static async Task WithdrawRemindersAsync(LedgerContext context, MeetingRow meeting, IReadOnlyCollection<string>? topics, long now, CancellationToken cancellationToken)
    {
        var waiting = await context.Deliveries.Include(delivery => delivery.Steps)
            .Where(delivery => delivery.Partnership == meeting.Partnership && delivery.Minutes == meeting.Meeting && delivery.Version == meeting.Generation
                && delivery.Kind == DeliveryKind.Invitation && delivery.WithdrawnAt == null && delivery.Topic.StartsWith(MeetingTurn.ReminderTopics))
            .ToListAsync(cancellationToken);
        foreach (var delivery in waiting.Where(delivery => topics?.Contains(delivery.Topic) != false && delivery.Find(DeliveryStep.Mail) is { State: StepState.Planned, MayBeOut: false }))
            Withdraw(delivery, now);
    }

    /// <summary>It never leaves, and its receiver is not counted as written to. Whoever is at work on it finds its epoch gone.</summary>
    public static void Withdraw(DeliveryRow delivery, long now)
    {
        (delivery.StoppedAt, delivery.WithdrawnAt, delivery.State, delivery.Payload, delivery.VerifyAt, delivery.UpdatedAt) = (now, now, DeliveryState.Withdrawn, null, null, now);
        foreach (var step in delivery.Steps) step.Epoch++;
    }
}
