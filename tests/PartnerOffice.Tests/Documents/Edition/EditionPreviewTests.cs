using System.Text;
using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Edition;

public sealed class EditionPreviewTests
{
    public static TheoryData<bool> Samples => [false, true];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Whatever_the_partner_reads_stands_in_the_preview_in_the_order_of_the_document(bool everyField)
    {
        var edition = everyField ? EditionSample.Full : EditionSample.Edition;
        var said = Plain(Page(edition).Root!.Element("body")!.Element("main")!.Value);

        var at = 0;
        foreach (var leaf in ModelLeaves.Of(edition).Where(leaf => leaf.Kind == LeafKind.Paragraph))
        {
            var found = said.IndexOf(Plain(leaf.Text), at, StringComparison.Ordinal);
            Assert.True(found >= 0, leaf.Place);
            at = found;
        }

        foreach (var resolution in edition.Content.Items.SelectMany(item => item.Resolutions))
            Assert.Contains(Plain(resolution.Wording), said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Everything_that_was_withheld_is_marked_once_with_its_reason(bool everyField)
    {
        var edition = everyField ? EditionSample.Full : EditionSample.Edition;
        var notes = Page(edition).Descendants("div").Where(element => element.Attribute("role")?.Value == "note").SelectMany(note => note.Descendants("li")).Select(note => note.Element("b")!.Value).ToList();

        Assert.Equal(edition.Withheld.Select(entry => entry.Place).Order(), notes.Order());
    }

    [Fact]
    public void A_withheld_item_and_words_within_a_line_are_marked_where_they_stood()
    {
        var marks = Page(EditionSample.Edition).Descendants("mark").Select(mark => mark.Value).ToList();

        Assert.Contains($"Zurückgehalten: {PartnerEdition.Placeholder}", marks);
        Assert.Contains($"Zurückgehalten: {PartnerEdition.InlinePlaceholder}", marks);
    }

    [Fact]
    public void What_people_write_never_becomes_markup()
    {
        var sample = Support.Samples.Minutes;
        var edition = EditionSample.Of(sample with { Items = [sample.Items[0] with { Title = "<script>alert(1)</script> & \"mehr\"" }, .. sample.Items.Skip(1)] });

        Assert.Empty(Page(edition).Descendants("script"));
        Assert.Contains(Page(edition).Descendants("h2"), heading => heading.Value.Contains("<script>alert(1)</script> & \"mehr\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_loads_nothing_and_its_headings_leave_out_no_level()
    {
        var page = Page(EditionSample.Full);

        Assert.Contains(page.Descendants("meta"), meta => meta.Attribute("content")?.Value.StartsWith("default-src 'none'", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(page.Descendants(), element => element.Attribute("src") is not null || element.Name.LocalName is "script" or "img" or "iframe" or "form" or "link");
        var levels = page.Descendants().Select(element => element.Name.LocalName).Where(name => name is ['h', >= '1' and <= '6']).Select(name => name[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} then h{pair.Second}"));
    }

    [Fact]
    public void The_rules_of_its_looks_arrive_as_they_were_written() =>
        Assert.DoesNotContain('&', Encoding.UTF8.GetString(EditionPreview.Of(EditionSample.Edition, Language.German)).Split("</style>")[0]);

    [Fact]
    public void The_same_edition_is_the_same_page() =>
        Assert.Equal(EditionPreview.Of(EditionSample.Edition, Language.German), EditionPreview.Of(EditionSample.Edition, Language.German));

    private static XDocument Page(PartnerEdition edition)
    {
        var html = Encoding.UTF8.GetString(EditionPreview.Of(edition, Language.German));
        return XDocument.Parse(html[(html.IndexOf('\n', StringComparison.Ordinal) + 1)..], LoadOptions.PreserveWhitespace);
    }

    // The mark says one word more to those who listen.
    private static string Plain(string text) => string.Join(' ', text.Replace("Zurückgehalten: ", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
