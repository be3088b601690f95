using System.Globalization;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>What happens between calendars: invitations, changes and cancellations go out, answers come back.</summary>
internal static class Meetings
{
    private const string CancelledPrefix = "Canceled: ";

    // These belong to each copy by itself; everything else is the organiser's.
    private static readonly string[] OwnToTheCopy = ["isReminderOn", "reminderMinutesBeforeStart", "categories", "showAs", "transactionId"];

    /// <summary>A new meeting in the organiser's calendar; everybody named is invited.</summary>
    public static EventState Create(Change change, MailboxCalendar calendar, EventState meeting)
    {
        meeting = Send(change, calendar, meeting, MeetingMailKind.Invitation, meeting.Attendees, null);
        foreach (var attendee in meeting.Attendees)
        {
            GiveCopy(change, calendar, meeting, attendee, asksAgain: true);
        }

        return EventStore.Save(change, calendar, meeting);
    }

    /// <summary>The organiser changed the meeting. Those who came new are invited, those who were taken off get a cancellation, and the others an update if there is news for them.</summary>
    /// <param name="written">The properties that were written; when it is the attendees alone, only those hear of it whose entry changed.</param>
    public static EventState Change(Change change, MailboxCalendar calendar, EventState before, EventState after, IReadOnlyCollection<string> written)
    {
        var isTimeNews = written.Any(name => name is "start" or "end" or "recurrence" or "isAllDay");
        var isForAll = written.Any(name => name != "attendees" && !EventRules.Personal.Contains(name));
        var old = before.Attendees.ToDictionary(EventRules.AddressOf, attendee => attendee, StringComparer.OrdinalIgnoreCase);
        if (isTimeNews)
        {
            // Whoever said yes said it to another time.
            after = after with { Content = WithoutAnswers(after.Content) };
        }

        var kept = after.Attendees.Where(attendee => old.ContainsKey(EventRules.AddressOf(attendee))).ToList();
        var invited = after.Attendees.Except(kept).ToList();
        var updated = kept.Where(attendee => isForAll || old[EventRules.AddressOf(attendee)]["type"]?.ToString() != attendee["type"]?.ToString()).ToList();
        var takenOff = before.Attendees.Where(attendee => after.Attendees.All(other => !Same(other, attendee))).ToList();
        after = Send(change, calendar, after, MeetingMailKind.Invitation, invited, null);
        after = Send(change, calendar, after, MeetingMailKind.Update, updated, null);
        after = Send(change, calendar, after, MeetingMailKind.Cancellation, takenOff, null);
        foreach (var attendee in invited.Concat(updated))
        {
            GiveCopy(change, calendar, after, attendee, asksAgain: isTimeNews || invited.Contains(attendee));
        }

        foreach (var attendee in takenOff)
        {
            CancelCopy(change, calendar, before, attendee);
        }

        return EventStore.Save(change, calendar, after);
    }

    /// <summary>The organiser calls the meeting off; it goes to the deleted items, and stays in the calendars of the others as cancelled.</summary>
    public static void Cancel(Change change, MailboxCalendar calendar, EventState meeting, string? comment, Presence afterwards = Presence.InRecycleBin)
    {
        meeting = Send(change, calendar, meeting, MeetingMailKind.Cancellation, meeting.Attendees, comment);
        foreach (var attendee in meeting.Attendees)
        {
            CancelCopy(change, calendar, meeting, attendee);
        }

        foreach (var exception in calendar.ExceptionsOf(meeting).ToList())
        {
            foreach (var attendee in exception.Attendees)
            {
                CancelCopy(change, calendar, exception, attendee);
            }

            EventStore.Save(change, calendar, exception with { Presence = afterwards, IsCancelled = true });
        }

        EventStore.Save(change, calendar, meeting with { Presence = afterwards, IsCancelled = meeting.Attendees.Any() });
    }

    /// <summary>The organiser calls one day of a series off.</summary>
    public static void CancelDay(Change change, MailboxCalendar calendar, EventState master, EventState day, string? comment)
    {
        var date = day.OriginalDate!.Value;
        // The mails stand with the series: of the day itself nothing is left.
        var told = Send(change, calendar, day with { Sent = [] }, MeetingMailKind.Cancellation, day.Attendees, comment).Sent;
        foreach (var attendee in day.Attendees)
        {
            if (MailboxOf(calendar, attendee)?.Calendar is { } theirs && theirs.ByICalUId(master.ICalUId) is { } copy)
            {
                EventStore.Save(change, theirs, copy with { CancelledDates = [.. copy.CancelledDates.Append(date).Distinct().Order()] });
                if (theirs.ByICalUId(day.ICalUId) is { } exception)
                {
                    EventStore.Save(change, theirs, exception with { Presence = Presence.Gone });
                }
            }
        }

        if (!day.IsOccurrence)
        {
            EventStore.Save(change, calendar, day with { Presence = Presence.Gone });
        }

        EventStore.Save(change, calendar, master with { CancelledDates = [.. master.CancelledDates.Append(date).Distinct().Order()], Sent = [.. master.Sent, .. told] });
    }

    /// <summary>An exception falls with the day it was made for; nobody is told, for the series itself tells them.</summary>
    public static void Drop(Change change, MailboxCalendar calendar, EventState exception)
    {
        foreach (var attendee in exception.Attendees)
        {
            if (MailboxOf(calendar, attendee)?.Calendar is { } theirs && theirs.ByICalUId(exception.ICalUId) is { } copy)
            {
                EventStore.Save(change, theirs, copy with { Presence = Presence.Gone });
            }
        }

        EventStore.Save(change, calendar, exception with { Presence = Presence.Gone });
    }

    /// <summary>Somebody who was invited answers from the own calendar.</summary>
    public static void Answer(Change change, MailboxCalendar calendar, EventState copy, string response, string? comment, JsonObject? proposed, bool tellsOrganizer)
    {
        var now = calendar.World.Now;
        var content = (JsonObject)copy.Content.DeepClone();
        content["showAs"] = response == ResponseKinds.TentativelyAccepted ? "tentative" : "busy";
        // Who declines has it no longer in the calendar.
        EventStore.Save(change, calendar, copy with
        {
            Response = response,
            Responded = now,
            Content = content,
            Presence = response == ResponseKinds.Declined ? Presence.InRecycleBin : Presence.Here,
        });
        if (response == ResponseKinds.Declined)
        {
            TakeDayOut(change, calendar, copy);
        }

        if (tellsOrganizer && OrganizerOf(calendar.World, copy) is var (organizer, meeting))
        {
            TakeAnswer(change, organizer, meeting, calendar.Mailbox.State.Address, response, comment, proposed);
        }
    }

    /// <summary>Where one day of a series leaves a calendar, the series no longer happens there on that day.</summary>
    public static void TakeDayOut(Change change, MailboxCalendar calendar, EventState one)
    {
        if (one is { MasterId: { } masterId, OriginalDate: { } date } && calendar.Find(masterId) is { } series)
        {
            EventStore.Save(change, calendar, series with { CancelledDates = [.. series.CancelledDates.Append(date).Distinct().Order()] });
        }
    }

    /// <summary>An answer reaches the organiser.</summary>
    public static void TakeAnswer(Change change, MailboxCalendar organizer, EventState meeting, string from, string response, string? comment, JsonObject? proposed)
    {
        var now = organizer.World.Now;
        var content = (JsonObject)meeting.Content.DeepClone();
        if ((content["attendees"] as JsonArray ?? []).FirstOrDefault(attendee => string.Equals(EventRules.AddressOf(attendee!.AsObject()), from, StringComparison.OrdinalIgnoreCase)) is not JsonObject entry)
        {
            return;
        }

        entry["status"] = EventJson.Status(response, now);
        entry.Remove("proposedNewTime");
        if (proposed is not null)
        {
            entry["proposedNewTime"] = proposed.DeepClone();
        }

        EventStore.Save(change, organizer, meeting with { Content = content, Answers = [.. meeting.Answers, new MeetingAnswer(from, response, now, comment)] });
    }

    /// <summary>The organiser's own copy, if the organiser has a mailbox here.</summary>
    public static (MailboxCalendar Calendar, EventState Meeting)? OrganizerOf(World world, EventState copy) =>
        copy.Content["organizer"]?["emailAddress"]?["address"]?.ToString() is { } address
        && world.MailboxAnywhere(address)?.Calendar is { } calendar && MeetingIn(calendar, copy.ICalUId) is { } meeting
            ? (calendar, meeting) : null;

    public static JsonObject Organizer(Mailbox mailbox) =>
        new() { ["emailAddress"] = new JsonObject { ["name"] = mailbox.State.DisplayName, ["address"] = mailbox.State.Address } };

    /// <summary>An event by the id that all calendars share; a single day of a series included.</summary>
    public static EventState? MeetingIn(MailboxCalendar calendar, string uid) =>
        calendar.ByICalUId(uid)
        ?? calendar.Events.Where(one => one.IsSeries && uid.StartsWith(one.ICalUId[..32], StringComparison.Ordinal) && uid.EndsWith(one.ICalUId[40..], StringComparison.Ordinal))
            .SelectMany(master => Series.DatesOf(master).Where(date => EventIds.OfDayForAll(master.ICalUId, date) == uid).Select(date => Series.Occurrence(master, date)))
            .FirstOrDefault();

    private static EventState Send(Change change, MailboxCalendar calendar, EventState meeting, MeetingMailKind kind, IEnumerable<JsonObject> attendees, string? comment)
    {
        var sent = new List<MeetingMail>(meeting.Sent);
        foreach (var address in attendees.Select(EventRules.AddressOf).Where(address => !IsOwn(calendar, address)))
        {
            var isOutside = calendar.World.MailboxAnywhere(address) is null;
            var mail = new MeetingMail(kind, address, meeting.Subject, meeting.ICalUId, calendar.World.Now, isOutside);
            sent.Add(mail);
            if (isOutside)
            {
                change.Files.Put(OutsidePath(calendar, meeting, mail, sent.Count), MeetingMailFile.Write(meeting, mail, comment));
            }
        }

        return meeting with { Sent = sent };
    }

    private static string OutsidePath(MailboxCalendar calendar, EventState meeting, MeetingMail mail, int number)
    {
        var kind = mail.Kind switch { MeetingMailKind.Invitation => "Einladung", MeetingMailKind.Update => "Änderung", _ => "Absage" };
        var name = FileNames.Plain($"{mail.At.UtcDateTime.ToString("yyyy-MM-dd HHmm", CultureInfo.InvariantCulture)} {kind} {mail.Subject}");
        return Path.Combine(calendar.Mailbox.Tenant.Folder, "outside", FileNames.Plain(mail.To), string.Create(CultureInfo.InvariantCulture, $"{name} {FileNames.Plain(meeting.Id[36..44])}-{number}.eml"));
    }

    /// <summary>Puts the meeting into the calendar of one who was invited, or brings it there up to date.</summary>
    private static void GiveCopy(Change change, MailboxCalendar organizer, EventState meeting, JsonObject attendee, bool asksAgain)
    {
        if (MailboxOf(organizer, attendee)?.Calendar is not { } calendar)
        {
            return;
        }

        var known = Known(calendar, meeting.ICalUId);
        var content = (JsonObject)meeting.Content.DeepClone();
        foreach (var name in OwnToTheCopy)
        {
            content.Remove(name);
            if (known?.Content[name] is { } own)
            {
                content[name] = own.DeepClone();
            }
        }

        // The answers of the others are the organiser's to see, and sometimes even their names.
        var isHidden = DriveRoutes.Flag(content, "hideAttendees") == true;
        content["attendees"] = new JsonArray([.. meeting.Attendees.Where(other => !isHidden || Same(other, attendee)).Select(other =>
        {
            var seen = (JsonObject)other.DeepClone();
            seen["status"] = EventJson.Status(ResponseKinds.None, null);
            seen.Remove("proposedNewTime");
            return seen;
        })]);
        asksAgain |= known is not { IsHere: true, IsCancelled: false };
        if (asksAgain)
        {
            content["showAs"] = "tentative";
        }

        var masterId = meeting.MasterId is null ? null : organizer.Find(meeting.MasterId) is { } master ? calendar.ByICalUId(master.ICalUId)?.Id : null;
        var now = organizer.World.Now;
        EventStore.Save(change, calendar, new EventState
        {
            Id = known?.Id ?? (masterId is { } series && meeting.OriginalDate is { } day ? EventIds.OfDay(series, day) : EventIds.New()),
            Mailbox = calendar.Mailbox.State.Address,
            Content = content,
            Properties = known?.Properties ?? new(StringComparer.OrdinalIgnoreCase),
            ICalUId = meeting.ICalUId,
            IsOrganizer = false,
            MasterId = masterId,
            OriginalDate = meeting.OriginalDate,
            CancelledDates = meeting.CancelledDates,
            Response = asksAgain ? ResponseKinds.NotResponded : known!.Response,
            Responded = asksAgain ? null : known!.Responded,
            Created = known?.Created ?? now,
            Modified = now,
            FileName = "",
        });
    }

    private static void CancelCopy(Change change, MailboxCalendar organizer, EventState meeting, JsonObject attendee)
    {
        if (MailboxOf(organizer, attendee)?.Calendar is not { } calendar || calendar.ByICalUId(meeting.ICalUId) is not { IsCancelled: false } copy)
        {
            return;
        }

        var content = (JsonObject)copy.Content.DeepClone();
        content["subject"] = CancelledPrefix + copy.Subject;
        content["showAs"] = "free";
        EventStore.Save(change, calendar, copy with { Content = content, IsCancelled = true });
    }

    // Whoever declined has the copy among the deleted items, and gets it back with the next update.
    private static EventState? Known(MailboxCalendar calendar, string uid) =>
        calendar.ByICalUId(uid) ?? calendar.Everything.Where(one => one.ICalUId == uid && one.Presence == Presence.InRecycleBin).MaxBy(one => one.Turn);

    private static Mailbox? MailboxOf(MailboxCalendar organizer, JsonObject attendee) =>
        EventRules.AddressOf(attendee) is var address && IsOwn(organizer, address) ? null : organizer.World.MailboxAnywhere(address);

    private static bool IsOwn(MailboxCalendar calendar, string address) => string.Equals(address, calendar.Mailbox.State.Address, StringComparison.OrdinalIgnoreCase);

    private static JsonObject WithoutAnswers(JsonObject content)
    {
        var asked = (JsonObject)content.DeepClone();
        foreach (var attendee in asked["attendees"] as JsonArray ?? [])
        {
            attendee!["status"] = EventJson.Status(ResponseKinds.None, null);
            attendee.AsObject().Remove("proposedNewTime");
        }

        return asked;
    }

    private static bool Same(JsonObject left, JsonObject right) => string.Equals(EventRules.AddressOf(left), EventRules.AddressOf(right), StringComparison.OrdinalIgnoreCase);
}
