namespace PartnerOffice.Graph;

/// <summary>A file's bytes and the item whose cTag belongs to them.</summary>
/// <param name="IsProven">
/// True when the bytes have the item's hash. False when Graph gave no hash or another one although the cTag stood still:
/// then overwrite with that cTag only what the caller has made sure of by reading.
/// </param>
public sealed record DriveContent(ReadOnlyMemory<byte> Bytes, DriveItem Item, bool IsProven);
