namespace PartnerOffice.Core;

/// <summary>Where the shared tracker lies, and how and as whom it is written (D8).</summary>
/// <param name="District">In whose tenant it lies.</param>
/// <param name="DriveId">The library's drive.</param>
/// <param name="Path">The workbook's path below the drive's root, without a leading slash.</param>
/// <param name="Writer">The one district whose service writes it.</param>
public sealed record TrackerSettings(
    DistrictId District,
    string DriveId,
    string Path,
    TrackerWrite Write,
    TrackerIdentity As,
    DistrictId Writer);
