namespace PartnerOffice.Deliveries;

/// <summary>How far the service has come in the changes of a district's calendar.</summary>
internal sealed class CalendarLookRow
{
    public required string District { get; init; }

    /// <summary>Sealed: the address that Graph gave for the next question.</summary>
    public required byte[] Next { get; set; }

    /// <summary>The month by which that question's window was chosen, as in 2026-09.</summary>
    public required string Month { get; set; }

    /// <summary>The day on which every event was last compared with what is planned, as in 2026-09-08.</summary>
    public required string ComparedOn { get; set; }
}
