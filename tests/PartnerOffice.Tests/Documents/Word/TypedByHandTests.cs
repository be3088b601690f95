using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

/// <summary>Documents as people leave them: typed over, pasted into, rows added, blocks moved (R25).</summary>
public sealed class TypedByHandTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void Values_typed_in_other_ways_are_the_same_minutes()
    {
        var reading = Read(body =>
        {
            Type(body, "po:meeting.start", "19 Uhr");
            Type(body, "po:meeting.end", "21h35");
            Type(body, "po:meeting.form", "“Hybrid”");
            Type(body, "po:invitation.sentOn", "3. Juli");
            Type(body, "po:agenda.adopted", "(4/0/0)");
            Type(body, "po:next.date", "Di., 11. August");
            Type(body, "po:next.start", "19.00 Uhr");
            Type(body, "po:approval.vote", "5 Ja-Stimmen, keine Gegenstimmen, keine Enthaltungen");
            foreach (var date in Controls(body, "po:meeting.date"))
                Type(date, "Di 14.7.26");
        });

        Assert.Empty(reading.Findings);
        Assert.Equal(MinutesJson.Write(Samples.Minutes), MinutesJson.Write(reading.Minutes!));
    }

    [Theory]
    [InlineData("po:next.date", "8/11/2026", "Nächste Sitzung")]
    [InlineData("po:next.date", "Mo 11.08.2026", "Nächste Sitzung")]
    [InlineData("po:meeting.start", "halb acht", "Beginn")]
    [InlineData("po:agenda.adopted", "einstimmig (4/1/0)", "Beschluss der Tagesordnung")]
    public void What_can_mean_two_things_is_asked_about_with_its_place(string tag, string typed, string place)
    {
        var finding = Assert.Single(Read(body => Type(body, tag, typed)).Findings);

        Assert.Equal((place, Severity.Error), (finding.Place, finding.Severity));
        Assert.StartsWith("Eindeutig eintragen", finding.Remedy.German, StringComparison.Ordinal);
    }

    [Fact]
    public void Votes_in_a_resolutions_row_are_read_from_the_words()
    {
        var reading = Read(body => SetRow(body, "B 2026-07-02", ("Ja", ""), ("Nein", ""), ("Enthaltung", ""), ("ungültig", ""), ("Ergebnis", "abgelehnt (2/2/1)")));

        Assert.Empty(reading.Findings);
        var resolution = reading.Minutes!.Items.SelectMany(item => item.Resolutions).Single(resolution => resolution.Number == "B 2026-07-02");
        Assert.Equal(new Vote(true, 2, 2, 1, 0, VoteMode.Secret), resolution.Vote);
        Assert.Equal(Outcome.Rejected, resolution.Outcome);
    }

    [Fact]
    public void A_vote_of_which_only_a_part_is_named_stays_uncounted_and_says_so()
    {
        var reading = Read(body => SetRow(body, "B 2026-07-02", ("Ja", ""), ("Nein", ""), ("Enthaltung", ""), ("ungültig", ""), ("Ergebnis", "einstimmig bei 1 Enth.")));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("V7", Severity.Warning), (finding.Rule, finding.Severity));
        var resolution = reading.Minutes!.Items.SelectMany(item => item.Resolutions).Single(resolution => resolution.Number == "B 2026-07-02");
        Assert.Equal((false, Outcome.Unanimous), (resolution.Vote!.Counted, resolution.Outcome));
    }

    [Fact]
    public void Figures_that_contradict_the_words_are_asked_about()
    {
        var reading = Read(body => SetRow(body, "B 2026-07-02", ("Ergebnis", "abgelehnt mit 1 Ja, 4 Nein")));

        Assert.Contains("widersprechen", Assert.Single(reading.Findings).Message.German, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_between_and_below_the_items_is_shown_with_its_place()
    {
        var reading = Read(body =>
        {
            Item(body, "Finanzen").AddBeforeSelf(Paragraph("Das hat jemand zwischen die TOPs getippt."), Paragraph("Und weitergeschrieben."));
            Item(body, "Mitgliederangelegenheit").AddAfterSelf(Paragraph("Und das ans Ende."));
            body.Descendants(W + "p").First(paragraph => paragraph.Value == "Abschluss").AddAfterSelf(Paragraph("Ein Nachtrag."));
        });

        Assert.Equal(["nach TOP 3", "nach TOP N 1", "Abschluss"], reading.Findings.Select(finding => finding.Place));
        Assert.All(reading.Findings, finding => Assert.StartsWith("Hier einfügen", finding.Remedy.German, StringComparison.Ordinal));
        Assert.Equal(MinutesJson.Write(Samples.Minutes), MinutesJson.Write(reading.Minutes!));
    }

    [Fact]
    public void A_row_without_a_control_in_the_head_is_shown_not_dropped()
    {
        var reading = Read(body =>
        {
            var row = body.Descendants(W + "tr").First(row => row.Value.StartsWith("Ort", StringComparison.Ordinal));
            row.AddAfterSelf(new XElement(W + "tr", Cell("Gäste"), Cell("Norbert Neugier")));
        });

        Assert.Contains("Gäste Norbert Neugier", Assert.Single(reading.Findings).Message.German, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resolutions_table_outside_every_item_is_shown()
    {
        var reading = Read(body =>
        {
            var table = body.Descendants(W + "tbl").First(table => table.Value.Contains("B 2026-07-01", StringComparison.Ordinal));
            table.Remove();
            Item(body, "Finanzen").AddBeforeSelf(table);
        });

        Assert.Equal("nach TOP 3", Assert.Single(reading.Findings, finding => finding.Rule == "V1").Place);
    }

    [Fact]
    public void A_copied_item_is_a_copy_and_a_moved_one_is_not()
    {
        var copied = Read(body => Item(body, "Verschiedenes").AddAfterSelf(new XElement(Item(body, "Verschiedenes"))));
        var moved = Read(body =>
        {
            var item = Item(body, "Verschiedenes");
            item.Remove();
            Item(body, "Finanzen").AddBeforeSelf(item);
        });

        Assert.Equal("V26", Assert.Single(copied.Findings).Rule);
        Assert.Equal(Samples.Minutes.Items.Count + 1, copied.Minutes!.Items.Count);
        Assert.Empty(moved.Findings);
        Assert.Equal("6", moved.Minutes!.Items[3].Number);
    }

    [Theory]
    [InlineData("Überschrift 3")]
    [InlineData("Titre 3")]
    [InlineData("Heading 3")]
    public void A_heading_is_one_in_every_language_of_Word(string name)
    {
        var minutes = Samples.Minutes;
        minutes = minutes with { Items = [minutes.Items[0] with { Text = [new TextHeading(1, [new TextRun("Zwischentitel")]), new TextParagraph([new TextRun("Text.")])] }, .. minutes.Items.Skip(1)] };
        var document = PackageText.Parts(Fill(minutes)).ToDictionary();
        var styles = System.Text.Encoding.UTF8.GetString(document["word/styles.xml"]);
        document["word/styles.xml"] = System.Text.Encoding.UTF8.GetBytes(styles.Replace("w:val=\"heading 3\"", $"w:val=\"{name}\"", StringComparison.Ordinal));

        var reading = Reading.Of(ZipOf(document));

        Assert.Equal(MinutesJson.Write(minutes), MinutesJson.Write(reading.Minutes!));
    }

    private static MinutesReading Read(Action<XElement> edit) => Reading.Of(WordSave.Of(Fill(Samples.Minutes), edit));

    private static byte[] Fill(Minutes minutes) => MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes));

    private static byte[] ZipOf(IReadOnlyDictionary<string, byte[]> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static List<XElement> Controls(XElement body, string tag) =>
        [.. body.Descendants(W + "sdt").Where(control => control.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val")?.Value == tag)];

    private static void Type(XElement body, string tag, string text) => Type(Assert.Single(Controls(body, tag)), text);

    private static void Type(XElement control, string text) =>
        control.Element(W + "sdtContent")!.ReplaceNodes(new XElement(W + "r", new XElement(W + "t", text)));

    private static XElement Item(XElement body, string title) =>
        body.Elements(W + "sdt").First(control => control.Descendants(W + "p").First().Value.Contains(title, StringComparison.Ordinal));

    private static XElement Paragraph(string text) => new(W + "p", new XElement(W + "r", new XElement(W + "t", text)));

    private static XElement Cell(string text) => new(W + "tc", Paragraph(text));

    private static void SetRow(XElement body, string number, params (string Head, string Text)[] values)
    {
        var row = body.Descendants(W + "tr").First(row => row.Elements(W + "tc").First().Value == number);
        var heads = row.Parent!.Elements(W + "tr").First().Elements(W + "tc").Select(cell => cell.Value).ToList();
        foreach (var (head, text) in values)
        {
            var cell = row.Elements(W + "tc").ElementAt(heads.IndexOf(head));
            cell.Elements(W + "p").Remove();
            cell.Add(Paragraph(text));
        }
    }
}
