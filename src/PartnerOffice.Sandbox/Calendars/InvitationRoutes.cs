using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Calling a meeting off, and answering to one.</summary>
internal static class InvitationRoutes
{
    public static IEnumerable<Route> All()
    {
        yield return new("POST", "/users/{user-id}/events/{event-id}/cancel", 1, [], Cancel);
        yield return new("POST", "/users/{user-id}/events/{event-id}/accept", 1, [], call => Answer(call, ResponseKinds.Accepted));
        yield return new("POST", "/users/{user-id}/events/{event-id}/decline", 1, [], call => Answer(call, ResponseKinds.Declined));
        yield return new("POST", "/users/{user-id}/events/{event-id}/tentativelyAccept", 1, [], call => Answer(call, ResponseKinds.TentativelyAccepted));
    }

    private static GraphAnswer Cancel(GraphCall call)
    {
        var calendar = EventRoutes.Calendar(call, "Calendars.ReadWrite");
        var meeting = EventRoutes.Event(call, calendar);
        var body = Parameters(call, "comment");
        if (!meeting.IsOrganizer)
        {
            throw new GraphRefusal(400, "ErrorInvalidRequest", "Your request can't be completed. You need to be an organizer to cancel a meeting.");
        }

        var change = calendar.World.Begin();
        EventRoutes.Remove(change, calendar, meeting, DriveRoutes.Text(body, "comment"));
        change.Complete();
        return GraphAnswer.Accepted();
    }

    private static GraphAnswer Answer(GraphCall call, string response)
    {
        var calendar = EventRoutes.Calendar(call, "Calendars.ReadWrite");
        var copy = EventRoutes.Event(call, calendar);
        var body = response == ResponseKinds.Accepted ? Parameters(call, "comment", "sendResponse") : Parameters(call, "comment", "sendResponse", "proposedNewTime");
        var change = calendar.World.Begin();
        Answer(change, calendar, copy, response, DriveRoutes.Text(body, "comment"), Proposed(body["proposedNewTime"]), DriveRoutes.Flag(body, "sendResponse") ?? true);
        change.Complete();
        return GraphAnswer.Accepted();
    }

    /// <summary>Answers under the rules of Exchange, whoever does it.</summary>
    public static void Answer(Change change, MailboxCalendar calendar, EventState copy, string response, string? comment, JsonObject? proposed, bool tellsOrganizer)
    {
        if (copy.IsOrganizer)
        {
            throw Refused("You can't respond to this meeting because you're the meeting organizer.");
        }

        if (copy.IsCancelled)
        {
            throw Refused("You can't respond to this meeting because it was canceled.");
        }

        if (tellsOrganizer && DriveRoutes.Flag(copy.Content, "responseRequested") == false)
        {
            throw Refused("You can't send a response to this meeting because the meeting organizer hasn't requested a response.");
        }

        if (proposed is not null && (!tellsOrganizer || DriveRoutes.Flag(copy.Content, "allowNewTimeProposals") == false))
        {
            throw Refused("A new time can't be proposed for this meeting.");
        }

        // One day of a series that is answered by itself becomes an exception in the own calendar.
        Meetings.Answer(change, calendar, copy, response, comment, proposed, tellsOrganizer);
    }

    public static JsonObject? Proposed(JsonNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var slot = node as JsonObject ?? throw GraphRefusal.BadRequest("proposedNewTime must be an object with start and end.");
        MessageRoutes.RequireOnly(slot, "timeSlot", "start", "end");
        var (start, end) = (ZonedTime.Read(slot["start"], "start"), ZonedTime.Read(slot["end"], "end"));
        return end.Utc > start.Utc ? new JsonObject { ["start"] = start.Json(), ["end"] = end.Json() } : throw EventRules.Failed("The proposed end lies before the proposed start.");
    }

    /// <summary>The parameters of an action by their documented names; Microsoft's description of them begins with capitals, and both are taken.</summary>
    public static JsonObject Parameters(GraphCall call, params string[] names)
    {
        var given = new JsonObject();
        foreach (var (name, value) in call.ReadObject(mayBeEmpty: true))
        {
            var known = names.FirstOrDefault(one => one == name || string.Equals(char.ToUpperInvariant(one[0]) + one[1..], name, StringComparison.Ordinal))
                ?? throw GraphRefusal.BadRequest($"The parameter '{name}' does not exist on this action.");
            given[known] = value?.DeepClone();
        }

        return given;
    }

    private static GraphRefusal Refused(string why) => new(400, "ErrorInvalidRequest", "Your request can't be completed. " + why);
}
