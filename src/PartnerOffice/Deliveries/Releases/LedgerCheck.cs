using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What the check knows when the ledger is asked too: which meetings the ids of minutes belong to (V26).</summary>
internal static class LedgerCheck
{
    /// <summary>Null where there are no minutes.</summary>
    public static async Task<CheckContext?> ContextAsync(Ledger ledger, Partnership partnership, Minutes? minutes, TimeProvider time, CancellationToken cancellationToken)
    {
        if (minutes is null)
            return null;

        var today = time.Today(partnership.Find(minutes.District)?.TimeZone ?? TimeZoneInfo.Utc);
        return CheckContext.For(minutes, partnership, today) with
        {
            Invited = (await ledger.Meetings.FindAsync(partnership.Id, minutes.Id, cancellationToken))?.Invited,
            Known = [.. (await ledger.Releases.ListAsync(partnership.Id, cancellationToken)).Select(release => release.Known)],
        };
    }
}
