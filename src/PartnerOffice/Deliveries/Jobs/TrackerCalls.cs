using System.Collections.Concurrent;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Which trackers are called for already: one job writes every row that is due by then, so while it has not begun nobody need call again.</summary>
/// <remarks>Should the one that was called never come, the <see cref="Sweep"/> asks Quartz itself, and not here.</remarks>
internal sealed class TrackerCalls
{
    private readonly ConcurrentDictionary<PartnershipId, DateTimeOffset> _calls = new();

    /// <summary>Whether nobody called for that time or an earlier one; whoever asks calls then.</summary>
    public bool IsNeeded(PartnershipId partnership, DateTimeOffset at)
    {
        if (_calls.TryGetValue(partnership, out var called) && called <= at) return false;
        _calls[partnership] = at;
        return true;
    }

    /// <summary>The job begins: what is committed from now on it may not see.</summary>
    public void Begins(PartnershipId partnership) => _calls.TryRemove(partnership, out _);
}
