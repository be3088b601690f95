using PartnerOffice.Documents.Gate;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Gate;

public sealed class GateRefusalTests
{
    public static TheoryData<GateCode> Codes => [.. Enum.GetValues<GateCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_refusal_says_what_and_what_to_do_in_at_most_thirty_words(GateCode code)
    {
        var refusal = new GateRefusal(code);

        foreach (var (what, remedy) in new[] { (refusal.Explanation.German, refusal.Remedy.German), (refusal.Explanation.English, refusal.Remedy.English) })
        {
            Assert.EndsWith(".", what, StringComparison.Ordinal);
            Assert.EndsWith(".", remedy, StringComparison.Ordinal);
            Assert.InRange($"{what} {remedy}".Split(' ').Length, 6, 30);
            Assert.DoesNotMatch("[a-z]-[a-z]|zip|xml|XML|Part|[^r]element", what.Replace("Word- oder Excel-Datei", "", StringComparison.Ordinal));
        }

        Assert.NotEqual(refusal.Explanation.German, refusal.Explanation.English);
    }

    [Theory]
    [InlineData(GateCode.XmlTooDeep, "xml-too-deep")]
    [InlineData(GateCode.HasDtd, "has-dtd")]
    [InlineData(GateCode.Damaged, "damaged")]
    public void Scripts_know_a_refusal_by_its_word(GateCode code, string word) => Assert.Equal(word, new GateRefusal(code).CodeWord);

    [Fact]
    public void A_log_learns_the_reason_and_nothing_from_the_file()
    {
        var file = PackageForge.Document().With("word/media/Hanna Heimlich.png", "%PDF-1.7").ToBytes();

        var refusal = Assert.Throws<GateRefusal>(() => PackageGate.Inspect(file, PackageKind.Word));

        Assert.Equal("word/media/Hanna Heimlich.png", refusal.Place);
        Assert.DoesNotContain("Heimlich", refusal.ToString(), StringComparison.Ordinal);
        Assert.Contains("embedded-package", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_turns_the_writing_or_breaks_the_line_is_shown_without_its_tricks()
    {
        var refusal = new GateRefusal(GateCode.BadName, "a\u202Egnp.exe\r\n\u001B[2J" + new string('x', 500));

        Assert.Equal("a?gnp.exe???[2J" + new string('x', 105) + "…", refusal.Place);
    }

    [Theory]
    [InlineData("%PDF-1.7", "ein PDF")]
    [InlineData(@"{\rtf1", "ein RTF-Dokument")]
    [InlineData("<html>", "eine Webseite")]
    public void Another_kind_of_file_is_called_by_its_name(string start, string name)
    {
        var refusal = Assert.Throws<GateRefusal>(() => PackageGate.Inspect(System.Text.Encoding.ASCII.GetBytes(start), PackageKind.Word));

        Assert.Contains($"sondern {name}.", refusal.Explanation.German, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_given_for_minutes_is_called_one() =>
        Assert.Contains("eine Excel-Mappe", Assert.Throws<GateRefusal>(() => PackageGate.Inspect(PackageForge.Workbook().ToBytes(), PackageKind.Word)).Explanation.German, StringComparison.Ordinal);
}
