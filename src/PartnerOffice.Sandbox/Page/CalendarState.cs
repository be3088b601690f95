using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>The calendars for a program or a test that looks behind Graph.</summary>
internal static class CalendarState
{
    /// <summary>How many mails about meetings went to each address.</summary>
    public static JsonArray Mails(World world) => new([.. Sent(world).GroupBy(mail => mail.To, StringComparer.OrdinalIgnoreCase).OrderBy(mails => mails.Key, StringComparer.OrdinalIgnoreCase).Select(mails => Count(mails.Key, mails))]);

    public static IEnumerable<MeetingMail> Sent(World world) => MailboxCalendar.Of(world).SelectMany(calendar => calendar.Everything.OrderBy(one => one.FirstTurn)).SelectMany(one => one.Sent);

    public static JsonArray Events(MailboxCalendar calendar) => new([.. calendar.Everything.Where(one => one.Presence != Presence.Gone).OrderBy(one => one.FirstTurn).Select(one => new JsonObject
    {
        ["id"] = one.Id,
        ["iCalUId"] = one.ICalUId,
        ["subject"] = one.Subject,
        ["start"] = one.Content["start"]?.DeepClone(),
        ["end"] = one.Content["end"]?.DeepClone(),
        ["isOrganizer"] = one.IsOrganizer,
        ["isCancelled"] = one.IsCancelled,
        ["presence"] = one.Presence.ToString(),
        ["response"] = one.IsOrganizer ? ResponseKinds.Organizer : one.Response,
        ["isSeries"] = one.IsSeries,
        ["attendees"] = new JsonArray([.. one.Attendees.Select(attendee => new JsonObject
        {
            ["address"] = EventRules.AddressOf(attendee), ["type"] = attendee["type"]?.ToString(), ["response"] = attendee["status"]?["response"]?.ToString(),
        })]),
        ["mails"] = new JsonArray([.. one.Sent.GroupBy(mail => mail.To, StringComparer.OrdinalIgnoreCase).Select(mails => Count(mails.Key, mails))]),
        ["answers"] = JsonSerializer.SerializeToNode(one.Answers, StateJson.Compact),
        ["properties"] = new JsonObject(one.Properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)property.Value))),
        ["file"] = one.IsHere ? calendar.FilePath(one) : null,
    })]);

    /// <summary>Who wants to hear of what; never the secret.</summary>
    public static JsonArray Subscriptions(Tenant tenant) => new([.. tenant.State.Subscriptions.Select(one => new JsonObject
    {
        ["id"] = one.Id,
        ["app"] = one.AppId,
        ["resource"] = one.Resource,
        ["changeType"] = one.ChangeType,
        ["notificationUrl"] = one.NotificationUrl,
        ["lifecycleNotificationUrl"] = one.LifecycleUrl,
        ["expires"] = one.Expires,
        ["isChallenged"] = one.IsChallenged,
    })]);

    private static JsonObject Count(string address, IEnumerable<MeetingMail> mails)
    {
        var all = mails.ToList();
        return new JsonObject
        {
            ["address"] = address,
            ["invitations"] = all.Count(mail => mail.Kind == MeetingMailKind.Invitation),
            ["updates"] = all.Count(mail => mail.Kind == MeetingMailKind.Update),
            ["cancellations"] = all.Count(mail => mail.Kind == MeetingMailKind.Cancellation),
            ["isOutside"] = all[^1].IsOutside,
        };
    }
}
