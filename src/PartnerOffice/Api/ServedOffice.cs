using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Api;

/// <summary>What an endpoint works with: the courier, the partnership it serves, and the clock.</summary>
internal sealed record ServedOffice(DeliveryOffice Deliveries, Partnership Partnership, TimeProvider Time)
{
    /// <summary>Whether nothing leaves this machine (D21).</summary>
    public bool IsSandbox => Partnership.Graph == GraphKind.Sandbox;

    /// <summary>The day in a district's zone.</summary>
    public DateOnly TodayIn(District district) => Time.Today(district.TimeZone);
}
