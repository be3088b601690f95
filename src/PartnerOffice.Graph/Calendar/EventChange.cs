namespace PartnerOffice.Graph;

/// <summary>What is to be changed of an event; null leaves what is there, whoever wrote it.</summary>
public sealed record EventChange
{
    /// <summary>Ours, kept on the event: an event that carries it has been changed so.</summary>
    public required string Mark { get; init; }

    public string? Subject { get; init; }

    public string? BodyText { get; init; }

    /// <summary>Local in the calendar's zone; given together with <see cref="End"/>.</summary>
    public DateTime? Start { get; init; }

    public DateTime? End { get; init; }

    public string? Place { get; init; }

    /// <summary>All of them, also those who stay; alone in a change, mail goes only to who is new or gone.</summary>
    public IReadOnlyList<EventAttendee>? Attendees { get; init; }
}
