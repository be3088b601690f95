using System.Globalization;
using Microsoft.Kiota.Abstractions;
using Model = Microsoft.Graph.Models;

namespace PartnerOffice.Graph;

/// <summary>Events between our words and the SDK's.</summary>
internal static class EventModels
{
    // Fixed for ever: whoever changes them no longer finds what was made before.
    private const string KeyProperty = "String {7d3c1c0e-5b0a-4f5e-9a52-2f6f0c1b8e41} Name PartnerOfficeId";
    private const string MarkProperty = "String {7d3c1c0e-5b0a-4f5e-9a52-2f6f0c1b8e41} Name PartnerOfficeChange";

    private const string Removed = "@removed";

    public static readonly string[] Select =
        ["id", "iCalUId", "type", "subject", "start", "end", "location", "isCancelled", "sensitivity", "hideAttendees", "attendees", "onlineMeeting", "seriesMasterId", "originalStart", "lastModifiedDateTime"];

    public static string WithMarks => $"singleValueExtendedProperties($filter=id eq '{KeyProperty}' or id eq '{MarkProperty}')";

    public static string HasKey(string key) =>
        $"singleValueExtendedProperties/any(ep: ep/id eq '{KeyProperty}' and ep/value eq '{key.Replace("'", "''", StringComparison.Ordinal)}')";

    /// <summary>Outlook knows Windows' names of zones for sure, the others only mostly.</summary>
    public static string NameOf(TimeZoneInfo zone) => zone.HasIanaId && TimeZoneInfo.TryConvertIanaIdToWindowsId(zone.Id, out var name) ? name : zone.Id;

    /// <summary>Local, so that a change of the law moves nothing; only an hour that the clocks show twice is said in UTC, and the first is meant.</summary>
    public static Model.DateTimeTimeZone Time(DateTime local, TimeZoneInfo zone) => zone.IsAmbiguousTime(local)
        ? Time(local - zone.GetAmbiguousTimeOffsets(local).Max(), TimeZoneInfo.Utc)
        : new() { DateTime = local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), TimeZone = NameOf(zone) };

    // A property that was set to null is sent as null, and Graph then takes away what is there: only what is meant is set.
    public static Model.Event Of(NewEvent made, TimeZoneInfo zone)
    {
        var model = new Model.Event
        {
            TransactionId = made.TransactionId,
            Subject = made.Subject,
            Body = Body(made.BodyText),
            Start = Time(made.Start, zone),
            End = Time(made.End, zone),
            Attendees = [.. made.Attendees.Select(Of)],
            HideAttendees = made.HidesAttendees,
            // Whoever else may open the calendar reads no more than that there is something.
            Sensitivity = Model.Sensitivity.Private,
            ResponseRequested = true,
            SingleValueExtendedProperties = [new() { Id = KeyProperty, Value = made.Key }],
        };
        if (made.Place is { } place) model.Location = new() { DisplayName = place };
        if (made.IsOnline) (model.IsOnlineMeeting, model.OnlineMeetingProvider) = (true, Model.OnlineMeetingProviderType.TeamsForBusiness);
        if (made.Series is { } series) model.Recurrence = Of(series, zone);
        return model;
    }

    public static Model.Event Of(EventChange change, TimeZoneInfo zone)
    {
        var model = new Model.Event { SingleValueExtendedProperties = [new() { Id = MarkProperty, Value = change.Mark }] };
        if (change.Subject is { } subject) model.Subject = subject;
        if (change.BodyText is { } text) model.Body = Body(text);
        if (change.Start is { } start) model.Start = Time(start, zone);
        if (change.End is { } end) model.End = Time(end, zone);
        if (change.Place is { } place) model.Location = new() { DisplayName = place };
        if (change.Attendees is { } attendees) model.Attendees = [.. attendees.Select(Of)];
        return model;
    }

    public static CalendarEvent From(Model.Event found, TimeZoneInfo zone) => new(
        IdOf(found),
        found.ICalUId,
        found.Type switch
        {
            Model.EventType.Occurrence => EventKind.Occurrence,
            Model.EventType.Exception => EventKind.Exception,
            Model.EventType.SeriesMaster => EventKind.Series,
            _ => EventKind.Once,
        },
        found.Subject ?? "",
        Local(found.Start, zone),
        Local(found.End, zone))
    {
        Place = found.Location?.DisplayName is { Length: > 0 } place ? place : null,
        IsCancelled = found.IsCancelled == true,
        IsPrivate = found.Sensitivity == Model.Sensitivity.Private,
        HidesAttendees = found.HideAttendees == true,
        Attendees = [.. (found.Attendees ?? []).Where(attendee => attendee.EmailAddress?.Address is not null).Select(attendee => From(attendee, zone))],
        OnlineLink = Uri.TryCreate(found.OnlineMeeting?.JoinUrl, UriKind.Absolute, out var link) ? link : null,
        SeriesId = CalendarEventId.TryParse(found.SeriesMasterId, out var series) ? series : null,
        OriginalDay = found.OriginalStart is { } original ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(original, zone).DateTime) : null,
        ModifiedAt = found.LastModifiedDateTime,
        Key = Property(found, KeyProperty),
        Mark = Property(found, MarkProperty),
    };

    public static EventNews NewsOf(Model.Event found, TimeZoneInfo zone) =>
        found.AdditionalData.ContainsKey(Removed) ? new(IdOf(found), null) : new(IdOf(found), From(found, zone));

    public static Schedule From(Model.ScheduleInformation found) => new(
        EmailAddress.TryParse(found.ScheduleId, out var address) ? address : throw new FormatException("The answer does not say whose schedule it is."),
        found.Error is null ? found.AvailabilityView : null,
        found.Error?.ResponseCode);

    private static Model.ItemBody Body(string text) => new() { ContentType = Model.BodyType.Text, Content = text };

    private static Model.Attendee Of(EventAttendee attendee)
    {
        var address = new Model.EmailAddress { Address = attendee.Address.Value };
        if (attendee.Name is { } name) address.Name = name;
        return new() { EmailAddress = address, Type = attendee.IsRequired ? Model.AttendeeType.Required : Model.AttendeeType.Optional };
    }

    private static EventAttendee From(Model.Attendee attendee, TimeZoneInfo zone) => new(
        EmailAddress.TryParse(attendee.EmailAddress!.Address, out var address) ? address : throw new FormatException("An attendee has no address."),
        attendee.EmailAddress.Name,
        attendee.Type != Model.AttendeeType.Optional)
    {
        Answer = attendee.Status?.Response switch
        {
            Model.ResponseType.Accepted => AttendeeAnswer.Accepted,
            Model.ResponseType.TentativelyAccepted => AttendeeAnswer.Tentative,
            Model.ResponseType.Declined => AttendeeAnswer.Declined,
            Model.ResponseType.Organizer => AttendeeAnswer.Organizer,
            _ => AttendeeAnswer.None,
        },
        // Graph writes "never" as the first year of all.
        AnsweredAt = attendee.Status?.Time is { Year: > 1 } at ? at : null,
        Proposed = attendee.ProposedNewTime is { Start: { } start, End: { } end } ? new(Local(start, zone), Local(end, zone)) : null,
    };

    private static Model.PatternedRecurrence Of(MonthlySeries series, TimeZoneInfo zone) => new()
    {
        Pattern = new()
        {
            Type = Model.RecurrencePatternType.RelativeMonthly,
            Interval = 1,
            DaysOfWeek = [(Model.DayOfWeekObject)(int)series.Day],
            Index = series.Week switch
            {
                1 => Model.WeekIndex.First,
                2 => Model.WeekIndex.Second,
                3 => Model.WeekIndex.Third,
                4 => Model.WeekIndex.Fourth,
                5 => Model.WeekIndex.Last,
                _ => throw new ArgumentOutOfRangeException(nameof(series)),
            },
        },
        Range = new()
        {
            Type = Model.RecurrenceRangeType.EndDate,
            StartDate = new Date(series.From.Year, series.From.Month, series.From.Day),
            EndDate = new Date(series.Until.Year, series.Until.Month, series.Until.Day),
            RecurrenceTimeZone = NameOf(zone),
        },
    };

    private static CalendarEventId IdOf(Model.Event found) => CalendarEventId.TryParse(found.Id, out var id) ? id : throw new FormatException("The answer has no event id.");

    private static DateTime Local(Model.DateTimeTimeZone? time, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(time?.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) throw new FormatException("The answer does not say when.");
        if (time!.TimeZone is not { } name || name == NameOf(zone) || name == zone.Id) return DateTime.SpecifyKind(local, DateTimeKind.Unspecified);

        // Graph need not follow a wish; then it says which zone it took.
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var other)) throw new FormatException("The answer names a zone that nobody knows.");
        return TimeZoneInfo.ConvertTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), other, zone);
    }

    private static string? Property(Model.Event found, string name) =>
        found.SingleValueExtendedProperties?.FirstOrDefault(property => string.Equals(property.Id, name, StringComparison.OrdinalIgnoreCase))?.Value;
}
