using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Deliveries;

/// <summary>One writer of the ledger at a time in this process: SQLite has one write lock, and waiting for it there holds a thread.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing of the system's.")]
internal sealed class WriterGate
{
    private readonly SemaphoreSlim _free = new(1, 1);

    public async Task<T> RunAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return await write();
        }
        finally
        {
            _free.Release();
        }
    }
}
