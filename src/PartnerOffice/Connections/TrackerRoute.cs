using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>The shared workbook, written as a whole file (D8).</summary>
/// <param name="District">In whose tenant it lies.</param>
public sealed record TrackerRoute(DistrictId District, DriveId Drive, DrivePath Path);
