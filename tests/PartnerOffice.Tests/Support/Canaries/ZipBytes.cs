using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PartnerOffice.Tests.Support.Canaries;

/// <summary>Writes a zip file field by field, so that a test can put words where no library puts them.</summary>
internal sealed class ZipBytes
{
    public byte[] LocalExtra { get; init; } = [];

    public byte[] CentralExtra { get; init; } = [];

    public byte[] EntryComment { get; init; } = [];

    public byte[] ArchiveComment { get; init; } = [];

    public byte[] Before { get; init; } = [];

    public byte[] Between { get; init; } = [];

    public byte[] BeforeDirectory { get; init; } = [];

    public byte[] BeforeEnd { get; init; } = [];

    public byte[] After { get; init; } = [];

    /// <summary>Follows the packed data of the first entry and is counted as part of it.</summary>
    public byte[] Slack { get; init; } = [];

    /// <summary>The first entry's name in its local header, where it differs from the directory.</summary>
    public string? LocalName { get; init; }

    public ushort Date { get; init; } = 0x21;

    public ushort Flags { get; init; }

    public uint Attributes { get; init; }

    public bool Reverse { get; init; }

    public bool WrongSum { get; init; }

    /// <summary>A second entry of the first one's name.</summary>
    public byte[]? Twin { get; init; }

    /// <summary>The package again, with everything that was asked for; without wishes it is as regular as ours.</summary>
    public byte[] Rewrite(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        var entries = zip.Entries.Select(entry => (entry.FullName, Content: Read(entry))).ToList();
        if (Twin is not null)
            entries.Insert(1, (entries[0].FullName, Twin));
        if (Reverse)
            entries.Reverse();

        var output = new MemoryStream();
        var directory = new MemoryStream();
        output.Write(Before);
        for (var i = 0; i < entries.Count; i++)
        {
            var (name, content) = entries[i];
            var packed = Deflate(content);
            if (i == 0)
                packed = [.. packed, .. Slack];
            if (i == 1)
                output.Write(Between);

            var offset = (uint)output.Length;
            var sum = Sum(content) ^ (WrongSum && i == 0 ? 1u : 0u);
            var local = Encoding.UTF8.GetBytes(i == 0 && LocalName is not null ? LocalName : name);
            Write(output, 0x04034b50u, (ushort)20, Flags, (ushort)8, (ushort)0, Date, sum, (uint)packed.Length, (uint)content.Length, (ushort)local.Length, (ushort)(i == 0 ? LocalExtra.Length : 0));
            output.Write(local);
            if (i == 0)
                output.Write(LocalExtra);
            output.Write(packed);

            var central = Encoding.UTF8.GetBytes(name);
            Write(directory, 0x02014b50u, (ushort)20, (ushort)20, Flags, (ushort)8, (ushort)0, Date, sum, (uint)packed.Length, (uint)content.Length, (ushort)central.Length, (ushort)(i == 0 ? CentralExtra.Length : 0), (ushort)(i == 0 ? EntryComment.Length : 0), (ushort)0, (ushort)0, Attributes, offset);
            directory.Write(central);
            if (i == 0)
            {
                directory.Write(CentralExtra);
                directory.Write(EntryComment);
            }
        }

        output.Write(BeforeDirectory);
        var start = (uint)output.Length;
        output.Write(directory.ToArray());
        output.Write(BeforeEnd);
        Write(output, 0x06054b50u, (ushort)0, (ushort)0, (ushort)entries.Count, (ushort)entries.Count, (uint)directory.Length, start, (ushort)ArchiveComment.Length);
        output.Write(ArchiveComment);
        output.Write(After);
        return output.ToArray();
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Deflate(byte[] content)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return packed.ToArray();
    }

    private static uint Sum(byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var value in content)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum & 1) == 0 ? 0 : 0xEDB88320);
        }

        return ~sum;
    }

    private static void Write(Stream stream, params object[] fields)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var field in fields)
        {
            if (field is ushort two)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes, two);
                stream.Write(bytes[..2]);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)field);
                stream.Write(bytes);
            }
        }
    }
}
