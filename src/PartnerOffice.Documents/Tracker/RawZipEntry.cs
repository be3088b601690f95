namespace PartnerOffice.Documents.Tracker;

/// <summary>One entry with its data as it lies in the zip.</summary>
internal sealed record RawZipEntry(
    string Name, byte[] RawName, ushort Flags, ushort Method, uint Stamp, uint Crc, long Size, ReadOnlyMemory<byte> Packed)
{
    public long HeaderAt { get; init; }

    public long EndsAt { get; init; }
}
