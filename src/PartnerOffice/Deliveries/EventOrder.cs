using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What is to be done in the calendar of the district's shared mailbox.</summary>
public sealed record EventOrder
{
    public required EventAction Action { get; init; }

    /// <summary>The order that made the event; of a making order itself null.</summary>
    public DeliveryId? Made { get; init; }

    /// <summary>The day of a series that is meant, as the series has it; null for the event itself.</summary>
    public DateOnly? Occurrence { get; init; }

    /// <summary>The zone of the times, by its IANA name.</summary>
    public required string Zone { get; init; }

    public string? Subject { get; init; }

    public string? Text { get; init; }

    /// <summary>Local in the zone.</summary>
    public DateTime? Start { get; init; }

    public DateTime? End { get; init; }

    public string? Place { get; init; }

    /// <summary>Addresses of tenants with the names that the calendar shows; never a private one (R11).</summary>
    public IReadOnlyList<EventGuest> Attendees { get; init; } = [];

    /// <summary>Whether each attendee sees only themselves: where both districts are invited (R11).</summary>
    public bool HidesAttendees { get; init; }

    public bool IsOnline { get; init; }

    /// <summary>Every month, for a series.</summary>
    public MeetingSeries? Series { get; init; }
}
