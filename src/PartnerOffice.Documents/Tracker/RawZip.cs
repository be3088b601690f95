using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>A zip whose entries can be carried into a new one without unpacking them.</summary>
/// <remarks>
/// <see cref="ZipArchive"/> compresses again whatever it copies; then no part would keep its compressed bytes (D11), and a large
/// workbook would pay for parts nobody changed. Zip64, encryption and anything but stored or deflated is refused: Excel writes none of it.
/// </remarks>
internal sealed class RawZip
{
    internal const uint LocalHeader = 0x04034B50, CentralHeader = 0x02014B50, EndOfDirectory = 0x06054B50;
    private const int MostEntries = 2_000, LongestName = 1_024;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Dictionary<string, RawZipEntry> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<RawZipEntry> _entries = [];
    private readonly HashSet<string> _opened = new(StringComparer.OrdinalIgnoreCase);
    private long _mayUnpack;

    private RawZip(ReadOnlyMemory<byte> bytes, long mayUnpack)
    {
        _bytes = bytes;
        _mayUnpack = mayUnpack;
    }

    public IReadOnlyList<RawZipEntry> Entries => _entries;

    /// <summary>Reads the directory; no entry is unpacked yet.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="mayUnpack">Bytes that may be unpacked in all, each part counted once.</param>
    /// <exception cref="TrackerRefusedException">Not a zip, or one that two readers could understand differently.</exception>
    public static RawZip Open(ReadOnlyMemory<byte> bytes, long mayUnpack)
    {
        var zip = new RawZip(bytes, mayUnpack);
        zip.ReadDirectory();
        return zip;
    }

    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>The entry, to be unpacked while it is read; size and checksum are verified at its end.</summary>
    public ByteSource Open(string name)
    {
        if (!_byName.TryGetValue(name, out var entry))
            throw Refusal.Unreadable(name, "the part is missing.");
        if (entry.Method == 0 && entry.Size != entry.Packed.Length)
            throw Refusal.Unreadable(name, "a stored entry has two sizes.");
        // Whoever reads a part twice needs no more memory for it.
        if (_opened.Add(entry.Name))
        {
            if (entry.Size > _mayUnpack)
                throw Refusal.TooLarge(name);
            _mayUnpack -= entry.Size;
        }

        return new EntrySource(entry);
    }

    /// <summary>The unpacked entry, its size and checksum verified.</summary>
    public byte[] Read(string name)
    {
        using var source = Open(name);
        var content = GC.AllocateUninitializedArray<byte>((int)_byName[name].Size);
        Span<byte> end = stackalloc byte[1];
        var at = 0;
        while (source.Read(at < content.Length ? content.AsSpan(at) : end) is var count and > 0)
            at += count;
        return content;
    }

    /// <summary>The same zip with some entries replaced; all others keep their compressed bytes, their order and their time stamps.</summary>
    public byte[] With(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> replaced) =>
        With(replaced.ContainsKey, name => new MemorySource(replaced[name])).ToArray();

    /// <summary>The same, from contents that are read while they are packed.</summary>
    public ReadOnlyMemory<byte> With(Func<string, bool> isReplaced, Func<string, ByteSource> contentOf)
    {
        // What is not used of this is never touched, and so costs nothing.
        using var writer = new RawZipWriter(_bytes.Length + (_bytes.Length / 3) + 65_536);
        foreach (var entry in _entries)
            if (isReplaced(entry.Name))
                using (var content = contentOf(entry.Name))
                    writer.Pack(entry, content);
            else
                writer.Copy(entry);
        return writer.Finish();
    }

    /// <summary>A zip of these parts, in the order given, stored and stamped 1980-01-01: the same bytes on every machine.</summary>
    /// <remarks>Deflate may differ between versions of the run-time; stored entries cannot.</remarks>
    public static byte[] Stored(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        using var writer = new RawZipWriter(capacity: 65_536);
        foreach (var (name, content) in parts)
            writer.Copy(new RawZipEntry(
                name, Encoding.UTF8.GetBytes(name), name.All(char.IsAscii) ? (ushort)0 : (ushort)0x800, 0, 0x0021_0000, Crc32.HashToUInt32(content), content.Length, content));
        return writer.Finish().ToArray();
    }

    private void ReadDirectory()
    {
        var bytes = _bytes.Span;
        if (bytes.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(bytes) == 0xD0CF11E0)
            throw Refusal.Encrypted("zip");
        if (bytes.Length < 22 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != LocalHeader)
            throw Refusal.Unreadable("zip", "it does not begin as a zip.");

        var end = EndRecord(bytes);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(end + 10)..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 12)..]);
        var at = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]);
        if (count > MostEntries || (long)at + size > end)
            throw Refusal.Unreadable("zip", "its directory is out of bounds.");

        var position = (int)at;
        for (var i = 0; i < count; i++)
            position = ReadEntry(bytes, position, (int)(at + size), directory: (int)at);
        if (position != at + size)
            throw Refusal.Unreadable("zip", "its directory has a tail.");

        // Two entries over the same bytes are how a small bomb becomes a large one.
        long free = 0;
        foreach (var entry in _entries.OrderBy(entry => entry.HeaderAt))
        {
            if (entry.HeaderAt < free)
                throw Refusal.Unreadable(entry.Name, "entries overlap.");
            free = entry.EndsAt;
        }
    }

    private int ReadEntry(ReadOnlySpan<byte> bytes, int position, int end, int directory)
    {
        if (position + 46 > end || BinaryPrimitives.ReadUInt32LittleEndian(bytes[position..]) != CentralHeader)
            throw Refusal.Unreadable("zip", "its directory is damaged.");
        var head = bytes.Slice(position, 46);
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(head[10..]);
        var stamp = BinaryPrimitives.ReadUInt32LittleEndian(head[12..]);
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(head[16..]);
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(head[24..]);
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
        int tail = BinaryPrimitives.ReadUInt16LittleEndian(head[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
        var local = BinaryPrimitives.ReadUInt32LittleEndian(head[42..]);
        if (nameLength is 0 or > LongestName || position + 46 + nameLength + tail > end)
            throw Refusal.Unreadable("zip", "its directory is damaged.");

        var rawName = bytes.Slice(position + 46, nameLength);
        var name = Encoding.UTF8.GetString(rawName);
        if ((flags & 1) != 0)
            throw Refusal.Encrypted(name);
        if (method is not (0 or 8) || packed == uint.MaxValue || size == uint.MaxValue || local == uint.MaxValue)
            throw Refusal.Unreadable(name, "the entry is packed in a way that Excel never uses.");
        if (size > int.MaxValue || (long)local + 30 > directory || BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)local..]) != LocalHeader)
            throw Refusal.Unreadable(name, "the entry is out of bounds.");

        var localHead = bytes.Slice((int)local, 30);
        int localName = BinaryPrimitives.ReadUInt16LittleEndian(localHead[26..]);
        var data = (long)local + 30 + localName + BinaryPrimitives.ReadUInt16LittleEndian(localHead[28..]);
        if (data + packed > directory
            || localName != nameLength
            || !bytes.Slice((int)local + 30, localName).SequenceEqual(rawName)
            || BinaryPrimitives.ReadUInt16LittleEndian(localHead[8..]) != method)
            throw Refusal.Unreadable(name, "directory and entry contradict each other.");
        if (name.Contains('\\', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal) || name[0] == '/'
            || name.Split('/').Contains(".."))
            throw Refusal.Unreadable(name, "the name leads out of the package.");

        // Bit 3 promises a data descriptor behind the entry; ours are written without, so it must go.
        var entry = new RawZipEntry(
            name, rawName.ToArray(), (ushort)(flags & ~0x8), method, stamp, crc, size, _bytes.Slice((int)data, (int)packed))
        { HeaderAt = local, EndsAt = data + packed };
        if (!_byName.TryAdd(name, entry))
            throw Refusal.Unreadable(name, "the name occurs twice.");
        _entries.Add(entry);
        return position + 46 + nameLength + tail;
    }

    private static int EndRecord(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.Length - 22; at >= Math.Max(0, bytes.Length - 22 - ushort.MaxValue); at--)
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) == EndOfDirectory
                && at + 22 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 20)..]) == bytes.Length)
                return at;
        throw Refusal.Unreadable("zip", "it has no directory.");
    }
}
