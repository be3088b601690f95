using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>Where a partnership's deliveries go, in the words of Graph.</summary>
/// <param name="Districts">Those that are set up; a delivery to another waits.</param>
/// <param name="Tracker">Null where the workbook cannot be written from here.</param>
public sealed record PartnershipRoute(PartnershipId Id, IReadOnlyDictionary<DistrictId, DistrictRoute> Districts, TrackerRoute? Tracker)
{
    /// <summary>Reads the route from the partnership file.</summary>
    /// <param name="identityOf">As whom the service enters a district's tenant; null where it cannot.</param>
    public static PartnershipRoute Of(Partnership partnership, Func<District, GraphIdentity?> identityOf)
    {
        ArgumentNullException.ThrowIfNull(partnership);
        ArgumentNullException.ThrowIfNull(identityOf);
        var districts = new Dictionary<DistrictId, DistrictRoute>();
        foreach (var district in partnership.Districts)
            if (identityOf(district) is { } identity)
                districts.Add(district.Id, DistrictRoute.Of(district, identity));

        var tracker = partnership.Tracker;
        return new(
            partnership.Id,
            districts,
            tracker.Write == TrackerWrite.File && districts.ContainsKey(tracker.District)
                ? new(tracker.District, DriveId.Parse(tracker.DriveId), DrivePath.Parse(tracker.Path))
                : null);
    }
}
