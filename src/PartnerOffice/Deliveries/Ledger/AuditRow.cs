namespace PartnerOffice.Deliveries;

/// <summary>One entry of the audit log: never changed, never deleted.</summary>
internal sealed class AuditRow
{
    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    public required long At { get; init; }

    /// <summary>A person's id in the partnership file, or "service".</summary>
    public required string Who { get; init; }

    /// <summary>A stable word: released, approved, delivered.</summary>
    public required string What { get; init; }

    /// <summary>What it happened to: minutes and version, a delivery, or everything.</summary>
    public required string Subject { get; init; }

    /// <summary>Ids, counts and stable words; never words of minutes.</summary>
    public required string Detail { get; init; }

    /// <summary>HMAC over this entry and the hash of the one before.</summary>
    public required string Hash { get; init; }
}
