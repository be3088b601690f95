namespace PartnerOffice.Deliveries;

/// <summary>What one of two boards said of a version of their joint minutes: it released these very words, and may have approved them (R22).</summary>
internal sealed class BoardConsentRow
{
    public required string Partnership { get; init; }

    public required string Minutes { get; init; }

    public required int Version { get; init; }

    /// <summary>The district whose board it is.</summary>
    public required string Board { get; init; }

    /// <summary>HMAC of the content digest, as in <see cref="ReleaseRow.Digest"/>: two boards released the same only where these are the same.</summary>
    public required string Digest { get; set; }

    /// <summary>The id of the releasing person.</summary>
    public required string ReleasedBy { get; set; }

    public required long ReleasedAt { get; set; }

    /// <summary>Who recorded this board's approval: a person's id, or the later minutes that hold it; null while it has not approved.</summary>
    public string? ApprovedBy { get; set; }

    public long? ApprovedAt { get; set; }

    /// <summary>Raised by every change.</summary>
    public required long Revision { get; set; }
}
