using System.Buffers.Binary;
using System.Text;

namespace PartnerOffice.Documents.Gate;

/// <summary>Reads the directory of a zip and accepts only one that every reader understands in the same way.</summary>
/// <remarks>
/// The entries must fill the file without a gap and without an overlap, directory and local headers must say the same: then it does not
/// matter whether a reader goes by the directory or walks through the file (CVE-2025-31672 is what happens otherwise).
/// <see cref="System.IO.Compression.ZipArchive"/> forgives too much, and does not show where an entry lies.
/// </remarks>
internal static class ZipDirectory
{
    private const uint LocalSign = 0x04034B50, CentralSign = 0x02014B50, EndSign = 0x06054B50, DescriptorSign = 0x08074B50;
    private const int LocalSize = 30, CentralSize = 46, EndSize = 22;
    private const ushort EncryptedFlags = 1 | (1 << 6) | (1 << 13), DescriptorFlag = 1 << 3, Utf8Flag = 1 << 11;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The entries, folders included, in the order in which they lie in the file.</summary>
    /// <exception cref="GateRefusal">Damaged, ambiguous, encrypted, or too many.</exception>
    public static List<ZipEntryAt> Read(ReadOnlySpan<byte> zip)
    {
        var end = FindEnd(zip);
        var tail = zip[end..];
        var (disk, diskOfDirectory, onDisk, total) = (U16(tail, 4), U16(tail, 6), U16(tail, 8), U16(tail, 10));
        var (size, start) = (U32(tail, 12), U32(tail, 16));
        if (disk != 0 || diskOfDirectory != 0 || onDisk != total || (long)start + size != end)
        {
            // Also Zip64, which no file under 25 MB needs: its records stand between the directory and its end.
            throw new GateRefusal(GateCode.Ambiguous);
        }

        if (total > GateLimits.Entries)
        {
            throw new GateRefusal(GateCode.TooManyParts);
        }

        var entries = new List<(ZipEntryAt Entry, int Start, bool HasDescriptor)>(total);
        var rest = zip[(int)start..end];
        while (!rest.IsEmpty)
        {
            // The directory may hold more entries than its end says.
            if (entries.Count == total)
            {
                throw new GateRefusal(GateCode.Ambiguous);
            }

            entries.Add(ReadEntry(zip[..(int)start], ref rest));
        }

        if (entries.Count != total)
        {
            throw new GateRefusal(GateCode.Ambiguous);
        }

        RequireNoGaps(zip, entries, (int)start);
        return [.. entries.Select(entry => entry.Entry)];
    }

    private static int FindEnd(ReadOnlySpan<byte> zip)
    {
        for (var at = zip.Length - EndSize; at >= 0 && at >= zip.Length - EndSize - ushort.MaxValue; at--)
        {
            if (U32(zip, at) != EndSign || U16(zip, at + 20) != zip.Length - at - EndSize)
            {
                continue;
            }

            // A comment that looks like a directory is one for some readers.
            return zip[(at + EndSize)..].IndexOf("PK"u8) < 0 ? at : throw new GateRefusal(GateCode.Ambiguous);
        }

        throw new GateRefusal(GateCode.Damaged);
    }

    private static (ZipEntryAt Entry, int Start, bool HasDescriptor) ReadEntry(ReadOnlySpan<byte> files, ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < CentralSize || U32(rest, 0) != CentralSign)
        {
            throw new GateRefusal(GateCode.Damaged);
        }

        var head = rest[..CentralSize];
        var (flags, method) = (U16(head, 8), U16(head, 10));
        var (checksum, packed, unpacked) = (U32(head, 16), U32(head, 20), U32(head, 24));
        var (nameLength, extraLength, commentLength) = (U16(head, 28), U16(head, 30), U16(head, 32));
        var local = U32(head, 42);
        if (rest.Length < CentralSize + nameLength + extraLength + commentLength)
        {
            throw new GateRefusal(GateCode.Damaged);
        }

        var rawName = rest.Slice(CentralSize, nameLength);
        var name = NameOf(rawName);
        RefuseOtherName(rest.Slice(CentralSize + nameLength, extraLength), name);
        rest = rest[(CentralSize + nameLength + extraLength + commentLength)..];

        if ((flags & EncryptedFlags) != 0)
        {
            throw new GateRefusal(GateCode.Encrypted, name);
        }

        // 0xFFFFFFFF stands for "see the Zip64 field"; another disk does not exist.
        if (U16(head, 34) != 0 || packed == uint.MaxValue || unpacked == uint.MaxValue || method is not (0 or 8)
            || (method == 0 && packed != unpacked))
        {
            throw new GateRefusal(GateCode.Ambiguous, name);
        }

        if (local > files.Length - LocalSize || U32(files, (int)local) != LocalSign)
        {
            throw new GateRefusal(GateCode.Damaged, name);
        }

        var there = files[(int)local..];
        var (localFlags, localNameLength, localExtraLength) = (U16(there, 6), U16(there, 26), U16(there, 28));
        var data = (long)local + LocalSize + localNameLength + localExtraLength;
        if (data + packed > files.Length)
        {
            throw new GateRefusal(GateCode.Damaged, name);
        }

        var extra = there.Slice(LocalSize + localNameLength, localExtraLength);
        RefuseOtherName(extra, name);
        var hasDescriptor = (flags & DescriptorFlag) != 0;
        if (!there.Slice(LocalSize, localNameLength).SequenceEqual(rawName)
            || U16(there, 8) != method
            || ((flags ^ localFlags) & (EncryptedFlags | DescriptorFlag | Utf8Flag)) != 0
            || !AgreesOnSizes(there, extra, hasDescriptor, checksum, packed, unpacked))
        {
            throw new GateRefusal(GateCode.Ambiguous, name);
        }

        return (new(name, method == 8, checksum, (int)packed, unpacked, (int)data), (int)local, hasDescriptor);
    }

    private static bool AgreesOnSizes(
        ReadOnlySpan<byte> local, ReadOnlySpan<byte> extra, bool hasDescriptor, uint checksum, uint packed, uint unpacked)
    {
        var (localChecksum, localPacked, localUnpacked) = (U32(local, 14), (ulong)U32(local, 18), (ulong)U32(local, 22));

        // Writers of streams reserve a Zip64 field in the local header, whether they need it or not.
        if (localPacked == uint.MaxValue && localUnpacked == uint.MaxValue && Field(extra, 0x0001) is { Length: >= 16 } wide)
        {
            localUnpacked = BinaryPrimitives.ReadUInt64LittleEndian(wide);
            localPacked = BinaryPrimitives.ReadUInt64LittleEndian(wide[8..]);
        }

        return (localChecksum == checksum && localPacked == packed && localUnpacked == unpacked)
            || (hasDescriptor && localChecksum is 0 && localPacked is 0 && localUnpacked is 0);
    }

    // Entries one after the other from the first byte to the directory: nothing hides between them, and none lies in another.
    private static void RequireNoGaps(ReadOnlySpan<byte> zip, List<(ZipEntryAt Entry, int Start, bool HasDescriptor)> entries, int directory)
    {
        entries.Sort((one, other) => one.Start.CompareTo(other.Start));
        var expected = 0;
        for (var index = 0; index < entries.Count; index++)
        {
            var (entry, start, hasDescriptor) = entries[index];
            if (start != expected)
            {
                throw new GateRefusal(GateCode.Ambiguous, entry.Name);
            }

            var afterData = entry.Data + entry.PackedBytes;
            var next = index + 1 < entries.Count ? entries[index + 1].Start : directory;
            var gap = next < afterData ? throw new GateRefusal(GateCode.Ambiguous, entry.Name) : zip[afterData..next];
            if (!gap.IsEmpty && !(hasDescriptor && IsDescriptor(gap, entry)))
            {
                throw new GateRefusal(GateCode.Ambiguous, entry.Name);
            }

            expected = next;
        }

        if (expected != directory)
        {
            throw new GateRefusal(GateCode.Ambiguous);
        }
    }

    private static bool IsDescriptor(ReadOnlySpan<byte> bytes, ZipEntryAt entry)
    {
        if (bytes.Length is 16 or 24 && U32(bytes, 0) == DescriptorSign)
        {
            bytes = bytes[4..];
        }

        return bytes.Length switch
        {
            12 => U32(bytes, 0) == entry.Checksum && U32(bytes, 4) == entry.PackedBytes && U32(bytes, 8) == entry.UnpackedBytes,
            20 => U32(bytes, 0) == entry.Checksum
                && BinaryPrimitives.ReadInt64LittleEndian(bytes[4..]) == entry.PackedBytes
                && BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]) == entry.UnpackedBytes,
            _ => false,
        };
    }

    // Names without the UTF-8 sign are code page 437 by the book and UTF-8 in practice; only where both agree is there one name.
    private static string NameOf(ReadOnlySpan<byte> raw)
    {
        try
        {
            return Strict.GetString(raw);
        }
        catch (DecoderFallbackException)
        {
            throw new GateRefusal(GateCode.BadName, Encoding.Latin1.GetString(raw));
        }
    }

    // The "Unicode path" field gives an entry a second name, which some readers prefer.
    private static void RefuseOtherName(ReadOnlySpan<byte> extra, string name)
    {
        if (Field(extra, 0x7075) is { IsEmpty: false } other && (other.Length < 5 || !other[5..].SequenceEqual(Encoding.UTF8.GetBytes(name))))
        {
            throw new GateRefusal(GateCode.Ambiguous, name);
        }
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> extra, ushort id)
    {
        while (extra.Length >= 4 && U16(extra, 2) <= extra.Length - 4)
        {
            var length = U16(extra, 2);
            if (U16(extra, 0) == id)
            {
                return extra.Slice(4, length);
            }

            extra = extra[(4 + length)..];
        }

        return [];
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
