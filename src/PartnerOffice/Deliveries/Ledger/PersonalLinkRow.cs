namespace PartnerOffice.Deliveries;

/// <summary>A personal link that was sent to somebody; its token stands only in their message.</summary>
internal sealed class PersonalLinkRow
{
    /// <summary>A mark of the token, from which nobody finds it.</summary>
    public required string Mark { get; init; }

    public required string Partnership { get; init; }

    /// <summary>The district whose person it was sent to.</summary>
    public required string District { get; init; }

    /// <summary>The person's id, or a role's word where a district's mailbox was written to.</summary>
    public required string Person { get; init; }

    /// <summary>What it does, as a stable word.</summary>
    public required string Action { get; init; }

    /// <summary>To what: minutes and version, a delivery, a meeting.</summary>
    public required string Subject { get; init; }

    public required long IssuedAt { get; init; }

    /// <summary>From then on it answers as if it had never been.</summary>
    public required long ExpiresAt { get; init; }

    /// <summary>Since when it is done with: used, or settled another way.</summary>
    public long? UsedAt { get; set; }

    /// <summary>A mark of the one browser in which it was opened; null while it was not.</summary>
    public string? Browser { get; set; }
}
