using System.Text;
using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

/// <summary>What a screen reader meets, read from the bytes: title, headings in order, heads of tables, language.</summary>
public sealed class ScreenReaderOrderTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    private static readonly Dictionary<string, Func<byte[]>> Documents = MinutesTemplate.FileNames.Select(name => (Name: name, Make: (Func<byte[]>)(() => MinutesTemplate.Build(name).ToArray())))
        .Concat(Enum.GetValues<MeetingKind>().Select(kind => (Name: $"filled {KebabWord.Of(kind)}", Make: (Func<byte[]>)(() => Fill(kind)))))
        .Concat(Enum.GetValues<MeetingKind>().Select(kind => (Name: $"edition {KebabWord.Of(kind)}", Make: (Func<byte[]>)(() => EditionSample.Render(EditionSample.Of(MinutesOfKind.Of(kind)))))))
        .ToDictionary(pair => pair.Name, pair => pair.Make);

    public static TheoryData<string> Names => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Headings_are_nested_without_jumps_below_one_title(string name)
    {
        var parts = PackageText.Parts(Documents[name]());
        var styles = Xml(parts, "word/styles.xml").Elements(W + "style").ToDictionary(style => style.Attribute(W + "styleId")!.Value, style => style.Element(W + "name")!.Attribute(W + "val")!.Value);
        var lines = Xml(parts, "word/document.xml").Descendants(W + "p").Select(line => styles.GetValueOrDefault(line.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val")?.Value ?? "", "")).ToList();

        Assert.Single(lines, style => style == "Title");
        var levels = lines.Where(style => style.StartsWith("heading ", StringComparison.Ordinal)).Select(style => int.Parse(style[8..], null)).ToList();
        Assert.True(lines.IndexOf("Title") < lines.IndexOf("heading 1"));
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{pair.First} is followed by {pair.Second}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_table_with_heads_says_so_and_has_a_name(string name)
    {
        var tables = Xml(PackageText.Parts(Documents[name]()), "word/document.xml").Descendants(W + "tbl").Where(table => table.Element(W + "tblPr")!.Element(W + "tblStyle")?.Attribute(W + "val")?.Value == "POTabelle").ToList();

        Assert.NotEmpty(tables);
        Assert.All(tables, table =>
        {
            Assert.NotNull(table.Elements(W + "tr").First().Element(W + "trPr")?.Element(W + "tblHeader"));
            Assert.All(table.Elements(W + "tr").First().Elements(W + "tc"), cell => Assert.NotEmpty(cell.Value));
            Assert.NotEmpty(table.Element(W + "tblPr")!.Element(W + "tblCaption")!.Attribute(W + "val")!.Value);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_document_has_a_title_and_speaks_German(string name)
    {
        var parts = PackageText.Parts(Documents[name]());

        Assert.NotEmpty(Xml(parts, "docProps/core.xml").Element(Dc + "title")!.Value);
        var languages = ((string[])["word/styles.xml", "word/document.xml", "word/header1.xml", "word/footer1.xml"]).SelectMany(part => Xml(parts, part).Descendants(W + "lang")).Select(language => language.Attribute(W + "val")?.Value);
        Assert.Equal(["de-DE"], languages.Distinct());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_check_finds_nothing_in_the_way_and_nothing_unseen(string name)
    {
        var package = PackageGate.Inspect(Documents[name](), PackageKind.Word);

        Assert.Empty(Accessibility.Look(package));
        Assert.DoesNotContain(MinutesReader.Read(package).Findings, finding => finding.Rule == "V18");
    }

    [Fact]
    public void The_parts_of_the_form_are_read_in_the_order_of_a_meeting()
    {
        var document = Xml(PackageText.Parts(MinutesTemplate.Build()), "word/document.xml");

        var sections = document.Descendants(W + "p").Where(line => line.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val")?.Value == "Heading1").Select(line => line.Value);

        Assert.Equal(["Sitzung", "Teilnahme", "Tagesordnung", "Umlaufbeschlüsse", "Aufgabenkontrolle", "Beratung und Beschlüsse", "Anlagen", "Abschluss", "Genehmigungsvermerk"], sections);
    }

    [Fact]
    public void Each_thing_in_the_way_is_one_hint_with_what_to_do()
    {
        var document = WordSave.Of(Fill(MeetingKind.BoardMeeting), body =>
        {
            foreach (var line in body.Descendants(W + "sdt").Where(control => control.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val")?.Value == "po:title").Select(control => control.Ancestors(W + "p").First()))
                line.Element(W + "pPr")!.Element(W + "pStyle")!.SetAttributeValue(W + "val", "Normal");
            foreach (var mark in body.Descendants(W + "tblHeader").ToList())
                mark.Remove();
            foreach (var run in body.Descendants(W + "r"))
            {
                if (run.Element(W + "rPr") is null)
                    run.AddFirst(new XElement(W + "rPr", new XElement(W + "lang", new XAttribute(W + "val", "en-US"))));
            }
        });

        var findings = Accessibility.Look(PackageGate.Inspect(document, PackageKind.Word));

        Assert.Equal(["Die Titel von 8", "Eine Tabelle hat keine", "Als Sprache des Textes"], findings.Select(finding => string.Join(' ', finding.Message.German.Split(' ').Take(4))));
        Assert.All(findings, finding => Assert.Equal(("V25", FindingWeight.Hint), (finding.Rule, finding.Weight)));
    }

    [Theory]
    [InlineData("color", "FFFFFF")]
    [InlineData("sz", "2")]
    public void Text_that_nobody_sees_stops_a_release(string property, string value)
    {
        var document = WordSave.Of(Fill(MeetingKind.BoardMeeting), body =>
        {
            var run = body.Descendants(W + "r").First(run => run.Value.Contains("Antragskommission", StringComparison.Ordinal));
            run.AddFirst(new XElement(W + "rPr", new XElement(W + property, new XAttribute(W + "val", value))));
        });

        var finding = Assert.Single(Reading.Of(document).Findings, finding => finding.Rule == "V18");

        Assert.Equal(("V18", "TOP 3", FindingWeight.Stops), (finding.Rule, finding.Place, finding.Weight));
    }

    private static byte[] Fill(MeetingKind kind) => MinutesWriter.Fill(MinutesTemplate.Build(kind), MinutesOfKind.Of(kind), DocumentFrame.Of(MinutesOfKind.Of(kind)));

    private static XElement Xml(IReadOnlyDictionary<string, byte[]> parts, string name) => XElement.Parse(Encoding.UTF8.GetString(parts[name]));
}
