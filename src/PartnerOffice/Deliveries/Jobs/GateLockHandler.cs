using System.Collections.Concurrent;
using Quartz.Impl.AdoJobStore;

namespace PartnerOffice.Deliveries;

/// <summary>Quartz's lock is the ledger's gate: taken before its connection is opened, and not again inside a transaction of ours.</summary>
internal sealed class GateLockHandler(WriterGate gate) : ILockHandler
{
    private readonly ConcurrentDictionary<Guid, int> _holds = new();

    public bool RequiresConnection => false;

    public async ValueTask<bool> AcquireLock(
        Guid requestorId, ConnectionAndTransactionHolder? conn, SchedulerLock lockKind, CancellationToken cancellationToken = default)
    {
        // The ledger's own transaction holds the gate and gives it back when it is committed.
        if (gate.IsInside) return false;

        if (_holds.TryGetValue(requestorId, out var held))
        {
            _holds[requestorId] = held + 1;
            return true;
        }

        await gate.EnterAsync(cancellationToken);
        _holds[requestorId] = 1;
        return true;
    }

    public ValueTask ReleaseLock(Guid requestorId, SchedulerLock lockKind, CancellationToken cancellationToken = default)
    {
        if (!_holds.TryGetValue(requestorId, out var held)) return default;

        if (held > 1)
        {
            _holds[requestorId] = held - 1;
        }
        else
        {
            _holds.TryRemove(requestorId, out _);
            gate.Leave();
        }

        return default;
    }
}
