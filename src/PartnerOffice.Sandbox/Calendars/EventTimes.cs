namespace PartnerOffice.Sandbox;

/// <summary>When an event is.</summary>
internal static class EventTimes
{
    public static ZonedTime Start(EventState one) => ZonedTime.Read(one.Content["start"], "start");

    public static ZonedTime End(EventState one) => ZonedTime.Read(one.Content["end"], "end");

    /// <summary>Whether any of it lies between the two; an event that ends as the window opens lies before it.</summary>
    public static bool Overlaps(EventState one, DateTimeOffset from, DateTimeOffset until)
    {
        var (start, end) = (Start(one).Utc, End(one).Utc);
        return start < until && (end > from || (start == end && start >= from));
    }

    /// <summary>The single events, exceptions and days of series between two moments, by their start.</summary>
    public static List<EventState> View(MailboxCalendar calendar, DateTimeOffset from, DateTimeOffset until) =>
    [
        .. calendar.Events.Where(one => one.MasterId is null)
            .SelectMany(one => one.IsSeries ? Series.Between(calendar, one, from, until) : Overlaps(one, from, until) ? [one] : [])
            .OrderBy(one => Start(one).Utc).ThenBy(one => one.Id, StringComparer.Ordinal),
    ];
}
