namespace PartnerOffice.Graph;

/// <summary>An event to be made. Exchange invites the attendees at once, so it must be made once.</summary>
public sealed record NewEvent
{
    /// <summary>Ours, by which the event is found again; only the organizer's copy carries it.</summary>
    public required string Key { get; init; }

    /// <summary>Graph makes one event for it, however often it is asked.</summary>
    public required string TransactionId { get; init; }

    public required string Subject { get; init; }

    /// <summary>As plain text: nothing that somebody typed becomes markup.</summary>
    public required string BodyText { get; init; }

    /// <summary>Local in the calendar's zone.</summary>
    public required DateTime Start { get; init; }

    /// <summary>Local in the calendar's zone, after <see cref="Start"/>.</summary>
    public required DateTime End { get; init; }

    /// <summary>Where; null for no place.</summary>
    public string? Place { get; init; }

    /// <summary>At most 500.</summary>
    public IReadOnlyList<EventAttendee> Attendees { get; init; } = [];

    /// <summary>Whether each attendee sees only themselves (R11).</summary>
    public bool HidesAttendees { get; init; }

    /// <summary>Whether Graph is to make an online meeting; it may not, so look at the answer.</summary>
    public bool IsOnline { get; init; }

    /// <summary>How it is repeated; null for once.</summary>
    public MonthlySeries? Series { get; init; }
}
