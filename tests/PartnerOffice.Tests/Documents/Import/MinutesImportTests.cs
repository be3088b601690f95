using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Import;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Import;

/// <summary>Old minutes of any shape: what was understood stands in its place, nothing is lost, nothing is for the partner.</summary>
public sealed class MinutesImportTests
{
    private static readonly ImportSettings Settings = new("steinfurt", "Kreisvorstand", null, (name, _) => name.Contains("Anna", StringComparison.Ordinal) ? new KnownName("st-01", "Kreissprecherin", true) : null);

    /// <summary>The items, what was decided in how many votes, and who does what, as a person reads the file.</summary>
    public static TheoryData<string, string[], string[], string[]> Shapes => new()
    {
        {
            "top.txt",
            ["1 Begrüßung und Beschlussfähigkeit", "2 Protokoll der letzten Sitzung", "3 Finanzen", "4 Sommerfest", "5 Verschiedenes"],
            ["14.04.2026 Unanimous uncounted", "neue Plakate Unanimous 4/0/0", "Sommerfest am 15.08.2026 Adopted 3/1/0"],
            ["Dirk Vorlage 2026-05-20 Stadtpark", "Elif Entwurf 2026-06-01 Flyer"]
        },
        {
            "klammer.txt",
            ["1 Bericht aus dem Kreistag", "2 Mitgliederentwicklung", "2 Internationaler Frauentag, Auswertung", "4 Anschaffung Pavillon", "5 Sonstiges"],
            ["kauft einen Pavillon Unanimous 4/0/0"],
            ["Bernd 2026-03-31 Mitglieder", "Clara - Fotos", "Dirk 2026-04-15 Pavillon"]
        },
        {
            "ueberschriften.md",
            ["1 Eröffnung", "2 Kampagne Mietendeckel", "3 Klausur mit dem Partner", "4 Verschiedenes"],
            ["beteiligt sich mit 150 Unanimous uncounted"],
            ["Elif Entwurf 2026-09-10 Standgenehmigung", "Clara Probe - Material", "Anna 2026-09-20 Termine", "Elif 2026-09-30 Haus"]
        },
        {
            "wer-spalte.txt",
            ["1 Wahlkampfmaterial", "2 Homepage"],
            ["Adopted uncounted"],
            ["Bernd 2026-02-06 Plakate", "Dirk - Verteilplan", "alle - Texte"]
        },
        {
            "prosa.txt",
            ["1 Finanzen", "2 Mitgliederversammlung", "3 Jugendarbeit", "4 Termine"],
            ["Tafel Unanimous uncounted", "Etat Rejected 1/3/0"],
            ["Bernd Muster - Raum", "Anna Beispiel 2026-10-30 Liste"]
        },
        {
            "spalten.txt",
            ["1 Begrüßung", "2 Rückblick Parteitag", "3 Haushalt 2027", "4 Termine"],
            ["Entwurf Unanimous uncounted"],
            ["Anna 2026-11-15 Termine"]
        },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Items_votes_and_tasks_of_a_shape_are_found(string file, string[] items, string[] votes, string[] tasks)
    {
        var imported = Import(file);

        var found = imported.Minutes.Items.Where(item => item.Number != "Rest").ToList();
        Assert.Equal(items.Select(item => item.Split(' ')[0]), found.Select(item => item.Number));
        foreach (var (item, expected) in found.Zip(items))
            Assert.Contains(expected[(expected.IndexOf(' ', StringComparison.Ordinal) + 1)..], item.Title, StringComparison.OrdinalIgnoreCase);

        var resolutions = found.SelectMany(item => item.Resolutions).Select(Shown).ToList();
        Assert.Equal(votes.Length, resolutions.Count);
        Assert.All(votes.Zip(resolutions), pair => AssertSays(pair.First, pair.Second));
        var actions = found.SelectMany(item => item.Actions).Select(action => $"{action.Who} {action.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {action.What}").ToList();
        Assert.Equal(tasks.Length, actions.Count);
        Assert.All(tasks.Zip(actions), pair => AssertSays(pair.First, pair.Second));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_was_imported_reads_back_and_the_partner_sees_none_of_its_words(string file, string[] items, string[] votes, string[] tasks)
    {
        _ = (items, votes, tasks);
        var minutes = Import(file).Minutes;

        var reading = Reading.Of(MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes)));

        Assert.Empty(reading.Findings);
        Assert.Equal(MinutesJson.Write(minutes), MinutesJson.Write(reading.Minutes!));
        Assert.All(minutes.Items, item => Assert.Equal(Audience.Board, item.Audience));
        Assert.All(minutes.Items.SelectMany(item => item.Resolutions), resolution => Assert.Equal(Audience.Board, resolution.Audience));
        Assert.All(minutes.Items.SelectMany(item => item.Actions), action => Assert.Equal(Audience.Board, action.Audience));
        var edition = MinutesJson.Write(Redactor.Redact(minutes, PartnershipSample.Read()).Content);
        Assert.All(minutes.Items, item => Assert.DoesNotContain($"\"{item.Title}\"", edition, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_word_of_the_old_file_is_lost(string file, string[] items, string[] votes, string[] tasks)
    {
        _ = (items, votes, tasks);
        var imported = Import(file);

        var words = MinutesJson.Write(imported.Minutes) + string.Join(" ", imported.Understood.Select(note => note.What));
        var missing = System.Text.RegularExpressions.Regex.Matches(Samples.Read(Path.Combine("alt", file)), @"\p{L}{4,}").Select(match => match.Value).Distinct().Where(word => !words.Contains(word, StringComparison.OrdinalIgnoreCase)).Except(HeadWords).ToList();
        Assert.Empty(missing);
    }

    // Labels of the head that became fields of the form, and heads of columns.
    private static readonly string[] HeadWords = ["Beginn", "Ende", "Sitzungsleitung", "Protokoll", "Protokollführung", "Anwesend", "Entschuldigt", "Gäste", "Datum", "Leitung", "Tagesordnung", "wann", "waren"];

    [Fact]
    public void The_head_is_read_and_people_are_known_from_the_partnership_file()
    {
        var minutes = Import("top.txt").Minutes;

        Assert.Equal(new DateOnly(2026, 5, 12), minutes.Date);
        Assert.Equal((new TimeOnly(19, 30), new TimeOnly(21, 45)), (minutes.Start, minutes.End));
        Assert.Equal(("Anna Beispiel", "Bernd Muster", "Geschäftsstelle, Musterstraße 3"), (minutes.Chair, minutes.MinuteTaker, minutes.Place));
        Assert.Equal(
            ["Anna Beispiel Present True", "Bernd Muster Present False", "Clara Probe Online False", "Dirk Vorlage Present False", "Frank Formular Excused False", "Gerda Gast Guest False"],
            minutes.Attendance.Select(person => $"{person.Name} {person.Status} {person.Voting}"));
        Assert.Equal("st-01", minutes.Attendance[0].Person);
        Assert.Equal(new Interval(IntervalEnd.At(new TimeOnly(19, 45)), null), Assert.Single(minutes.Attendance[3].Intervals));
    }

    [Fact]
    public void Another_day_in_the_title_is_asked_about_and_the_head_counts()
    {
        var imported = Import("spalten.txt");

        Assert.Equal(new DateOnly(2026, 11, 10), imported.Minutes.Date);
        var question = Assert.Single(imported.Questions, question => question.Rule == "V2");
        Assert.Equal("Zeile 1", question.Place);
    }

    [Fact]
    public void Wrong_numbers_stay_as_they_are_and_are_asked_about() =>
        Assert.Contains(Import("klammer.txt").Questions, question => question is { Rule: "V8", Place: "Tagesordnung" });

    [Fact]
    public void Without_a_day_nothing_is_made_up()
    {
        var refused = Assert.Throws<ImportException>(() => MinutesImport.Run("TOP 1 Eröffnung\nText.\nTOP 2 Schluss\nText."u8.ToArray(), "alt.txt", Settings));

        Assert.Equal("import-no-date", refused.Code);
        Assert.Equal(new DateOnly(2026, 7, 14), MinutesImport.Run("TOP 1 Eröffnung\nText.\nTOP 2 Schluss\nText."u8.ToArray(), "260714 Protokoll.txt", Settings).Minutes.Date);
    }

    [Theory]
    [InlineData("scan.pdf", "%PDF-1.7", "import-scan")]
    [InlineData("brief.rtf", "{\\rtf1 ", "import-unknown")]
    [InlineData("leer.txt", "", "import-unknown")]
    public void What_cannot_be_read_is_refused_with_a_way_out(string name, string content, string code)
    {
        var refused = Assert.Throws<ImportException>(() => MinutesImport.Run(Encoding.Latin1.GetBytes(content), name, Settings));

        Assert.Equal(code, refused.Code);
        Assert.NotEmpty(refused.Remedy.German);
    }

    [Fact]
    public void An_old_Word_file_is_refused_with_a_way_out() =>
        Assert.Equal("import-old-format", Assert.Throws<ImportException>(() => MinutesImport.Run(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0 }, "alt.doc", Settings)).Code);

    [Fact]
    public void A_Word_file_with_everything_in_a_table_is_read()
    {
        var minutes = MinutesImport.Run(TableDocument(), "alt.docx", Settings).Minutes;

        AssertTable(minutes);
    }

    [Fact]
    public async Task The_same_as_an_OpenDocument_text_is_read_the_same()
    {
        var odt = await LibreOffice.SaveAsync(TableDocument(), "docx", "odt");

        AssertTable(MinutesImport.Run(odt, "alt.odt", Settings).Minutes);
    }

    [Fact]
    public void A_hostile_OpenDocument_text_is_refused_before_it_is_built()
    {
        var deep = $"<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">{string.Concat(Enumerable.Repeat("<a>", 20_000))}{string.Concat(Enumerable.Repeat("</a>", 20_000))}</office:document-content>";
        var entity = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";

        Assert.Equal(GateCode.XmlTooDeep, Assert.Throws<GateRefusal>(() => MinutesImport.Run(Odt(deep), "tief.odt", Settings)).Code);
        Assert.Equal(GateCode.HasDtd, Assert.Throws<GateRefusal>(() => MinutesImport.Run(Odt(entity), "dtd.odt", Settings)).Code);
    }

    private static void AssertTable(Minutes minutes)
    {
        Assert.Equal(new DateOnly(2026, 4, 21), minutes.Date);
        Assert.Equal(["1 Aktuelles", "2 Infostand", "3 Kasse"], minutes.Items.Where(item => item.Number != "Rest").Select(item => $"{item.Number} {item.Title}"));
        var resolution = Assert.Single(minutes.Items.SelectMany(item => item.Resolutions));
        Assert.Equal(new Vote(true, 5, 0, 1, 0, VoteMode.Open), resolution.Vote);
        Assert.Equal(["Bernd 2026-05-01", "Dirk "], minutes.Items.SelectMany(item => item.Actions).Select(action => $"{action.Who} {action.Due:yyyy-MM-dd}"));
    }

    private static ImportedMinutes Import(string file) => MinutesImport.Run(File.ReadAllBytes(Samples.PathOf(Path.Combine("alt", file))), file, Settings);

    private static string Shown(Resolution resolution) =>
        $"{resolution.Wording} {resolution.Outcome} {(resolution.Vote is { Counted: true } vote ? $"{vote.Yes}/{vote.No}/{vote.Abstained}" : "uncounted")}";

    private static void AssertSays(string expected, string actual)
    {
        foreach (var word in expected.Split(' '))
            Assert.Contains(word, actual, StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] TableDocument()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            static Paragraph Line(string text) => new(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
            static TableRow Row(params string[] cells) => new(cells.Select(cell => new TableCell(new TableCellProperties(new TableCellWidth { Width = "1500", Type = TableWidthUnitValues.Dxa }), new Paragraph(new Run(new Text(cell)))).CloneNode(true)));
            var body = new Body(
                Line("Protokoll Kreisvorstand"),
                Line("Datum: 21.04.2026"),
                Line("Anwesend: Anna, Bernd, Clara, Dirk, Elif, Ingo"),
                new Table(
                    new TableProperties(new TableWidth { Width = "9000", Type = TableWidthUnitValues.Dxa }),
                    new TableGrid(new GridColumn { Width = "800" }, new GridColumn { Width = "5000" }, new GridColumn { Width = "800" }, new GridColumn { Width = "1500" }, new GridColumn { Width = "900" }),
                    Row("TOP", "Thema", "I/B/E", "WER", "bis wann"),
                    Row("1", "Aktuelles", "I", "", ""),
                    Row("", "Bericht aus dem Kreistag.", "I", "", ""),
                    Row("2", "Infostand", "B", "", ""),
                    Row("", "Material für den 1. Mai besorgen", "E", "Bernd", "1.5."),
                    Row("3", "Kasse", "E", "", ""),
                    Row("", "Der Kassenbericht wird angenommen (5/0/1)", "E", "", ""),
                    Row("", "Belege sortieren", "E", "Dirk", "")),
                new Paragraph());
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static byte[] Odt(string content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in (ReadOnlySpan<(string, string)>)[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)])
            {
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
