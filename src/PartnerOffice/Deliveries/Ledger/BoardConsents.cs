using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Who of two boards released and approved their joint minutes, inside the transaction of the release ledger (R22).</summary>
internal sealed class BoardConsents(AuditTrail audit, TimeProvider time)
{
    /// <summary>Notes the release of one board.</summary>
    /// <returns>Those of the boards that released these very words, this one included.</returns>
    public async Task<IReadOnlyList<BoardConsentRow>> ReleaseAsync(LedgerContext context, ReleaseRequest request, DistrictId board, string digest, CancellationToken cancellationToken)
    {
        var known = await OfAsync(context, request.Partnership.ToString(), request.Minutes.Id.ToString(), request.Minutes.Version, cancellationToken);
        var own = known.Find(row => row.Board == board.ToString());
        if (own is null)
        {
            own = new()
            {
                Partnership = request.Partnership.ToString(),
                Minutes = request.Minutes.Id.ToString(),
                Version = request.Minutes.Version,
                Board = board.ToString(),
                Digest = digest,
                ReleasedBy = request.By,
                ReleasedAt = Now,
                Revision = 0,
            };
            context.Add(own);
            known.Add(own);
        }

        else if (own.Digest == digest && own.ReleasedBy == request.By && own.ApprovedBy is null)
        {
            // Said again: it stands there.
            return [.. known.Where(row => row.Digest == digest)];
        }

        (own.Digest, own.ReleasedBy, own.ReleasedAt, own.ApprovedBy, own.ApprovedAt) = (digest, request.By, Now, null, null);
        own.Revision++;
        await audit.AddAsync(context, request.By, "released by a board", FormattableString.Invariant($"{own.Minutes} v{own.Version}"), own.Board);
        return [.. known.Where(row => row.Digest == digest)];
    }

    /// <summary>Notes the approval of one board.</summary>
    /// <returns>The boards that have not approved it yet.</returns>
    public async Task<IReadOnlyList<BoardConsentRow>> ApproveAsync(LedgerContext context, ApprovalRequest request, DistrictId board, CancellationToken cancellationToken)
    {
        var release = request.Release;
        var known = await OfAsync(context, release.Partnership.ToString(), release.Minutes.ToString(), release.Version, cancellationToken);
        foreach (var row in known.Where(row => row.Board == board.ToString() && row.ApprovedBy is null))
        {
            (row.ApprovedBy, row.ApprovedAt) = (request.By, Now);
            row.Revision++;
            await audit.AddAsync(context, request.By, "approved by a board", FormattableString.Invariant($"{row.Minutes} v{row.Version}"), row.Board);
        }

        return [.. known.Where(row => row.ApprovedBy is null)];
    }

    /// <summary>Opens them again for both: nobody's release counts any more.</summary>
    public static async Task ReopenAsync(LedgerContext context, string partnership, string minutes, int version, CancellationToken cancellationToken) =>
        context.RemoveRange(await OfAsync(context, partnership, minutes, version, cancellationToken));

    private static Task<List<BoardConsentRow>> OfAsync(LedgerContext context, string partnership, string minutes, int version, CancellationToken cancellationToken) =>
        context.BoardConsents.Where(row => row.Partnership == partnership && row.Minutes == minutes && row.Version == version).OrderBy(row => row.Board).ToListAsync(cancellationToken);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
