using System.Text.Json.Nodes;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace PartnerOffice.Sandbox;

/// <summary>An event as a file that a calendar program opens and a text editor shows.</summary>
internal static class IcsFile
{
    public static string Write(EventState one, string? method = null)
    {
        var calendar = new Calendar { ProductId = "-//PartnerOffice//Sandbox//DE", Method = method };
        var (start, end) = (EventTimes.Start(one), EventTimes.End(one));
        var isAllDay = DriveRoutes.Flag(one.Content, "isAllDay") == true;
        var written = new CalendarEvent
        {
            Uid = one.ICalUId,
            Summary = one.Subject,
            Start = isAllDay ? new CalDateTime(start.Date) : Clock(start),
            End = isAllDay ? new CalDateTime(end.Date) : Clock(end),
            Description = EventHtml.PlainText(DriveRoutes.Text(one.Content["body"] as JsonObject, "content") ?? ""),
            Location = DriveRoutes.Text(one.Content["location"] as JsonObject, "displayName"),
            Class = DriveRoutes.Text(one.Content, "sensitivity") is "private" or "personal" ? "PRIVATE" : null,
            Status = one.IsCancelled || method == "CANCEL" ? EventStatus.Cancelled : EventStatus.Confirmed,
            Sequence = one.Changes - 1,
            DtStamp = new CalDateTime(one.Modified.UtcDateTime, "UTC"),
            Created = new CalDateTime(one.Created.UtcDateTime, "UTC"),
            LastModified = new CalDateTime(one.Modified.UtcDateTime, "UTC"),
            Organizer = one.Content["organizer"]?["emailAddress"] is JsonObject organizer ? new Organizer($"mailto:{organizer["address"]}") { CommonName = organizer["name"]?.ToString() } : null,
        };
        foreach (var attendee in one.Attendees)
        {
            var address = attendee["emailAddress"]!;
            written.Attendees.Add(new Attendee($"mailto:{address["address"]}")
            {
                CommonName = address["name"]?.ToString(),
                Role = attendee["type"]?.ToString() == "optional" ? "OPT-PARTICIPANT" : "REQ-PARTICIPANT",
                Rsvp = DriveRoutes.Flag(one.Content, "responseRequested") != false,
                ParticipationStatus = attendee["status"]?["response"]?.ToString() switch
                {
                    ResponseKinds.Accepted => "ACCEPTED",
                    ResponseKinds.Declined => "DECLINED",
                    ResponseKinds.TentativelyAccepted => "TENTATIVE",
                    _ => "NEEDS-ACTION",
                },
            });
        }

        if (one.Content["recurrence"] is JsonObject recurrence)
        {
            written.RecurrenceRule = Series.Rule(recurrence);
            if (written.RecurrenceRule.Until is { } until && !isAllDay)
            {
                written.RecurrenceRule.Until = new CalDateTime(new ZonedTime(until.Date.ToDateTime(new TimeOnly(23, 59, 59)), start.ZoneName).Utc.UtcDateTime, "UTC");
            }

            foreach (var date in one.CancelledDates)
            {
                written.ExceptionDates.Add(isAllDay ? new CalDateTime(date) : Clock(start.On(date)));
            }
        }

        if (!isAllDay && written.Start!.TzId is { } zone and not "UTC")
        {
            // Ical.Net looks for the rules of a zone from a year before this day until today; of an event far ahead it would find none.
            var made = one.Created.UtcDateTime.Date;
            calendar.AddTimeZone(zone, start.Local.Date < made ? start.Local.Date : made.AddYears(-1), includeHistoricalData: false);
        }

        calendar.Events.Add(written);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime Clock(ZonedTime time) => new(time.Local, ZonedTime.IanaNameOf(time.ZoneName));
}
