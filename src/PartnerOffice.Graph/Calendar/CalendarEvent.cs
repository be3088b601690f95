namespace PartnerOffice.Graph;

/// <summary>An event as far as we look at it. Its body is never read: people write there.</summary>
/// <param name="ICalUId">The same in every calendar that holds it; null where the answer did not say.</param>
/// <param name="Start">Local in the calendar's zone.</param>
/// <param name="End">Local in the calendar's zone.</param>
public sealed record CalendarEvent(CalendarEventId Id, string? ICalUId, EventKind Kind, string Subject, DateTime Start, DateTime End)
{
    /// <summary>Where; null for no place.</summary>
    public string? Place { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>Whether others who may open the calendar see no more than "private".</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether each attendee sees only themselves.</summary>
    public bool HidesAttendees { get; init; }

    /// <summary>Empty where the answer did not say.</summary>
    public IReadOnlyList<EventAttendee> Attendees { get; init; } = [];

    /// <summary>The address of the online meeting; a secret of those who are invited. Null where there is none.</summary>
    public Uri? OnlineLink { get; init; }

    /// <summary>The series it belongs to; null for none.</summary>
    public CalendarEventId? SeriesId { get; init; }

    /// <summary>The day on which the series has it, whatever day it was moved to; null for no series.</summary>
    public DateOnly? OriginalDay { get; init; }

    /// <summary>When anything of it last changed, as the mailbox says; null where the answer did not say.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The key it was made with; null where it has none, or the answer did not say.</summary>
    public string? Key { get; init; }

    /// <summary>The mark of our last change; null where there was none, or the answer did not say.</summary>
    public string? Mark { get; init; }
}
