using System.IO.Compression;

namespace PartnerOffice.Documents.Gate;

/// <summary>Unpacks one entry and counts while it does: size, ratio, budget and checksum are judged on what really comes out.</summary>
internal sealed class CountedUnpacking : Stream
{
    private readonly ZipEntryAt entry;
    private readonly UnpackBudget budget;
    private readonly Stream source;
    private byte[] ahead = [];
    private ZipChecksum checksum;
    private long unpacked;

    public CountedUnpacking(ArraySegment<byte> file, ZipEntryAt entry, UnpackBudget budget)
    {
        this.entry = entry;
        this.budget = budget;
        source = Unpack(file, entry);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => entry.UnpackedBytes;

    public override long Position
    {
        get => unpacked - ahead.Length;
        set => throw new NotSupportedException();
    }

    /// <summary>The entry's bytes, unpacked and not judged any more.</summary>
    public static Stream Unpack(ArraySegment<byte> file, ZipEntryAt entry)
    {
        var packed = new MemoryStream(file.Array!, file.Offset + entry.Data, entry.PackedBytes, writable: false);
        return entry.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
    }

    /// <summary>The first bytes, which stay to be read.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        var bytes = new byte[count];
        var have = ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        ahead = bytes[..have];
        return ahead;
    }

    /// <summary>Reads what is left, so that all of it is counted and the checksum is judged.</summary>
    public void Drain()
    {
        Span<byte> buffer = stackalloc byte[8192];
        while (Read(buffer) > 0)
        {
            // Counting is all there is to do.
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        if (ahead.Length > 0)
        {
            var peeked = Math.Min(ahead.Length, buffer.Length);
            ahead.AsSpan(0, peeked).CopyTo(buffer);
            ahead = ahead[peeked..];
            return peeked;
        }

        var read = ReadSource(buffer);
        if (read == 0)
        {
            if (unpacked != entry.UnpackedBytes || checksum.Value != entry.Checksum)
            {
                throw new GateRefusal(GateCode.Damaged, entry.Name);
            }

            return 0;
        }

        unpacked += read;
        budget.Take(read, entry.Name);
        if (unpacked > GateLimits.RatioFromBytes && unpacked > (long)GateLimits.Ratio * entry.PackedBytes)
        {
            throw new GateRefusal(GateCode.RatioTooHigh, entry.Name);
        }

        // The header promised less: whoever believes it sees another part than whoever reads on.
        if (unpacked > entry.UnpackedBytes)
        {
            throw new GateRefusal(GateCode.Ambiguous, entry.Name);
        }

        checksum.Add(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadSource(Span<byte> buffer)
    {
        try
        {
            return source.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new GateRefusal(GateCode.Damaged, entry.Name);
        }
    }
}
