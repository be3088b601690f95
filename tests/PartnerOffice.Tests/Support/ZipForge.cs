using System.Buffers.Binary;
using System.Text;

namespace PartnerOffice.Tests.Support;

/// <summary>Writes zips by hand, honest ones and others.</summary>
internal static class ZipForge
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(index => Enumerable.Range(0, 8).Aggregate((uint)index, (crc, _) => (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)))))];

    private const ushort DescriptorFlag = 1 << 3, Utf8Flag = 1 << 11;

    /// <summary>The zip of these entries.</summary>
    /// <param name="comment">What follows the end of the directory.</param>
    /// <param name="listed">How many entries the directory's end tells of, where that is a lie.</param>
    /// <param name="beforeDirectory">Bytes between the last entry and the directory.</param>
    public static byte[] Write(IEnumerable<ForgedEntry> entries, byte[]? comment = null, ushort? listed = null, byte[]? beforeDirectory = null)
    {
        using var zip = new MemoryStream();
        var starts = new Dictionary<string, uint>();
        var directory = new List<(ForgedEntry Entry, uint Start)>();
        foreach (var entry in entries)
        {
            zip.Write(entry.Before);
            var start = (uint)zip.Length;
            if (entry.SameDataAs is { } other)
            {
                directory.Add((entry, starts[other]));
                continue;
            }

            starts.TryAdd(entry.Name, start);
            if (!entry.IsUnlisted)
            {
                directory.Add((entry, start));
            }

            WriteLocal(zip, entry);
        }

        zip.Write(beforeDirectory ?? []);
        var directoryStart = (uint)zip.Length;
        foreach (var (entry, start) in directory)
        {
            WriteCentral(zip, entry, start);
        }

        Write(zip, 0x06054B50u, (ushort)0, (ushort)0, listed ?? (ushort)directory.Count, listed ?? (ushort)directory.Count,
            (uint)(zip.Length - directoryStart), directoryStart, (ushort)(comment?.Length ?? 0));
        zip.Write(comment ?? []);
        return zip.ToArray();
    }

    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var single in bytes)
        {
            crc = CrcTable[(byte)crc ^ single] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static void WriteLocal(MemoryStream zip, ForgedEntry entry)
    {
        var packed = entry.PackedContent;
        var name = entry.LocalRawName ?? entry.RawName ?? Encoding.UTF8.GetBytes(entry.Name);
        var crc = entry.Checksum ?? Crc(entry.Content);
        var unpacked = entry.LocalUnpackedBytes ?? entry.UnpackedBytes ?? (uint)entry.Content.Length;
        Write(zip, 0x04034B50u, (ushort)20, entry.LocalFlags ?? FlagsOf(entry), entry.LocalMethod ?? MethodOf(entry), 0x00210000u,
            entry.HasDescriptor ? 0u : crc, entry.HasDescriptor ? 0u : (uint)packed.Length, entry.HasDescriptor ? 0u : unpacked,
            (ushort)name.Length, (ushort)entry.LocalExtra.Length);
        zip.Write(name);
        zip.Write(entry.LocalExtra);
        zip.Write(packed);
        if (entry.HasDescriptor)
        {
            Write(zip, 0x08074B50u, crc, (uint)packed.Length, unpacked);
        }
    }

    private static void WriteCentral(MemoryStream zip, ForgedEntry entry, uint start)
    {
        var name = entry.RawName ?? Encoding.UTF8.GetBytes(entry.Name);
        Write(zip, 0x02014B50u, (ushort)20, (ushort)20, FlagsOf(entry), MethodOf(entry), 0x00210000u,
            entry.Checksum ?? Crc(entry.Content), (uint)(entry.PackedContent.Length + entry.PackedBytesMore),
            entry.UnpackedBytes ?? (uint)entry.Content.Length,
            (ushort)name.Length, (ushort)entry.CentralExtra.Length, (ushort)0, (ushort)0, (ushort)0, 0u, start);
        zip.Write(name);
        zip.Write(entry.CentralExtra);
    }

    private static ushort FlagsOf(ForgedEntry entry) =>
        (ushort)(entry.Flags | (entry.HasDescriptor ? DescriptorFlag : 0) | (entry.Name.All(char.IsAscii) ? 0 : Utf8Flag));

    private static ushort MethodOf(ForgedEntry entry) => entry.Method ?? (ushort)(entry.IsDeflated ? 8 : 0);

    private static void Write(MemoryStream zip, params object[] fields)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var field in fields)
        {
            if (field is ushort small)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes, small);
                zip.Write(bytes[..2]);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)field);
                zip.Write(bytes);
            }
        }
    }
}
