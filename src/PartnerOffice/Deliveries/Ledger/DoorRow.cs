namespace PartnerOffice.Deliveries;

/// <summary>How far the service has come in the changes of a board's own library.</summary>
internal sealed class DoorRow
{
    public required string District { get; init; }

    /// <summary>The address that Graph gave for the next question.</summary>
    public required string Next { get; set; }
}
