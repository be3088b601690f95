using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>What goes out for a meeting: one order for the calendar with the tracker's row, and a mail to each whom no calendar reaches.</summary>
/// <param name="answerLine">How the person answers by mail, as a line of the text; null where there is no such way.</param>
internal sealed class MeetingMessages(Partnership partnership, ClearedMeeting cleared, DateTimeOffset now, Func<Invitee, string?> answerLine)
{
    private readonly PlannedMeeting meeting = cleared.Plan;
    private readonly District own = partnership.Find(cleared.Plan.District)!;
    private readonly InvitationList list = InvitationList.Of(cleared.Plan, partnership);

    /// <summary>Whether a person did it in the calendar already: then nothing is left to do there, and everybody there knows.</summary>
    public bool IsInCalendar { get; init; }

    /// <summary>Everybody is invited.</summary>
    public IReadOnlyList<MeetingMessage> Invite(MeetingTurn turn) =>
    [
        new(Event(turn, InSeries(turn) is { } day ? OnDay(day) : Whole(), MeetingRows.Planned), [.. list.ByCalendar.Select(person => (person.Id, InvitationChannel.Calendar))]),
        // The rhythm first, then the days on which nobody meets.
        .. (meeting.Rhythm?.Skipped ?? []).Select(skipped => new MeetingMessage(ClearedConsignment.Of(
            Bare(turn, turn.SkipTopic(skipped), turn.Maker(own.Id), Digest(EventAction.Cancel, null), new([], "", "")) with
            {
                Event = new() { Action = EventAction.Cancel, Made = turn.Maker(own.Id), Occurrence = skipped, Zone = meeting.Time.Zone.Id, Text = "An diesem Tag ist keine Sitzung." },
            },
            cleared), [])),
        .. list.ByMail.Select(person => new MeetingMessage(Mail(turn, person, TextFor(person), isCancelled: false, null), [(person.Id, InvitationChannel.Mail)])),
    ];

    /// <summary>Everybody hears of the new time; whoever is on the board by then is invited, whoever is not any more is told so.</summary>
    /// <param name="told">What was handed in for the meeting so far.</param>
    public IReadOnlyList<MeetingMessage> Move(KnownMeeting before, Reached told)
    {
        var turn = before.Next;
        // Who was told, and not who would be invited to the old day: people come and go between an invitation and its change.
        bool Was(Invitee person) => told.By(MailOf(before.Current, person.Id));
        bool IsNew(Invitee person) => before.Invitations.All(one => one.Person != person.Id);
        var inCalendar = before.Invitations.Where(one => one.Channel == InvitationChannel.Calendar).Select(one => one.Person);
        var order = new EventOrder
        {
            Action = EventAction.Change,
            Occurrence = InSeries(turn)?.Day,
            Zone = meeting.Time.Zone.Id,
            Start = meeting.Time.Start,
            End = meeting.Time.End,
            // People may have written into the event: what does not change is not written again.
            Place = meeting.Place == before.Plan.Place ? null : meeting.Place ?? "",
            Attendees = list.ByCalendar.Select(person => person.Id).ToHashSet().SetEquals(inCalendar) ? [] : Attendees(),
        };
        return
        [
            new(Event(turn, IsInCalendar ? Seen : order, MeetingRows.Planned), [.. list.ByCalendar.Where(person => !IsInCalendar && IsNew(person)).Select(person => (person.Id, InvitationChannel.Calendar))]),
            .. list.ByMail.Select(person => Was(person)
                ? new MeetingMessage(Mail(turn, person, TextFor(person).Moved(), isCancelled: false, Before(turn, person)), [])
                : new MeetingMessage(Mail(turn, person, TextFor(person), isCancelled: false, null), IsNew(person) ? [(person.Id, InvitationChannel.Mail)] : [])),
            .. Left(before, told).Select(person => new MeetingMessage(
                Mail(turn, person, Cancelled(person), isCancelled: true, Before(turn, person), turn.FarewellTopic(person.Id)), [])),
        ];
    }

    /// <summary>Everybody whom the invitation may have reached hears that the meeting does not take place.</summary>
    public IReadOnlyList<MeetingMessage> Cancel(KnownMeeting before, Reached reached)
    {
        var turn = before.Next;
        var order = new EventOrder { Action = EventAction.Cancel, Occurrence = InSeries(turn)?.Day, Zone = meeting.Time.Zone.Id, Text = InvitationText.Cancelled(meeting, own, own.Salutation).Body };
        return
        [
            new(Event(turn, IsInCalendar ? Seen : order, MeetingRows.Cancelled), []),
            .. list.ByMail.Where(person => EarlierMails(before.Current, person).Any(reached.By)).Concat(Left(before, reached))
                .Select(person => new MeetingMessage(Mail(turn, person, Cancelled(person), isCancelled: true, Before(turn, person)), [])),
        ];
    }

    /// <summary>Somebody took a day out of the series in the calendar: whom no calendar tells hears that nobody meets then.</summary>
    public IReadOnlyList<MeetingMessage> Skip(KnownMeeting before, DateOnly day)
    {
        var turn = before.Next;
        var that = meeting with { Rhythm = null, Series = new(meeting.Rhythm!.Id, turn.Generation, day, TimeOnly.FromDateTime(meeting.Time.Start)), Time = meeting.Time.On(day) };
        return
        [
            new(Event(turn, Seen, MeetingRows.Planned), []),
            .. list.ByMail.Where(person => before.Invitations.Any(one => one.Person == person.Id)).Select(person => new MeetingMessage(
                Mail(turn, person, InvitationText.Cancelled(meeting, day, own, SalutationOf(person)), isCancelled: true, Before(turn, person), entry: that), [])),
        ];
    }

    // Who was told of the meeting as it was, and is not to come any more: a term ended meanwhile, or the new day lies after it.
    private IEnumerable<Invitee> Left(KnownMeeting before, Reached told) =>
        from board in partnership.Districts
        from person in board.People
        where list.ByMail.All(one => one.Id != person.Id) && person.Addresses.Count > 0 && told.By(MailOf(before.Current, person.Id))
        select new Invitee(person.Id, person.Name, board.Id, InvitationChannel.Mail, person.Addresses[0].Mail, IsVoting: false, IsOutsider: false);

    private DeliveryId MailOf(MeetingTurn turn, PersonId person) => turn.Delivery(own.Id, turn.MailTopic(person));

    /// <summary>What the calendar's entry says: time and place stand in its own fields, so that moving it changes nobody's words.</summary>
    public static InvitationText ForCalendar(PlannedMeeting meeting, District own) => InvitationText.ForCalendar(meeting, own, own.Salutation);

    private EventOrder Seen => new() { Action = EventAction.Seen, Zone = meeting.Time.Zone.Id };

    private EventOrder Whole()
    {
        var text = ForCalendar(meeting, own);
        return new()
        {
            Action = EventAction.Make,
            Zone = meeting.Time.Zone.Id,
            Subject = text.Subject,
            Text = text.Body,
            Start = meeting.Time.Start,
            End = meeting.Time.End,
            Place = meeting.Place,
            Attendees = Attendees(),
            HidesAttendees = meeting.IsJoint,
            IsOnline = meeting.Form != MeetingForm.InPerson,
            Series = meeting.Rhythm,
        };
    }

    // The day is in every calendar already: it gets its number, its agenda and its own time and place.
    private EventOrder OnDay(SeriesDay day) => Whole() with { Action = EventAction.Change, Occurrence = day.Day, Attendees = [] };

    // A day that was cancelled is out of its series: planned again it is an event of its own.
    private SeriesDay? InSeries(MeetingTurn turn) => turn.Generation == 1 ? meeting.Series : null;

    private IReadOnlyList<EventGuest> Attendees() => [.. list.ByCalendar.Select(person => new EventGuest(person.Address.ToString()!, person.Name))];

    private InvitationText TextFor(Invitee person) => person.IsOutsider
        ? InvitationText.ForOutsiders(meeting, own, SalutationOf(person))
        : InvitationText.ForBoard(meeting, own, SalutationOf(person));

    private InvitationText Cancelled(Invitee person) => InvitationText.Cancelled(meeting, own, SalutationOf(person));

    private string SalutationOf(Invitee person) => (person.District is { } board ? partnership.Find(board) : null)?.Salutation ?? "Guten Tag";

    // The turn before may have had no mail for this person; then there is nothing to wait for.
    private DeliveryId? Before(MeetingTurn turn, Invitee person) => turn.Before is { } before ? MailOf(before, person.Id) : null;

    private IEnumerable<DeliveryId> EarlierMails(MeetingTurn turn, Invitee person)
    {
        for (MeetingTurn? one = turn; one is not null; one = one.Before)
            yield return MailOf(one, person.Id);
    }

    /// <summary>Reminds one person of answering: within what anybody gets of messages, and never once the meeting has begun (R24).</summary>
    public ClearedConsignment Remind(MeetingTurn turn, Invitee person)
    {
        var text = InvitationText.Reminder(meeting, own, SalutationOf(person));
        var said = text.Answering(answerLine(person));
        var mail = new CoverMail([person.Address.ToString()!], said.Subject, said.Body);
        return ClearedConsignment.Of(
            Bare(turn, turn.ReminderTopic(person.Id), null, Digest(EventAction.Make, text.Body), mail) with { Pace = MailPace.OrNotAtAll, IsReminder = true, TooLateFrom = meeting.Time.StartsAt },
            cleared);
    }

    private ClearedConsignment Event(MeetingTurn turn, EventOrder order, string standing) => ClearedConsignment.Of(
        Bare(turn, turn.EventTopic, turn.Before is { } before ? before.Delivery(own.Id, before.EventTopic) : SeriesMaker(turn), Digest(order.Action, order.Text), new([], "", "")) with
        {
            Event = order with { Made = order.Action == EventAction.Make ? null : SeriesMaker(turn) ?? turn.Maker(own.Id) },
            Tracker = meeting.Rhythm is null ? MeetingRows.Of(meeting, own, standing) : [],
        },
        cleared);

    private DeliveryId? SeriesMaker(MeetingTurn turn) => InSeries(turn) is { } day ? turn.SeriesOf(day).Maker(own.Id) : null;

    /// <param name="entry">What the calendar file is about, where it is one day of the series.</param>
    private ClearedConsignment Mail(MeetingTurn turn, Invitee person, InvitationText text, bool isCancelled, DeliveryId? after, string? topic = null, PlannedMeeting? entry = null)
    {
        var place = person.IsOutsider ? meeting.PartnerPlace : meeting.Place;
        var file = isCancelled ? MeetingFile.Cancellation(turn, entry ?? meeting, own, text, place, person, now) : MeetingFile.Request(turn, meeting, own, text, place, person, now);
        var said = text.Answering(isCancelled ? null : answerLine(person));
        var mail = new CoverMail([person.Address.ToString()!], said.Subject, said.Body) { Files = [file] };
        return ClearedConsignment.Of(Bare(turn, topic ?? turn.MailTopic(person.Id), after, Digest(isCancelled ? EventAction.Cancel : EventAction.Make, text.Body), mail), cleared);
    }

    private Consignment Bare(MeetingTurn turn, string topic, DeliveryId? after, string digest, CoverMail mail) => new()
    {
        Kind = DeliveryKind.Invitation,
        Topic = topic,
        Partnership = partnership.Id,
        Minutes = meeting.Id,
        Version = turn.Generation,
        From = own.Id,
        To = own.Id,
        Meeting = meeting.Time.Day,
        ContentDigest = digest,
        Edition = EditionFile.None,
        After = after,
        Tracker = [],
        Mail = mail,
    };

    private string Digest(EventAction action, string? text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{action}/{meeting.Time.Start:O}/{meeting.Time.End:O}/{meeting.Time.Zone.Id}/{meeting.Place}/{text}"))));
}
