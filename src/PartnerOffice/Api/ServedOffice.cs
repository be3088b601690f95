using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Api;

/// <summary>What an endpoint works with: the courier, the partnership as it is during this request, and the clock.</summary>
internal sealed record ServedOffice(DeliveryOffice Deliveries, Partnership Partnership, TimeProvider Time)
{
    /// <summary>Where the partnership comes from, to change its people; null where it cannot be changed.</summary>
    public LivePartnership? Live { get; init; }

    /// <summary>Whether nothing leaves this machine (D21).</summary>
    public bool IsSandbox => Partnership.Graph == GraphKind.Sandbox;

    /// <summary>The day in a district's zone.</summary>
    public DateOnly TodayIn(District district) => Time.Today(district.TimeZone);
}
