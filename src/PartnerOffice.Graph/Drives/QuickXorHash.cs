using System.Buffers.Binary;

namespace PartnerOffice.Graph;

/// <summary>
/// The hash that SharePoint keeps of a file: 160 bits, each byte shifted by 11 bits more than the one before, all xored, then
/// the length xored into the last eight bytes. It finds accidents, not intent.
/// </summary>
public static class QuickXorHash
{
    private const int Width = 160;
    private const int Shift = 11;

    /// <summary>The hash in base64, as Graph writes it.</summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        // 160 and 11 have no common divisor: the place of a byte repeats after 160 bytes, so those can be xored first.
        Span<byte> folded = stackalloc byte[Width];
        folded.Clear();
        for (var start = 0; start < content.Length; start += Width)
        {
            var row = content.Slice(start, Math.Min(Width, content.Length - start));
            for (var place = 0; place < row.Length; place++) folded[place] ^= row[place];
        }

        Span<byte> hash = stackalloc byte[Width / 8];
        hash.Clear();
        for (var place = 0; place < Width; place++)
        {
            var bit = place * Shift % Width;
            var shifted = folded[place] << (bit % 8);
            hash[bit / 8] ^= (byte)shifted;
            hash[(bit / 8 + 1) % hash.Length] ^= (byte)(shifted >> 8);
        }

        var last = hash[^sizeof(long)..];
        BinaryPrimitives.WriteInt64LittleEndian(last, BinaryPrimitives.ReadInt64LittleEndian(last) ^ content.Length);
        return Convert.ToBase64String(hash);
    }
}
