using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PartnerOffice.Documents.Edition;

/// <summary>A zip file read byte by byte, so that nothing in it goes unseen: every byte belongs to a header or to a part's data.</summary>
/// <remarks>
/// Libraries read what the central directory names and skip the rest: comments, extra fields, bytes between entries and after the
/// packed data are where words survive (redaction 3.4, place 10). Source of the layout: PKWARE APPNOTE 6.3.
/// </remarks>
internal sealed class RawPackage
{
    private const uint LocalSignature = 0x04034b50;
    private const uint CentralSignature = 0x02014b50;
    private const uint EndSignature = 0x06054b50;
    private const int LocalSize = 30;
    private const int CentralSize = 46;
    private const int EndSize = 22;

    private const int MostEntries = 64;
    private const int MostBytes = 20 * 1024 * 1024;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;
    private const ushort FirstOfJanuary1980 = 0x0021;

    // What a writer says about its system: nothing, or an ordinary file that its owner writes and others read.
    private static readonly uint[] PlainAttributes = [0, 0x81A40000, 0x01A40000];

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly LeakList leaks;
    private readonly List<RawPart> parts = [];
    private readonly List<Range> data = [];
    private int unpacked;

    private RawPackage(ReadOnlyMemory<byte> bytes, LeakList leaks) => (this.bytes, this.leaks) = (bytes, leaks);

    public IReadOnlyList<RawPart> Parts => parts;

    /// <summary>The bytes that are no part's data: headers, names and whatever lies between.</summary>
    public byte[] Outside { get; private set; } = [];

    /// <summary>Reads a package; what is irregular goes to <paramref name="leaks"/>, and what can be read is read all the same.</summary>
    public static RawPackage Read(ReadOnlyMemory<byte> bytes, LeakList leaks)
    {
        var package = new RawPackage(bytes, leaks);
        package.ReadDirectory();
        package.CollectOutside();
        return package;
    }

    private ReadOnlySpan<byte> Span => bytes.Span;

    private void ReadDirectory()
    {
        Span<byte> signature = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(signature, EndSignature);
        var end = Span.LastIndexOf(signature);
        if (end < 0 || end + EndSize > Span.Length)
        {
            Refuse("package", "package-unreadable");
            return;
        }

        var record = Span.Slice(end, EndSize);
        var count = U16(record, 10);
        var size = U32(record, 12);
        var start = U32(record, 16);
        var isPlain = end + EndSize == Span.Length
            && U16(record, 4) == 0 && U16(record, 6) == 0 && U16(record, 8) == count && U16(record, 20) == 0
            && (long)start + size == end;
        if (!isPlain)
            Refuse("end record", "package-irregular");
        if (start > end || count > MostEntries)
        {
            Refuse("end record", "package-unreadable");
            return;
        }

        ReadEntries(count, (int)start, end);
    }

    private void ReadEntries(int count, int start, int end)
    {
        var at = start;
        var expectedLocal = 0;
        var previous = "";
        for (var i = 0; i < count; i++)
        {
            var place = $"entry {i + 1}";
            if (at + CentralSize > end || U32(Span, at) != CentralSignature)
            {
                Refuse(place, "package-unreadable");
                return;
            }

            var central = Span.Slice(at, CentralSize);
            var nameLength = U16(central, 28);
            var extras = U16(central, 30) + U16(central, 32);
            at += CentralSize + nameLength + extras;
            if (at > end)
            {
                Refuse(place, "package-unreadable");
                return;
            }

            var name = Encoding.UTF8.GetString(Span.Slice(at - extras - nameLength, nameLength));
            if (string.CompareOrdinal(previous, name) >= 0)
                Refuse(place, "entries-not-sorted");
            previous = name;

            if (!IsPlainEntry(central) || extras > 0)
                Refuse(place, "entry-irregular");
            expectedLocal = ReadEntry(central, name, place, expectedLocal, start);
        }

        if (at != end)
            Refuse("directory", "package-irregular");
        if (expectedLocal != start)
            Refuse("directory", "bytes-between-entries");
    }

    // Version 2.0, no flags but "the name is UTF-8", the one time stamp, one disk, no attributes that tell of a machine.
    private static bool IsPlainEntry(ReadOnlySpan<byte> central) =>
        U16(central, 4) % 256 <= 20
        && U16(central, 6) <= 20
        && (U16(central, 8) & ~0x0800) == 0
        && U16(central, 10) is Stored or Deflated
        && U16(central, 12) == 0
        && U16(central, 14) == FirstOfJanuary1980
        && U16(central, 34) == 0
        && U16(central, 36) == 0
        && PlainAttributes.Contains(U32(central, 38));

    // Returns where the entry ends, which is where the next one must begin.
    private int ReadEntry(ReadOnlySpan<byte> central, string name, string place, int expected, int directory)
    {
        var offset = U32(central, 42);
        var packed = U32(central, 20);
        if (offset + (long)LocalSize > directory || U32(Span, (int)offset) != LocalSignature)
        {
            Refuse(place, "package-unreadable");
            return expected;
        }

        var local = Span.Slice((int)offset, LocalSize);
        var nameLength = U16(local, 26);
        var body = (long)offset + LocalSize + nameLength + U16(local, 28);
        if (body + packed > directory)
        {
            Refuse(place, "package-unreadable");
            return expected;
        }

        if (offset != expected)
            Refuse(place, "bytes-between-entries");

        // From version to the sizes both headers say the same, or two readers see two files.
        var isTwin = local[4..26].SequenceEqual(central[6..28])
            && U16(local, 28) == 0
            && Encoding.UTF8.GetString(Span.Slice((int)offset + LocalSize, Math.Min(nameLength, directory - (int)offset - LocalSize))) == name;
        if (!isTwin)
            Refuse(place, "entry-irregular");

        data.Add(new Range((int)body, (int)(body + packed)));
        Unpack(central, name, place, bytes.Slice((int)body, (int)packed));
        return (int)(body + packed);
    }

    private void Unpack(ReadOnlySpan<byte> central, string name, string place, ReadOnlyMemory<byte> packed)
    {
        var size = U32(central, 24);
        if (size > MostBytes - unpacked)
        {
            Refuse(place, "package-too-large");
            return;
        }

        unpacked += (int)size;
        var content = U16(central, 10) == Stored ? packed : Inflate(packed, (int)size, place);
        if (content.Length != size || Crc32.Of(content.Span) != U32(central, 16))
            Refuse(place, "entry-damaged");

        parts.Add(new RawPart(name, AllowedParts.IsAllowed(name) ? name : place, content));
    }

    private ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> packed, int size, string place)
    {
        // One byte more than the header says shows whether there is more.
        var content = new byte[size + 1];
        var source = new LastByteApart(packed);
        var length = 0;
        try
        {
            using var inflater = new DeflateStream(source, CompressionMode.Decompress);
            length = inflater.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            Refuse(place, "entry-damaged");
        }

        if (!source.IsUsedUp)
            Refuse(place, "bytes-after-data");
        return content.AsMemory(0, length);
    }

    private void CollectOutside()
    {
        var outside = new MemoryStream(Span.Length / 4);
        var at = 0;
        foreach (var range in data.OrderBy(range => range.Start.Value))
        {
            if (range.Start.Value > at)
                outside.Write(Span[at..range.Start.Value]);
            at = Math.Max(at, range.End.Value);
        }

        outside.Write(Span[at..]);
        Outside = outside.ToArray();
    }

    private void Refuse(string place, string code) => leaks.NotAllowed("package", place, code);

    private static ushort U16(ReadOnlySpan<byte> span, int at) => BinaryPrimitives.ReadUInt16LittleEndian(span[at..]);

    private static uint U32(ReadOnlySpan<byte> span, int at) => BinaryPrimitives.ReadUInt32LittleEndian(span[at..]);

    /// <summary>Gives the last byte by itself, so that an inflater that is done before it leaves it unread: bytes after the data.</summary>
    private sealed class LastByteApart(ReadOnlyMemory<byte> bytes) : Stream
    {
        private int at;

        public bool IsUsedUp => at == bytes.Length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => bytes.Length;
        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var left = bytes.Length - at;
            var count = Math.Min(buffer.Length, left > 1 ? left - 1 : left);
            bytes.Span.Slice(at, count).CopyTo(buffer);
            at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
