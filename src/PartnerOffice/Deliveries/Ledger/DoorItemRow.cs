namespace PartnerOffice.Deliveries;

/// <summary>What the service last answered to one file of a board's own library.</summary>
internal sealed class DoorItemRow
{
    public required string District { get; init; }

    /// <summary>Its row in the list.</summary>
    public required string Item { get; init; }

    /// <summary>What the column <c>Stand</c> said then.</summary>
    public required string Answered { get; set; }

    /// <summary>Which minutes they were; null where the file could not be read as such.</summary>
    public string? Minutes { get; set; }
}
