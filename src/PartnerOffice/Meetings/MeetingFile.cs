using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>The calendar file of an invitation (RFC 5545, 5546): any calendar program takes it, moves its entry with the next one and takes it away with the last.</summary>
internal static class MeetingFile
{
    private const string Producer = "-//PartnerOffice//Sitzungen//DE";

    /// <summary>Invites, or moves: the same entry with a higher number.</summary>
    /// <param name="text">What the entry says; without the line for the answer.</param>
    public static MailFile Request(MeetingTurn turn, PlannedMeeting meeting, District own, InvitationText text, string? place, Invitee to, DateTimeOffset now) =>
        Of("REQUEST", "CONFIRMED", turn, meeting, own, text, place, to, now);

    /// <summary>Takes the entry away.</summary>
    public static MailFile Cancellation(MeetingTurn turn, PlannedMeeting meeting, District own, InvitationText text, string? place, Invitee to, DateTimeOffset now) =>
        Of("CANCEL", "CANCELLED", turn, meeting, own, text, place, to, now);

    private static MailFile Of(string method, string status, MeetingTurn turn, PlannedMeeting meeting, District own, InvitationText text, string? place, Invitee to, DateTimeOffset now)
    {
        var calendar = new Calendar { Method = method, ProductId = Producer };
        // Ical.Net looks for the rules of a zone from a year before this day until today; of a meeting far ahead it would find none.
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(meeting.Time.Zone.Id, (meeting.Time.Start < now.DateTime ? meeting.Time.Start : now.DateTime).AddYears(-1), includeHistoricalData: false));
        var entry = new CalendarEvent
        {
            Uid = turn.Uid,
            Sequence = turn.Sequence,
            DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
            DtStart = When(meeting.Time.Start, meeting.Time.StartsAt, meeting.Time.Zone),
            DtEnd = When(meeting.Time.End, meeting.Time.EndsAt, meeting.Time.Zone),
            Summary = text.Subject,
            Description = text.Answering(null).Body,
            Location = place,
            Status = status,
            // Whoever else may see that calendar reads no more than that there is something.
            Class = "PRIVATE",
            Organizer = new Organizer($"mailto:{own.Mailbox}") { CommonName = own.Name },
        };
        if (meeting.Rhythm is { } rhythm)
        {
            entry.RecurrenceRule = new RecurrenceRule(FrequencyType.Monthly, 1)
            {
                ByDay = [new WeekDay(rhythm.Day, rhythm.Week == 5 ? -1 : rhythm.Week)],
                Until = new CalDateTime(TimeZoneInfo.ConvertTimeToUtc(rhythm.Until.ToDateTime(new TimeOnly(23, 59)), meeting.Time.Zone), "UTC"),
            };
            foreach (var day in rhythm.Skipped)
                entry.ExceptionDates.Add(new CalDateTime(day.ToDateTime(TimeOnly.FromDateTime(meeting.Time.Start)), meeting.Time.Zone.Id));
        }

        // Of the first generation, or told by the series itself; what was planned again has an entry of its own.
        if (meeting.Series is { } one && (turn.Generation == 1 || turn.SeriesOf(one).Uid == turn.Uid))
        {
            // The day of the series, however far it is moved: every calendar program knows it by this.
            (entry.Uid, entry.Sequence) = (turn.SeriesOf(one).Uid, turn.Sequence + 1);
            entry.RecurrenceIdentifier = new RecurrenceIdentifier(new CalDateTime(one.Day.ToDateTime(one.Start), meeting.Time.Zone.Id));
        }

        // Only whoever gets the file stands in it (R11).
        entry.Attendees.Add(new Ical.Net.DataTypes.Attendee($"mailto:{to.Address}") { CommonName = to.Name, Role = "REQ-PARTICIPANT", ParticipationStatus = "NEEDS-ACTION", Rsvp = method == "REQUEST" });
        calendar.Events.Add(entry);
        var bytes = Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
        return new(method == "REQUEST" ? "einladung.ics" : "absage.ics", $"text/calendar; charset=utf-8; method={method}", bytes);
    }

    // Local, so that a change of the law moves nothing; only of an hour that comes twice calendar programs take now the one, now the other.
    private static CalDateTime When(DateTime local, DateTimeOffset moment, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? new(moment.UtcDateTime, "UTC") : new(local, zone.Id);
}
