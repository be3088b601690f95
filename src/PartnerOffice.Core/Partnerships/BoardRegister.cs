namespace PartnerOffice.Core;

/// <summary>Where a board keeps its own register, <c>Vorstandsregister.xlsx</c>: in its own library, which the partner cannot open (R9).</summary>
/// <param name="Path">The workbook's path below the drive's root, without a leading slash.</param>
public sealed record BoardRegister(string SiteId, string DriveId, string Path);
