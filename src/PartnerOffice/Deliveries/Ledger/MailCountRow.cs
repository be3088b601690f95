namespace PartnerOffice.Deliveries;

/// <summary>One message to one receiver, for the count that keeps people from too many (R24).</summary>
internal sealed class MailCountRow
{
    public required Guid DeliveryId { get; init; }

    /// <summary>A keyed mark of the address, from which nobody finds it.</summary>
    public required string Receiver { get; init; }

    public required string Partnership { get; init; }

    /// <summary>When it goes out.</summary>
    public required long At { get; init; }

    public required bool IsReminder { get; init; }
}
