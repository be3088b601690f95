using System.Collections.Concurrent;

namespace PartnerOffice.Graph;

/// <summary>Waits of one connection, forgotten with it.</summary>
internal sealed class ScopeWaitsInMemory : IScopeWaits
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    public ValueTask<DateTimeOffset?> UntilAsync(string scope, CancellationToken cancellationToken) =>
        ValueTask.FromResult<DateTimeOffset?>(_until.TryGetValue(scope, out var until) ? until : null);

    public ValueTask HoldAsync(string scope, DateTimeOffset until, CancellationToken cancellationToken)
    {
        _until.AddOrUpdate(scope, until, (_, kept) => kept > until ? kept : until);
        return ValueTask.CompletedTask;
    }
}
