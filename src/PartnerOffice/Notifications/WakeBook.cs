using System.Security.Cryptography;
using System.Text;

namespace PartnerOffice.Notifications;

/// <summary>
/// What is to be looked at, and nothing else: a burst of notifications is one mark each for the few things that we watch. Lost with the process,
/// since the timer looks anyway.
/// </summary>
internal sealed class WakeBook : IDisposable
{
    private readonly HashSet<IWatch> _awake = [];
    private readonly Lock _oneAtATime = new();
    private readonly SemaphoreSlim _bell = new(0, 1);

    /// <summary>Marks whoever watches what this notification is about, where it proves to come from Graph.</summary>
    /// <param name="tenant">As the notification names it.</param>
    /// <param name="clientState">As the notification brings it.</param>
    /// <returns>False for a forged one, or one of a subscription that is not ours any more.</returns>
    public bool Wake(IEnumerable<IWatch> watches, string? tenant, string? clientState)
    {
        ArgumentNullException.ThrowIfNull(watches);
        if (!Guid.TryParse(tenant, out var id) || clientState is null)
            return false;

        var given = Encoding.UTF8.GetBytes(clientState);
        var woken = watches.Where(watch => watch.Resources.Any(resource => resource.Tenant == id && CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(resource.ClientState)))).ToList();
        foreach (var watch in woken)
            Wake(watch);
        return woken.Count > 0;
    }

    /// <summary>Marks one, and rings once however many are marked.</summary>
    public void Wake(IWatch watch)
    {
        lock (_oneAtATime)
        {
            if (_awake.Add(watch) && _bell.CurrentCount == 0)
                _bell.Release();
        }
    }

    /// <summary>Waits until something is marked, or until this long is over.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _bell.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>What is marked; from now on it is not any more, so that whatever comes while somebody looks is looked at again.</summary>
    public IReadOnlyList<IWatch> Take()
    {
        lock (_oneAtATime)
        {
            IWatch[] taken = [.. _awake];
            _awake.Clear();
            return taken;
        }
    }

    public void Dispose() => _bell.Dispose();
}
