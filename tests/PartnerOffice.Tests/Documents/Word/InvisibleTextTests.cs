using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

/// <summary>Text that nobody sees would be read like any other: a person must see it first.</summary>
public sealed class InvisibleTextTests
{
    private const string Sentence = "berichtet über den letzten Besuch.";

    private static readonly byte[] Source = MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes));

    [Fact]
    public void Minutes_as_the_standard_form_has_them_hide_nothing() =>
        Assert.DoesNotContain(Reading.Of(Source).Findings, finding => finding.Rule == "V18");

    [Theory]
    [InlineData("<w:vanish/>")]
    [InlineData("<w:specVanish/>")]
    [InlineData("<w:webHidden/>")]
    [InlineData("<w:color w:val=\"FFFFFF\"/>")]
    [InlineData("<w:color w:val=\"FDFDF8\"/>")]
    [InlineData("<w:color w:val=\"000000\" w:themeColor=\"background1\"/>")]
    [InlineData("<w:color w:val=\"000000\"/><w:highlight w:val=\"black\"/>")]
    [InlineData("<w:color w:val=\"1F3864\"/><w:shd w:val=\"clear\" w:fill=\"1F3860\"/>")]
    [InlineData("<w:sz w:val=\"2\"/>")]
    [InlineData("<w:w w:val=\"1\"/>")]
    [InlineData("<w14:textFill xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w14:noFill/></w14:textFill>")]
    public void A_run_that_nobody_sees_is_said_with_its_place(string look) =>
        Assert.Contains(Reading.Of(With($"<w:r><w:rPr>{look}</w:rPr><w:t>etwas</w:t></w:r>")).Findings, finding => finding is { Rule: "V18", Place: "TOP 5", Weight: FindingWeight.Stops });

    [Theory]
    [InlineData("<w:color w:val=\"auto\"/>")]
    [InlineData("<w:color w:val=\"808080\"/>")]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"darkBlue\"/>")]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"A50F15\"/>")]
    [InlineData("<w:sz w:val=\"12\"/>")]
    [InlineData("<w:vanish w:val=\"0\"/>")]
    [InlineData("<w:highlight w:val=\"yellow\"/>")]
    public void Text_in_colours_that_people_can_read_is_nobody_s_business(string look) =>
        Assert.DoesNotContain(Reading.Of(With($"<w:r><w:rPr>{look}</w:rPr><w:t>etwas</w:t></w:r>")).Findings, finding => finding.Rule == "V18");

    [Fact]
    public void A_style_hides_as_a_format_does()
    {
        var package = new EditionPackage(Source).Replace("word/styles.xml", "</w:styles>", "<w:style w:type=\"character\" w:styleId=\"Leise\"><w:name w:val=\"Leise\"/><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr></w:style></w:styles>");
        Behind(package, "<w:r><w:rPr><w:rStyle w:val=\"Leise\"/></w:rPr><w:t>etwas</w:t></w:r>");

        Assert.Contains(Reading.Of(package.ToBytes()).Findings, finding => finding is { Rule: "V18", Place: "TOP 5" });
    }

    [Theory]
    [InlineData("<w:trPr>", "<w:trPr><w:hidden/>")]
    [InlineData("<w:trPr>", "<w:trPr><w:trHeight w:val=\"1\" w:hRule=\"exact\"/>")]
    public void A_row_that_nobody_sees_is_said_too(string old, string hiding) =>
        Assert.Contains(Reading.Of(new EditionPackage(Source).Replace("word/document.xml", old, hiding).ToBytes()).Findings, finding => finding.Rule == "V18");

    private static byte[] With(string run) => Behind(new EditionPackage(Source), run).ToBytes();

    private static EditionPackage Behind(EditionPackage package, string markup)
    {
        var text = package["word/document.xml"];
        var end = text.IndexOf("</w:p>", text.IndexOf(Sentence, StringComparison.Ordinal), StringComparison.Ordinal);
        package["word/document.xml"] = text[..end] + markup + text[end..];
        return package;
    }
}
