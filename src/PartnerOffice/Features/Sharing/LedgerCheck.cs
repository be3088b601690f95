using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>What the check knows when the ledger is asked too: which meetings the ids of minutes belong to (V26).</summary>
internal static class LedgerCheck
{
    /// <summary>Null where there are no minutes.</summary>
    public static async Task<CheckContext?> ContextAsync(VerbContext context, DeliveryOffice office, Minutes? minutes, CancellationToken cancellationToken) =>
        context.CheckContextOf(minutes) is { } check
            ? check with { Known = [.. (await office.Releases.ListAsync(context.Partnership.Partnership.Id, cancellationToken)).Select(release => release.Known)] }
            : null;
}
