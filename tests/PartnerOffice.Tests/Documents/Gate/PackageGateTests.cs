using PartnerOffice.Documents.Gate;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Gate;

public sealed class PackageGateTests
{
    [Fact]
    public void A_sound_document_comes_in_with_its_parts_types_and_relationships()
    {
        var package = PackageGate.Inspect(PackageForge.Document().ToBytes(), PackageKind.Word);

        Assert.Equal("word/document.xml", package.Main.Name);
        Assert.Equal(5, package.Parts.Count);
        Assert.Equal("word/styles.xml", package.Follow(package.Main, "r1")?.Name);
        Assert.Equal("word/styles.xml", package.Find("/WORD/Styles.xml")?.Name);
        Assert.Contains("Kenntnis", System.Text.Encoding.UTF8.GetString(package.Main.Read()), StringComparison.Ordinal);
        Assert.Empty(package.Inventory);
    }
}
