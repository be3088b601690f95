using System.Globalization;
using System.Text.Json.Nodes;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace PartnerOffice.Sandbox;

/// <summary>The days of a series. The counting is Ical.Net's; Graph's words are translated here.</summary>
internal static class Series
{
    // Exchange itself ends a view after five years; a series without end is never counted further.
    private static readonly int Horizon = 5 * 366;

    /// <summary>Refuses a recurrence that is incomplete, misspelt, or does not fit the day on which the event starts.</summary>
    public static void Check(JsonObject recurrence, DateOnly start)
    {
        MessageRoutes.RequireOnly(recurrence, "patternedRecurrence", "pattern", "range");
        var pattern = recurrence["pattern"] as JsonObject ?? throw GraphRefusal.BadRequest("A recurrence needs a pattern.");
        var range = recurrence["range"] as JsonObject ?? throw GraphRefusal.BadRequest("A recurrence needs a range.");
        MessageRoutes.RequireOnly(pattern, "recurrencePattern", "type", "interval", "month", "dayOfMonth", "daysOfWeek", "firstDayOfWeek", "index");
        MessageRoutes.RequireOnly(range, "recurrenceRange", "type", "startDate", "endDate", "recurrenceTimeZone", "numberOfOccurrences");
        if (DriveRoutes.Text(range, "recurrenceTimeZone") is { } zone)
        {
            ZonedTime.Find(zone);
        }

        if (Day(range, "startDate") != start)
        {
            throw Wrong("The range's startDate must be the day on which the event starts.");
        }

        if (Dates(recurrence, start).Take(1).ToList() is not [var first] || first != start)
        {
            throw Wrong("The event does not start on a day of its own pattern.");
        }
    }

    /// <summary>The days on which the series happens, exceptions included, cancelled days left out.</summary>
    public static IEnumerable<DateOnly> DatesOf(EventState master)
    {
        var cancelled = master.CancelledDates.ToHashSet();
        return Dates((JsonObject)master.Content["recurrence"]!, EventTimes.Start(master).Date).Where(date => !cancelled.Contains(date));
    }

    /// <summary>One day of a series as an event of its own; null when the series does not happen then.</summary>
    public static EventState? OccurrenceOn(EventState master, DateOnly date) =>
        DatesOf(master).TakeWhile(day => day <= date).Contains(date) ? Occurrence(master, date) : null;

    /// <summary>What of the series a calendar shows between two moments: its days, and in their place the exceptions.</summary>
    public static IEnumerable<EventState> Between(MailboxCalendar calendar, EventState master, DateTimeOffset from, DateTimeOffset until)
    {
        var exceptions = calendar.ExceptionsOf(master).ToList();
        var days = exceptions.Select(one => one.OriginalDate!.Value).ToHashSet();
        var last = DateOnly.FromDateTime(until.UtcDateTime).AddDays(1);
        return DatesOf(master).TakeWhile(date => date <= last).Where(date => !days.Contains(date)).Select(date => Occurrence(master, date))
            .Concat(exceptions)
            .Where(one => EventTimes.Overlaps(one, from, until));
    }

    public static EventState Occurrence(EventState master, DateOnly date)
    {
        var (start, end) = (EventTimes.Start(master), EventTimes.End(master));
        var length = end.Date.DayNumber - start.Date.DayNumber;
        var content = (JsonObject)master.Content.DeepClone();
        content.Remove("recurrence");
        content.Remove("transactionId");
        content["start"] = start.On(date).Json();
        content["end"] = end.On(date.AddDays(length)).Json();
        return master with
        {
            Id = EventIds.OfDay(master.Id, date),
            MasterId = master.Id,
            OriginalDate = date,
            Content = content,
            ICalUId = EventIds.OfDayForAll(master.ICalUId, date),
            CancelledDates = [],
            DroppedDates = [],
            Sent = [],
            Answers = [],
            RequestDigest = null,
            IsOccurrence = true,
        };
    }

    /// <summary>The rule as calendar files write it.</summary>
    public static RecurrenceRule Rule(JsonObject recurrence)
    {
        var pattern = (JsonObject)recurrence["pattern"]!;
        var range = (JsonObject)recurrence["range"]!;
        var type = DriveRoutes.Text(pattern, "type");
        var interval = Number(pattern, "interval") ?? 1;
        if (interval < 1)
        {
            throw Wrong("The interval must be positive.");
        }

        var rule = new RecurrenceRule(
            type switch
            {
                "daily" => FrequencyType.Daily,
                "weekly" => FrequencyType.Weekly,
                "absoluteMonthly" or "relativeMonthly" => FrequencyType.Monthly,
                "absoluteYearly" or "relativeYearly" => FrequencyType.Yearly,
                _ => throw Wrong($"'{type}' is no type of a recurrence pattern."),
            },
            interval);
        if (DriveRoutes.Text(pattern, "firstDayOfWeek") is { } first)
        {
            rule.FirstDayOfWeek = DayOfWeekOf(first);
        }

        var days = (pattern["daysOfWeek"] as JsonArray ?? []).Select(day => DayOfWeekOf(day?.ToString() ?? "")).ToList();
        if (type is "weekly" or "relativeMonthly" or "relativeYearly")
        {
            rule.ByDay = days.Count > 0 ? [.. days.Select(day => new WeekDay(day))] : throw Wrong($"A {type} pattern needs daysOfWeek.");
        }

        if (type is "relativeMonthly" or "relativeYearly")
        {
            rule.BySetPosition = [(DriveRoutes.Text(pattern, "index") ?? "first") switch { "first" => 1, "second" => 2, "third" => 3, "fourth" => 4, "last" => -1, var other => throw Wrong($"'{other}' is no index.") }];
        }

        if (type is "absoluteMonthly" or "absoluteYearly")
        {
            rule.ByMonthDay = [Number(pattern, "dayOfMonth") is { } day and >= 1 and <= 31 ? day : throw Wrong($"A {type} pattern needs dayOfMonth.")];
        }

        if (type is "absoluteYearly" or "relativeYearly")
        {
            rule.ByMonth = [Number(pattern, "month") is { } month and >= 1 and <= 12 ? month : throw Wrong($"A {type} pattern needs month.")];
        }

        switch (DriveRoutes.Text(range, "type"))
        {
            case "endDate":
                rule.Until = new CalDateTime(Day(range, "endDate"));
                break;
            case "numbered":
                rule.Count = Number(range, "numberOfOccurrences") is { } count and > 0 ? count : throw Wrong("A numbered range needs numberOfOccurrences.");
                break;
            case "noEnd":
                break;
            case var other:
                throw Wrong($"'{other}' is no type of a recurrence range.");
        }

        return rule;
    }

    private static IEnumerable<DateOnly> Dates(JsonObject recurrence, DateOnly start)
    {
        var counted = new CalendarEvent { Start = new CalDateTime(start), End = new CalDateTime(start.AddDays(1)), RecurrenceRule = Rule(recurrence) };
        return counted.GetOccurrences().Select(occurrence => occurrence.Period.StartTime.Date).TakeWhile(date => date.DayNumber - start.DayNumber <= Horizon);
    }

    private static DateOnly Day(JsonObject range, string name) =>
        DateOnly.TryParseExact(DriveRoutes.Text(range, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Wrong($"The range's {name} must be a date.");

    private static int? Number(JsonObject json, string name) => json[name] is not JsonValue value ? null
        : value.TryGetValue(out int number) ? number : throw GraphRefusal.BadRequest($"The value of '{name}' must be a whole number.");

    private static DayOfWeek DayOfWeekOf(string name) =>
        Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) && char.IsLetter(name[0]) ? day : throw Wrong($"'{name}' is no day of the week.");

    private static GraphRefusal Wrong(string why) => new(400, "ErrorPropertyValidationFailure", "At least one property failed validation. " + why);
}
