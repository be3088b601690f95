using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>Where a partnership's deliveries go, in the words of Graph.</summary>
/// <param name="Districts">Those that are set up; a delivery to another waits.</param>
/// <param name="Tracker">Null where the workbook cannot be written from here.</param>
public sealed record PartnershipRoute(PartnershipId Id, IReadOnlyDictionary<DistrictId, DistrictRoute> Districts, TrackerRoute? Tracker)
{
    private Func<Partnership?> now = () => null;

    /// <summary>The partnership itself, for messages to its people; null where only the ways are known.</summary>
    public Partnership? Partnership
    {
        get => now();
        init => now = () => value;
    }

    /// <summary>The boards' own registers that can be written from here (R9).</summary>
    public IReadOnlyDictionary<DistrictId, TrackerRoute> Registers { get; init; } = new Dictionary<DistrictId, TrackerRoute>();

    /// <summary>The boards' own libraries that the service may enter by itself: only where the board granted that right (R19).</summary>
    public IReadOnlyDictionary<DistrictId, BoardLibraryRoute> BoardLibraries { get; init; } = new Dictionary<DistrictId, BoardLibraryRoute>();

    /// <summary>The same ways, to people as they are whenever a message is written: an office changes hands while the service runs (R21).</summary>
    public PartnershipRoute Following(Func<Partnership> current)
    {
        ArgumentNullException.ThrowIfNull(current);
        return this with { now = current };
    }

    /// <summary>A place in a board's own library: beside its register, or where its minutes lie; null where nobody may enter it.</summary>
    public BoardPlace? BoardPlaceOf(DistrictId board) =>
        Registers.GetValueOrDefault(board) is { } register ? new(register.Drive, register.Path.Parent, register.Identity)
        : BoardLibraries.GetValueOrDefault(board) is { } library ? new(library.Drive, library.Folder, library.Identity)
        : null;

    /// <summary>Reads the route from the partnership file.</summary>
    /// <param name="identityOf">As whom the service enters a district's tenant; null where it cannot.</param>
    /// <param name="accountOf">
    /// The service account that signed in to a district's tenant; null where none did. The application then writes, as a file where Excel
    /// does not serve it (D8).
    /// </param>
    public static PartnershipRoute Of(Partnership partnership, Func<District, GraphIdentity?> identityOf, Func<District, GraphIdentity?>? accountOf = null)
    {
        ArgumentNullException.ThrowIfNull(partnership);
        ArgumentNullException.ThrowIfNull(identityOf);
        var districts = new Dictionary<DistrictId, DistrictRoute>();
        foreach (var district in partnership.Districts)
            if (identityOf(district) is { } identity)
                districts.Add(district.Id, DistrictRoute.Of(district, identity));

        var registers = new Dictionary<DistrictId, TrackerRoute>();
        foreach (var district in partnership.Districts)
        {
            // The board's own library is entered as the application only where the board allows it, else as an account that signed in (R19).
            var identity = district.OwnLibrary == OwnLibraryAccess.App ? identityOf(district) : accountOf?.Invoke(district);
            if (district.Register is { } register && identity is not null)
                registers.Add(district.Id, new(district.Id, DriveId.Parse(register.DriveId), DrivePath.Parse(register.Path), identity));
        }

        var libraries = new Dictionary<DistrictId, BoardLibraryRoute>();
        foreach (var district in partnership.Districts)
        {
            if (district is { OwnLibrary: OwnLibraryAccess.App, BoardLibrary: { } library } && identityOf(district) is { } identity)
                libraries.Add(district.Id, BoardLibraryRoute.Of(district, library, identity));
        }

        // Those with a tenant of their own: what is only picked up is entered as the sender, and nothing else of that district is.
        var own = new Dictionary<DistrictId, DistrictRoute>(districts);
        foreach (var district in partnership.Districts)
            if (district is { Tenant: null, PickUp: { } pickUp } && own.GetValueOrDefault(partnership.PartnerOf(district.Id).Id) is { Identity: { } host })
                districts[district.Id] = new(host, DistrictRoute.LibraryOf(pickUp), null);

        var tracker = partnership.Tracker;
        return new(
            partnership.Id,
            districts,
            own.TryGetValue(tracker.District, out var holder)
                ? new(
                    tracker.District, DriveId.Parse(tracker.DriveId), DrivePath.Parse(tracker.Path),
                    (tracker.As == TrackerIdentity.Account ? accountOf?.Invoke(partnership.Find(tracker.District)!) : null) ?? holder.Identity,
                    tracker.Write)
                : null)
        {
            Partnership = partnership,
            Registers = registers,
            BoardLibraries = libraries,
        };
    }
}
