using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Deliveries;

/// <summary>
/// One writer at a time in this process, the scheduler included. SQLite has one write lock and Quartz one of its own; taken in
/// two orders they stop each other until a time limit strikes. So whoever writes here takes this one first, and Quartz takes
/// the same one (<see cref="GateLockHandler"/>).
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing of the system's.")]
internal sealed class WriterGate
{
    private readonly SemaphoreSlim _free = new(1, 1);
    private readonly AsyncLocal<Visit?> _visit = new();

    /// <summary>Whether the current flow is inside already.</summary>
    public bool IsInside => _visit.Value is { IsOver: false };

    public async Task<T> RunAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        var visit = new Visit();
        _visit.Value = visit;
        try
        {
            return await write();
        }
        finally
        {
            // What was started inside and still runs may not believe itself inside for ever.
            visit.IsOver = true;
            _free.Release();
        }
    }

    public Task EnterAsync(CancellationToken cancellationToken) => _free.WaitAsync(cancellationToken);

    public void Leave() => _free.Release();

    private sealed class Visit
    {
        public volatile bool IsOver;
    }
}
