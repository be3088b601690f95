using PartnerOffice.Documents.Edition;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Edition.Verification;

public sealed class PackageBytesTests
{
    private static readonly byte[] Byte = [0];

    public static TheoryData<string, string> Irregularities => new()
    {
        { "extra field in a local header", "entry-irregular" },
        { "extra field in the directory", "entry-irregular" },
        { "comment of an entry", "entry-irregular" },
        { "comment of the package", "package-irregular" },
        { "byte before the first entry", "bytes-between-entries" },
        { "byte between two entries", "bytes-between-entries" },
        { "byte before the directory", "bytes-between-entries" },
        { "byte before the end record", "package-irregular" },
        { "byte after the end record", "package-irregular" },
        { "byte after packed data", "bytes-after-data" },
        { "two names for one entry", "entry-irregular" },
        { "clock time", "entry-irregular" },
        { "flag for a data descriptor", "entry-irregular" },
        { "flag for encryption", "entry-irregular" },
        { "attributes of the writer's machine", "entry-irregular" },
        { "entries in another order", "entries-not-sorted" },
        { "two entries of one name", "entries-not-sorted" },
        { "wrong checksum", "entry-damaged" },
    };

    [Theory]
    [MemberData(nameof(Irregularities))]
    public void A_zip_file_that_holds_more_than_its_parts_is_refused(string irregularity, string code)
    {
        var package = Spoilt(irregularity).Rewrite(EditionSample.Package);

        var verdict = EditionVerifier.Verify(package, EditionSample.Edition);

        Assert.Contains(verdict.Leaks, leak => leak.Code == code);
    }

    private static ZipBytes Spoilt(string irregularity) => irregularity switch
    {
        "extra field in a local header" => new() { LocalExtra = [1, 0, 0, 0] },
        "extra field in the directory" => new() { CentralExtra = [1, 0, 0, 0] },
        "comment of an entry" => new() { EntryComment = Byte },
        "comment of the package" => new() { ArchiveComment = Byte },
        "byte before the first entry" => new() { Before = Byte },
        "byte between two entries" => new() { Between = Byte },
        "byte before the directory" => new() { BeforeDirectory = Byte },
        "byte before the end record" => new() { BeforeEnd = Byte },
        "byte after the end record" => new() { After = Byte },
        "byte after packed data" => new() { Slack = Byte },
        "two names for one entry" => new() { LocalName = "x" },
        "clock time" => new() { Date = 0x22 },
        "flag for a data descriptor" => new() { Flags = 8 },
        "flag for encryption" => new() { Flags = 1 },
        "attributes of the writer's machine" => new() { Attributes = 0x81ED0000 },
        "entries in another order" => new() { Reverse = true },
        "two entries of one name" => new() { Twin = Byte },
        "wrong checksum" => new() { WrongSum = true },
        _ => throw new ArgumentOutOfRangeException(nameof(irregularity)),
    };

    [Fact]
    public void An_entry_that_unpacks_to_more_than_an_edition_ever_has_is_refused()
    {
        var package = new EditionPackage(EditionSample.Package).With("word/document.xml", new byte[21 * 1024 * 1024]).ToBytes();

        Assert.Contains(EditionVerifier.Verify(package, EditionSample.Edition).Leaks, leak => leak.Code == "package-too-large");
    }
}
