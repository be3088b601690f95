using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PartnerOffice.Deliveries;

/// <summary>The ledger's SQLite file, shared by every process on the data directory.</summary>
internal sealed class LedgerDatabase : IDisposable
{
    /// <summary>Its name in the data directory.</summary>
    public const string FileName = "ledger.db";

    // SQLite has no asynchronous calls: whoever waits for its lock holds a thread, and so may whoever is to give it back.
    private const int EnoughThreads = 64;

    /// <summary>
    /// SQLite waits for another writer in steps of a few milliseconds. Without it the driver sleeps 150 ms each time, and a delivery, which
    /// takes turns with Quartz some thirty times, takes seconds.
    /// </summary>
    public const string WaitInSmallSteps = "PRAGMA busy_timeout = 10000;";

    private readonly ConcurrentBag<LedgerSeat> _free = [];
    private readonly string _seats;
    private readonly CrashPoint _crash;
    private readonly string _directory;
    private volatile bool _isClosed;

    /// <param name="busyTimeout">How long one statement waits for another process's short transaction.</param>
    public LedgerDatabase(string dataDirectory, CrashPoint crash, TimeSpan? busyTimeout = null)
    {
        (_directory, _crash) = (dataDirectory, crash);
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, EnoughThreads), completions);
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataDirectory, FileName),
            DefaultTimeout = (int)(busyTimeout ?? TimeSpan.FromMinutes(1)).TotalSeconds,
        };
        ConnectionString = connection.ToString();
        // They stay open anyway.
        connection.Pooling = false;
        _seats = connection.ToString();
    }

    public string ConnectionString { get; }

    /// <summary>Entered by every writing transaction of this process.</summary>
    public WriterGate Gate { get; } = new();

    public LedgerContext Open()
    {
        _crash.ThrowIfDead();
        return (_free.TryTake(out var seat) ? seat : new LedgerSeat(_seats)).Take(Leave);
    }

    /// <summary>Makes or lifts the schema. Ten processes may try at once: one does it, the others wait for it.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = Open();
        if (File.Exists(Path.Combine(_directory, FileName)) && !(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return;

        using var alone = await FileLock.WaitAsync(Path.Combine(_directory, "schema.lock"), cancellationToken);
        if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return;

        // EF keeps a lock of its own as a row, which a killed process leaves behind for ever. We hold the real lock, so
        // whatever row is there is such a one.
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
    }

    /// <summary>Carries what was written and erased from the journal into the file, so that erased payloads are nowhere.</summary>
    public async Task CheckpointAsync(CancellationToken cancellationToken)
    {
        await using var context = Open();
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    /// <summary>Closes what is open and not in use; what is in use is closed when it is left.</summary>
    public void Dispose()
    {
        _isClosed = true;
        while (_free.TryTake(out var seat)) seat.Dispose();
    }

    private void Leave(LedgerSeat seat)
    {
        if (!seat.IsUsable || _isClosed) seat.Dispose();
        else _free.Add(seat);
    }
}
