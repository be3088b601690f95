using System.Text;
using System.Xml;
using CsCheck;
using PartnerOffice.Documents.Tracker;
using Xunit;

namespace PartnerOffice.Tests.Documents.Tracker;

public sealed class XmlScannerTests
{
    [Theory]
    [InlineData("<a><b/></a>")]
    [InlineData("<?xml version='1.0'?><x:a xmlns:x=\"u\" t='>'><x:b r=\"/>\" /><!-- <c> --><![CDATA[<d>]]></x:a >")]
    [InlineData("\uFEFF<a>\n<b\tr = 'x'\n/>text &lt;e&gt;</a>\n<!-- Ende -->")]
    public void It_sees_the_elements_that_an_XML_reader_sees(string xml) => AssertSame(xml);

    [Fact]
    public void It_sees_what_an_XML_reader_sees_in_any_nesting() =>
        Gen.Recursive<string>((depth, self) => Gen.Select(Gen.Const("abc").Select(letters => letters[depth % 3]), OneOf("", " r=\"1\"", " s='>'", " t=\"a/\" u='\"'"), depth > 4 ? Gen.Const("") : self.Array[0, 3].Select(string.Concat), OneOf("", "x &amp; y", "<!--<z>-->", "<![CDATA[</b>]]>"))
            .Select((name, attributes, inner, text) => inner.Length + text.Length == 0 ? $"<{name}{attributes}/>" : $"<{name}{attributes}>{text}{inner}</{name}>"))
        .Sample(AssertSame, iter: 300);

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")]
    [InlineData("<a><b></a></b>")]
    [InlineData("<a>")]
    [InlineData("<a/><b/>")]
    [InlineData("<a></a></a>")]
    [InlineData("<a t=\"></a>")]
    [InlineData("")]
    public void What_no_XML_reader_takes_is_refused(string xml) =>
        Assert.Equal("unreadable", Assert.Throws<TrackerRefusedException>(() => Names(xml)).Code);

    [Fact]
    public void Depth_has_an_end()
    {
        Assert.Equal(256, Names(string.Concat(Enumerable.Repeat("<a>", 256)) + string.Concat(Enumerable.Repeat("</a>", 256))).Count);
        Assert.Throws<TrackerRefusedException>(() => Names(string.Concat(Enumerable.Repeat("<a>", 20_000))));
    }

    [Fact]
    public void A_workbook_with_a_document_type_is_refused_wherever_it_stands()
    {
        var workbook = new PeoplesWorkbook().Build();
        foreach (var part in new[] { "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/tables/table1.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/charts/chart1.xml" })
        {
            var hostile = People.Replace(workbook, part, "standalone=\"yes\"?>", "standalone=\"yes\"?><!DOCTYPE a [<!ENTITY b \"c\">]>");

            Assert.ThrowsAny<Exception>(() => TrackerWorkbook.Apply(hostile, [Sheets.Change("Liste", Sheets.Row(("Schlüssel", "neu"), ("Am", "2026-01-01")))]));
            var refused = Record.Exception(() => TrackerWorkbook.Apply(hostile, [Sheets.Change("Liste", Sheets.Row(("Schlüssel", "neu"), ("Am", "2026-01-01")))]));
            Assert.Equal("unreadable", Assert.IsType<TrackerRefusedException>(refused).Code);
        }
    }

    private static void AssertSame(string xml)
    {
        var expected = new List<string>();
        using var reader = XmlReader.Create(new StringReader(xml.TrimStart('\uFEFF')));
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element)
                expected.Add($"{reader.Depth} {reader.LocalName} {reader.GetAttribute("r")}");
        Assert.Equal(expected, Names(xml));
    }

    private static List<string> Names(string xml)
    {
        var names = new List<string>();
        var scanner = new XmlScanner(Encoding.UTF8.GetBytes(xml), "test");
        while (scanner.Next())
            if (scanner.Kind != TagKind.End)
                names.Add($"{scanner.Depth} {Encoding.UTF8.GetString(scanner.Local)} {scanner.AttributeText("r"u8)}");
        return names;
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
