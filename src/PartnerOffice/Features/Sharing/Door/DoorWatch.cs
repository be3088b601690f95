using Microsoft.Extensions.Logging;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Graph;
using PartnerOffice.Notifications;

namespace PartnerOffice.Features.Sharing;

/// <summary>Looks through the second door every few minutes, and at once when Graph says that something changed (R14).</summary>
internal sealed class DoorWatch(Func<ServedOffice> office, ServiceAddress address, ILogger<DoorRound> logger) : IWatch
{
    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(3);

    public IReadOnlyList<WatchedResource> Resources => ResourcesOf(office());

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var served = office();
        foreach (var district in Districts(served))
        {
            using var desk = served.Deliveries.OpenBoardLibrary(district.Id);
            if (desk is not null)
                await new DoorRound(served.Deliveries.Ledger, served.Partnership, desk.Route, desk.Connection, address.Value, served.Time, logger).RunAsync(cancellationToken);
        }
    }

    private static IReadOnlyList<WatchedResource> ResourcesOf(ServedOffice served) =>
        [.. Districts(served).Select(district => WatchedResource.Of(served.Deliveries, district, SubscribedResource.Of(SiteId.Parse(district.BoardLibrary!.SiteId), ListId.Parse(district.BoardLibrary.ListId.ToString("D")))))];

    // Only where the board granted the right (R19).
    private static IEnumerable<District> Districts(ServedOffice served) => served.Partnership.Districts.Where(district => district is { OwnLibrary: OwnLibraryAccess.App, BoardLibrary: not null, Tenant: not null });
}
