using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PartnerOffice.Documents.Tracker;

/// <summary>A zip entry while it is unpacked; its size and checksum are verified at its end.</summary>
internal sealed class EntrySource(RawZipEntry entry) : ByteSource
{
    private readonly Stream _data = entry.Method == 0 ? Packed(entry) : new DeflateStream(Packed(entry), CompressionMode.Decompress);
    private readonly Crc32 _sum = new();
    private long _count;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = _data.Read(buffer);
            _sum.Append(buffer[..count]);
            _count += count;
            // The header is a claim: an entry that goes on behind it is a bomb or a second text.
            if (_count > entry.Size)
                throw Refusal.Unreadable(entry.Name, "the entry is longer than its header says.");
            if (count == 0 && buffer.Length > 0)
                Verify();
            return count;
        }
        catch (InvalidDataException failure)
        {
            throw Refusal.Unreadable(entry.Name, "the compressed data is damaged.", failure);
        }
    }

    public override void Dispose() => _data.Dispose();

    private void Verify()
    {
        if (_count < entry.Size)
            throw Refusal.Unreadable(entry.Name, "the compressed data is damaged.");
        if (_sum.GetCurrentHashAsUInt32() != entry.Crc)
            throw Refusal.Unreadable(entry.Name, "the checksum does not match.");
    }

    private static MemoryStream Packed(RawZipEntry entry) =>
        MemoryMarshal.TryGetArray(entry.Packed, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(entry.Packed.ToArray(), writable: false);
}
