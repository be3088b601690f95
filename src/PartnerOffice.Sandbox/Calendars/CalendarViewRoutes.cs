using System.Globalization;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>A calendar between two moments, the days of a series, and what changed since the last look.</summary>
internal static class CalendarViewRoutes
{
    private const int LongestDays = 1825;

    private static readonly string[] Window = ["startDateTime", "endDateTime"];
    private static readonly string[] View = [.. Window, "$select", "$expand", "$filter", "$top", "$skip", "$skiptoken", "$orderby"];
    // The page on event: delta names what it does not take: $expand, $filter, $orderby, $search and $select.
    private static readonly string[] Delta = [.. Window, "$skiptoken", "$deltatoken"];

    /// <summary>Before the routes of single events, of which "delta" is none.</summary>
    public static IEnumerable<Route> All()
    {
        yield return new("GET", "/users/{user-id}/calendarView", 1, View, call =>
        {
            var calendar = EventRoutes.Calendar(call, "Calendars.Read");
            var (from, until) = Between(call);
            return EventRoutes.Page(call, EventTimes.View(calendar, from, until));
        });
        yield return new("GET", "/users/{user-id}/calendarView/delta()", 1, Delta, call => Changes(call, days: true));
        yield return new("GET", "/users/{user-id}/events/delta()", 1, Delta, call => Changes(call, days: false));
        yield return new("GET", "/users/{user-id}/events/{event-id}/instances", 1, View, call =>
        {
            var calendar = EventRoutes.Calendar(call, "Calendars.Read");
            var master = EventRoutes.Event(call, calendar);
            var (from, until) = Between(call);
            return master.IsSeries
                ? EventRoutes.Page(call, Series.Between(calendar, master, from, until).OrderBy(one => EventTimes.Start(one).Utc))
                : throw new GraphRefusal(400, "ErrorInvalidRequest", "Your request can't be completed. The event is not a series master.");
        });
    }

    private static (DateTimeOffset From, DateTimeOffset Until) Between(GraphCall call)
    {
        if (call.Query["startDateTime"] is not { } start || call.Query["endDateTime"] is not { } end)
        {
            throw new GraphRefusal(400, "ErrorInvalidParameter", "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.");
        }

        var (from, until) = (Moment(start), Moment(end));
        if (until < from)
        {
            throw new GraphRefusal(400, "ErrorInvalidParameter", "The end of the time window lies before its start.");
        }

        return (until - from).TotalDays <= LongestDays ? (from, until)
            : throw new GraphRefusal(400, "ErrorCalendarViewRangeTooBig", $"The specified viewing range exceeds the maximum value of {LongestDays} days.");
    }

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
            : throw new GraphRefusal(400, "ErrorInvalidParameter", $"The value '{text}' of the time window is not a date and time.");

    private static GraphAnswer Changes(GraphCall call, bool days)
    {
        var calendar = EventRoutes.Calendar(call, "Calendars.Read");
        var now = calendar.World.Now;
        var start = Start(call, calendar, days, now);
        // Of a turn that was told in part only the rest is told.
        var news = calendar.Everything.Where(one => one.Turn > start.After).OrderBy(one => one.Turn)
            .SelectMany(one => News(call, calendar, one, start).Select((json, at) => (one.Turn, Json: json, At: at)))
            .Where(one => one.Turn != start.Part || one.At >= start.Skip)
            .ToList();
        var size = int.TryParse(call.Preference("odata.maxpagesize"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : calendar.World.Settings.DeltaPageSize;
        var told = news.Take(size).ToList();
        var page = new JsonObject { ["value"] = new JsonArray([.. told.Select(one => one.Json)]) };
        if (told.Count == news.Count)
        {
            page["@odata.deltaLink"] = Link(call, "$deltatoken", start with { After = calendar.LastTurn, Part = 0, Skip = 0, GoneSince = calendar.LastTurn, Issued = now });
        }
        else
        {
            var last = told[^1];
            page["@odata.nextLink"] = Link(call, "$skiptoken", start with { After = last.Turn - 1, Part = last.Turn, Skip = last.At + 1, Issued = now });
        }

        return GraphAnswer.Ok(page);
    }

    private static CalendarToken Start(GraphCall call, MailboxCalendar calendar, bool days, DateTimeOffset now)
    {
        if ((call.Query["$deltatoken"] ?? call.Query["$skiptoken"]) is { } given)
        {
            return CalendarToken.Read(given, calendar, days) is { } known && known.Issued + calendar.World.Settings.DeltaTokenLifetime >= now ? known
                : throw new GraphRefusal(410, "SyncStateNotFound", "The sync state generation is not found; a full synchronization is required.", "resyncRequired");
        }

        var (from, until) = Between(call);
        return new CalendarToken(calendar.Mailbox.State.UserId, days, from, until, 0, 0, 0, calendar.LastTurn, now);
    }

    private static IEnumerable<JsonObject> News(GraphCall call, MailboxCalendar calendar, EventState one, CalendarToken start)
    {
        // Whoever looks for the first time need not hear of what is not there.
        var isMissed = one.Turn > start.GoneSince;
        var isSeries = start.Days && one.IsSeries;
        if (isSeries)
        {
            foreach (var (day, turn) in one.DroppedDates)
            {
                var date = DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);
                if (turn > start.After && turn > start.GoneSince && EventTimes.Overlaps(Series.Occurrence(one, date), start.From, start.Until))
                {
                    yield return Removed(call, EventIds.OfDay(one.Id, date), EventIds.OfDay(EventIds.InCalendar(one.Id), date, isImmutable: false));
                }
            }
        }

        var shown = !one.IsHere ? []
            : one.IsSeries ? Series.Between(calendar, one, start.From, start.Until).ToList()
            : EventTimes.Overlaps(one, start.From, start.Until) ? [one] : [];
        if (shown.Count == 0)
        {
            if (isMissed)
            {
                yield return Removed(call, one.Id, one is { MasterId: { } master, OriginalDate: { } date }
                    ? EventIds.OfDay(EventIds.InCalendar(master), date, isImmutable: false) : EventIds.InCalendar(one.Id));
            }

            yield break;
        }

        var full = EventJson.Event(call, one, call.Query);
        full.Insert(0, "@odata.type", "#microsoft.graph.event");
        yield return full;
        foreach (var day in isSeries ? shown.Where(day => day.IsOccurrence) : [])
        {
            yield return EventJson.InDelta(call, day);
        }
    }

    private static JsonObject Removed(GraphCall call, string immutable, string inFolder) => new()
    {
        ["@odata.type"] = "#microsoft.graph.event",
        ["id"] = call.Prefers("IdType=ImmutableId") ? immutable : inFolder,
        ["@removed"] = new JsonObject { ["reason"] = "deleted" },
    };

    private static string Link(GraphCall call, string kind, CalendarToken token)
    {
        var path = call.RawPath[..call.RawPath.LastIndexOf('/')] + "/delta";
        return $"{new Uri(call.BaseUri, path).AbsoluteUri}?{kind}={token}";
    }
}
