using System.Text;
using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

public sealed class RestyledTemplateTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static TheoryData<MeetingKind> Kinds => [MeetingKind.BoardMeeting, MeetingKind.JointRetreat, MeetingKind.DistrictConference, MeetingKind.MembersAssembly];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_restyled_template_is_filled_and_read_like_the_delivered_one(MeetingKind kind)
    {
        var minutes = MinutesOfKind.Of(kind);

        var document = MinutesWriter.Fill(Restyling.Of(MinutesTemplate.Build(kind)), minutes, DocumentFrame.Of(minutes));

        var reading = Reading.Of(document);
        Assert.Equal(MinutesJson.Write(minutes), MinutesJson.Write(reading.Minutes!));
        Assert.Empty(reading.Findings);
        Assert.Empty(WordValidity.ErrorsOf(document));
        Assert.Empty(Losses(document));
    }

    [Fact]
    public void A_restyled_template_keeps_its_logo_its_fonts_and_its_words()
    {
        var document = MinutesWriter.Fill(Restyling.Of(MinutesTemplate.Build()), Samples.Minutes, DocumentFrame.Of(Samples.Minutes));

        var parts = PackageText.Parts(document);
        Assert.Equal(Restyling.Logo, parts["word/media/image1.png"]);
        Assert.DoesNotContain("Calibri", Encoding.UTF8.GetString(parts["word/styles.xml"]), StringComparison.Ordinal);
        Assert.Contains("Tag der Sitzung", PackageText.Lines(document), StringComparison.Ordinal);
        Assert.Contains("Beispielweg 1, 48565 Steinfurt\n", PackageText.Lines(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_have_the_style_that_the_template_gives_them()
    {
        var document = MinutesWriter.Fill(Restyling.Of(MinutesTemplate.Build()), Samples.Minutes, DocumentFrame.Of(Samples.Minutes));

        var parts = PackageText.Parts(document);
        var known = Xml(parts, "word/styles.xml").Elements(W + "style").Select(style => style.Attribute(W + "styleId")!.Value).ToHashSet();
        var used = Xml(parts, "word/document.xml").Descendants().Where(element => element.Name.LocalName is "pStyle" or "rStyle" or "tblStyle").Select(element => element.Attribute(W + "val")!.Value).Distinct().ToList();
        Assert.Contains("berschrift2", used);
        Assert.All(used, id => Assert.Contains(id, known));
    }

    [Fact]
    public void A_template_that_lost_its_styles_gets_ours_back()
    {
        var document = MinutesWriter.Fill(Restyling.WithoutOurStyles(MinutesTemplate.Build()), Samples.Minutes, DocumentFrame.Of(Samples.Minutes));

        var styles = Xml(PackageText.Parts(document), "word/styles.xml").Elements(W + "style").Select(style => style.Attribute(W + "styleId")!.Value);
        Assert.Contains("PONurVorstand", styles);
        Assert.Contains("POTabelle", styles);
        Assert.Empty(WordValidity.ErrorsOf(document));
    }

    [Fact]
    public void A_template_says_which_controls_and_tables_it_lost_with_place_and_remedy()
    {
        var template = Restyling.Without(MinutesTemplate.Build(), ["po:meeting.place", "po:invitation.sentOn", "po:invitation.how", "po:meeting.interruptions"], ["NameFunktionTeilnahme"]);

        var losses = Losses(template);

        Assert.Equal(["Einladung", "Ort", "Teilnahme", "Unterbrechungen"], losses.Select(finding => finding.Place).Order(StringComparer.Ordinal));
        Assert.Equal("Hier fehlen 2 Felder der Vorlage: Eingeladen am, Eingeladen wie.", losses.Single(finding => finding.Place == "Einladung").Message.German);
        Assert.Equal(FindingWeight.Hint, losses.Single(finding => finding.Place == "Unterbrechungen").Weight);
        Assert.All(losses, finding => Assert.Contains("mitgelieferten Vorlage", finding.Remedy.German, StringComparison.Ordinal));
    }

    [Fact]
    public void A_delivered_template_and_filled_minutes_have_lost_nothing()
    {
        foreach (var name in MinutesTemplate.FileNames)
            Assert.Empty(Losses(MinutesTemplate.Build(name)));
        foreach (var kind in Enum.GetValues<MeetingKind>())
            Assert.Empty(Losses(MinutesWriter.Fill(MinutesTemplate.Build(kind), MinutesOfKind.Of(kind), DocumentFrame.Of(MinutesOfKind.Of(kind)))));
    }

    private static IReadOnlyList<Finding> Losses(ReadOnlyMemory<byte> document) => FormContract.LossesOf(PackageGate.Inspect(document, PackageKind.Word));

    private static XElement Xml(IReadOnlyDictionary<string, byte[]> parts, string name) => XElement.Parse(Encoding.UTF8.GetString(parts[name]));
}
