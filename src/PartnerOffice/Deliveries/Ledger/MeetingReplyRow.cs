namespace PartnerOffice.Deliveries;

/// <summary>What comes back to one meeting: how its event was found, and when the tracker hears the numbers. Made anew where it is lost.</summary>
internal sealed class MeetingReplyRow
{
    public required string Partnership { get; init; }

    public required string Meeting { get; init; }

    /// <summary>Raised by every change of an answer.</summary>
    public long Changes { get; set; }

    /// <summary>When the tracker is to be told; null where it was, or has nothing to be told.</summary>
    public long? TrackAt { get; set; }

    /// <summary>When it was told last.</summary>
    public long? TrackedAt { get; set; }

    /// <summary>Since when the event is not found; null while it is there.</summary>
    public long? MissingSince { get; set; }

    /// <summary>When the event had changed last as it was last looked at: whatever shows an earlier state comes too late.</summary>
    public long? SeenAt { get; set; }

    public bool IsDoubled { get; set; }

    public bool IsElsewhere { get; set; }

    /// <summary>Ids of who should be invited there and is not, with blanks between; null for nobody.</summary>
    public string? Absent { get; set; }
}
