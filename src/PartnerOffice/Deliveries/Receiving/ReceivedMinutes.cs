using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What arrived from the partner and no minutes of the board mention yet: offered in the next draft (R17).</summary>
internal static class ReceivedMinutes
{
    // What a board did not mention for a year it does not catch up on.
    private const int DaysBack = 366;

    /// <param name="today">The day in the board's zone.</param>
    public static Task<IReadOnlyList<MinutesId>> OfAsync(Ledger ledger, Partnership partnership, District board, DateOnly today, CancellationToken cancellationToken) =>
        ledger.Receipts.NotInMinutesAsync(partnership.Id, board.Id, new DateTimeOffset(today.AddDays(-DaysBack), TimeOnly.MinValue, TimeSpan.Zero), cancellationToken);
}
