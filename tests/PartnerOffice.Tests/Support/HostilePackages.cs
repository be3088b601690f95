using System.IO.Compression;
using System.Text;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Tests.Support;

/// <summary>A file that means harm, and what the gate must say to it.</summary>
/// <param name="Expected">Null where D15 lets it in, to be found or withheld by whoever reads.</param>
internal sealed record HostilePackage(string Name, PackageKind Kind, Func<byte[]> Make, GateCode? Expected)
{
    public override string ToString() => Name;
}

/// <summary>Every attack of redaction.md 3.2 and 3.3 as a file.</summary>
internal static class HostilePackages
{
    private const string W = PackageForge.WordNamespace;
    private const string Rel = PackageForge.WordRelations;
    private const string Ms = "http://schemas.microsoft.com/office/2006/relationships/";
    private const string Formats = "application/vnd.openxmlformats-officedocument.";
    private const string Document = "word/document.xml";
    private const string BillionLaughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>";

    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\x1A\n"u8, .. new byte[64]];

    public static IReadOnlyList<HostilePackage> All { get; } =
    [
        .. WrongFiles(), .. Zips(), .. Bombs(), .. Trees(), .. DocumentTypes(), .. Encodings(), .. Structures(), .. Kinds(), .. Contents(), .. LetIn(),
    ];

    /// <summary>Files that the gate lets in and that cost it most: each as far as the limits go.</summary>
    public static IReadOnlyList<HostilePackage> JustWithinTheLimits { get; } =
    [
        Word("20 million letters in one text", () => PackageForge.Document().With(Document, LongText(20_000_000)).ToBytes(), null),
        Word("20 million letters in one attribute", () => PackageForge.Document().With(Document, "<a b='" + LongText(20_000_000 - 10)[3..^4] + "'/>").ToBytes(), null),
        Word("20 million letters in one comment", () => PackageForge.Document().With(Document, "<a><!--" + LongText(20_000_000 - 14)[3..^4] + "--></a>").ToBytes(), null),
        Word("20 million letters in one instruction", () => PackageForge.Document().With(Document, "<?b " + LongText(20_000_000 - 10)[3..^4] + "?><a/>").ToBytes(), null),
        Word("2 million short elements", () => PackageForge.Document().With(Document, "<a>" + Repeated("<b/>", GateLimits.DocumentElements - 50) + "</a>").ToBytes(), null),
        Book("10 million short elements", () => PackageForge.Workbook().With("xl/worksheets/sheet1.xml", "<a>" + Repeated("<b/>", GateLimits.WorkbookElements - 50) + "</a>").ToBytes(), null),
        Word("200,000 different names", () => PackageForge.Document().With(Document, DifferentNames(GateLimits.Names - 300)).ToBytes(), null),
        Word("256 attributes on 9,000 elements", () => PackageForge.Document().With(Document, "<a>" + Repeated("<b " + Attributes(256) + "/>", 9_000) + "</a>").ToBytes(), null),
        Book("32 attributes each, 200 MB", () => Enumerable.Range(0, 10).Aggregate(PackageForge.Workbook(), (package, index) => package.With($"xl/worksheets/s{index}.xml", "<a>" + Repeated("<b " + Attributes(32) + "/>", 90_000) + "</a>")).ToBytes(), null),
        Word("256 namespaces in 255 elements, then children", () => PackageForge.Document().With(Document, ManyNamespaces()).ToBytes(), null),
        Word("2,000 entries", () => PackageForge.Document().Many(GateLimits.Entries).ToBytes(), null),
        Word("100,000 relationships", () => PackageForge.Document().With("word/_rels/document.xml.rels", ManyRelationships(GateLimits.Relationships - 1)).ToBytes(), null),
        Word("64 MB of text", () => Enumerable.Range(0, 3).Aggregate(PackageForge.Document(), (package, index) => package.With($"customXml/item{index}.xml", "<a>" + Repeated("Der Vorstand nimmt den Bericht zur Kenntnis. ", 440_000) + "</a>")).ToBytes(), null),
        Book("a sheet of 100,000 rows", () => PackageForge.Workbook().With("xl/worksheets/sheet1.xml", "<a>" + Repeated("<row r='1'>" + Repeated("<c r='A1' s='4' t='inlineStr'><is><t>Ein Beschluss</t></is></c>", 12) + "</row>", 100_000) + "</a>").ToBytes(), null),
        Book("200 MB of sheets", () => Enumerable.Range(0, 2).Aggregate(PackageForge.Workbook(), (package, index) => package.With($"xl/worksheets/s{index}.xml", "<a>" + Repeated("<c r='AB100000' s='17' t='s'><v>1700</v></c>", 2_200_000) + "</a>")).ToBytes(), null),
    ];

    private static IEnumerable<HostilePackage> WrongFiles()
    {
        yield return Word("nothing at all", () => [], GateCode.Empty);
        yield return Word("a single byte", () => [0x50], GateCode.NotAPackage);
        yield return Word("a PDF", () => [.. "%PDF-1.7\n"u8], GateCode.NotAPackage);
        yield return Word("an RTF", () => [.. @"{\rtf1\ansi Text}"u8], GateCode.NotAPackage);
        yield return Word("a web page", () => [.. "\uFEFF \n<!doctype html><html></html>"u8], GateCode.NotAPackage);
        yield return Word("a saved mail", () => [.. "MIME-Version: 1.0\r\n"u8], GateCode.NotAPackage);
        yield return Word("a scan", () => Png, GateCode.NotAPackage);
        yield return Word("flat XML", () => [.. "<?xml version=\"1.0\"?><pkg:package/>"u8], GateCode.NotAPackage);
        yield return Word("a password", () => [.. Ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")], GateCode.Encrypted);
        yield return Word("rights management", () => [.. Ole, .. Encoding.Unicode.GetBytes("DRMEncryptedDataSpace EncryptedPackage")], GateCode.Encrypted);
        yield return Word("Word 97", () => [.. Ole, .. Encoding.Unicode.GetBytes("WordDocument")], GateCode.OldFormat);
        yield return Word("an OpenDocument", () => ZipForge.Write(
            [new("mimetype", [.. "application/vnd.oasis.opendocument.text"u8]) { IsDeflated = false }, new("content.xml", [.. "<a/>"u8])]), GateCode.NotAPackage);
        yield return Word("a zip of pictures", () => ZipForge.Write([new("bild.png", Png)]), GateCode.NotAPackage);
        yield return Word("an empty zip", () => ZipForge.Write([]), GateCode.MainPartMissing);
        yield return Word("bytes before the zip", () => [.. "MZ\x90"u8, .. PackageForge.Document().ToBytes()], GateCode.NotAPackage);
        yield return Word("bytes after the zip", () => [.. PackageForge.Document().ToBytes(), .. "%PDF-1.7"u8], GateCode.Damaged);
        yield return Word("two zips in a row", () => [.. PackageForge.Document().ToBytes(), .. PackageForge.Document().ToBytes()], GateCode.Ambiguous);
    }

    private static IEnumerable<HostilePackage> Zips()
    {
        var good = PackageForge.Document();
        var body = good.Others[0];
        yield return Word("a name twice", () => good.Beside(body).ToBytes(), GateCode.Ambiguous);
        yield return Word("names that differ in case", () => good.With("WORD/Document.XML", "<a/>").ToBytes(), GateCode.Ambiguous);
        yield return Word("names that differ in escapes", () => good.With("word/%64ocument.xml", "<a/>").ToBytes(), GateCode.Ambiguous);
        yield return Word("a backslash for a slash", () => good.With(@"word\document.xml", "<a/>").ToBytes(), GateCode.BadName);
        yield return Word("a part that is a folder too", () => good.With("word/document.xml/x.xml", "<a/>").ToBytes(), GateCode.Ambiguous);
        yield return Word("a folder with content", () => good.With("word/media/", "text").ToBytes(), GateCode.BadName);
        yield return Word("a part in pieces", () => good.With("word/document.xml/[0].piece", "<a/>").ToBytes(), GateCode.BadName);
        foreach (var name in new[] { "../evil.xml", "word/../../evil.xml", "/etc/passwd", "C:/evil.xml", "word/./a.xml", "word//a.xml", "word/%2e%2e/%2e%2e/a.xml", "word%2fdocument.xml", "word%5cdocument.xml", "a\0.xml", "a\u001B.xml", "CON:.xml" })
        {
            yield return Word($"the name {name.Replace('\0', '0').Replace('\u001B', 'e')}", () => good.With(name, "<a/>").ToBytes(), GateCode.BadName);
        }

        yield return Word("a name that is no text", () => good.Beside(new("word/x.xml", [.. "<a/>"u8]) { RawName = [0x77, 0xFF, 0xFE, 0x2E] }).ToBytes(), GateCode.BadName);
        yield return Word("another name in the local header", () => good.With(body with { LocalRawName = [.. "word/documenu.xml"u8] }).ToBytes(), GateCode.Ambiguous);
        yield return Word("another method in the local header", () => good.With(body with { LocalMethod = 0 }).ToBytes(), GateCode.Ambiguous);
        yield return Word("another size in the local header", () => good.With(body with { LocalUnpackedBytes = 7 }).ToBytes(), GateCode.Ambiguous);
        yield return Word("a second name in the Unicode field", () => good.With(body with { CentralExtra = [0x75, 0x70, 9, 0, 1, 0, 0, 0, 0, .. "evil"u8] }).ToBytes(), GateCode.Ambiguous);
        yield return Word("two entries over the same data", () => good.Beside(new ForgedEntry("word/footer1.xml", body.Content) { SameDataAs = body.Name, RawName = [.. "word/document.xml"u8] }).ToBytes(), GateCode.Ambiguous);
        yield return Word("an entry inside another", Overlapping, GateCode.Ambiguous);
        yield return Word("an entry that the directory hides", () => good.Beside(new("word/hidden.xml", [.. "<a/>"u8]) { IsUnlisted = true }).ToBytes(), GateCode.Ambiguous);
        yield return Word("bytes between entries", () => good.Beside(new("word/footer1.xml", [.. "<a/>"u8]) { Before = [.. "secret"u8] }).ToBytes(), GateCode.Ambiguous);
        yield return Word("bytes before the directory", () => ZipForge.Write(good.Entries(), beforeDirectory: [.. "secret"u8]), GateCode.Ambiguous);
        yield return Word("a directory that is longer than it says", () => ZipForge.Write(good.Entries(), listed: 3), GateCode.Ambiguous);
        yield return Word("a directory that is shorter than it says", () => ZipForge.Write(good.Entries(), listed: 9), GateCode.Ambiguous);
        yield return Word("a directory in the comment", () => ZipForge.Write(good.Entries(), comment: ZipForge.Write([new("a.xml", [])])), GateCode.Ambiguous);
        yield return Word("a directory's end in the comment", () => ZipForge.Write(good.Entries(), comment: ZipForge.Write([])), GateCode.Ambiguous);
        yield return Word("an encrypted entry", () => good.With(body with { Flags = 1 }).ToBytes(), GateCode.Encrypted);
        yield return Word("an unknown method", () => good.With(body with { Method = 14 }).ToBytes(), GateCode.Ambiguous);
        yield return Word("a checksum that does not fit", () => good.With(body with { Checksum = 1 }).ToBytes(), GateCode.Damaged);
        yield return Word("less content than promised", () => good.With(body with { UnpackedBytes = (uint)body.Content.Length + 1 }).ToBytes(), GateCode.Damaged);
        yield return Word("more content than promised", () => good.With(body with { UnpackedBytes = (uint)body.Content.Length - 1 }).ToBytes(), GateCode.Ambiguous);
        yield return Word("packed bytes that are none", () => good.With(body with { Packed = [0xFF, 0xFF, 0xFF, 0xFF] }).ToBytes(), GateCode.Damaged);
        yield return Word("packed bytes that end early", () => good.With(body with { Packed = body.PackedContent[..^9] }).ToBytes(), GateCode.Damaged);
        yield return Word("the sizes of Zip64", () => good.With(body with { UnpackedBytes = uint.MaxValue }).ToBytes(), GateCode.Ambiguous);
        yield return Word("30,000 entries", () => good.Many(30_000).ToBytes(), GateCode.TooManyParts);
    }

    private static IEnumerable<HostilePackage> Bombs()
    {
        var good = PackageForge.Document();
        yield return Word("a bomb of zeros", () => good.With(Bomb("word/media/image1.png", 600, []), "image/png").ToBytes(), GateCode.UnpacksTooLarge);
        yield return Word("a small bomb of zeros", () => good.With(Bomb("word/media/image1.png", 30, []), "image/png").ToBytes(), GateCode.RatioTooHigh);
        yield return Word("a small bomb of spaces in the document", () => good.With(Bomb(Document, 15, [.. "<a>"u8], (byte)' '), Formats + "wordprocessingml.document.main+xml").ToBytes(), GateCode.RatioTooHigh);
        yield return Word("a bomb of spaces in the document", () => good.With(Bomb(Document, 600, [.. "<a>"u8], (byte)' '), Formats + "wordprocessingml.document.main+xml").ToBytes(), GateCode.XmlTooLong);
        yield return Word("a bomb that lies about its size", () => good.With(Bomb("word/media/image1.png", 600, []) with { UnpackedBytes = 100 }, "image/png").ToBytes(), GateCode.Ambiguous);
        yield return Word("a bomb in a bomb", () => good.With("word/embeddings/inner.bin", ZipForge.Write([Bomb("a", 600, [])]), "application/octet-stream").ToBytes(), GateCode.EmbeddedPackage);
        yield return Word("a bomb in a bomb called a picture", () => good.With("word/media/image1.png", ZipForge.Write([Bomb("a", 600, [])])).ToBytes(), GateCode.EmbeddedPackage);
        yield return Word("many parts just below the ratio", () => Enumerable.Range(0, 100).Aggregate(good, (package, index) => package.With($"word/media/image{index}.png", Dull(1_000_000))).ToBytes(), GateCode.UnpacksTooLarge);
        yield return Book("a workbook of many large sheets", () => Enumerable.Range(0, 230).Aggregate(PackageForge.Workbook(), (package, index) => package.With($"xl/media/image{index}.png", Dull(1_000_000))).ToBytes(), GateCode.UnpacksTooLarge);
    }

    private static IEnumerable<HostilePackage> Trees()
    {
        foreach (var part in new[] { Document, "word/styles.xml", "customXml/item1.xml", "docProps/app.xml", "[Content_Types].xml", "_rels/.rels" })
        {
            yield return Word($"30,000 nested elements in {part}", () => PackageForge.Document().With(part, Nested(30_000)).ToBytes(), GateCode.XmlTooDeep);
        }

        yield return Word("30,000 nested elements that never end", () => PackageForge.Document().With(Document, string.Concat(Enumerable.Repeat("<a>", 30_000))).ToBytes(), GateCode.XmlTooDeep);
        yield return Word("two million attributes", () => PackageForge.Document().With(Document, "<a " + Attributes(2_000_000) + "/>").ToBytes(), GateCode.TooManyAttributes);
        yield return Word("30,000 namespaces", () => PackageForge.Document().With(Document, "<a " + string.Join(' ', Enumerable.Range(0, 30_000).Select(index => $"xmlns:n{index}='u{index}'")) + "/>").ToBytes(), GateCode.TooManyAttributes);
        yield return Word("20 million letters of different names", () => PackageForge.Document().With(Document, DifferentNames(1_600_000)).ToBytes(), GateCode.TooManyNames);
        yield return Word("15 million elements in four parts", () => Enumerable.Range(0, 4).Aggregate(PackageForge.Document(), (package, index) => package.With($"customXml/item{index}.xml", "<a>" + Repeated("<b/>", 3_700_000) + "</a>")).ToBytes(), GateCode.TooManyElements);
        yield return Word("60 MB of elements with 256 attributes", () => Enumerable.Range(0, 3).Aggregate(PackageForge.Document(), (package, index) => package.With($"customXml/item{index}.xml", "<a>" + Repeated("<b " + Attributes(256) + "/>", 9_000) + "</a>")).ToBytes(), GateCode.TooManyElements);
        yield return Word("an attribute twice, 30,000 times", () => PackageForge.Document().With(Document, "<a " + string.Concat(Enumerable.Repeat("x='1' ", 30_000)) + "/>").ToBytes(), GateCode.TooManyAttributes);
        yield return Word("a name of a million letters", () => PackageForge.Document().With(Document, $"<{new string('a', 1_000_000)}/>").ToBytes(), GateCode.XmlNameTooLong);
        yield return Word("an attribute's name of a million letters", () => PackageForge.Document().With(Document, $"<a {new string('a', 1_000_000)}='1'/>").ToBytes(), GateCode.XmlNameTooLong);
        yield return Word("an end tag of a million letters", () => PackageForge.Document().With(Document, $"<a></{new string('a', 1_000_000)}>").ToBytes(), GateCode.XmlNameTooLong);
        yield return Word("a text of 21 million letters", () => PackageForge.Document().With(Document, LongText(21_000_000)).ToBytes(), GateCode.XmlTooLong);
        yield return Word("an attribute of 21 million letters", () => PackageForge.Document().With(Document, "<a b='" + LongText(21_000_000)[3..^4] + "'/>").ToBytes(), GateCode.XmlTooLong);
        yield return Word("a comment of 21 million letters", () => PackageForge.Document().With(Document, "<a><!--" + LongText(21_000_000)[3..^4] + "--></a>").ToBytes(), GateCode.XmlTooLong);
        yield return Word("XML cut off", () => PackageForge.Document().With(Document, $"<w:document xmlns:w=\"{W}\"><w:body>").ToBytes(), GateCode.BrokenXml);
        yield return Word("two roots", () => PackageForge.Document().With(Document, "<a/><b/>").ToBytes(), GateCode.BrokenXml);
        yield return Word("an unknown entity", () => PackageForge.Document().With(Document, "<a>&evil;</a>").ToBytes(), GateCode.BrokenXml);
        yield return Word("a part of no bytes", () => PackageForge.Document().With(Document, "").ToBytes(), GateCode.BrokenXml);
        yield return Word("letters that XML forbids", () => PackageForge.Document().With(Document, "<a>\u0001</a>").ToBytes(), GateCode.BrokenXml);
    }

    private static IEnumerable<HostilePackage> DocumentTypes()
    {
        var good = PackageForge.Document();
        foreach (var part in new[] { Document, "word/styles.xml", "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "docProps/core.xml", "customXml/item1.xml", "word/vmlDrawing1.vml", "word/charts/chart1.bin" })
        {
            yield return Word($"a DTD in {part}", () => good.With(part, "<?xml version=\"1.0\"?>\n" + BillionLaughs + "<x>&d;</x>",
                part.EndsWith(".bin", StringComparison.Ordinal) ? "application/vnd.openxmlformats-officedocument.drawingml.chart+xml" : null).ToBytes(), GateCode.HasDtd);
        }

        yield return Word("an external entity", () => good.With(Document, "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>").ToBytes(), GateCode.HasDtd);
        yield return Word("a parameter entity", () => good.With(Document, "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1/\"> %p;]><x/>").ToBytes(), GateCode.HasDtd);
        yield return Word("an empty DTD in UTF-16", () => good.With(Document, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<!DOCTYPE x><x/>")]).ToBytes(), GateCode.HasDtd);
        yield return Word("a DTD behind a comment", () => good.With(Document, "<!-- > --><!DOCTYPE x><x/>").ToBytes(), GateCode.HasDtd);
        yield return Word("a DTD in a document in the middle", () => good.With(Document, "<x><!DOCTYPE x></x>").ToBytes(), GateCode.HasDtd);
    }

    private static IEnumerable<HostilePackage> Encodings()
    {
        var good = PackageForge.Document();
        yield return Word("UTF-7", () => good.With(Document, "<?xml version=\"1.0\" encoding=\"utf-7\"?><a>+ADw-evil/+AD4-</a>").ToBytes(), GateCode.BrokenXml);
        yield return Word("EBCDIC", () => good.With(Document, "<?xml version=\"1.0\" encoding=\"IBM037\"?><a/>").ToBytes(), GateCode.BrokenXml);
        yield return Word("UTF-32", () => good.With(Document, [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes("<a/>")]).ToBytes(), GateCode.BrokenXml);
        yield return Word("UTF-8 that calls itself UTF-16", () => good.With(Document, "<?xml version=\"1.0\" encoding=\"utf-16\"?><a/>").ToBytes(), GateCode.BrokenXml);
        yield return Word("bytes that are no UTF-8", () => good.With(Document, [.. "<a>"u8, 0xC0, 0xBC, .. "</a>"u8]).ToBytes(), GateCode.BrokenXml);
        yield return Word("half a surrogate in UTF-16", () => good.With(Document, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<a>"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("</a>")]).ToBytes(), GateCode.BrokenXml);
    }

    private static IEnumerable<HostilePackage> Structures()
    {
        var good = PackageForge.Document();
        const string types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">";
        const string relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        yield return Word("no main part", () => good.Without(Document).ToBytes(), GateCode.MainPartMissing);
        yield return Word("no relationships", () => (good with { Relations = [] }).ToBytes(), GateCode.MainPartMissing);
        yield return Word("a main part somewhere else", () => (good with { Relations = [] }).Related("", Rel + "officeDocument", "http://127.0.0.1/document.xml", isExternal: true).ToBytes(), GateCode.MainPartMissing);
        yield return Word("two main parts", () => good.Related("", Rel + "officeDocument", "word/styles.xml").ToBytes(), GateCode.Ambiguous);
        yield return Word("a second document beside the first", () => good.With("word/document2.xml", "<a/>", Formats + "wordprocessingml.document.main+xml").ToBytes(), GateCode.Ambiguous);
        yield return Word("a type twice", () => good.With("[Content_Types].xml", types + "<Override PartName=\"/word/document.xml\" ContentType=\"a/b\"/><Override PartName=\"/WORD/document.xml\" ContentType=\"a/c\"/></Types>").ToBytes(), GateCode.BrokenPackage);
        yield return Word("an extension twice", () => good.With("[Content_Types].xml", types + "<Default Extension=\"xml\" ContentType=\"a/b\"/><Default Extension=\"XML\" ContentType=\"a/c\"/></Types>").ToBytes(), GateCode.BrokenPackage);
        yield return Word("a type without a name", () => good.With("[Content_Types].xml", types + "<Override ContentType=\"a/b\"/></Types>").ToBytes(), GateCode.BrokenPackage);
        yield return Word("types of another world", () => good.With("[Content_Types].xml", "<Types xmlns=\"urn:other\"/>").ToBytes(), GateCode.BrokenPackage);
        yield return Word("types inside types", () => good.With("[Content_Types].xml", types + "<Default Extension=\"xml\" ContentType=\"a/b\"><Default Extension=\"rels\" ContentType=\"a/b\"/></Default></Types>").ToBytes(), GateCode.BrokenPackage);
        yield return Word("no types", () => ZipForge.Write(good.Entries().Where(entry => entry.Name != "[Content_Types].xml")), GateCode.NotAPackage);
        yield return Word("a main part without a type", () => good.With("[Content_Types].xml", types + "</Types>").ToBytes(), GateCode.BrokenPackage);
        yield return Word("a relationship twice", () => good.With("word/_rels/document.xml.rels", relations + $"<Relationship Id=\"r1\" Type=\"{Rel}styles\" Target=\"styles.xml\"/><Relationship Id=\"r1\" Type=\"{Rel}styles\" Target=\"other.xml\"/></Relationships>").ToBytes(), GateCode.BrokenPackage);
        yield return Word("a relationship without a type", () => good.With("word/_rels/document.xml.rels", relations + "<Relationship Id=\"r1\" Target=\"styles.xml\"/></Relationships>").ToBytes(), GateCode.BrokenPackage);
        yield return Word("a relationship of an unknown mode", () => good.With("word/_rels/document.xml.rels", relations + $"<Relationship Id=\"r1\" Type=\"{Rel}styles\" Target=\"styles.xml\" TargetMode=\"Elsewhere\"/></Relationships>").ToBytes(), GateCode.BrokenPackage);
        yield return Word("relationships of another world", () => good.With("word/_rels/document.xml.rels", "<Relationships xmlns=\"urn:other\"/>").ToBytes(), GateCode.BrokenPackage);
        yield return Word("a million type declarations", () => good.With("[Content_Types].xml", types + string.Concat(Enumerable.Range(0, 100_000).Select(index => $"<Default Extension=\"e{index}\" ContentType=\"a/b\"/>")) + "</Types>").ToBytes(), GateCode.TooManyParts);
        yield return Word("a million relationships", () => good.With("word/_rels/document.xml.rels", relations + string.Concat(Enumerable.Range(0, 150_000).Select(index => $"<Relationship Id=\"r{index}\" Type=\"a/hyperlink\" Target=\"b\"/>")) + "</Relationships>").ToBytes(), GateCode.TooManyParts);
    }

    private static IEnumerable<HostilePackage> Kinds()
    {
        yield return Word("a workbook called a document", () => PackageForge.Workbook().ToBytes(), GateCode.WrongKind);
        yield return Book("a document called a workbook", () => PackageForge.Document().ToBytes(), GateCode.WrongKind);
        yield return Word("a presentation", () => Typed(Formats + "presentationml.presentation.main+xml"), GateCode.WrongKind);
        yield return Word("a main part of an unknown kind", () => Typed("application/x-unknown+xml"), GateCode.WrongKind);
        yield return Book("a binary workbook", () => PackageForge.Workbook().With("xl/workbook.xml", "<a/>", "application/vnd.ms-excel.sheet.binary.macroEnabled.main").ToBytes(), GateCode.WrongKind);
        yield return Word("a docm renamed", () => Typed("application/vnd.ms-word.document.macroEnabled.main+xml"), GateCode.Macros);
        yield return Word("a dotm renamed", () => Typed("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"), GateCode.Macros);
        yield return Book("an xlsm renamed", () => PackageForge.Workbook().With("xl/workbook.xml", "<a/>", "application/vnd.ms-excel.sheet.macroEnabled.main+xml").ToBytes(), GateCode.Macros);

        static byte[] Typed(string type) => PackageForge.Document().With(Document, "<a/>", type).ToBytes();
    }

    private static IEnumerable<HostilePackage> Contents()
    {
        var good = PackageForge.Document();
        yield return Word("a macro project", () => good.With("word/vbaProject.bin", Ole, "application/vnd.ms-office.vbaProject").Related(Document, Ms + "vbaProject", "vbaProject.bin").ToBytes(), GateCode.Macros);
        yield return Word("a macro project nobody refers to", () => good.With("word/vbaProject.bin", Ole).ToBytes(), GateCode.Macros);
        yield return Word("a macro project under another name", () => good.With("word/data.bin", "x", "application/vnd.ms-office.vbaProject").ToBytes(), GateCode.Macros);
        yield return Word("a macro project called a picture", () => good.With("word/media/image1.png", Ole).ToBytes(), GateCode.OleObject);
        yield return Word("a relationship to macros without a part", () => good.Related(Document, Ms + "vbaProject", "gone.bin").ToBytes(), GateCode.Macros);
        yield return Word("the macros' data", () => good.With("word/vbaData.xml", "<a/>").ToBytes(), GateCode.Macros);
        yield return Book("an Excel 4 macro sheet", () => PackageForge.Workbook().With("xl/macrosheets/sheet1.xml", "<a/>", "application/vnd.ms-excel.macrosheet+xml").ToBytes(), GateCode.Macros);
        foreach (var (file, type, text) in new[] { ("chunk.html", "text/html", "<html><body>Text</body></html>"), ("chunk.rtf", "application/rtf", @"{\rtf1 Text}"), ("chunk.mht", "message/rfc822", "MIME-Version: 1.0") })
        {
            yield return Word($"altChunk of {file}", () => good.With("word/" + file, text, type).Related(Document, Rel + "aFChunk", file).With(Document, Body("<w:altChunk r:id=\"r2\"/>")).ToBytes(), GateCode.ForeignContent);
            yield return Word($"{file} nobody refers to", () => good.With("word/" + file, text).ToBytes(), GateCode.ForeignContent);
        }

        yield return Word("altChunk in the strict dialect", () => good.Related(Document, "http://purl.oclc.org/ooxml/officeDocument/relationships/aFChunk", "chunk.txt").ToBytes(), GateCode.ForeignContent);
        yield return Word("altChunk from outside", () => good.Related(Document, Rel + "aFChunk", "http://127.0.0.1/evil.html", isExternal: true).ToBytes(), GateCode.ForeignContent);
        yield return Word("altChunk without a relationship", () => good.With(Document, Body("<w:altChunk r:id=\"r9\"/>")).ToBytes(), GateCode.ForeignContent);
        yield return Word("altChunk in a header", () => good.With("word/header1.xml", Body("<w:altChunk r:id=\"r9\"/>"), Formats + "wordprocessingml.header+xml").ToBytes(), GateCode.ForeignContent);
        yield return Word("a subdocument", () => good.Related(Document, Rel + "subDocument", "teil.docx", isExternal: true).ToBytes(), GateCode.SubDocument);
        yield return Word("a subdocument's element", () => good.With(Document, Body("<w:subDoc r:id=\"r9\"/>")).ToBytes(), GateCode.SubDocument);
        yield return Word("an OLE object", () => good.With("word/embeddings/oleObject1.bin", Ole, Formats + "oleObject").Related(Document, Rel + "oleObject", "embeddings/oleObject1.bin").ToBytes(), GateCode.OleObject);
        yield return Word("an OLE object from outside (mhtml)", () => good.Related(Document, Rel + "oleObject", "mhtml:http://127.0.0.1/a.html!x-usc:http://127.0.0.1/a.html", isExternal: true).ToBytes(), GateCode.OleObject);
        yield return Word("an OLE object's element", () => good.With(Document, Body("<w:p><w:r><w:object><o:OLEObject xmlns:o=\"urn:schemas-microsoft-com:office:office\" Type=\"Link\" ProgID=\"htmlfile\"/></w:object></w:r></w:p>")).ToBytes(), GateCode.OleObject);
        yield return Word("Equation 3.0", () => good.With("word/embeddings/oleObject1.bin", Ole).ToBytes(), GateCode.OleObject);
        yield return Word("an ActiveX control", () => good.With("word/activeX/activeX1.xml", "<a/>", "application/vnd.ms-office.activeX+xml").Related(Document, Rel + "control", "activeX/activeX1.xml").ToBytes(), GateCode.OleObject);
        yield return Word("an ActiveX control's element", () => good.With(Document, Body("<w:p><w:r><w:control r:id=\"r9\"/></w:r></w:p>")).ToBytes(), GateCode.OleObject);
        yield return Word("an embedded workbook", () => good.With("word/embeddings/tabelle.xlsx", PackageForge.Workbook().ToBytes(), Formats + "spreadsheetml.sheet").Related(Document, Rel + "package", "embeddings/tabelle.xlsx").ToBytes(), GateCode.EmbeddedPackage);
        yield return Word("an embedded workbook nobody refers to", () => good.With("word/embeddings/tabelle.xlsx", PackageForge.Workbook().ToBytes()).ToBytes(), GateCode.EmbeddedPackage);
        yield return Word("an embedded document called a font", () => good.With("word/fonts/font1.odttf", PackageForge.Document().ToBytes()).ToBytes(), GateCode.EmbeddedPackage);
        yield return Word("a PDF called a picture", () => good.With("word/media/image1.png", "%PDF-1.7").ToBytes(), GateCode.EmbeddedPackage);
        yield return Word("a workbook behind a chart that the text uses too", () => WithChart(good).Related(Document, Rel + "package", "embeddings/tabelle.xlsx").ToBytes(), GateCode.EmbeddedPackage);
        yield return Word("an old workbook behind a chart", () => WithChart(good).With("word/embeddings/tabelle.xlsx", Ole).ToBytes(), GateCode.OleObject);
        yield return Word("a signature", () => good.With("_xmlsignatures/origin.sigs", "", "application/vnd.openxmlformats-package.digital-signature-origin").Related("", "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin", "_xmlsignatures/origin.sigs").ToBytes(), GateCode.DigitallySigned);
        yield return Book("an OLE object in a sheet", () => PackageForge.Workbook().With("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><oleObjects><oleObject progId=\"Package\"/></oleObjects></worksheet>").ToBytes(), GateCode.OleObject);
        yield return Book("an OLE link", () => PackageForge.Workbook().With("xl/externalLinks/externalLink1.xml", "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><oleLink progId=\"x\"/></externalLink>").ToBytes(), GateCode.OleObject);
    }

    // The second and third row of D15: whoever reads finds or withholds them.
    private static IEnumerable<HostilePackage> LetIn()
    {
        var good = PackageForge.Document();
        yield return Word("a remote template", () => good.With("word/settings.xml", "<a/>").Related(Document, Rel + "settings", "settings.xml").Related("word/settings.xml", Rel + "attachedTemplate", "http://127.0.0.1/evil.dotm", isExternal: true).ToBytes(), null);
        yield return Word("a district's own template", () => good.With("word/settings.xml", "<a/>").Related(Document, Rel + "settings", "settings.xml").Related("word/settings.xml", Rel + "attachedTemplate", "file:///C:/Users/Muster/Protokoll.dotx", isExternal: true).ToBytes(), null);
        yield return Word("DDE in a field", () => good.With(Document, Body("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")).ToBytes(), null);
        yield return Word("a picture from a share", () => good.Related(Document, Rel + "image", @"\\127.0.0.1\share\bild.png", isExternal: true).ToBytes(), null);
        yield return Word("a frame from outside", () => good.With("word/webSettings.xml", "<a/>").Related(Document, Rel + "webSettings", "webSettings.xml").Related("word/webSettings.xml", Rel + "frame", "http://127.0.0.1/", isExternal: true).ToBytes(), null);
        yield return Word("a javascript link", () => good.Related(Document, Rel + "hyperlink", "javascript:alert(1)", isExternal: true).ToBytes(), null);
        yield return Word("a link that calls itself internal", () => good.Related(Document, Rel + "hyperlink", "ms-msdt:/id", isExternal: false).ToBytes(), null);
        yield return Word("tracked changes and hidden text", () => good.With(Document, Body("<w:p><w:ins w:id=\"1\" w:author=\"A B\"><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:ins></w:p>")).ToBytes(), null);
        yield return Word("comments", () => good.With("word/comments.xml", "<a/>", Formats + "wordprocessingml.comments+xml").Related(Document, Rel + "comments", "comments.xml").ToBytes(), null);
        yield return Word("a metafile", () => good.With("word/media/image1.emf", [1, 0, 0, 0], "image/x-emf").Related(Document, Rel + "image", "media/image1.emf").ToBytes(), null);
        yield return Word("a drawing with a DTD nobody reads", () => good.With("word/media/image1.svg", "<!DOCTYPE svg><svg/>", "image/svg+xml").Related(Document, Rel + "image", "media/image1.svg").ToBytes(), null);
        yield return Word("a chart with the workbook behind it", () => WithChart(good).ToBytes(), null);
        yield return Word("a ring of relationships", () => good.Related("word/styles.xml", Rel + "styles", "document.xml").Related("word/styles.xml", Rel + "styles", "styles.xml").ToBytes(), null);
        yield return Word("a relationship out of the package", () => good.Related(Document, Rel + "image", "../../../../etc/passwd").ToBytes(), null);
        yield return Book("a DDE link", () => PackageForge.Workbook().With("xl/externalLinks/externalLink1.xml", "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>", Formats + "spreadsheetml.externalLink+xml").Related("xl/workbook.xml", Rel + "externalLink", "externalLinks/externalLink1.xml").ToBytes(), null);
        yield return Book("a broken button of Excel", () => PackageForge.Workbook().With("xl/drawings/vmlDrawing1.vml", "<xml><div>a<br>b</div></xml>", "application/vnd.openxmlformats-officedocument.vmlDrawing").Related("xl/worksheets/sheet1.xml", Rel + "vmlDrawing", "../drawings/vmlDrawing1.vml").ToBytes(), null);
    }

    /// <summary>Files cut off at each kilobyte, and at each of the last bytes.</summary>
    public static IEnumerable<byte[]> Truncated(byte[] file)
    {
        for (var length = 0; length < file.Length; length += length < file.Length - 1024 ? 1024 : 1)
        {
            yield return file[..length];
        }
    }

    public static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    public static string ManyRelationships(int count) => PackageForge.Xml(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(Enumerable.Range(0, count).Select(index => $"<Relationship Id=\"x{index}\" Type=\"http://example.org/hyperlink\" Target=\"https://example.org/{index}\" TargetMode=\"External\"/>")) + "</Relationships>");

    public static string Attributes(int count) => string.Join(' ', Enumerable.Range(0, count).Select(index => $"a{index}=''"));

    /// <summary>A text of so many characters, markup included, that does not pack too well.</summary>
    public static string LongText(int characters)
    {
        var text = new StringBuilder("<a>", characters);
        for (var word = 0; text.Length < characters - 4; word++)
        {
            text.Append(word % 1_000_003 * 7919L % 99_991).Append(' ');
        }

        text.Length = characters - 4;
        return text.Append("</a>").ToString();
    }

    /// <summary>Bytes that pack to about a twentieth: dull enough to be small, not dull enough to be a bomb.</summary>
    public static byte[] Dull(int length)
    {
        var bytes = new byte[length];
        for (var index = 0; index < length; index += 64)
        {
            bytes[index] = (byte)(index >> 6);
            bytes[Math.Min(index + 1, length - 1)] = (byte)((index >> 6) * 31 >> 3);
        }

        return bytes;
    }

    public static PackageForge Many(this PackageForge package, int entries) => package with
    {
        Others = [.. package.Others, .. Enumerable.Range(0, entries - package.Entries().Count).Select(index => new ForgedEntry($"word/media/image{index}.png", []) { IsDeflated = false })],
    };

    /// <summary>A document with a chart and the workbook behind it, as Word writes it.</summary>
    public static PackageForge WithChart(PackageForge package) => package
        .With("word/charts/chart1.xml", "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"/>", Formats + "drawingml.chart+xml")
        .With("word/embeddings/tabelle.xlsx", PackageForge.Workbook().ToBytes(), Formats + "spreadsheetml.sheet")
        .Related(Document, Rel + "chart", "charts/chart1.xml")
        .Related("word/charts/chart1.xml", Rel + "package", "../embeddings/tabelle.xlsx");

    /// <summary>A document's XML around this body.</summary>
    public static string Body(string body) =>
        PackageForge.Xml($"<w:document xmlns:w=\"{W}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{body}</w:body></w:document>");

    private static string DifferentNames(int count) => "<a>" + string.Concat(Enumerable.Range(1_000_000, count).Select(index => $"<n{index}/>")) + "</a>";

    private static string Repeated(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string ManyNamespaces()
    {
        var text = new StringBuilder();
        for (var depth = 0; depth < 255; depth++)
        {
            text.Append("<a ").AppendJoin(' ', Enumerable.Range(0, 256).Select(index => $"xmlns:n{depth}-{index}='u'")).Append('>');
        }

        text.Insert(text.Length, "<n0-0:b n1-1:c=''/>", 700_000);
        return text.Insert(text.Length, "</a>", 255).ToString();
    }

    // Never there at once: one megabyte is packed and its packed bytes are repeated. The checksum is wrong; nobody gets that far.
    private static ForgedEntry Bomb(string name, int megabytes, byte[] start, byte filling = 0)
    {
        var block = new byte[1_000_000];
        Array.Fill(block, filling);
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(start);
            deflate.Write(block);
            deflate.Flush();
            var first = (int)packed.Length;
            deflate.Write(block);
            deflate.Flush();
            var again = packed.ToArray().AsSpan(first);
            for (var count = 2; count < megabytes; count++)
            {
                packed.Write(again);
            }
        }

        return new(name, []) { Packed = packed.ToArray(), UnpackedBytes = (uint)(start.Length + (megabytes * block.Length)), Checksum = 1 };
    }

    // The classical overlap: the directory lets the second entry begin inside the packed bytes of the first.
    private static byte[] Overlapping()
    {
        var inner = ZipForge.Write([new("word/footer1.xml", [.. "<a/>"u8]) { IsDeflated = false }])[..(30 + "word/footer1.xml".Length + 4)];
        var zip = PackageForge.Document().With(new ForgedEntry("word/media/image1.png", inner) { IsDeflated = false }).Entries();
        var plain = ZipForge.Write([.. zip, new("word/footer1.xml", [.. "<a/>"u8]) { IsDeflated = false, SameDataAs = "word/media/image1.png" }]);

        // The forged entry points at the outer header; move it to the inner one.
        var shift = 30 + "word/media/image1.png".Length;
        var at = plain.AsSpan().LastIndexOf("word/footer1.xml"u8) - 4;
        BitConverter.TryWriteBytes(plain.AsSpan(at), BitConverter.ToUInt32(plain, at) + (uint)shift);
        return plain;
    }

    private static HostilePackage Word(string name, Func<byte[]> make, GateCode? expected) => new(name, PackageKind.Word, make, expected);

    private static HostilePackage Book(string name, Func<byte[]> make, GateCode? expected) => new(name, PackageKind.Workbook, make, expected);
}
