using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Drafting;

/// <summary>What arrived from the partner and no minutes of the board mention yet: offered in the next draft (R17).</summary>
internal static class ReceivedMinutes
{
    // What a board did not mention for a year it does not catch up on.
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(366);

    public static Task<IReadOnlyList<MinutesId>> OfAsync(DeliveryOffice office, Partnership partnership, District board, TimeProvider time, CancellationToken cancellationToken) =>
        office.Ledger.Receipts.NotInMinutesAsync(partnership.Id, board.Id, time.GetUtcNow() - LooksBack, cancellationToken);
}
