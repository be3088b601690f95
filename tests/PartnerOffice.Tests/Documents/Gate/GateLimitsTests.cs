using System.Text;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Gate;

/// <summary>Each limit with a file that just reaches it and one that is just beyond.</summary>
public sealed class GateLimitsTests
{
    private const string Document = "word/document.xml";
    private const string Picture = "word/media/image1.png";

    private static readonly PackageForge Good = PackageForge.Document();

    [Fact]
    public void A_file_of_25_MB_comes_in_and_one_byte_more_does_not()
    {
        var rest = GateLimits.FileBytes - Stored(0).Length;

        ComesIn(Stored(rest));
        IsRefused(GateCode.TooLarge, Stored(rest + 1));

        static byte[] Stored(int length) => Good.With(new ForgedEntry(Picture, new byte[length]) { IsDeflated = false }).ToBytes();
    }

    [Fact]
    public void Two_thousand_entries_come_in_and_one_more_does_not()
    {
        ComesIn(Good.Many(GateLimits.Entries).ToBytes());
        IsRefused(GateCode.TooManyParts, Good.Many(GateLimits.Entries + 1).ToBytes());
    }

    [Fact]
    public void An_entry_may_have_a_name_of_255_characters()
    {
        ComesIn(Good.With(Named(GateLimits.EntryNameLength), "<a/>").ToBytes());
        IsRefused(GateCode.BadName, Good.With(Named(GateLimits.EntryNameLength + 1), "<a/>").ToBytes());

        static string Named(int length) => "word/" + new string('x', length - 9) + ".xml";
    }

    [Theory]
    [InlineData(PackageKind.Word, GateLimits.DocumentUnpackedBytes)]
    [InlineData(PackageKind.Workbook, GateLimits.WorkbookUnpackedBytes)]
    public void All_parts_together_may_unpack_to_the_limit_to_the_byte(PackageKind kind, long limit)
    {
        var empty = kind == PackageKind.Word ? Good : PackageForge.Workbook();
        var left = limit - empty.Entries().Sum(entry => entry.Content.Length);

        ComesIn(Filled(left), kind);
        IsRefused(GateCode.UnpacksTooLarge, Filled(left + 1), kind);

        // Packed once and used under many names.
        byte[] Filled(long bytes)
        {
            var block = HostilePackages.Dull(1_000_000);
            var whole = new ForgedEntry("", block) { Packed = ForgedEntry.Deflate(block), Checksum = ZipForge.Crc(block) };
            var package = empty;
            for (var index = 0; index < bytes / block.Length; index++)
            {
                package = package.Beside(whole with { Name = $"media/image{index}.png" });
            }

            return package.With("media/rest.png", block[..(int)(bytes % block.Length)]).ToBytes();
        }
    }

    [Fact]
    public void An_entry_over_1_MB_may_unpack_to_two_hundred_times_its_size()
    {
        var noise = new byte[2_000_000];
        new Random(4).NextBytes(noise.AsSpan(0, 20_000));
        var dull = Enumerable.Range(0, 20_000).First(length => PackedSize(length) * (long)GateLimits.Ratio >= noise.Length);

        ComesIn(Good.With(WellPacked(Noisy(dull))).ToBytes());
        IsRefused(GateCode.RatioTooHigh, Good.With(WellPacked(Noisy(dull - 20))).ToBytes());

        byte[] Noisy(int length) => [.. noise.AsSpan(0, length), .. new byte[noise.Length - length]];

        int PackedSize(int length) => length < 7_000 ? 0 : WellPacked(Noisy(length)).PackedContent.Length;
    }

    [Fact]
    public void An_entry_of_1_MB_may_have_any_ratio()
    {
        ComesIn(Good.With(WellPacked(new byte[GateLimits.RatioFromBytes])).ToBytes());
        IsRefused(GateCode.RatioTooHigh, Good.With(WellPacked(new byte[GateLimits.RatioFromBytes + 1])).ToBytes());
    }

    [Theory]
    [InlineData(PackageKind.Word, GateLimits.DocumentXmlCharacters)]
    [InlineData(PackageKind.Workbook, GateLimits.WorkbookXmlCharacters)]
    public void A_part_may_have_characters_up_to_the_limit_whatever_their_bytes(PackageKind kind, int limit)
    {
        var sound = kind == PackageKind.Word ? Good : PackageForge.Workbook();

        ComesIn(sound.With("custom/item1.xml", Text(limit)).ToBytes(), kind);
        IsRefused(GateCode.XmlTooLong, sound.With("custom/item1.xml", Text(limit + 1)).ToBytes(), kind);

        // Letters of two bytes: characters are counted, not bytes.
        static byte[] Text(int characters)
        {
            var line = "Für den Kreisvorstand: Rücklage, Größe, Maß. ";
            var text = new StringBuilder("<a>", characters);
            text.Insert(3, line, (characters - 7) / line.Length);
            return Encoding.UTF8.GetBytes(text.Append('ü', characters - 4 - text.Length).Append("</a>").ToString());
        }
    }

    [Fact]
    public void Elements_may_be_256_deep()
    {
        ComesIn(Good.With(Document, HostilePackages.Nested(GateLimits.ElementDepth)).ToBytes());
        IsRefused(GateCode.XmlTooDeep, Good.With(Document, HostilePackages.Nested(GateLimits.ElementDepth + 1)).ToBytes());
    }

    [Fact]
    public void An_empty_element_is_as_deep_as_any_other()
    {
        ComesIn(Good.With(Document, Around("<b/>", GateLimits.ElementDepth - 1)).ToBytes());
        IsRefused(GateCode.XmlTooDeep, Good.With(Document, Around("<b/>", GateLimits.ElementDepth)).ToBytes());

        static string Around(string inner, int depth) =>
            string.Concat(Enumerable.Repeat("<a>", depth)) + inner + string.Concat(Enumerable.Repeat("</a>", depth));
    }

    [Fact]
    public void An_element_may_have_256_attributes()
    {
        ComesIn(Good.With(Document, $"<a {HostilePackages.Attributes(GateLimits.Attributes)}/>").ToBytes());
        IsRefused(GateCode.TooManyAttributes, Good.With(Document, $"<a {HostilePackages.Attributes(GateLimits.Attributes + 1)}/>").ToBytes());
    }

    [Theory]
    [InlineData("<{0}/>")]
    [InlineData("<{0}></{0}>")]
    [InlineData("<a {0}='1'/>")]
    public void A_name_in_XML_may_have_1024_characters(string xml)
    {
        ComesIn(Good.With(Document, Named(GateLimits.XmlNameLength)).ToBytes());
        IsRefused(GateCode.XmlNameTooLong, Good.With(Document, Named(GateLimits.XmlNameLength + 1)).ToBytes());

        string Named(int length) => xml.Replace("{0}", new string('n', length), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_elements_may_have_more_than_32_attributes()
    {
        ComesIn(Good.With(Document, Wide(GateLimits.WideElements, GateLimits.WideFrom + 1)).ToBytes());
        ComesIn(Good.With(Document, Wide(GateLimits.WideElements + 1, GateLimits.WideFrom)).ToBytes());
        IsRefused(GateCode.TooManyElements, Good.With(Document, Wide(GateLimits.WideElements + 1, GateLimits.WideFrom + 1)).ToBytes());

        static string Wide(int elements, int attributes) =>
            new StringBuilder("<a>").Insert(3, $"<b {HostilePackages.Attributes(attributes)}/>", elements).Append("</a>").ToString();
    }

    [Theory]
    [InlineData(PackageKind.Word, GateLimits.DocumentElements)]
    [InlineData(PackageKind.Workbook, GateLimits.WorkbookElements)]
    public void All_parts_together_may_have_elements_up_to_the_limit(PackageKind kind, int limit)
    {
        var sound = kind == PackageKind.Word ? Good : PackageForge.Workbook();
        var left = limit - ElementsOf(sound.With("custom/item1.xml", "<a/>").With("custom/item2.xml", "<a/>"));

        ComesIn(Filled(left), kind);
        IsRefused(GateCode.TooManyElements, Filled(left + 1), kind);

        byte[] Filled(int more) => sound.With("custom/item1.xml", Elements(more / 2)).With("custom/item2.xml", Elements(more - (more / 2))).ToBytes();

        static string Elements(int count) => new StringBuilder("<a>", (count * 4) + 7).Insert(3, "<b/>", count).Append("</a>").ToString();

        static int ElementsOf(PackageForge package) =>
            package.Entries().Sum(entry => Encoding.UTF8.GetString(entry.Content).Split('<').Skip(1).Count(tag => tag[0] is not ('/' or '?')));
    }

    [Fact]
    public void Two_hundred_thousand_names_come_in_and_many_more_do_not()
    {
        // The parser keeps some names of its own in each part, so the edge is tried by hand: it must lie within this small gap.
        ComesIn(Good.With(Document, Names(GateLimits.Names - 300)).ToBytes());
        IsRefused(GateCode.TooManyNames, Good.With(Document, Names(GateLimits.Names + 1)).ToBytes());

        static string Names(int count) => "<a>" + string.Concat(Enumerable.Range(0, count).Select(index => $"<n{index}/>")) + "</a>";
    }

    [Fact]
    public void Four_thousand_types_may_be_declared()
    {
        ComesIn(Good.With("[Content_Types].xml", Declared(GateLimits.TypeDeclarations)).ToBytes());
        IsRefused(GateCode.TooManyParts, Good.With("[Content_Types].xml", Declared(GateLimits.TypeDeclarations + 1)).ToBytes());

        static string Declared(int count) => PackageForge.Xml(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
            + string.Concat(Enumerable.Range(0, count - 2).Select(index => $"<Default Extension=\"e{index}\" ContentType=\"a/b\"/>")) + "</Types>");
    }

    [Fact]
    public void A_hundred_thousand_relationships_come_in_and_one_more_does_not()
    {
        ComesIn(Good.With("word/_rels/document.xml.rels", HostilePackages.ManyRelationships(GateLimits.Relationships - 1)).ToBytes());
        IsRefused(GateCode.TooManyParts, Good.With("word/_rels/document.xml.rels", HostilePackages.ManyRelationships(GateLimits.Relationships)).ToBytes());
    }

    private static ForgedEntry WellPacked(byte[] content) =>
        new(Picture, content) { Packed = ForgedEntry.Deflate(content, System.IO.Compression.CompressionLevel.Optimal) };

    private static void ComesIn(byte[] file, PackageKind kind = PackageKind.Word) => Assert.Null(Record.Exception(() => PackageGate.Inspect(file, kind)));

    private static void IsRefused(GateCode code, byte[] file, PackageKind kind = PackageKind.Word) =>
        Assert.Equal(code, Assert.Throws<GateRefusal>(() => PackageGate.Inspect(file, kind)).Code);
}
