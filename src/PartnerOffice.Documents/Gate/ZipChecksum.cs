namespace PartnerOffice.Documents.Gate;

/// <summary>The checksum of zip entries (CRC-32), four bytes at a time.</summary>
internal struct ZipChecksum
{
    private static readonly uint[][] Tables = MakeTables();

    private uint value;

    /// <summary>The checksum of everything added so far.</summary>
    public readonly uint Value => value;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = ~value;
        while (bytes.Length >= 4)
        {
            crc ^= (uint)(bytes[0] | (bytes[1] << 8) | (bytes[2] << 16) | (bytes[3] << 24));
            crc = Tables[3][crc & 0xFF] ^ Tables[2][(crc >> 8) & 0xFF] ^ Tables[1][(crc >> 16) & 0xFF] ^ Tables[0][crc >> 24];
            bytes = bytes[4..];
        }

        foreach (var single in bytes)
        {
            crc = Tables[0][(crc ^ single) & 0xFF] ^ (crc >> 8);
        }

        value = ~crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new[] { new uint[256], new uint[256], new uint[256], new uint[256] };
        for (var index = 0u; index < 256; index++)
        {
            var remainder = index;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) != 0 ? (remainder >> 1) ^ 0xEDB88320 : remainder >> 1;
            }

            tables[0][index] = remainder;
        }

        for (var index = 0; index < 256; index++)
        {
            for (var table = 1; table < 4; table++)
            {
                tables[table][index] = tables[0][tables[table - 1][index] & 0xFF] ^ (tables[table - 1][index] >> 8);
            }
        }

        return tables;
    }
}
