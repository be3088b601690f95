using PartnerOffice.Documents.Edition;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Edition.Verification;

public sealed class EditionVerifierTests
{
    private const string Document = "word/document.xml";

    [Fact]
    public void The_sample_edition_may_leave()
    {
        var verdict = EditionVerifier.Verify(EditionSample.Package, EditionSample.Edition);

        Assert.Empty(verdict.Leaks);
        Assert.Empty(verdict.Coincidences);
        Assert.True(verdict.IsClean);
    }

    [Fact]
    public void An_edition_in_which_every_field_is_filled_may_leave()
    {
        var verdict = EditionVerifier.Verify(EditionSample.FullPackage, EditionSample.Full);

        Assert.Empty(verdict.Leaks);
    }

    [Fact]
    public void A_package_written_anew_byte_by_byte_may_leave_too()
    {
        var package = new ZipBytes().Rewrite(new EditionPackage(EditionSample.Package).ToBytes());

        Assert.Empty(EditionVerifier.Verify(package, EditionSample.Edition).Leaks);
    }

    [Fact]
    public void Ordinary_minutes_leave_though_their_author_is_the_minute_taker_and_a_stock_sentence_was_withheld()
    {
        var edition = EditionSample.Withholding("Der Vorstand nimmt den Bericht der Schatzmeisterin ohne Aussprache zur Kenntnis.", "Verzicht", "Bernd Muster", "Status", "Kreisvorstand");

        var verdict = EditionVerifier.Verify(EditionSample.Package, edition, sourcePeople: ["Bernd Muster", "Muster, Bernd"]);

        Assert.True(verdict.IsClean, string.Join('\n', verdict.Leaks.Select(leak => leak.ToString()).Concat(verdict.Coincidences.Select(found => found.ToString()))));
    }

    [Fact]
    public void A_person_of_the_source_who_stands_in_the_text_is_a_leak_in_a_property()
    {
        var package = new EditionPackage(EditionSample.Package).Replace("docProps/core.xml", "</cp:coreProperties>", "<cp:lastModifiedBy>Muster, Bernd</cp:lastModifiedBy></cp:coreProperties>").ToBytes();

        var verdict = EditionVerifier.Verify(package, EditionSample.Edition, sourcePeople: ["Bernd Muster"]);

        Assert.Contains(verdict.Leaks, leak => leak is { Part: "docProps/core.xml", Code: "element-not-allowed" });
    }

    [Theory]
    [InlineData("der Entwurf")]
    [InlineData("8.412,37 €")]
    [InlineData("Hanna Heimlich")]
    [InlineData("x")]
    public void A_paragraph_that_says_more_than_the_model_is_refused(string more)
    {
        var package = new EditionPackage(EditionSample.Package).Replace(Document, "Kommunalfinanzen", $"Kommunalfinanzen {more}").ToBytes();

        var verdict = EditionVerifier.Verify(package, EditionSample.Edition);

        Assert.Contains(verdict.Leaks, leak => leak is { Question: LeakQuestion.OnlyTheAllowed, Part: Document, Code: "text-not-allowed" });
    }

    [Fact]
    public void Words_of_another_agenda_item_are_refused_in_this_one()
    {
        var package = new EditionPackage(EditionSample.Package).Replace(Document, "Kommunalfinanzen", "Verschiedenes").ToBytes();

        Assert.Contains(EditionVerifier.Verify(package, EditionSample.Edition).Leaks, leak => leak.Code == "text-not-allowed");
    }

    [Theory]
    [InlineData("Kommunalfinanzen", "Öffentlicher Nahverkehr im ländlichen Raum")]
    [InlineData("Kommunalfinanzen", "")]
    public void Text_for_the_partner_that_is_missing_or_replaced_is_refused(string words, string instead)
    {
        var package = new EditionPackage(EditionSample.Package).Replace(Document, words, instead).ToBytes();

        Assert.Contains(EditionVerifier.Verify(package, EditionSample.Edition).Leaks, leak => leak is { Place: "TOP 3", Code: "text-missing" });
    }

    [Fact]
    public void Text_for_the_partner_in_another_order_is_refused()
    {
        var package = new EditionPackage(EditionSample.Package)
            .Replace(Document, "Kommunalfinanzen", "@@")
            .Replace(Document, "Öffentlicher Nahverkehr im ländlichen Raum", "Kommunalfinanzen")
            .Replace(Document, "@@", "Öffentlicher Nahverkehr im ländlichen Raum");

        Assert.Contains(EditionVerifier.Verify(package.ToBytes(), EditionSample.Edition).Leaks, leak => leak.Code == "text-missing");
    }

    [Fact]
    public void A_resolution_that_is_there_only_once_where_it_was_taken_twice_is_refused()
    {
        var package = new EditionPackage(EditionSample.Package).Replace(Document, "Der Kreisvorstand unterstützt den Antrag zum Nahverkehr.", "").ToBytes();

        Assert.Contains(EditionVerifier.Verify(package, EditionSample.Edition).Leaks, leak => leak.Code == "text-missing");
    }

    [Fact]
    public void The_edition_of_other_minutes_is_refused()
    {
        Assert.NotEmpty(EditionVerifier.Verify(EditionSample.FullPackage, EditionSample.Edition).Leaks);
        Assert.NotEmpty(EditionVerifier.Verify(EditionSample.Package, EditionSample.Full).Leaks);
    }

    [Theory]
    [InlineData("docProps/core.xml")]
    [InlineData("word/document.xml")]
    [InlineData("_rels/.rels")]
    [InlineData("[Content_Types].xml")]
    [InlineData("word/styles.xml")]
    [InlineData("word/footer1.xml")]
    [InlineData("word/_rels/document.xml.rels")]
    public void A_package_without_one_of_its_parts_is_refused(string part)
    {
        var package = new EditionPackage(EditionSample.Package).Without(part).ToBytes();

        Assert.NotEmpty(EditionVerifier.Verify(package, EditionSample.Edition).Leaks);
    }

    // Other rules catch it too; this one says what it is.
    [Fact]
    public void A_part_that_no_edition_has_is_named_as_such()
    {
        var package = new EditionPackage(EditionSample.Package).With("word/comments.xml", [.. "<a/>"u8]).ToBytes();

        var verdict = EditionVerifier.Verify(package, EditionSample.Edition);

        Assert.Contains(verdict.Leaks, leak => leak is { Question: LeakQuestion.OnlyTheAllowed, Code: "part-not-allowed" });
    }

    [Theory]
    [InlineData("<w:color w:val=\"404040\"/>", "<w:color w:val=\"FEFEFE\"/>")]
    [InlineData("<w:sz w:val=\"21\"/>", "<w:sz w:val=\"2\"/>")]
    [InlineData("<w:qFormat/>", "<w:qFormat/><w:rPr><w:vanish/></w:rPr>")]
    [InlineData("w:fill=\"E4EEF1\"", "w:fill=\"1F4E5F\"")]
    public void A_style_that_hides_what_it_formats_is_refused(string old, string hiding)
    {
        var package = new EditionPackage(EditionSample.Package).Replace("word/styles.xml", old, hiding).ToBytes();

        Assert.Contains(EditionVerifier.Verify(package, EditionSample.Edition).Leaks, leak => leak.Part == "word/styles.xml");
    }

    [Theory]
    [InlineData("https://www.example.org/antragsheft", "http://www.example.org/antragsheft")]
    [InlineData("https://www.example.org/antragsheft", "https://www.example.org/antragsheft?id=7")]
    [InlineData("https://www.example.org/antragsheft", "https://tracker.example.net/")]
    [InlineData("https://www.example.org/antragsheft", "\\\\server\\share")]
    [InlineData("TargetMode=\"External\"", "TargetMode=\"Internal\"")]
    [InlineData("rIdPO1", "rIdPO2")]
    public void A_link_that_leads_elsewhere_is_refused(string old, string instead)
    {
        var package = new EditionPackage(EditionSample.Package).Replace("word/_rels/document.xml.rels", old, instead).ToBytes();

        Assert.NotEmpty(EditionVerifier.Verify(package, EditionSample.Edition).Leaks);
    }

    [Theory]
    [InlineData("2026-07-17T00:00:00Z", "2026-07-18T00:00:00Z")]
    [InlineData("2026-07-17T00:00:00Z", "2026-07-17T08:15:00Z")]
    [InlineData("<cp:version>1<", "<cp:version>2<")]
    [InlineData("</cp:version>", "</cp:version><cp:version>1</cp:version>")]
    public void Properties_of_another_version_or_day_are_refused(string old, string instead)
    {
        var package = new EditionPackage(EditionSample.Package).Replace("docProps/core.xml", old, instead).ToBytes();

        Assert.Contains(EditionVerifier.Verify(package, EditionSample.Edition).Leaks, leak => leak is { Part: "docProps/core.xml", Code: "property-not-allowed" });
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("Das ist kein Paket.")]
    public void What_is_no_package_is_refused(string content)
    {
        var verdict = EditionVerifier.Verify(System.Text.Encoding.UTF8.GetBytes(content), EditionSample.Edition);

        Assert.Contains(verdict.Leaks, leak => leak.Code == "package-unreadable");
    }

    [Fact]
    public void A_package_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < EditionSample.Package.Length; length += 61)
            Assert.False(EditionVerifier.Verify(EditionSample.Package.AsMemory(0, length), EditionSample.Edition).IsClean);
    }

    [Fact]
    public void A_part_that_nests_without_end_is_refused_and_the_process_lives()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 30_000));
        var package = new EditionPackage(EditionSample.Package).Replace(Document, "<w:body>", "<w:body>" + deep).ToBytes();

        Assert.Contains(EditionVerifier.Verify(package, EditionSample.Edition).Leaks, leak => leak.Code == "xml-unreadable");
    }

    [Fact]
    public void No_finding_repeats_the_words()
    {
        const string Words = "Kanarienvogel Zacharias";
        var edition = EditionSample.Hiding(Words);
        var package = new EditionPackage(EditionSample.Package).Replace(Document, "Kommunalfinanzen", Words)
            .Replace(Document, "<w:body>", "<w:body><w:Kanarienvogel/>").With("word/Kanarienvogel.xml", "<Kanarienvogel/>"u8.ToArray()).ToBytes();

        var verdict = EditionVerifier.Verify(package, edition);

        Assert.NotEmpty(verdict.Leaks);
        Assert.DoesNotContain("Kanarienvogel", string.Join('\n', verdict.Leaks), StringComparison.OrdinalIgnoreCase);
    }
}
