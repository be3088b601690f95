using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>A receiving library: the same files as a drive and as a list.</summary>
public sealed record LibraryRoute(SiteId Site, DriveId Drive, ListId List, DrivePath Folder);
