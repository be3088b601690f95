using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>A workbook of ours that lies with Graph, and how it is written (D8).</summary>
/// <param name="District">In whose tenant it lies.</param>
/// <param name="Identity">As whom it is written: the service account, or the application.</param>
public sealed record TrackerRoute(DistrictId District, DriveId Drive, DrivePath Path, GraphIdentity Identity, TrackerWrite Write = TrackerWrite.File);
