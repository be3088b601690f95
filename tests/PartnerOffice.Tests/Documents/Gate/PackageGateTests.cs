using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Gate;

public sealed class PackageGateTests
{
    private const string Document = "word/document.xml";

    private static readonly PackageForge Good = PackageForge.Document();

    [Fact]
    public void A_sound_document_comes_in_with_its_parts_types_and_relationships()
    {
        var package = PackageGate.Inspect(Good.ToBytes(), PackageKind.Word);

        Assert.Equal(Document, package.Main.Name);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", package.Main.ContentType);
        Assert.Equal(["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", Document, "word/styles.xml"], package.Parts.Select(part => part.Name));
        Assert.Equal("word/styles.xml", package.Follow(package.Main, "r1")?.Name);
        Assert.Null(package.Follow(package.Main, "r2"));
        Assert.Equal("word/styles.xml", package.Find("/WORD/Styles.xml")?.Name);
        Assert.Null(package.Find("word/footer1.xml"));
        Assert.Contains("Kenntnis", Encoding.UTF8.GetString(package.Main.Read()), StringComparison.Ordinal);
        Assert.Empty(package.Inventory);
        Assert.False(package.IsTemplate);
    }

    [Fact]
    public async Task A_stream_is_judged_like_the_bytes_in_it()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var file = Good.ToBytes();

        Assert.Equal(5, PackageGate.Inspect(new MemoryStream(file), PackageKind.Word).Parts.Count);
        Assert.Equal(5, (await PackageGate.InspectAsync(new MemoryStream(file), PackageKind.Word, cancellationToken)).Parts.Count);
        Assert.Equal(5, PackageGate.Inspect(new byte[] { 1, 2 }.Concat(file).ToArray().AsMemory(2), PackageKind.Word).Parts.Count);
    }

    [Fact]
    public async Task A_stream_without_an_end_is_left_at_25_MB()
    {
        var endless = new EndlessStream();

        var refusal = await Assert.ThrowsAsync<GateRefusal>(() => PackageGate.InspectAsync(endless, PackageKind.Word, TestContext.Current.CancellationToken));
        Assert.Equal(GateCode.TooLarge, refusal.Code);
        Assert.Throws<GateRefusal>(() => PackageGate.Inspect(endless, PackageKind.Word));

        Assert.InRange(endless.Given, GateLimits.FileBytes, 2 * (GateLimits.FileBytes + 100_000L));
    }

    [Fact]
    public async Task A_caller_who_gave_up_waits_no_longer()
    {
        using var gaveUp = new CancellationTokenSource();
        var file = new MemoryStream(Good.ToBytes());
        await gaveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PackageGate.InspectAsync(file, PackageKind.Word, gaveUp.Token));
    }

    [Fact]
    public void Every_way_in_which_honest_programs_write_a_zip_is_understood()
    {
        var body = Good.Others[0];
        foreach (var package in new[]
        {
            Good.With(body with { HasDescriptor = true }),
            Good.With(body with { IsDeflated = false }),
            Good.With(body with { LocalExtra = [0x20, 0xA2, 4, 0, 0, 0, 0, 0] }),
            Good.With(new ForgedEntry("word/", []) { IsDeflated = false }),
            Good.With(new ForgedEntry("word/media/", [])),
            Good.With("word/Ünterlage.xml", "<a/>"),
            Good.With(body with { LocalUnpackedBytes = uint.MaxValue, Packed = null, LocalExtra = [] }).With(body),
        })
        {
            Assert.Equal(Document, PackageGate.Inspect(package.ToBytes(), PackageKind.Word).Main.Name);
        }

        Assert.Equal(Document, PackageGate.Inspect(ZipForge.Write(Good.Entries(), comment: [.. "gepackt mit Liebe"u8]), PackageKind.Word).Main.Name);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_part_may_be_in_each_encoding_that_packages_allow(string encoding)
    {
        var code = Encoding.GetEncoding(encoding);
        var xml = $"<?xml version=\"1.0\" encoding=\"{encoding[..^(encoding.EndsWith("BE", StringComparison.Ordinal) ? 2 : 0)].ToUpperInvariant()}\"?><w:document xmlns:w=\"{PackageForge.WordNamespace}\">Größe</w:document>";

        var package = PackageGate.Inspect(Good.With(Document, [.. code.Preamble, .. code.GetBytes(xml)]).ToBytes(), PackageKind.Word);

        using var reader = package.Main.OpenXml();
        reader.MoveToContent();
        Assert.Equal("Größe", reader.ReadElementContentAsString());
    }

    [Fact]
    public void A_document_of_the_Open_XML_SDK_comes_in()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            word.AddMainDocumentPart().Document = new Document(new DocumentFormat.OpenXml.Wordprocessing.Body(new Paragraph(new Run(new Text("Größe")))));
            word.MainDocumentPart!.AddNewPart<StyleDefinitionsPart>().Styles = new Styles();
            word.AddCoreFilePropertiesPart();
            using var properties = new MemoryStream(Encoding.UTF8.GetBytes("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>"));
            word.CoreFilePropertiesPart!.FeedData(properties);
        }

        var package = PackageGate.Inspect(file.ToArray(), PackageKind.Word);

        Assert.Contains("Größe", Encoding.UTF8.GetString(package.Main.Read()), StringComparison.Ordinal);
        Assert.Empty(package.Inventory);
    }

    [Fact]
    public void A_workbook_of_ClosedXML_comes_in()
    {
        using var file = new MemoryStream();
        using (var workbook = new XLWorkbook())
        {
            var sheet = workbook.AddWorksheet("Sitzungen");
            sheet.Cell(1, 1).Value = "Schlüssel";
            sheet.Cell(2, 1).Value = "steinfurt-2026-07";
            sheet.Range(1, 1, 2, 1).CreateTable("Sitzungen");
            sheet.Cell(2, 1).Comment.AddText("Bitte prüfen");
            workbook.SaveAs(file);
        }

        var package = PackageGate.Inspect(file.ToArray(), PackageKind.Workbook);

        Assert.Equal("xl/workbook.xml", package.Main.Name);
        Assert.Contains(package.Inventory, entry => entry.Kind == InventoryKind.Comments);
    }

    [Theory]
    [InlineData(PackageKind.Word, "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")]
    [InlineData(PackageKind.Workbook, "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml")]
    public void A_template_without_macros_comes_in_and_says_so(PackageKind kind, string main, string type)
    {
        var sound = kind == PackageKind.Word ? Good : PackageForge.Workbook();

        Assert.True(PackageGate.Inspect(sound.With(main, "<a/>", type).ToBytes(), kind).IsTemplate);
    }

    [Fact]
    public void The_strict_dialect_comes_in()
    {
        var strict = (Good with { Relations = [] })
            .Related("", "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument", "/word/document.xml")
            .Related(Document, "http://purl.oclc.org/ooxml/officeDocument/relationships/styles", "./styles.xml");

        var package = PackageGate.Inspect(strict.ToBytes(), PackageKind.Word);

        Assert.Equal("styles", package.RelationshipsOf(package.Main).Single().Kind);
        Assert.Equal("word/styles.xml", package.Follow(package.Main, "r1")?.Name);
    }

    [Fact]
    public void A_part_can_be_carried_on_without_unpacking_it()
    {
        var package = PackageGate.Inspect(Good.ToBytes(), PackageKind.Word);

        using var unpacked = new DeflateStream(new MemoryStream(package.Main.PackedBytes.ToArray()), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        unpacked.CopyTo(plain);

        Assert.True(package.Main.IsDeflated);
        Assert.Equal(package.Main.Read(), plain.ToArray());
        Assert.Equal(ZipForge.Crc(plain.ToArray()), package.Main.Checksum);
        Assert.Equal(plain.Length, package.Main.Length);
    }

    [Fact]
    public void The_workbook_behind_a_chart_passes_shut()
    {
        var package = PackageGate.Inspect(HostilePackages.WithChart(Good).ToBytes(), PackageKind.Word);

        var data = package.Find("word/embeddings/tabelle.xlsx")!;

        Assert.True(data.IsSealed);
        Assert.Throws<InvalidOperationException>(() => data.Open());
        Assert.Throws<InvalidOperationException>(() => data.Read());
        Assert.Throws<InvalidOperationException>(() => data.OpenXml());
        Assert.Contains(new InventoryEntry(InventoryKind.ChartData, data.Name, null), package.Inventory);
        Assert.Contains(new InventoryEntry(InventoryKind.Chart, "word/charts/chart1.xml", null), package.Inventory);
    }

    public static TheoryData<string, InventoryKind> Inventory => new()
    {
        { "a remote template", InventoryKind.AttachedTemplate },
        { "a district's own template", InventoryKind.AttachedTemplate },
        { "a picture from a share", InventoryKind.LinkedPicture },
        { "a frame from outside", InventoryKind.OtherExternal },
        { "a javascript link", InventoryKind.Hyperlink },
        { "a link that calls itself internal", InventoryKind.Hyperlink },
        { "comments", InventoryKind.Comments },
        { "a metafile", InventoryKind.Metafile },
        { "a DDE link", InventoryKind.Dde },
        { "a broken button of Excel", InventoryKind.BrokenDrawing },
    };

    [Theory]
    [MemberData(nameof(Inventory))]
    public void What_comes_in_and_must_not_travel_stands_in_the_inventory(string name, InventoryKind kind)
    {
        var file = HostilePackages.All.Single(hostile => hostile.Name == name);

        Assert.Contains(PackageGate.Inspect(file.Make(), file.Kind).Inventory, entry => entry.Kind == kind);
    }

    [Fact]
    public void A_part_that_nothing_leads_to_and_one_without_a_type_are_noticed()
    {
        var package = PackageGate.Inspect(Good.With("word/old.xml", "<a/>").With("word/media/x.bin", "x").ToBytes(), PackageKind.Word);

        Assert.Contains(new InventoryEntry(InventoryKind.Unreferenced, "word/old.xml", null), package.Inventory);
        Assert.Contains(new InventoryEntry(InventoryKind.Untyped, "word/media/x.bin", null), package.Inventory);
    }

    [Fact]
    public void A_broken_drawing_is_kept_shut_but_its_limits_hold()
    {
        var broken = HostilePackages.All.Single(hostile => hostile.Name == "a broken button of Excel");
        var package = PackageGate.Inspect(broken.Make(), broken.Kind);

        Assert.True(package.Find("xl/drawings/vmlDrawing1.vml")!.IsSealed);

        var deep = PackageForge.Workbook().With("xl/drawings/vmlDrawing1.vml", string.Concat(Enumerable.Repeat("<br>", 300)));
        Assert.Equal(GateCode.XmlTooDeep, Assert.Throws<GateRefusal>(() => PackageGate.Inspect(deep.ToBytes(), PackageKind.Workbook)).Code);
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
