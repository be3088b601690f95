using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Edition;

public sealed class PartnerEditionTests
{
    // Written by hand from the sample: what it marks for the board, whom the names policy hides, and what the address gives away.
    public static TheoryData<string> BoardOnly =>
    [
        "zwei Delegierte", "Verzicht", "Rücklage", "8.412,37", "Hanna", "Heimlich", "Mitgliederangelegenheit", "Aufnahmeantrag", "Aufnahme best",
        "Kontoauszug", "kontoauszug-juni", "Gerda", "Karin", "B 2026-07-05", "Frank Formular", "Ingo Schablone", "Beispielweg", "48565",
    ];

    [Theory]
    [MemberData(nameof(BoardOnly))]
    public void The_edition_holds_nothing_that_the_sample_marks_for_the_board(string words)
    {
        var edition = Render(Samples.Minutes).Bytes;

        Assert.Empty(PackageText.Find(edition, words));
    }

    [Fact]
    public void The_search_of_these_tests_finds_what_the_edition_does_say()
    {
        var edition = Render(Samples.Minutes).Bytes;

        Assert.NotEmpty(PackageText.Find(edition, "Kommunalfinanzen"));
    }

    [Fact]
    public void What_is_for_the_partner_is_all_there_in_order() =>
        Golden.Match("edition.txt", PackageText.Lines(Render(Samples.Minutes).Bytes));

    [Fact]
    public void The_guest_arrives_by_role_and_never_by_name()
    {
        var edition = Redactor.Redact(Samples.Minutes, PartnershipSample.Read());

        var text = Assert.IsType<TextParagraph>(edition.Content.Items.Single(item => item.Number == "5").Text[0]);
        Assert.StartsWith("Gast (Sozialberatung) berichtet über den letzten Besuch.", text.Runs[0].Text, StringComparison.Ordinal);
        Assert.Contains(edition.Replacements, replaced => replaced.Place == "TOP 5, Absatz 1");
    }

    [Fact]
    public void A_surname_that_is_a_word_stays_where_it_is_only_a_word()
    {
        var minutes = WithParagraph("3", "Der Gast des Abends blieb aus; ein Muster liegt bei.");

        var edition = Redactor.Redact(minutes, PartnershipSample.Read());

        Assert.Contains("Der Gast des Abends blieb aus; ein Muster liegt bei.", PackageText.Lines(EditionRenderer.Render(edition).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_name_is_found_across_formats_in_both_orders_and_with_a_genitive()
    {
        var minutes = Samples.Minutes;
        var item = minutes.Items.Single(item => item.Number == "3");
        minutes = With(minutes, item with
        {
            Text = [new TextParagraph([new TextRun("Frau Ger"), new TextRun("da ") { Bold = true }, new TextRun("Gasts Bericht; Gast, Gerda war da; Genoss*in Dr. Gerda Gast auch.")])],
        });

        var lines = PackageText.Lines(EditionRenderer.Render(Redactor.Redact(minutes, PartnershipSample.Read())).Bytes);

        Assert.DoesNotContain("Gerda", lines, StringComparison.Ordinal);
        Assert.Contains("Gast (Sozialberatung) Bericht; Gast (Sozialberatung) war da; Gast (Sozialberatung) auch.", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_that_nobody_decided_about_stays_in_the_board()
    {
        var minutes = Samples.Minutes;
        var item = minutes.Items.Single(item => item.Number == "5");

        var edition = Redactor.Redact(With(minutes, item with { Audience = Audience.Undecided }), PartnershipSample.Read());

        Assert.Equal(PartnerEdition.Placeholder, edition.Content.Items.Single(kept => kept.Number == "5").Title);
    }

    [Fact]
    public void An_edition_is_valid_for_Word_and_can_be_read_like_any_minutes()
    {
        var edition = Redactor.Redact(Samples.Minutes, PartnershipSample.Read());
        var bytes = EditionRenderer.Render(edition).Bytes;

        using var stream = new MemoryStream(bytes.ToArray());
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));

        var reading = Reading.Of(bytes);
        Assert.Empty(reading.Findings);
        Assert.Equal(MinutesJson.Write(edition.Content), MinutesJson.Write(reading.Minutes!));
    }

    [Fact]
    public void The_same_minutes_are_the_same_bytes_and_no_clock_is_in_them()
    {
        var (first, second) = (Render(Samples.Minutes), Render(Samples.Minutes));

        Assert.Equal(first.Sha256, second.Sha256);
        Assert.Empty(PackageText.Find(first.Bytes, DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        using var zip = new ZipArchive(new MemoryStream(first.Bytes.ToArray()), ZipArchiveMode.Read);
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void Author_and_last_editor_of_the_file_do_not_travel_but_the_minute_taker_may_be_one()
    {
        var traces = new SourceTraces(["Bernd Muster", "Zoe Zufall"], []);

        var edition = Redactor.Redact(Samples.Minutes, PartnershipSample.Read(), traces);

        Assert.Contains("Zoe Zufall", edition.HiddenNames);
        Assert.DoesNotContain("Bernd Muster", edition.HiddenNames);
        Assert.Contains(edition.Withheld, entry => entry.Kind == WithheldKind.Metadata);
    }

    private static PartnerDocument Render(Minutes minutes) => EditionRenderer.Render(Redactor.Redact(minutes, PartnershipSample.Read()));

    private static Minutes With(Minutes minutes, AgendaItem changed) =>
        minutes with { Items = [.. minutes.Items.Select(item => item.Id == changed.Id ? changed : item)] };

    private static Minutes WithParagraph(string number, string text)
    {
        var minutes = Samples.Minutes;
        var item = minutes.Items.Single(item => item.Number == number);
        return With(minutes, item with { Text = [new TextParagraph([new TextRun(text)])] });
    }
}
