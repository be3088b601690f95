namespace PartnerOffice.Deliveries;

/// <summary>Whether the receiving board took note of a delivery: one row for both, whatever comes in how often. No word of an answer (R11).</summary>
internal sealed class ReceiptRow
{
    public required Guid DeliveryId { get; init; }

    /// <summary>The receiving district.</summary>
    public required string Board { get; init; }

    public required string Partnership { get; init; }

    /// <summary>Since when it could take note.</summary>
    public required long Since { get; init; }

    public NoticeWay? Way { get; set; }

    public long? At { get; set; }

    /// <summary>What it is known from: a message's or a row's id, or the id of minutes; null for a button.</summary>
    public string? Evidence { get; set; }

    /// <summary>When answers and library are looked at next; null for no more.</summary>
    public long? LookAt { get; set; }

    /// <summary>Graph's id of the conversation that our message began; null while nobody asked.</summary>
    public string? Conversation { get; set; }

    /// <summary>The same of the reminder.</summary>
    public string? ReminderConversation { get; set; }

    /// <summary>What came in until then was judged.</summary>
    public long? JudgedUntil { get; set; }

    /// <summary>When the one reminder was handed in; null while there was none.</summary>
    public long? RemindedAt { get; set; }

    public ReceivingTrouble? Trouble { get; set; }

    public long? TroubleAt { get; set; }

    /// <summary>When the tracker is to be told; null where it was, or has nothing to be told.</summary>
    public long? TrackAt { get; set; }
}
