using Microsoft.Extensions.Time.Testing;

namespace PartnerOffice.Tests.Graph;

/// <summary>A clock on which short waits are over as soon as they begin, and which remembers them; time limits do not run out by themselves.</summary>
internal sealed class ImpatientTime : FakeTimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];

    public IReadOnlyList<TimeSpan> Waits
    {
        get { lock (_lock) return [.. _waits]; }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime <= TimeSpan.Zero || dueTime > LongestWait) return timer;

        lock (_lock) _waits.Add(dueTime);
        // Not here: who waits has not begun to wait yet.
        ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        return timer;
    }
}
