using System.Collections.Concurrent;
using PartnerOffice.Core;

namespace PartnerOffice.Api;

/// <summary>How the last look at each side's set-up ended, kept while the service runs.</summary>
internal sealed class KeptCheckups
{
    private readonly ConcurrentDictionary<DistrictId, KeptCheckup> kept = new();

    public KeptCheckup? Of(DistrictId district) => kept.GetValueOrDefault(district);

    public void Keep(DistrictId district, KeptCheckup checkup) => kept[district] = checkup;
}
