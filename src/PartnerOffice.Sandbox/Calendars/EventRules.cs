using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>What a client may write into an event, and what becomes of it.</summary>
internal static class EventRules
{
    public const int MostAttendees = 500;

    private const int LongestSubject = 255;

    private static readonly string[] Writable =
    [
        "subject", "body", "start", "end", "location", "locations", "attendees", "importance", "sensitivity", "showAs", "isAllDay", "isReminderOn", "reminderMinutesBeforeStart", "categories",
        "responseRequested", "allowNewTimeProposals", "hideAttendees", "recurrence", "isOnlineMeeting", "onlineMeetingProvider", ExtendedProperties.Name,
    ];

    /// <summary>What concerns the owner of a calendar alone: others hear nothing of it, and those who were invited may write it as well.</summary>
    public static IReadOnlyList<string> Personal { get; } = ["isReminderOn", "reminderMinutesBeforeStart", "categories", "showAs", ExtendedProperties.Name];

    private static readonly Dictionary<string, string[]> Choices = new()
    {
        ["importance"] = ["low", "normal", "high"],
        ["sensitivity"] = ["normal", "personal", "private", "confidential"],
        ["showAs"] = ["free", "tentative", "busy", "oof", "workingElsewhere", "unknown"],
        ["onlineMeetingProvider"] = ["unknown", "skypeForBusiness", "skypeForConsumer", "teamsForBusiness"],
    };

    private static readonly string[] Flags = ["isAllDay", "isReminderOn", "responseRequested", "allowNewTimeProposals", "hideAttendees", "isOnlineMeeting"];

    /// <summary>Refuses what Graph would not understand, and what it would silently drop.</summary>
    public static void Check(JsonObject body, bool isNew)
    {
        DriveRoutes.RequireProperties(body, GraphType.Event, isNew ? [.. Writable, "transactionId"] : Writable);
        foreach (var (name, values) in Choices)
        {
            if (body.ContainsKey(name) && !values.Contains(DriveRoutes.Text(body, name), StringComparer.Ordinal))
            {
                throw GraphRefusal.BadRequest($"The value of '{name}' is none of {string.Join(", ", values)}.");
            }
        }

        foreach (var name in Flags.Where(body.ContainsKey))
        {
            _ = DriveRoutes.Flag(body, name) ?? throw GraphRefusal.BadRequest($"The value of '{name}' must be true or false.");
        }

        if (DriveRoutes.Text(body, "subject")?.Length > LongestSubject)
        {
            throw Failed("The subject is longer than 255 characters.");
        }

        if (body["body"] is JsonObject text)
        {
            MessageRoutes.RequireOnly(text, "itemBody", "contentType", "content");
            if (DriveRoutes.Text(text, "contentType")?.ToUpperInvariant() is not (null or "TEXT" or "HTML"))
            {
                throw GraphRefusal.BadRequest("The body's contentType must be text or html.");
            }
        }

        foreach (var place in (body["locations"] as JsonArray ?? []).Append(body["location"]).Where(place => place is not null))
        {
            MessageRoutes.RequireOnly(
                place as JsonObject ?? throw GraphRefusal.BadRequest("A location must be an object."), "location",
                "displayName", "locationEmailAddress", "address", "coordinates", "locationUri", "locationType", "uniqueId", "uniqueIdType");
        }

        CheckAttendees(body);
        if (body.ContainsKey("reminderMinutesBeforeStart") && body["reminderMinutesBeforeStart"] is not JsonValue minutes)
        {
            throw GraphRefusal.BadRequest("The value of 'reminderMinutesBeforeStart' must be a whole number.");
        }

        if (isNew && DriveRoutes.Text(body, "transactionId") is { Length: 0 })
        {
            throw GraphRefusal.BadRequest("The transactionId must not be empty.");
        }
    }

    /// <summary>What an event says after this was written into it.</summary>
    public static JsonObject Merged(World world, JsonObject before, JsonObject written)
    {
        var content = (JsonObject)before.DeepClone();
        foreach (var (name, value) in written.Where(property => property.Key != ExtendedProperties.Name && !property.Key.Contains("@odata.", StringComparison.Ordinal)))
        {
            content[name] = name switch
            {
                "body" => Body(value as JsonObject ?? []),
                "start" or "end" => ZonedTime.Read(value, name).Json(),
                "attendees" => Attendees(before, value as JsonArray ?? []),
                _ => value?.DeepClone(),
            };
        }

        if (written["location"] is JsonObject place)
        {
            content["location"] = Place(place);
            content["locations"] = DriveRoutes.Text(place, "displayName") is { Length: > 0 } ? new JsonArray(Place(place)) : new JsonArray();
        }
        else if (written["locations"] is JsonArray places)
        {
            content["locations"] = new JsonArray([.. places.Select(one => Place((JsonObject)one!))]);
            content["location"] = places.Count > 0 ? Place((JsonObject)places[0]!) : EventJson.Nowhere();
        }

        GoOnline(world, before, content);
        return content;
    }

    /// <summary>Refuses an event whose parts do not fit one another.</summary>
    public static void CheckWhole(EventState one)
    {
        foreach (var name in (string[])["start", "end"])
        {
            if (one.Content[name] is null)
            {
                throw Failed($"The property {name} is missing.");
            }
        }

        var (start, end) = (EventTimes.Start(one), EventTimes.End(one));
        if (end.Utc < start.Utc)
        {
            throw Failed("The end lies before the start.");
        }

        if (DriveRoutes.Flag(one.Content, "isAllDay") == true
            && (start.Local.TimeOfDay != TimeSpan.Zero || end.Local.TimeOfDay != TimeSpan.Zero || start.ZoneName != end.ZoneName || end.Local <= start.Local))
        {
            throw new GraphRefusal(400, "ErrorPropertyValidationFailure", "The Event.Start and Event.End of an all-day event must be midnight, in the same time zone, at least 24 hours apart.");
        }

        if (one.Content["recurrence"] is JsonObject recurrence)
        {
            Series.Check(recurrence, start.Date);
        }
    }

    /// <summary>The same for the same request, whatever the order of its properties.</summary>
    public static string DigestOf(JsonObject request) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Ordered(request)!.ToJsonString())));

    public static GraphRefusal Failed(string why) => new(400, "ErrorPropertyValidationFailure", "At least one property failed validation. " + why);

    public static string AddressOf(JsonObject attendee) => attendee["emailAddress"]!["address"]!.ToString();

    private static void CheckAttendees(JsonObject body)
    {
        if (!body.ContainsKey("attendees"))
        {
            return;
        }

        var attendees = body["attendees"] as JsonArray ?? throw GraphRefusal.BadRequest("'attendees' must be a collection.");
        if (attendees.Count > MostAttendees)
        {
            throw new GraphRefusal(400, "ErrorInvalidRequest", $"Your request can't be completed. An event may have {MostAttendees} attendees at most.");
        }

        foreach (var attendee in attendees)
        {
            if (attendee is not JsonObject known)
            {
                throw GraphRefusal.BadRequest("An attendee must be an object.");
            }

            // Status and proposed time come back with what a client read; Graph does not take them from there.
            MessageRoutes.RequireOnly(known, "attendee", "emailAddress", "type", "status", "proposedNewTime");
            MessageRoutes.CheckRecipient(new JsonObject { ["emailAddress"] = known["emailAddress"]?.DeepClone() });
            if (DriveRoutes.Text(known, "type") is not (null or "required" or "optional" or "resource"))
            {
                throw GraphRefusal.BadRequest("The type of an attendee must be required, optional or resource.");
            }
        }
    }

    private static JsonObject Body(JsonObject body)
    {
        var isHtml = string.Equals(DriveRoutes.Text(body, "contentType"), "html", StringComparison.OrdinalIgnoreCase);
        return new JsonObject { ["contentType"] = "html", ["content"] = EventHtml.Rewrite(DriveRoutes.Text(body, "content") ?? "", isHtml) };
    }

    // Who is named again keeps the answer given before.
    private static JsonArray Attendees(JsonObject before, JsonArray written)
    {
        var known = (before["attendees"] as JsonArray ?? []).Select(attendee => attendee!.AsObject()).ToDictionary(AddressOf, attendee => attendee, StringComparer.OrdinalIgnoreCase);
        return new JsonArray([.. written.Select(attendee => attendee!.AsObject()).DistinctBy(AddressOf, StringComparer.OrdinalIgnoreCase).Select(attendee =>
        {
            var old = known.GetValueOrDefault(AddressOf(attendee));
            var address = AddressOf(attendee);
            var json = new JsonObject
            {
                ["type"] = DriveRoutes.Text(attendee, "type") ?? old?["type"]?.ToString() ?? "required",
                ["status"] = old?["status"]?.DeepClone() ?? EventJson.Status(ResponseKinds.None, null),
                ["emailAddress"] = new JsonObject { ["name"] = DriveRoutes.Text(attendee["emailAddress"] as JsonObject, "name") ?? old?["emailAddress"]?["name"]?.ToString() ?? address, ["address"] = address },
            };
            if (old?["proposedNewTime"] is { } proposed)
            {
                json["proposedNewTime"] = proposed.DeepClone();
            }

            return json;
        })]);
    }

    private static JsonObject Place(JsonObject place)
    {
        var json = (JsonObject)place.DeepClone();
        json["displayName"] ??= "";
        json["locationType"] ??= "default";
        json["uniqueIdType"] ??= "private";
        return json;
    }

    // Once online, always online, unless somebody writes the body anew without the link in it; and where the mailbox has no Teams, it comes
    // back as if it had never been asked for.
    private static void GoOnline(World world, JsonObject before, JsonObject content)
    {
        if (before["onlineMeeting"]?["joinUrl"]?.ToString() is { } link)
        {
            var isKept = content["body"]?["content"]?.ToString().Contains(link, StringComparison.Ordinal) == true;
            content["isOnlineMeeting"] = isKept;
            content["onlineMeetingProvider"] = isKept ? before["onlineMeetingProvider"]?.DeepClone() : "unknown";
            content["onlineMeeting"] = isKept ? before["onlineMeeting"]?.DeepClone() : null;
        }
        else if (DriveRoutes.Flag(content, "isOnlineMeeting") == true && world.Settings.OnlineMeetings)
        {
            var joinUrl = string.Create(CultureInfo.InvariantCulture, $"https://teams.microsoft.example/l/meetup-join/{Guid.NewGuid():N}");
            content["onlineMeetingProvider"] = "teamsForBusiness";
            content["onlineMeeting"] = new JsonObject { ["joinUrl"] = joinUrl };
            content["body"] = new JsonObject { ["contentType"] = "html", ["content"] = EventHtml.WithLink(DriveRoutes.Text(content["body"] as JsonObject, "content") ?? "", joinUrl) };
        }
        else
        {
            content["isOnlineMeeting"] = false;
            content["onlineMeetingProvider"] = "unknown";
        }
    }

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => KeyValuePair.Create(property.Key, Ordered(property.Value)))),
        JsonArray many => new JsonArray([.. many.Select(Ordered)]),
        null => null,
        _ => JsonNode.Parse(node.ToJsonString()),
    };
}
