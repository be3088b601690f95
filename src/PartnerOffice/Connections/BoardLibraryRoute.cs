using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>A board's own library that the service may enter by itself (R19).</summary>
/// <param name="District">Whose board it is.</param>
/// <param name="Identity">As whom it is entered: the application.</param>
public sealed record BoardLibraryRoute(DistrictId District, SiteId Site, DriveId Drive, ListId List, DrivePath Folder, GraphIdentity Identity)
{
    internal static BoardLibraryRoute Of(District district, BoardLibrary library, GraphIdentity identity) => new(
        district.Id, SiteId.Parse(library.SiteId), DriveId.Parse(library.DriveId), ListId.Parse(library.ListId.ToString("D")), DrivePath.Parse(library.Folder), identity);
}
