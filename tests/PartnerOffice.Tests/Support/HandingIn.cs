using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Support;

/// <summary>A second person releases the minutes behind a consignment, then it is handed in.</summary>
internal static class HandingIn
{
    public static async Task<EnqueueOutcome> HandInAsync(this Ledger ledger, Consignment consignment, CancellationToken cancellationToken)
    {
        await ledger.ReleaseAsync(consignment, DeliveryWorld.Behind[consignment.ContentDigest], cancellationToken);
        return await ledger.EnqueueAsync(DeliveryWorld.Clear(consignment), cancellationToken);
    }

    public static Task<ReleaseOutcome> ReleaseAsync(this Ledger ledger, Consignment consignment, Minutes minutes, CancellationToken cancellationToken) =>
        ledger.Releases.ReleaseAsync(new()
        {
            Partnership = consignment.Partnership,
            Minutes = MinutesFacts.Of(minutes),
            District = consignment.From,
            By = "st-01",
            Edition = consignment.Edition.Sha256,
            Frozen = "{}"u8.ToArray(),
        }, cancellationToken);

    public static Task<EnqueueOutcome> HandInAsync(this DeliveryOffice office, Consignment consignment, CancellationToken cancellationToken) =>
        office.Ledger.HandInAsync(consignment, cancellationToken);
}
