using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

/// <summary>The mark fails closed (R1): whatever one carrier loses, nothing leaves, and a person is told once.</summary>
public sealed class MarkCarrierTests
{
    private const string Secret = "Zauberlehrling";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly Dictionary<string, TextBlock> Shapes = new()
    {
        ["words"] = new TextParagraph([new TextRun("Offen, "), new TextRun($"der {Secret} nicht") { Internal = true }, new TextRun(", wieder offen.")]),
        ["paragraph"] = new InternalPassage([new TextParagraph([new TextRun($"Der {Secret} bleibt hier.")])]),
        ["paragraphs"] = new InternalPassage([new TextParagraph([new TextRun($"Der {Secret} bleibt hier.")]), new TextParagraph([new TextRun($"Auch der zweite {Secret}.")])]),
        ["list item"] = new TextList(false, [[new TextRun("offen")], [new TextRun($"der {Secret}") { Internal = true }], [new TextRun("wieder offen")]]),
        ["table row"] = new TextTable([[[new TextRun("Posten")], [new TextRun("Betrag")]], [[new TextRun(Secret) { Internal = true }], [new TextRun($"7 {Secret}") { Internal = true }]]]),
    };

    public static TheoryData<string, string> EachCarrierOfEachShape =>
    [
        .. from shape in Shapes.Keys from carrier in (string[])["control", "style", "signs", "sign retyped"] select new TheoryDataRow<string, string>(shape, carrier),
    ];

    public static TheoryData<string, string> EachCarrierLeftAlone =>
    [
        .. from shape in Shapes.Keys from carrier in (string[])["control", "style", "signs"] select new TheoryDataRow<string, string>(shape, carrier),
    ];

    [Theory]
    [MemberData(nameof(EachCarrierOfEachShape))]
    public void Nothing_leaves_and_one_finding_says_so_when_a_carrier_is_lost(string shape, string carrier)
    {
        var reading = Reading.Of(WordSave.Of(Filled(shape), body => MarkCarriers.Remove(body, carrier)));

        var finding = Assert.Single(reading.Findings);
        // Word on the web cannot put a control in: two visible carriers that agree are a mark, and a hint says what is missing.
        Assert.Equal(("V15", carrier == "control" ? Severity.Warning : Severity.Error), (finding.Rule, finding.Severity));
        AssertStays(reading);
    }

    [Theory]
    [MemberData(nameof(EachCarrierLeftAlone))]
    public void One_carrier_alone_withholds_and_one_finding_says_so(string shape, string left)
    {
        var reading = Reading.Of(WordSave.Of(Filled(shape), body =>
        {
            foreach (var carrier in ((string[])["control", "style", "signs"]).Where(carrier => carrier != left))
                MarkCarriers.Remove(body, carrier);
        }));

        Assert.Equal("V15", Assert.Single(reading.Findings).Rule);
        AssertStays(reading);
    }

    [Fact]
    public void A_row_in_a_control_of_its_own_stays_in_the_board()
    {
        var reading = Reading.Of(WordSave.Of(Filled("table row"), body =>
        {
            foreach (var carrier in (string[])["control", "style", "signs"])
                MarkCarriers.Remove(body, carrier);
            var row = body.Descendants(W + "tr").Single(row => row.Value.Contains(Secret, StringComparison.Ordinal));
            row.ReplaceWith(new XElement(W + "sdt", new XElement(W + "sdtPr", new XElement(W + "tag", new XAttribute(W + "val", "po:internal"))), new XElement(W + "sdtContent", row)));
        }));

        Assert.Equal("V15", Assert.Single(reading.Findings).Rule);
        AssertStays(reading);
    }

    [Fact]
    public void An_item_pasted_into_another_goes_nowhere_with_it()
    {
        var minutes = Samples.Minutes;
        var reading = Reading.Of(WordSave.Of(Fill(minutes), body =>
        {
            XElement Block(string title) => body.Descendants(W + "sdt").First(control => Tag(control).StartsWith("po:item:", StringComparison.Ordinal) && control.Value.Contains(title, StringComparison.Ordinal));
            var inner = Block("Mitgliederangelegenheit");
            inner.Remove();
            Block("Eröffnung").Descendants(W + "sdt").Single(control => Tag(control) == "po:text").Element(W + "sdtContent")!.Add(inner);
        }));

        Assert.Contains(reading.Findings, finding => finding is { Place: "TOP 1", Severity: Severity.Error });
        var content = MinutesJson.Write(Redactor.Redact(reading.Minutes!, PartnershipSample.Read()).Content);
        Assert.DoesNotContain("Heimlich", content, StringComparison.Ordinal);
        Assert.DoesNotContain("Aufnahmeantrag", content, StringComparison.Ordinal);
        Assert.Equal(Samples.Minutes.Items.Count, reading.Minutes!.Items.Count);
    }

    private static void AssertStays(MinutesReading reading)
    {
        var edition = Redactor.Redact(reading.Minutes!, PartnershipSample.Read());

        Assert.DoesNotContain(Secret, MinutesJson.Write(edition.Content), StringComparison.Ordinal);
        Assert.Empty(PackageText.Find(EditionRenderer.Render(edition).Bytes, Secret));
    }

    private static byte[] Filled(string shape)
    {
        var sample = Samples.Minutes;
        var item = sample.Items[0] with { Text = [new TextParagraph([new TextRun("Davor.")]), Shapes[shape], new TextParagraph([new TextRun("Danach.")])] };
        var quiet = sample.Items.Skip(1).Select(other => other with { Text = [] });
        return Fill(sample with { Items = [item, .. quiet] });
    }

    private static byte[] Fill(Minutes minutes) => MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes));

    private static string Tag(XElement control) => control.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val")?.Value ?? "";
}
