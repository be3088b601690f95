using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>One planned meeting in the ledger. Its head stands in the open, as in the releases; places, agenda and guests' addresses are sealed.</summary>
internal sealed class MeetingRow
{
    public required string Partnership { get; init; }

    /// <summary>The id, which its minutes will have.</summary>
    public required string Meeting { get; init; }

    /// <summary>Whose shared mailbox invites.</summary>
    public required string District { get; init; }

    public required string Number { get; init; }

    /// <summary>The first day, as in 2026-07-14.</summary>
    public required string Date { get; set; }

    public required MeetingKind Kind { get; init; }

    /// <summary>The series that it is a day of; null for none.</summary>
    public string? Series { get; set; }

    public required MeetingState State { get; set; }

    /// <summary>From 1; raised when a cancelled meeting is planned again, so that its event is another one.</summary>
    public required int Generation { get; set; }

    /// <summary>From 0 in each generation; raised by every move and by the cancellation, as calendar files count.</summary>
    public required int Sequence { get; set; }

    /// <summary>Graph's id of this generation's event; null until it is made.</summary>
    public string? EventId { get; set; }

    /// <summary>What every calendar calls it; null until it is made.</summary>
    public string? ICalUId { get; set; }

    /// <summary>Sealed: the planned meeting.</summary>
    public required byte[] Plan { get; set; }

    public required long UpdatedAt { get; set; }

    /// <summary>Raised by every change.</summary>
    public required long Revision { get; set; }
}
