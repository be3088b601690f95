using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CsCheck;
using PartnerOffice.Documents.Tracker;
using Xunit;

namespace PartnerOffice.Tests.Documents.Tracker;

public sealed class RawZipTests
{
    [Fact]
    public void Whatever_the_framework_packs_comes_back_and_untouched_entries_keep_their_bytes() =>
        Gen.Byte.Array[0, 3_000].Array[1, 6].Sample(contents =>
        {
            var packed = Zip([.. contents.Select((content, i) => ($"teil/{i}-ü.xml", content))]);
            var zip = RawZip.Open(packed, 1_000_000);

            var written = zip.With(new Dictionary<string, ReadOnlyMemory<byte>> { ["teil/0-ü.xml"] = "neu"u8.ToArray() });

            Assert.All(contents.Index(), part => Assert.Equal(part.Item, zip.Read($"teil/{part.Index}-ü.xml")));
            Assert.Equal(["teil/0-ü.xml"], Sheets.Differing(packed, written).Except(contents[0].AsSpan().SequenceEqual("neu"u8) ? ["teil/0-ü.xml"] : []));
            using var read = new ZipArchive(new MemoryStream(written));
            Assert.Equal(contents.Length, read.Entries.Count);
            using var first = new StreamReader(read.GetEntry("teil/0-ü.xml")!.Open());
            Assert.Equal("neu", first.ReadToEnd());
        }, iter: 200);

    [Fact]
    public void Entries_written_to_a_stream_that_cannot_seek_lose_their_trailer_and_nothing_else()
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(new OneWay(target), ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry("a.xml").Open())
            entry.Write("<a/>"u8);

        var written = RawZip.Open(target.ToArray(), 100).With(new Dictionary<string, ReadOnlyMemory<byte>>());

        Assert.Equal("<a/>"u8, RawZip.Open(written, 100).Read("a.xml"));
        using var read = new ZipArchive(new MemoryStream(written));
        Assert.Single(read.Entries);
    }

    public static TheoryData<string> Hostile => ["not a zip", "encrypted office file", "cut off", "size understated", "checksum wrong", "name twice", "name leads out", "entries overlap", "encrypted entry", "too large"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_zip_that_two_readers_could_understand_differently_is_refused(string kind)
    {
        var good = Zip([("a.xml", Encoding.UTF8.GetBytes(new string('a', 5_000))), ("b.xml", "<b/>"u8.ToArray())]);
        var central = good.AsSpan().LastIndexOf("PK\x01\x02"u8[..4]) is var last ? good.AsSpan(0, last).LastIndexOf("PK\x01\x02"u8) : 0;
        switch (kind)
        {
            case "not a zip": good = "%PDF-1.7 und sonst noch ein wenig Text"u8.ToArray(); break;
            case "encrypted office file": good = [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]]; break;
            case "cut off": good = good[..^30]; break;
            case "size understated": BinaryPrimitives.WriteInt32LittleEndian(good.AsSpan(central + 24), 4_000); break;
            case "checksum wrong": good[central + 16] ^= 1; break;
            case "name twice": good = Zip([("a.xml", "1"u8.ToArray()), ("A.XML", "2"u8.ToArray())]); break;
            case "name leads out": good = Zip([("xl/../../a.xml", "1"u8.ToArray())]); break;
            case "encrypted entry": good[central + 8] |= 1; break;
            case "entries overlap":
                var second = central + 46 + "a.xml".Length;
                good.AsSpan(central + 42, 4).CopyTo(good.AsSpan(second + 42));
                good.AsSpan(central + 46, 5).CopyTo(good.AsSpan(second + 46));
                good[second + 46] = (byte)'a';
                break;
        }

        var refused = Assert.Throws<TrackerRefusedException>(() => RawZip.Open(good, kind == "too large" ? 4_999 : 1_000_000).Read("a.xml"));

        Assert.Equal(kind switch { "encrypted office file" or "encrypted entry" => "encrypted", "too large" => "too-large", _ => "unreadable" }, refused.Code);
    }

    [Fact]
    public void Stored_zips_are_the_same_bytes_and_open_everywhere()
    {
        var parts = new[] { KeyValuePair.Create("Übersicht.xml", "<a/>"u8.ToArray()) };

        Assert.Equal(RawZip.Stored(parts), RawZip.Stored(parts));
        using var read = new ZipArchive(new MemoryStream(RawZip.Stored(parts)));
        Assert.Equal(("Übersicht.xml", new DateTime(1980, 1, 1)), (read.Entries[0].FullName, read.Entries[0].LastWriteTime.DateTime));
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
                using (var entry = zip.CreateEntry(name).Open())
                    entry.Write(content);
        return target.ToArray();
    }

    private sealed class OneWay(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
