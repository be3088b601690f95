using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>Keeps the waits that Graph asks for in the ledger, so that the next owner obeys them too.</summary>
internal sealed class LedgerWaits(LedgerDatabase database, TimeProvider time) : IScopeWaits
{
    // Asked before every request: not composed anew each time.
    private static readonly Func<LedgerContext, string, Task<long?>> UntilOf = EF.CompileAsyncQuery(
        (LedgerContext context, string scope) => context.Holds.Where(hold => hold.Scope == scope).Select(hold => (long?)hold.Until).SingleOrDefault());

    // What this process heard itself counts at once, before it stands in the ledger.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _heard = new(StringComparer.Ordinal);

    public async ValueTask<DateTimeOffset?> UntilAsync(string scope, CancellationToken cancellationToken)
    {
        if (_heard.TryGetValue(scope, out var heard) && heard > time.GetUtcNow()) return heard;

        await using var context = database.Open();
        var until = await UntilOf(context, scope);
        return until is { } at && at > time.GetUtcNow().ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    public async ValueTask HoldAsync(string scope, DateTimeOffset until, CancellationToken cancellationToken)
    {
        _heard.AddOrUpdate(scope, until, (_, known) => known > until ? known : until);
        await database.Gate.RunAsync(() => HoldInsideAsync(scope, until, cancellationToken), cancellationToken);
    }

    private async Task<bool> HoldInsideAsync(string scope, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var at = until.ToUnixTimeMilliseconds();
        var hold = await context.Holds.SingleOrDefaultAsync(known => known.Scope == scope, cancellationToken);
        if (hold is null) context.Add(new HoldRow { Scope = scope, Until = at });
        else hold.Until = Math.Max(hold.Until, at);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
