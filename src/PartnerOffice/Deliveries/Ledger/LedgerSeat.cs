using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PartnerOffice.Deliveries;

/// <summary>An open connection to the ledger with its context, used over and over: to set both up anew costs more than most of what is asked of them.</summary>
internal sealed class LedgerSeat : IDisposable
{
    // Erased means overwritten (R19), and a commit that was answered survives a power cut.
    private const string Pragmas = $"PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; {LedgerDatabase.WaitInSmallSteps}";

    private readonly SqliteConnection _connection;
    private readonly PooledDbContextFactory<LedgerContext> _contexts;

    public LedgerSeat(string connectionString)
    {
        _connection = new(connectionString);
        _connection.Open();
        using (var command = _connection.CreateCommand())
        {
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        _contexts = new(new DbContextOptionsBuilder<LedgerContext>().UseSqlite(_connection).Options, poolSize: 1);
    }

    public bool IsUsable => _connection.State == ConnectionState.Open;

    /// <summary>The context, for one at a time.</summary>
    /// <param name="left">Called when it is disposed of.</param>
    public LedgerContext Take(Action<LedgerSeat> left)
    {
        var context = _contexts.CreateDbContext();
        context.Left = () => left(this);
        return context;
    }

    public void Dispose() => _connection.Dispose();
}
