using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>One version of minutes that a second person released: what the ledger alone says (D25). No word of them stands here in the open.</summary>
internal sealed class ReleaseRow
{
    public required string Partnership { get; init; }

    public required string Minutes { get; init; }

    public required int Version { get; init; }

    public required string District { get; init; }

    public required string Number { get; init; }

    /// <summary>The day of the meeting, as in 2026-07-14.</summary>
    public required string Date { get; init; }

    public required MeetingKind Kind { get; init; }

    public required ReleaseState State { get; set; }

    /// <summary>HMAC of the content digest, which leaves out the approval note (R7).</summary>
    public required string Digest { get; set; }

    /// <summary>SHA-256 of the edition that the releasing person was shown.</summary>
    public required string Edition { get; set; }

    /// <summary>The id of the releasing person in the partnership file.</summary>
    public required string ReleasedBy { get; set; }

    public required long ReleasedAt { get; set; }

    /// <summary>How the board approved it, as <see cref="ApprovalNote.ToText"/> writes it; null while it has not.</summary>
    public string? Approval { get; set; }

    /// <summary>Who recorded the approval: a person's id, or the later minutes that hold it.</summary>
    public string? ApprovedBy { get; set; }

    public long? ApprovedAt { get; set; }

    /// <summary>Sealed: the allowed model as it was verified (R7); null once it is on its way, or reopened.</summary>
    public byte[]? Frozen { get; set; }

    /// <summary>Sealed: the findings that were let pass, with their reasons. They stay in the board (R6).</summary>
    public byte[]? Reasons { get; set; }

    /// <summary>When the board meets next, as these minutes say it: a day, or a day and a time, as in 2026-08-11T19:00; null where they do not say.</summary>
    public string? Next { get; set; }

    /// <summary>Raised by every change.</summary>
    public required long Revision { get; set; }
}
