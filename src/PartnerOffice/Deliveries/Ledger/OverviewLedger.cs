using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What the overview page asks of the ledger: each list with one query, whatever is in it.</summary>
internal sealed class OverviewLedger(LedgerDatabase database)
{
    public async Task<LedgerPicture> ReadAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var text = partnership.ToString();
        var releases = await context.Releases.AsNoTracking()
            .Where(row => row.Partnership == text)
            .OrderBy(row => row.Date).ThenBy(row => row.Minutes).ThenBy(row => row.Version)
            .ToListAsync(cancellationToken);
        var deliveries = await context.Deliveries.AsNoTracking().Include(row => row.Steps).AsSingleQuery()
            .Where(row => row.Partnership == text)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var paused = await context.Brakes.AsNoTracking().Where(brake => brake.Scope == BrakeRow.Everything).Select(brake => (long?)brake.At).SingleOrDefaultAsync(cancellationToken);
        return new(
            [.. releases.Select(ReleaseLedger.ReleaseOf)], [.. deliveries.Select(DeliveryStatus.Of)],
            paused is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
    }
}
