using Microsoft.EntityFrameworkCore;

namespace PartnerOffice.Deliveries;

/// <summary>The one way in which the ledger is changed: a short transaction of its own, with wake-ups after the commit.</summary>
internal sealed class LedgerWriter(LedgerDatabase database, CrashPoint crash)
{
    /// <summary>Wakes who does the work; the owner puts its scheduler here.</summary>
    public IWakeUps WakeUps { get; set; } = NoWakeUps.Instance;

    /// <summary>Runs <paramref name="write"/> and commits what it changed; nothing is committed where it changed nothing.</summary>
    /// <param name="what">What is committed, for a test that kills before or after it.</param>
    /// <param name="write">Adds to the set what is to be woken.</param>
    public async Task<T> WriteAsync<T>(string what, Func<LedgerContext, HashSet<WakeUp>, Task<T>> write, CancellationToken cancellationToken)
    {
        var wakeUps = new HashSet<WakeUp>();
        var result = await database.Gate.RunAsync(() => InsideAsync(what, write, wakeUps, cancellationToken), cancellationToken);
        // Others may write meanwhile.
        await WakeUps.WakeAsync([.. wakeUps]);
        return result;
    }

    private async Task<T> InsideAsync<T>(string what, Func<LedgerContext, HashSet<WakeUp>, Task<T>> write, HashSet<WakeUp> wakeUps, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await write(context, wakeUps);
        if (!context.ChangeTracker.HasChanges())
        {
            wakeUps.Clear();
            return result;
        }

        await context.SaveChangesAsync(cancellationToken);
        crash.At($"{what}:before");
        // Once begun, a commit is not given up half way: afterwards nobody would know how it ended.
        await transaction.CommitAsync(CancellationToken.None);
        crash.At($"{what}:after");
        return result;
    }
}
