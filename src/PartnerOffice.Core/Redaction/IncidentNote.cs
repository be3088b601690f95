namespace PartnerOffice.Core;

/// <summary>What a data protection officer must know of an edition that was taken back: one page, no word of what was wrong (R16, Art. 33 GDPR).</summary>
/// <param name="DeliveredAt">Since when the partner could read it; null where nobody knows.</param>
/// <param name="NoticedAt">When it was noticed: the 72 hours run from here.</param>
/// <param name="Readers">How many were told by mail; their names stand in the mailbox, not here.</param>
/// <param name="Done">What was done, and what could not be removed.</param>
public sealed record IncidentNote(
    District Sender, District Partner, string Number, DateOnly Meeting, WithdrawalReason Reason, DateTimeOffset? DeliveredAt, DateTimeOffset NoticedAt, int Readers, string NoticedBy, IReadOnlyList<string> Done)
{
    /// <summary>The end of the time in which a breach is notified to the supervisory authority (Art. 33 (1) GDPR).</summary>
    public DateTimeOffset NotifyUntil => NoticedAt.AddHours(72);
}
