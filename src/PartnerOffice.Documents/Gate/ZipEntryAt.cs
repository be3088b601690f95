namespace PartnerOffice.Documents.Gate;

/// <summary>An entry of a zip whose two headers agree.</summary>
/// <param name="Data">Where its packed bytes begin in the file.</param>
internal sealed record ZipEntryAt(string Name, bool IsDeflated, uint Checksum, int PackedBytes, long UnpackedBytes, int Data);
