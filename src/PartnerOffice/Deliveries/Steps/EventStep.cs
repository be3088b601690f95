using PartnerOffice.Connections;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// What is to be done in the shared mailbox's calendar, once (engine 2.4). Making: Graph makes one event for our transaction id, however often it
/// is asked. Changing: the event itself carries the mark of the change. Cancelling: what is gone is not cancelled again.
/// </summary>
internal sealed class EventStep(GraphConnections connections, Patience patience, TimeProvider time)
{
    private static readonly TimeSpan NotVisibleYet = TimeSpan.FromSeconds(2);

    // A change or a cancellation that nobody heard the end of may still be carried out so long; another one would tell everybody twice.
    private static readonly TimeSpan MayStillCome = TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepRun run, Parcel parcel, CancellationToken cancellationToken)
    {
        var (from, mailbox) = parcel.From is { Mailbox: { } found } set ? (set, found) : throw new NotSetUpException("mailbox");
        var calendar = connections.Of(from.Identity).Calendars;
        var order = parcel.Consignment.Event ?? throw new InvalidOperationException("There is no order for a calendar.");
        var place = new CalendarPlace(mailbox, TimeZoneInfo.FindSystemTimeZoneById(order.Zone));
        if (order.Action is EventAction.Make or EventAction.Seen)
        {
            await (order.Action == EventAction.Make
                ? MakeAsync(run, calendar, place, order, cancellationToken)
                : run.SaveAsync(StepEvent.Confirm, new() { Error = StepError.DoneInCalendar }, cancellationToken));
            return;
        }

        var known = await FindAsync(parcel, calendar, place, order, cancellationToken);
        if (known is null or { IsCancelled: true })
            await GoneAsync(run, parcel, order, cancellationToken);
        else if (known.Mark != run.Claim.Key && run.Claim.MayBeOut && time.GetUtcNow() - (run.Claim.SentAt ?? run.Claim.FirstAt) is var since && since < MayStillCome)
            await run.SaveAsync(StepEvent.Unknown, new() { Error = "may-still-come", Wait = MayStillCome - since }, cancellationToken);
        else if (order.Action == EventAction.Change)
            await ChangeAsync(run, calendar, place, order, known, cancellationToken);
        else
            await CancelAsync(run, calendar, place, order, known, cancellationToken);
    }

    private async Task MakeAsync(StepRun run, CalendarClient calendar, CalendarPlace place, EventOrder order, CancellationToken cancellationToken)
    {
        // Looked for even before the first try: a service that lost its ledger finds its own events again (D4).
        if (await calendar.FindByKeyAsync(place, run.Claim.Key, cancellationToken) is [var already, ..])
        {
            await ConfirmAsync(run, already, cancellationToken);
            return;
        }

        await run.IntendAsync(cancellationToken);
        try
        {
            await ConfirmAsync(run, await calendar.CreateAsync(place, NewEvent(run.Claim.Key, order), cancellationToken), cancellationToken);
        }
        catch (DuplicateTransactionException)
        {
            if (await calendar.FindByKeyAsync(place, run.Claim.Key, cancellationToken) is [var there, ..]) await ConfirmAsync(run, there, cancellationToken);
            else await LaterAsync(run, "not-visible-yet", cancellationToken);
        }
    }

    // Where the ledger does not know it any more, or somebody took away the one of two that it knows, the key does.
    private static async Task<CalendarEvent?> FindAsync(Parcel parcel, CalendarClient calendar, CalendarPlace place, EventOrder order, CancellationToken cancellationToken)
    {
        var known = parcel.Maker?.Find(DeliveryStep.Event) is { State: StepState.Done, RemoteId: { } id }
            ? await calendar.FindAsync(place, CalendarEventId.Parse(id), cancellationToken)
            : null;
        known ??= (await calendar.FindByKeyAsync(place, parcel.MakerKey, cancellationToken)).FirstOrDefault(one => one is { Kind: EventKind.Once or EventKind.Series, IsCancelled: false });
        if (known is null || order.Occurrence is not { } day) return known;

        // A day that was moved lies elsewhere now, but not further than its neighbours.
        var around = day.ToDateTime(default, DateTimeKind.Utc);
        var days = await calendar.InstancesAsync(place, known.Id, around.AddDays(-35), around.AddDays(35), cancellationToken);
        return days.FirstOrDefault(one => (one.OriginalDay ?? DateOnly.FromDateTime(one.Start)) == day) is { } found ? await calendar.FindAsync(place, found.Id, cancellationToken) : null;
    }

    private static Task GoneAsync(StepRun run, Parcel parcel, EventOrder order, CancellationToken cancellationToken) => (order.Action, parcel.Maker?.Find(DeliveryStep.Event)) switch
    {
        // Gone is what was wanted.
        (EventAction.Cancel, { State: StepState.Done }) => run.SaveAsync(StepEvent.Confirm, StepChange.Nothing, cancellationToken),
        (EventAction.Cancel, _) => run.SaveAsync(StepEvent.Skip, new() { Error = "never made" }, cancellationToken),
        // A person took it out of the calendar: it is not made anew behind their back.
        _ => run.SaveAsync(StepEvent.GiveUp, new() { Error = "event-gone" }, cancellationToken),
    };

    private static async Task ChangeAsync(StepRun run, CalendarClient calendar, CalendarPlace place, EventOrder order, CalendarEvent known, CancellationToken cancellationToken)
    {
        if (known.Mark != run.Claim.Key)
        {
            await run.IntendAsync(cancellationToken);
            known = await calendar.UpdateAsync(place, known.Id, Change(run.Claim.Key, order), cancellationToken);
        }

        // What was changed is the meeting's event from now on: a day of its series, or the one of two that is still there.
        await ConfirmAsync(run, known, cancellationToken);
    }

    private static async Task CancelAsync(StepRun run, CalendarClient calendar, CalendarPlace place, EventOrder order, CalendarEvent known, CancellationToken cancellationToken)
    {
        await run.IntendAsync(cancellationToken);
        await calendar.CancelAsync(place, known.Id, order.Text ?? "", cancellationToken);
        await run.SaveAsync(StepEvent.Confirm, new() { RemoteId = known.Id.Value }, cancellationToken);
    }

    private static NewEvent NewEvent(string key, EventOrder order) => new()
    {
        Key = key,
        TransactionId = DeliverySecrets.RequestId(key).ToString("D"),
        Subject = order.Subject ?? "",
        BodyText = order.Text ?? "",
        Start = order.Start!.Value,
        End = order.End!.Value,
        Place = order.Place,
        Attendees = [.. order.Attendees.Select(Of)],
        HidesAttendees = order.HidesAttendees,
        IsOnline = order.IsOnline,
        Series = order.Series is { } series ? new(series.Day, series.Week, series.From, series.Until) : null,
    };

    private static EventChange Change(string mark, EventOrder order) => new()
    {
        Mark = mark,
        Subject = order.Subject,
        BodyText = order.Text,
        Start = order.Start,
        End = order.End,
        Place = order.Place,
        Attendees = order.Attendees.Count == 0 ? null : [.. order.Attendees.Select(Of)],
    };

    private static EventAttendee Of(EventGuest guest) => new(EmailAddress.Parse(guest.Address), guest.Name);

    private Task LaterAsync(StepRun run, string error, CancellationToken cancellationToken)
    {
        var (happened, change) = patience.Later(run.Claim, error, patience.Growing(run.Claim, NotVisibleYet, TimeSpan.FromMinutes(1)));
        return run.SaveAsync(happened, change, cancellationToken);
    }

    private static Task ConfirmAsync(StepRun run, CalendarEvent made, CancellationToken cancellationToken) =>
        run.SaveAsync(StepEvent.Confirm, new() { RemoteId = made.Id.Value, ICalUId = made.ICalUId }, cancellationToken);
}
