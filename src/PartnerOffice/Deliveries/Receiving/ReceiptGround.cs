using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What a look for the receipt of one edition begins with.</summary>
/// <param name="Row">As it stands; a copy.</param>
/// <param name="IsOver">Whether nobody waits for it any more: noted, taken back, or overtaken by a later version.</param>
/// <param name="Told">Whom the message went to.</param>
/// <param name="Reminder">How the reminder stands; null where there was none.</param>
internal sealed record ReceiptGround(DeliveryStatus Status, DistrictId From, DistrictId To, ReceiptRow Row, bool IsOver, string Topic, IReadOnlyList<string> Told, DeliveryStatus? Reminder)
{
    public DateTimeOffset Since => DateTimeOffset.FromUnixTimeMilliseconds(Row.Since);
}
