using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>The calendar itself, its mailbox's settings, and when people are free.</summary>
internal static class ScheduleRoutes
{
    private const int FewestMinutes = 5;
    private const int MostMinutes = 1440;
    private const int UsualMinutes = 30;
    private const int LongestDays = 62;
    private const int MostSchedules = 100;

    private static readonly string[] Select = ["$select"];

    public static IEnumerable<Route> All()
    {
        yield return new("GET", "/users/{user-id}/calendar", 1, Select, call => GraphAnswer.Ok(Shaped(call, Calendar(EventRoutes.Calendar(call, "Calendars.Read")))));
        yield return new("GET", "/users/{user-id}/calendars", 1, [.. Select, "$top"], call =>
            GraphAnswer.Ok(DriveRoutes.Page(call, [Shaped(call, Calendar(EventRoutes.Calendar(call, "Calendars.Read")))])));
        yield return new("POST", "/users/{user-id}/calendar/getSchedule", 1, [], GetSchedule);
        yield return new("GET", "/users/{user-id}/mailboxSettings", 1, Select, call =>
        {
            _ = EventRoutes.Calendar(call, "MailboxSettings.Read");
            var settings = Settings();
            call.Query.Shape(settings, GraphType.MailboxSettings, []);
            return GraphAnswer.Ok(settings);
        });
    }

    private static JsonObject Shaped(GraphCall call, JsonObject calendar)
    {
        call.Query.Shape(calendar, GraphType.Calendar, []);
        return calendar;
    }

    private static JsonObject Calendar(MailboxCalendar calendar) => new()
    {
        ["id"] = MessageIds.OfFolder(calendar.Mailbox, MailboxCalendar.Folder),
        ["name"] = "Kalender",
        ["color"] = "auto",
        ["hexColor"] = "",
        ["isDefaultCalendar"] = true,
        ["changeKey"] = MessageIds.OfFolder(calendar.Mailbox, "key")[..24],
        ["canShare"] = true,
        ["canViewPrivateItems"] = true,
        ["canEdit"] = true,
        ["allowedOnlineMeetingProviders"] = calendar.World.Settings.OnlineMeetings ? new JsonArray("teamsForBusiness") : new JsonArray(),
        ["defaultOnlineMeetingProvider"] = calendar.World.Settings.OnlineMeetings ? "teamsForBusiness" : "unknown",
        ["isTallyingResponses"] = true,
        ["isRemovable"] = false,
        ["owner"] = Meetings.Organizer(calendar.Mailbox)["emailAddress"]!.DeepClone(),
    };

    private static JsonObject Settings() => new()
    {
        ["timeZone"] = "W. Europe Standard Time",
        ["dateFormat"] = "dd.MM.yyyy",
        ["timeFormat"] = "HH:mm",
        ["delegateMeetingMessageDeliveryOptions"] = "sendToDelegateOnly",
        ["userPurpose"] = "user",
        ["language"] = new JsonObject { ["locale"] = "de-DE", ["displayName"] = "Deutsch (Deutschland)" },
        ["workingHours"] = WorkingHours(),
    };

    private static JsonObject WorkingHours() => new()
    {
        ["daysOfWeek"] = new JsonArray("monday", "tuesday", "wednesday", "thursday", "friday"),
        ["startTime"] = "08:00:00.0000000",
        ["endTime"] = "17:00:00.0000000",
        ["timeZone"] = new JsonObject { ["name"] = "W. Europe Standard Time" },
    };

    private static GraphAnswer GetSchedule(GraphCall call)
    {
        var asking = EventRoutes.Calendar(call, "Calendars.ReadBasic");
        var body = InvitationRoutes.Parameters(call, "schedules", "startTime", "endTime", "availabilityViewInterval");
        var (from, until) = (ZonedTime.Read(body["startTime"], "startTime").Utc, ZonedTime.Read(body["endTime"], "endTime").Utc);
        var interval = body["availabilityViewInterval"] is not JsonValue number ? UsualMinutes
            : number.TryGetValue(out int minutes) && minutes is >= FewestMinutes and <= MostMinutes ? minutes
            : throw new GraphRefusal(400, "ErrorInvalidMergedFreeBusyInterval", $"The interval must lie between {FewestMinutes} and {MostMinutes} minutes.");
        if (until <= from)
        {
            throw new GraphRefusal(400, "ErrorInvalidTimeInterval", "The end time must lie after the start time.");
        }

        if ((until - from).TotalDays > LongestDays)
        {
            throw new GraphRefusal(400, "ErrorTimeIntervalTooBig", $"The requested time window may have {LongestDays} days at most.");
        }

        var schedules = (body["schedules"] as JsonArray)?.Select(address => address?.ToString() ?? "").ToList() ?? [];
        if (schedules.Count is 0 or > MostSchedules)
        {
            throw new GraphRefusal(400, "ErrorInvalidParameter", $"Between 1 and {MostSchedules} schedules can be asked for.");
        }

        return GraphAnswer.Ok(new JsonObject { ["value"] = new JsonArray([.. schedules.Select(address => Schedule(call, asking, address, from, until, interval))]) });
    }

    private static JsonObject Schedule(GraphCall call, MailboxCalendar asking, string address, DateTimeOffset from, DateTimeOffset until, int interval)
    {
        var settings = asking.World.Settings;
        var mailbox = call.Tenant.Mailboxes.GetValueOrDefault(address);
        if (mailbox is null && !(settings.FreeBusyAcrossTenants && asking.World.MailboxAnywhere(address) is { } neighbour && (mailbox = neighbour) is not null))
        {
            return Failed(address, "ErrorMailRecipientNotFound", "Unable to resolve e-mail address to an Active Directory object.");
        }

        var mayRead = mailbox!.Tenant == call.Tenant && Permissions.MayMailbox(call, mailbox, "Calendars.Read");
        if (!mayRead && mailbox != asking.Mailbox && mailbox.Tenant == call.Tenant && !settings.FreeBusyInside)
        {
            return Failed(address, "ErrorNoFreeBusyAccess", "The caller does not have access to free/busy data.");
        }

        var zone = EventJson.ZoneOf(call);
        var events = EventTimes.View(mailbox.Calendar, from, until);
        return new JsonObject
        {
            ["scheduleId"] = address,
            ["availabilityView"] = Availability(events, from, until, interval),
            ["scheduleItems"] = new JsonArray([.. events.Where(one => StatusOf(one) != "free").Select(one => Item(one, zone, mayRead))]),
            ["workingHours"] = WorkingHours(),
        };
    }

    private static JsonObject Failed(string address, string code, string message) => new()
    {
        ["scheduleId"] = address,
        ["availabilityView"] = "",
        ["scheduleItems"] = new JsonArray(),
        ["error"] = new JsonObject { ["message"] = message, ["responseCode"] = code },
    };

    private static JsonObject Item(EventState one, string zone, bool mayRead)
    {
        var isPrivate = DriveRoutes.Text(one.Content, "sensitivity") is "private" or "personal" or "confidential";
        var item = new JsonObject
        {
            ["status"] = StatusOf(one),
            ["start"] = EventTimes.Start(one).In(zone).Json(),
            ["end"] = EventTimes.End(one).In(zone).Json(),
        };
        if (mayRead)
        {
            item["isPrivate"] = isPrivate;
            if (!isPrivate)
            {
                item["subject"] = one.Subject;
                item["location"] = DriveRoutes.Text(one.Content["location"] as JsonObject, "displayName") ?? "";
            }
        }

        return item;
    }

    /// <summary>One figure for each slot: the strongest of what lies in it.</summary>
    private static string Availability(List<EventState> events, DateTimeOffset from, DateTimeOffset until, int interval)
    {
        var slots = new List<char>();
        for (var start = from; start < until; start = start.AddMinutes(interval))
        {
            var end = start.AddMinutes(interval);
            slots.Add(events.Where(one => EventTimes.Overlaps(one, start, end)).Select(one => StatusOf(one) switch { "tentative" => '1', "busy" => '2', "oof" => '3', _ => '0' }).DefaultIfEmpty('0').Max());
        }

        return string.Concat(slots);
    }

    private static string StatusOf(EventState one) => DriveRoutes.Text(one.Content, "showAs") ?? "busy";
}
