using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>What people do in Outlook, on request of a test or of the sandbox's page. Somebody without a mailbox here answers by mail.</summary>
public sealed class PeopleAtTheCalendar
{
    private readonly World _world;
    private readonly Lock _oneAtATime;
    private readonly Action _afterwards;

    internal PeopleAtTheCalendar(World world, Lock oneAtATime, Action afterwards) => (_world, _oneAtATime, _afterwards) = (world, oneAtATime, afterwards);

    /// <summary>A person who was invited says yes.</summary>
    /// <param name="person">The address.</param>
    /// <param name="meeting">The meeting's iCalUId, or a subject that only one meeting of the person has.</param>
    /// <param name="comment">What the person writes beside.</param>
    /// <exception cref="ArgumentException">There is no such meeting, or Exchange does not let the person answer.</exception>
    public void Accept(string person, string meeting, string? comment = null) => Answer(person, meeting, ResponseKinds.Accepted, comment, null);

    /// <summary>A person who was invited says no; it leaves the person's calendar.</summary>
    /// <inheritdoc cref="Accept" path="/param"/>
    /// <exception cref="ArgumentException">There is no such meeting, or Exchange does not let the person answer.</exception>
    public void Decline(string person, string meeting, string? comment = null) => Answer(person, meeting, ResponseKinds.Declined, comment, null);

    /// <summary>A person who was invited says perhaps.</summary>
    /// <inheritdoc cref="Accept" path="/param"/>
    /// <exception cref="ArgumentException">There is no such meeting, or Exchange does not let the person answer.</exception>
    public void AnswerTentatively(string person, string meeting, string? comment = null) => Answer(person, meeting, ResponseKinds.TentativelyAccepted, comment, null);

    /// <summary>A person who was invited says perhaps, and proposes another time.</summary>
    /// <inheritdoc cref="Accept" path="/param"/>
    /// <param name="start">The proposed start, by the clock of the zone.</param>
    /// <param name="end">The proposed end.</param>
    /// <param name="timeZone">The zone, by its Windows or IANA name.</param>
    /// <exception cref="ArgumentException">There is no such meeting, or its organiser allows no proposals.</exception>
    public void Propose(string person, string meeting, DateTime start, DateTime end, string timeZone, string? comment = null) =>
        Answer(person, meeting, ResponseKinds.TentativelyAccepted, comment, Slot(start, end, timeZone));

    /// <summary>The organiser moves the meeting in Outlook; everybody gets an update.</summary>
    /// <param name="organizer">The address of the mailbox.</param>
    /// <param name="meeting">The meeting's iCalUId, or a subject that only one meeting has.</param>
    /// <param name="start">The new start, by the clock of the zone.</param>
    /// <param name="end">The new end.</param>
    /// <param name="timeZone">The zone, by its Windows or IANA name.</param>
    /// <exception cref="ArgumentException">There is no such meeting.</exception>
    public void Move(string organizer, string meeting, DateTime start, DateTime end, string timeZone) => Change(organizer, meeting, Slot(start, end, timeZone));

    /// <summary>The organiser changes the meeting in Outlook.</summary>
    /// <param name="organizer">The address of the mailbox.</param>
    /// <param name="meeting">The meeting's iCalUId, or a subject that only one meeting has.</param>
    /// <param name="changes">The changed properties, as a PATCH would have them.</param>
    /// <exception cref="ArgumentException">There is no such meeting, or Graph would refuse the change.</exception>
    public void Change(string organizer, string meeting, JsonObject changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Do(change =>
        {
            var (calendar, one) = Find(organizer, meeting);
            EventRules.Check(changes, isNew: false);
            EventRoutes.Write(change, calendar, one, changes);
        });
    }

    /// <summary>The organiser calls the meeting off in Outlook.</summary>
    /// <param name="organizer">The address of the mailbox.</param>
    /// <param name="meeting">The meeting's iCalUId, or a subject that only one meeting has.</param>
    /// <param name="comment">What the organiser writes beside.</param>
    /// <exception cref="ArgumentException">There is no such meeting, or it is another's.</exception>
    public void Cancel(string organizer, string meeting, string? comment = null) => Do(change =>
    {
        var (calendar, one) = Find(organizer, meeting);
        if (!one.IsOrganizer)
        {
            throw new ArgumentException("Only the organiser can cancel a meeting.", nameof(organizer));
        }

        EventRoutes.Remove(change, calendar, one, comment);
    });

    /// <summary>A person deletes the meeting from the calendar. The organiser's deletion cancels it.</summary>
    /// <param name="person">The address of the mailbox.</param>
    /// <param name="meeting">The meeting's iCalUId, or a subject that only one meeting has.</param>
    /// <exception cref="ArgumentException">There is no such meeting.</exception>
    public void Delete(string person, string meeting) => Do(change =>
    {
        var (calendar, one) = Find(person, meeting);
        EventRoutes.Remove(change, calendar, one, null);
    });

    /// <summary>A person enters an appointment of the own, which makes the person busy.</summary>
    /// <param name="person">The address of the mailbox.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="start">The start, by the clock of the zone.</param>
    /// <param name="end">The end.</param>
    /// <param name="timeZone">The zone, by its Windows or IANA name.</param>
    /// <param name="showAs">In Graph's words: <c>free</c>, <c>tentative</c>, <c>busy</c>, <c>oof</c> or <c>workingElsewhere</c>.</param>
    /// <exception cref="ArgumentException">There is no such mailbox, or the times make no sense.</exception>
    public void Enter(string person, string subject, DateTime start, DateTime end, string timeZone, string showAs = "busy") => Do(change =>
    {
        var body = Slot(start, end, timeZone);
        body["subject"] = subject;
        body["showAs"] = showAs;
        EventRules.Check(body, isNew: true);
        Meetings.Create(change, CalendarOf(person), EventRoutes.Made(CalendarOf(person), body));
    });

    private void Answer(string person, string meeting, string response, string? comment, JsonObject? slot) => Do(change =>
    {
        var proposed = InvitationRoutes.Proposed(slot);
        if (_world.MailboxAnywhere(person) is not null)
        {
            var (calendar, copy) = Find(person, meeting);
            InvitationRoutes.Answer(change, calendar, copy, response, comment, proposed, tellsOrganizer: DriveRoutes.Flag(copy.Content, "responseRequested") != false);
            return;
        }

        var (organizer, invited) = MailboxCalendar.Of(_world)
            .SelectMany(calendar => calendar.Events.Where(one => one.IsOrganizer && Names(one, meeting) && one.Attendees.Any(attendee => Same(EventRules.AddressOf(attendee), person))).Select(one => (calendar, one)))
            .FirstOrDefault();
        if (invited is null)
        {
            throw new ArgumentException($"{person} was not invited to '{meeting}'.", nameof(meeting));
        }

        if (proposed is not null && DriveRoutes.Flag(invited.Content, "allowNewTimeProposals") == false)
        {
            throw new ArgumentException("The organiser allows no other times to be proposed.", nameof(slot));
        }

        Meetings.TakeAnswer(change, organizer, invited, person, response, comment, proposed);
    });

    private (MailboxCalendar Calendar, EventState Event) Find(string person, string meeting)
    {
        var calendar = CalendarOf(person);
        var found = calendar.Events.Where(one => Names(one, meeting)).ToList();
        return found.Count switch
        {
            1 => (calendar, found[0]),
            0 => (calendar, Meetings.MeetingIn(calendar, meeting) ?? throw new ArgumentException($"{person} has no meeting '{meeting}'.", nameof(meeting))),
            _ => throw new ArgumentException($"{person} has several meetings '{meeting}'; name the iCalUId.", nameof(meeting)),
        };
    }

    private MailboxCalendar CalendarOf(string person) => _world.MailboxAnywhere(person)?.Calendar ?? throw new ArgumentException($"{person} has no mailbox here.", nameof(person));

    private void Do(Action<Change> deed)
    {
        lock (_oneAtATime)
        {
            var change = _world.Begin();
            try
            {
                deed(change);
            }
            catch (GraphRefusal refusal)
            {
                throw new ArgumentException(refusal.Message, refusal);
            }

            change.Complete();
            _afterwards();
        }
    }

    private static bool Names(EventState one, string meeting) => one.ICalUId == meeting || one.Subject == meeting;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static JsonObject Slot(DateTime start, DateTime end, string timeZone) =>
        new() { ["start"] = new ZonedTime(start, timeZone).Json(), ["end"] = new ZonedTime(end, timeZone).Json() };
}
