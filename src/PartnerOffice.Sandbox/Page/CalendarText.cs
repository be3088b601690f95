using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PartnerOffice.Sandbox;

/// <summary>The calendars on the sandbox's page: what is in them, who was asked, and what people may do.</summary>
internal static class CalendarText
{
    private const int ShownEvents = 30;
    private const string Url = "/_sandbox/calendar";

    public static void Tenant(StringBuilder body, Tenant tenant)
    {
        foreach (var calendar in tenant.Mailboxes.Values.Select(mailbox => mailbox.Calendar))
        {
            var events = calendar.Events.OrderBy(one => EventTimes.Start(one).Utc).ToList();
            var shown = events.TakeLast(ShownEvents).ToList();
            PageText.Table(
                body, $"Kalender {calendar.Mailbox.State.Address}{(events.Count > ShownEvents ? $", die spätesten {ShownEvents} von {events.Count}" : "")}",
                ["Termin", "Beginn", "Stand", "", ""], shown.Select(one => Row(calendar, one)), "Keine Termine.");
            var invited = events.Where(one => one.IsOrganizer).SelectMany(one => one.Attendees.Select(attendee => Invited(one, EventRules.AddressOf(attendee), attendee["status"]?["response"]?.ToString()))).ToList();
            if (invited.Count > 0)
            {
                PageText.Table(body, $"Eingeladen von {calendar.Mailbox.State.Address}", ["Person", "Termin", "Antwort", "Post dazu", ""], invited, "Niemand.");
            }
        }
    }

    private static string[] Row(MailboxCalendar calendar, EventState one)
    {
        var person = calendar.Mailbox.State.Address;
        var (start, end) = (EventTimes.Start(one), EventTimes.End(one));
        var state = one.IsCancelled ? "abgesagt" : one.IsOrganizer ? (one.Attendees.Any() ? "eigene Einladung" : "eigener Termin") : Answer(one.Response);
        return
        [
            PageText.Safe(one.Subject), $"{start.Local.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture)}{(one.IsSeries ? ", Serie" : "")}", state,
            one.IsOrganizer && !one.IsSeries && one.MasterId is null
                ? Button("Eine Woche später", one, person, "move", new { start = start.Local.AddDays(7), end = end.Local.AddDays(7), timeZone = start.ZoneName }) : "",
            one.IsOrganizer && one.Attendees.Any() ? Button("Absagen", one, person, "cancel") : Button("Löschen", one, person, "delete"),
        ];
    }

    private static string[] Invited(EventState one, string person, string? response)
    {
        var mails = one.Sent.Where(mail => string.Equals(mail.To, person, StringComparison.OrdinalIgnoreCase)).ToList();
        int Count(MeetingMailKind kind) => mails.Count(mail => mail.Kind == kind);
        var (start, end) = (EventTimes.Start(one), EventTimes.End(one));
        return
        [
            PageText.Safe(person), PageText.Safe(one.Subject), Answer(response),
            string.Create(CultureInfo.InvariantCulture, $"Einladung {Count(MeetingMailKind.Invitation)}, Änderung {Count(MeetingMailKind.Update)}, Absage {Count(MeetingMailKind.Cancellation)}"),
            string.Join(
                ' ', Button("Zusagen", one, person, "accept"), Button("Vielleicht", one, person, "tentative"), Button("Ablehnen", one, person, "decline"),
                Button("Eine Stunde später vorschlagen", one, person, "propose", new { start = start.Local.AddHours(1), end = end.Local.AddHours(1), timeZone = start.ZoneName })),
        ];
    }

    private static string Button(string text, EventState one, string person, string deed, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(new { person, meeting = one.ICalUId, @do = deed })!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        return PageText.Button(text, $"{text}: {one.Subject}, {person}", "POST", Url, body.ToJsonString());
    }

    private static string Answer(string? response) => response switch
    {
        ResponseKinds.Accepted => "zugesagt",
        ResponseKinds.Declined => "abgelehnt",
        ResponseKinds.TentativelyAccepted => "vielleicht",
        _ => "keine Antwort",
    };
}
