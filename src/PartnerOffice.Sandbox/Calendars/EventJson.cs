using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Events as Graph writes them.</summary>
internal static class EventJson
{
    private const int PreviewLength = 255;
    private const string NoTime = "0001-01-01T00:00:00Z";

    // What the copy says itself; the rest is worked out.
    private static readonly (string Name, Func<JsonNode?> Unless)[] AsWritten =
    [
        ("subject", () => ""), ("importance", () => "normal"), ("sensitivity", () => "normal"), ("isAllDay", () => false), ("isReminderOn", () => true),
        ("reminderMinutesBeforeStart", () => 15), ("responseRequested", () => true), ("allowNewTimeProposals", () => true), ("hideAttendees", () => false),
        ("showAs", () => "busy"), ("categories", () => new JsonArray()), ("isOnlineMeeting", () => false), ("onlineMeetingProvider", () => "unknown"), ("onlineMeeting", () => null),
        ("recurrence", () => null), ("location", () => Nowhere()), ("locations", () => new JsonArray()), ("organizer", () => null),
    ];

    private static readonly string[] Expandable = [ExtendedProperties.Name, "attachments"];

    public static JsonObject Event(GraphCall call, EventState one, ODataQuery query)
    {
        var json = Full(call, one);
        foreach (var (name, options) in query.Expand)
        {
            if (name == ExtendedProperties.Name)
            {
                ExtendedProperties.Expand(json, options, one.Properties);
            }
            else if (name == "attachments")
            {
                json[name] = new JsonArray();
            }
        }

        query.Shape(json, GraphType.Event, Expandable);
        return json;
    }

    /// <summary>Everything a filter may ask for, the extended properties included.</summary>
    public static JsonObject Full(GraphCall call, EventState one)
    {
        var zone = ZoneOf(call);
        var wantsImmutable = call.Prefers("IdType=ImmutableId");
        var id = IdOf(one, wantsImmutable);
        var html = DriveRoutes.Text(one.Content["body"] as JsonObject, "content") ?? "";
        var text = EventHtml.PlainText(html);
        var json = new JsonObject
        {
            ["@odata.etag"] = ETag(one),
            ["id"] = id,
            ["createdDateTime"] = DriveItemJson.Moment(one.Created),
            ["lastModifiedDateTime"] = DriveItemJson.Moment(one.Modified),
            ["changeKey"] = ChangeKey(one),
            ["originalStartTimeZone"] = EventTimes.Start(one).ZoneName,
            ["originalEndTimeZone"] = EventTimes.End(one).ZoneName,
            ["iCalUId"] = one.ICalUId,
            ["hasAttachments"] = false,
            ["isCancelled"] = one.IsCancelled,
            ["isOrganizer"] = one.IsOrganizer,
            ["isDraft"] = false,
            ["type"] = TypeOf(one),
            ["seriesMasterId"] = one.MasterId is { } master ? MasterIdOf(master, wantsImmutable) : null,
            ["webLink"] = $"https://outlook.office365.com/owa/?itemid={Uri.EscapeDataString(id)}&exvsurl=1&path=/calendar/item",
            ["onlineMeetingUrl"] = null,
            ["responseStatus"] = Status(one.IsOrganizer ? ResponseKinds.Organizer : one.Response, one.Responded),
            ["body"] = call.Prefers("outlook.body-content-type=text")
                ? new JsonObject { ["contentType"] = "text", ["content"] = text }
                : new JsonObject { ["contentType"] = "html", ["content"] = html },
            ["bodyPreview"] = text.Length > PreviewLength ? text[..PreviewLength] : text,
            ["start"] = Time(one, EventTimes.Start(one), zone),
            ["end"] = Time(one, EventTimes.End(one), zone),
            ["attendees"] = new JsonArray([.. one.Attendees.Select(attendee => Attendee(attendee, zone))]),
            [ExtendedProperties.Name] = ExtendedProperties.Json(one.Properties),
        };
        foreach (var (name, unless) in AsWritten)
        {
            json[name] = one.Content.TryGetPropertyValue(name, out var written) ? written?.DeepClone() : unless();
        }

        if (one.TransactionId is { } transaction)
        {
            json["transactionId"] = transaction;
        }

        if (one is { MasterId: not null, OriginalDate: { } date })
        {
            json["originalStart"] = DriveItemJson.Moment(EventTimes.Start(one).On(date).Utc);
        }

        if (one.IsSeries)
        {
            json["cancelledOccurrences"] = new JsonArray([.. one.CancelledDates.Select(day => JsonValue.Create(EventIds.OfDay(one.Id, day)))]);
        }

        return json;
    }

    /// <summary>Of all that a filter may ask for, only the extended properties.</summary>
    public static JsonObject Keys(EventState one) => new() { [ExtendedProperties.Name] = ExtendedProperties.Json(one.Properties) };

    /// <summary>What a delta tells of one day of a series; the rest stands in the series itself.</summary>
    public static JsonObject InDelta(GraphCall call, EventState one)
    {
        var zone = ZoneOf(call);
        var wantsImmutable = call.Prefers("IdType=ImmutableId");
        return new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.event",
            ["@odata.etag"] = ETag(one),
            ["id"] = IdOf(one, wantsImmutable),
            ["seriesMasterId"] = MasterIdOf(one.MasterId!, wantsImmutable),
            ["type"] = "occurrence",
            ["start"] = Time(one, EventTimes.Start(one), zone),
            ["end"] = Time(one, EventTimes.End(one), zone),
        };
    }

    public static string ZoneOf(GraphCall call)
    {
        var name = call.Preference("outlook.timezone") ?? "UTC";
        ZonedTime.Find(name);
        return name;
    }

    public static string ETag(EventState one) => $"W/\"{ChangeKey(one)}\"";

    public static string IdOf(EventState one, bool wantsImmutable) => wantsImmutable ? one.Id : EventIds.InFolder(one);

    public static string ChangeKey(EventState one) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(one.Changes.ToString("D8", CultureInfo.InvariantCulture) + one.Id[^8..]));

    public static JsonObject Status(string response, DateTimeOffset? at) =>
        new() { ["response"] = response, ["time"] = at is { } time ? DriveItemJson.Moment(time) : NoTime };

    public static JsonObject Nowhere() => new() { ["displayName"] = "", ["locationType"] = "default", ["uniqueIdType"] = "unknown", ["address"] = new JsonObject(), ["coordinates"] = new JsonObject() };

    private static string MasterIdOf(string master, bool wantsImmutable) => wantsImmutable ? master : EventIds.InCalendar(master);

    private static string TypeOf(EventState one) => one switch
    {
        { IsSeries: true } => "seriesMaster",
        { IsOccurrence: true } => "occurrence",
        { MasterId: not null } => "exception",
        _ => "singleInstance",
    };

    private static JsonObject Attendee(JsonObject attendee, string zone)
    {
        var json = (JsonObject)attendee.DeepClone();
        if (json["proposedNewTime"] is JsonObject proposed)
        {
            foreach (var name in (string[])["start", "end"])
            {
                proposed[name] = ZonedTime.Read(proposed[name], name).In(zone).Json();
            }
        }

        return json;
    }

    // A whole day is the same day on every wall.
    private static JsonObject Time(EventState one, ZonedTime time, string zone) =>
        (DriveRoutes.Flag(one.Content, "isAllDay") == true ? time with { ZoneName = zone } : time.In(zone)).Json();
}
