using System.IO.Compression;

namespace PartnerOffice.Tests.Support;

/// <summary>An entry of a zip in which every field can lie.</summary>
internal sealed record ForgedEntry(string Name, byte[] Content)
{
    public bool IsDeflated { get; init; } = true;

    /// <summary>The packed bytes, where they are not simply the content deflated.</summary>
    public byte[]? Packed { get; init; }

    public ushort Flags { get; init; }

    /// <summary>Sizes and checksum follow the data, as writers of streams do it.</summary>
    public bool HasDescriptor { get; init; }

    public ushort? Method { get; init; }

    public byte[]? RawName { get; init; }

    public byte[]? LocalRawName { get; init; }

    public ushort? LocalMethod { get; init; }

    public ushort? LocalFlags { get; init; }

    public uint? Checksum { get; init; }

    public uint? UnpackedBytes { get; init; }

    public uint? LocalUnpackedBytes { get; init; }

    /// <summary>Bytes that lie between this entry and the one before.</summary>
    public byte[] Before { get; init; } = [];

    public byte[] LocalExtra { get; init; } = [];

    public byte[] CentralExtra { get; init; } = [];

    /// <summary>The directory sends to the local header of another entry.</summary>
    public string? SameDataAs { get; init; }

    /// <summary>Where the packed bytes end too early or too late for the directory.</summary>
    public int PackedBytesMore { get; init; }

    /// <summary>It lies in the file and not in the directory.</summary>
    public bool IsUnlisted { get; init; }

    public byte[] PackedContent => Packed ?? (IsDeflated ? Deflate(Content) : Content);

    public static byte[] Deflate(byte[] content, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, level, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }
}
