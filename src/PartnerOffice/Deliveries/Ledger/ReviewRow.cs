using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>One time that minutes were put to the review of a second person (R14). No word of them stands here in the open.</summary>
internal sealed class ReviewRow
{
    public required string Partnership { get; init; }

    public required string Minutes { get; init; }

    public required int Round { get; init; }

    public required int Version { get; init; }

    public required string District { get; init; }

    public required string Number { get; init; }

    /// <summary>The day of the meeting, as in 2026-07-14.</summary>
    public required string Date { get; init; }

    public required MeetingKind Kind { get; init; }

    public required ReviewState State { get; set; }

    /// <summary>HMAC of the content digest.</summary>
    public required string Digest { get; init; }

    public required string ProposedBy { get; init; }

    public required long ProposedAt { get; init; }

    public required long ExpiresAt { get; init; }

    /// <summary>The row of the board's own library; null where the document came another way.</summary>
    public string? Item { get; set; }

    public string? DecidedBy { get; set; }

    public long? DecidedAt { get; set; }

    /// <summary>Sealed: what is shown and what would be released; null once it is decided.</summary>
    public byte[]? Content { get; set; }

    /// <summary>Sealed: the remark with which it was sent back, until the library says it; null for none.</summary>
    public byte[]? Remark { get; set; }

    /// <summary>Whether the board's library still has to be told what became of it.</summary>
    public bool IsOwed { get; set; }

    /// <summary>Raised by every change.</summary>
    public required long Revision { get; set; }
}
