using System.Buffers.Binary;

namespace PartnerOffice.Documents.Edition;

/// <summary>The checksum of zip entries (ISO 3309), eight bytes at a time. The base library has none, and the zip library's checks nothing.</summary>
internal static class Crc32
{
    private const int Slices = 8;
    private static readonly uint[] Table = Build();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        var crc = uint.MaxValue;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = table[(7 * 256) + (low & 255)] ^ table[(6 * 256) + (low >> 8 & 255)] ^ table[(5 * 256) + (low >> 16 & 255)] ^ table[(4 * 256) + (low >> 24)]
                ^ table[(3 * 256) + (high & 255)] ^ table[(2 * 256) + (high >> 8 & 255)] ^ table[256 + (high >> 16 & 255)] ^ table[high >> 24];
        }

        foreach (var value in bytes)
            crc = table[(crc ^ value) & 255] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] Build()
    {
        var table = new uint[Slices * 256];
        for (var i = 0u; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++)
            table[i] = table[table[i - 256] & 255] ^ (table[i - 256] >> 8);
        return table;
    }
}
