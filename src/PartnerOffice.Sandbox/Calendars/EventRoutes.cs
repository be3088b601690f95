using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Events: making, finding, changing and removing them.</summary>
internal static class EventRoutes
{
    private static readonly string[] One = ["$select", "$expand"];
    private static readonly string[] Many = ["$select", "$expand", "$filter", "$top", "$skip", "$skiptoken", "$orderby"];

    private static readonly string[] Sortable = ["start/dateTime", "end/dateTime", "createdDateTime", "lastModifiedDateTime", "subject"];

    public static IEnumerable<Route> All()
    {
        yield return new("POST", "/users/{user-id}/events", 1, [], Create);
        yield return new("GET", "/users/{user-id}/events", 1, Many, List);
        yield return new("GET", "/users/{user-id}/events/{event-id}", 1, One, Get);
        yield return new("PATCH", "/users/{user-id}/events/{event-id}", 1, [], Update);
        yield return new("DELETE", "/users/{user-id}/events/{event-id}", 1, [], call => Delete(call, Presence.InRecycleBin));
        yield return new("POST", "/users/{user-id}/events/{event-id}/permanentDelete", 1, [], call => Delete(call, Presence.Gone));
    }

    public static MailboxCalendar Calendar(GraphCall call, string permission)
    {
        var mailbox = call.Tenant.MailboxOf(call.Value("user-id"))
            ?? throw new GraphRefusal(404, "ErrorInvalidUser", $"The requested user '{call.Value("user-id")}' is invalid.");
        Permissions.RequireMailbox(call, mailbox, permission);
        return mailbox.Calendar;
    }

    public static EventState Event(GraphCall call, MailboxCalendar calendar) =>
        EventIds.Find(calendar, call.Value("event-id")) is { IsHere: true } one
            ? one
            : throw new GraphRefusal(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    /// <summary>Sorts, cuts and pages what a client asked for.</summary>
    public static GraphAnswer Page(GraphCall call, IEnumerable<EventState> events)
    {
        var filter = call.Query["$filter"] is { } text ? ODataFilter.Parse(text) : null;
        foreach (var path in filter?.Paths.Where(path => !GraphType.Event.Has(path.Split('/')[0]) && !path.StartsWith("ep/", StringComparison.Ordinal) && !path.StartsWith("a/", StringComparison.Ordinal)) ?? [])
        {
            throw GraphRefusal.UnknownProperty(path, "event");
        }

        // A whole event is much to write down for each that is looked at, and most questions are for a key of one's own.
        var isByKey = filter is not null && filter.Paths.All(path => path == ExtendedProperties.Name || path.StartsWith("ep/", StringComparison.Ordinal));
        var found = events.Where(one => filter is null || filter.Matches(isByKey ? EventJson.Keys(one) : EventJson.Full(call, one)));
        if (call.Query["$orderby"] is { } order)
        {
            found = Sorted(call, found, order);
        }

        return GraphAnswer.Ok(DriveRoutes.Page(call, [.. found.Select(one => EventJson.Event(call, one, call.Query))], pageSize: 10, isFiltered: true, isSorted: true));
    }

    private static IEnumerable<EventState> Sorted(GraphCall call, IEnumerable<EventState> events, string order)
    {
        var by = order.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (by is not ([_] or [_, "asc" or "desc"]) || !Sortable.Contains(by[0], StringComparer.Ordinal))
        {
            throw GraphRefusal.BadRequest($"Events cannot be ordered by '{order}'.");
        }

        string Key(EventState one) => by[0].Split('/').Aggregate((JsonNode?)EventJson.Full(call, one), (at, name) => at?[name])?.ToString() ?? "";
        return by is [_, "desc"] ? events.OrderByDescending(Key, StringComparer.OrdinalIgnoreCase) : events.OrderBy(Key, StringComparer.OrdinalIgnoreCase);
    }

    private static GraphAnswer Create(GraphCall call)
    {
        var calendar = Calendar(call, "Calendars.ReadWrite");
        var body = call.ReadObject();
        EventRules.Check(body, isNew: true);
        var digest = EventRules.DigestOf(body);
        if (Repeated(calendar, DriveRoutes.Text(body, "transactionId"), digest) is { } known)
        {
            return GraphAnswer.Created(EventJson.Event(call, known, call.Query));
        }

        var made = Made(calendar, body) with { RequestDigest = digest };
        var change = calendar.World.Begin();
        made = Meetings.Create(change, calendar, made);
        change.Complete();
        return GraphAnswer.Created(EventJson.Event(call, made, call.Query));
    }

    /// <summary>A new event of the calendar's owner, not yet written down.</summary>
    public static EventState Made(MailboxCalendar calendar, JsonObject body)
    {
        var now = calendar.World.Now;
        var made = new EventState
        {
            Id = EventIds.New(),
            Mailbox = calendar.Mailbox.State.Address,
            Content = EventRules.Merged(calendar.World, new JsonObject { ["organizer"] = Meetings.Organizer(calendar.Mailbox) }, body),
            ICalUId = EventIds.NewICalUId(),
            IsOrganizer = true,
            Created = now,
            Modified = now,
            FileName = "",
        };
        ExtendedProperties.Take(made.Properties, body[ExtendedProperties.Name] as JsonArray);
        EventRules.CheckWhole(made);
        return made;
    }

    // Microsoft promises that a repeat makes no second event, and neither how it is answered nor how long it is remembered.
    private static EventState? Repeated(MailboxCalendar calendar, string? transaction, string digest)
    {
        var settings = calendar.World.Settings;
        if (transaction is null || calendar.Everything.FirstOrDefault(one =>
            one.TransactionId == transaction && (settings.TransactionMemory is not { } memory || one.Created + memory > calendar.World.Now)) is not { } known)
        {
            return null;
        }

        return known.IsHere && known.RequestDigest == digest && settings.RepeatedTransaction == RepeatedTransaction.SameEvent
            ? known
            : throw new GraphRefusal(409, "ErrorDuplicateTransactionId", "Your request can't be completed. The TransactionId has already been used to create a different event.");
    }

    private static GraphAnswer List(GraphCall call)
    {
        var calendar = Calendar(call, "Calendars.Read");
        // What was just made is not always found at once.
        var seenUntil = calendar.World.Now - (calendar.World.Settings.EventSearchDelay ?? TimeSpan.Zero);
        return Page(call, calendar.Events.Where(one => one.MasterId is null && one.Created <= seenUntil).OrderByDescending(one => one.Created).ThenBy(one => one.Id, StringComparer.Ordinal));
    }

    private static GraphAnswer Get(GraphCall call)
    {
        var calendar = Calendar(call, "Calendars.Read");
        return GraphAnswer.Ok(EventJson.Event(call, Event(call, calendar), call.Query));
    }

    private static GraphAnswer Update(GraphCall call)
    {
        var calendar = Calendar(call, "Calendars.ReadWrite");
        var before = Event(call, calendar);
        RequireMatch(call, before);
        var body = call.ReadObject();
        EventRules.Check(body, isNew: false);
        var change = calendar.World.Begin();
        var after = Write(change, calendar, before, body);
        change.Complete();
        return GraphAnswer.Ok(EventJson.Event(call, after, call.Query));
    }

    /// <summary>Writes changed properties into an event, whoever does it.</summary>
    public static EventState Write(Change change, MailboxCalendar calendar, EventState before, JsonObject body)
    {
        var written = body.Select(property => property.Key).Where(name => !name.Contains("@odata.", StringComparison.Ordinal)).ToList();
        if (!before.IsOrganizer && written.Except(EventRules.Personal).FirstOrDefault() is { } foreign)
        {
            throw new GraphRefusal(400, "ErrorInvalidRequest", $"Your request can't be completed. You need to be an organizer to change '{foreign}'.");
        }

        if (before.MasterId is not null && written.Contains("recurrence"))
        {
            throw new GraphRefusal(400, "ErrorInvalidRequest", "A single occurrence has no recurrence of its own.");
        }

        var after = before with
        {
            Content = EventRules.Merged(calendar.World, before.Content, body),
            Properties = new(before.Properties, StringComparer.OrdinalIgnoreCase),
        };
        ExtendedProperties.Take(after.Properties, body[ExtendedProperties.Name] as JsonArray);
        if (before.IsSeries && EventTimes.Start(after).Date != EventTimes.Start(before).Date && after.Content["recurrence"]?["range"] is JsonObject range && !written.Contains("recurrence"))
        {
            range["startDate"] = EventTimes.Start(after).Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        }

        EventRules.CheckWhole(after);
        if (before is { MasterId: { } masterId, OriginalDate: { } date })
        {
            RequireBetweenNeighbours(calendar, calendar.Find(masterId)!, date, EventTimes.Start(after).Date);
        }

        if (!before.IsOrganizer)
        {
            return EventStore.Save(change, calendar, after);
        }

        if (before.IsSeries)
        {
            ChangeExceptions(change, calendar, before, body, written);
        }

        return Meetings.Change(change, calendar, before, after, written);
    }

    // The exceptions of a series follow its changes, each with mails of its own; they fall with the days they were made for.
    private static void ChangeExceptions(Change change, MailboxCalendar calendar, EventState master, JsonObject body, List<string> written)
    {
        var isTimeNews = written.Any(name => name is "start" or "end" or "recurrence" or "isAllDay");
        foreach (var exception in calendar.ExceptionsOf(master).ToList())
        {
            if (isTimeNews)
            {
                Meetings.Drop(change, calendar, exception);
            }
            else if (written.Except(EventRules.Personal).Any())
            {
                Meetings.Change(change, calendar, exception, exception with { Content = EventRules.Merged(calendar.World, exception.Content, body) }, written);
            }
        }
    }

    private static void RequireBetweenNeighbours(MailboxCalendar calendar, EventState master, DateOnly original, DateOnly now)
    {
        var moved = calendar.ExceptionsOf(master).Where(one => one.OriginalDate != original).ToDictionary(one => one.OriginalDate!.Value, one => EventTimes.Start(one).Date);
        foreach (var date in Series.DatesOf(master).Where(date => date != original).TakeWhile(date => date <= now.AddDays(366) || date <= original))
        {
            var neighbour = moved.GetValueOrDefault(date, date);
            if (date < original ? neighbour >= now : neighbour <= now)
            {
                throw new GraphRefusal(400, "ErrorOccurrenceCrossingBoundary", "Modified occurrence is crossing or overlapping adjacent occurrence.");
            }
        }
    }

    private static GraphAnswer Delete(GraphCall call, Presence afterwards)
    {
        var calendar = Calendar(call, "Calendars.ReadWrite");
        var one = Event(call, calendar);
        RequireMatch(call, one);
        var change = calendar.World.Begin();
        Remove(change, calendar, one, null, afterwards);
        change.Complete();
        return GraphAnswer.NoContent();
    }

    /// <summary>Takes an event out of a calendar. The organiser's meeting is cancelled thereby; a copy just goes.</summary>
    public static void Remove(Change change, MailboxCalendar calendar, EventState one, string? comment, Presence afterwards = Presence.InRecycleBin)
    {
        if (one is { IsOrganizer: true, MasterId: { } masterId })
        {
            Meetings.CancelDay(change, calendar, calendar.Find(masterId)!, one, comment);
        }
        else if (one.IsOrganizer)
        {
            Meetings.Cancel(change, calendar, one, comment, afterwards);
        }
        else
        {
            foreach (var exception in calendar.ExceptionsOf(one).ToList())
            {
                EventStore.Save(change, calendar, exception with { Presence = afterwards });
            }

            if (!one.IsOccurrence)
            {
                EventStore.Save(change, calendar, one with { Presence = afterwards });
            }

            Meetings.TakeDayOut(change, calendar, one);
        }
    }

    public static void RequireMatch(GraphCall call, EventState one)
    {
        if (call.IfMatch is not { } tag || tag == "*")
        {
            return;
        }

        if (tag.Trim() != EventJson.ETag(one))
        {
            throw new GraphRefusal(412, "ErrorIrresolvableConflict", "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.");
        }
    }
}
