using System.Collections.Immutable;
using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>One look at a side's set-up, also while it goes on.</summary>
internal sealed class CheckupRun(District district, DateTimeOffset startedAt)
{
    private ImmutableList<CheckLine> lines = [];

    public District District => district;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<CheckLine> Lines => lines;

    /// <summary>Null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it broke off; what was found until then counts.</summary>
    public bool HasBrokenOff { get; private set; }

    public bool IsRunning => EndedAt is null;

    public void Add(CheckLine line) => ImmutableInterlocked.Update(ref lines, known => known.Add(line));

    public void End(DateTimeOffset at, bool hasBrokenOff) => (HasBrokenOff, EndedAt) = (hasBrokenOff, at);
}
