namespace PartnerOffice.Deliveries;

/// <summary>One delivery in the ledger. Times are UTC milliseconds, since SQLite cannot order moments with an offset.</summary>
internal sealed class DeliveryRow
{
    public required Guid Id { get; init; }

    public required string Partnership { get; init; }

    public required string Minutes { get; init; }

    public required int Version { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>HMAC of the content digest: tells same from changed, and nothing to who reads the ledger.</summary>
    public required string Digest { get; init; }

    /// <summary>SHA-256 of the edition's bytes, which the partner has anyway.</summary>
    public required string Edition { get; init; }

    public required DeliveryState State { get; set; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; set; }

    /// <summary>The sealed consignment; null once it is spent.</summary>
    public byte[]? Payload { get; set; }

    public List<StepRow> Steps { get; init; } = [];
}
