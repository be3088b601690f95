using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>Where in a board's own library something may lie for a moment.</summary>
/// <param name="Identity">As whom it is laid there.</param>
public sealed record BoardPlace(DriveId Drive, DrivePath Folder, GraphIdentity Identity);
