using System.Xml.Linq;
using CsCheck;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using PartnerOffice.Documents.Word.Repair;
using PartnerOffice.Tests.Support;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

/// <summary>Minutes of two boards, a conference and an assembly are rebuilt as a board's own are (R25).</summary>
public sealed class RepairOfEveryFormTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly Partnership Partnership = PartnershipSample.Read();

    public static TheoryData<MeetingKind> Kinds => [.. Enum.GetValues<MeetingKind>()];

    /// <summary>One kind of meeting for each form.</summary>
    public static TheoryData<MeetingKind> Forms => [MeetingKind.BoardMeeting, MeetingKind.JointRetreat, MeetingKind.DistrictConference, MeetingKind.MembersAssembly];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Minutes_without_a_single_control_are_the_same(MeetingKind kind)
    {
        var minutes = MinutesOfKind.Of(kind);
        var document = WordSave.Of(Fill(minutes), TakeControlsOut);

        var repaired = Repair(document);

        Assert.Null(Reading.Of(document).Minutes);
        Assert.Empty(repaired.Reading.Findings);
        Assert.Equal(MinutesJson.Write(minutes), MinutesJson.Write(Reading.Of(repaired.Document!.Value).Minutes!));
        Assert.All(repaired.Lines, pair => Assert.True(pair.IsSame, $"{pair.Old} / {pair.New}"));
        Assert.Empty(WordValidity.ErrorsOf(repaired.Document.Value.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Saved_by_LibreOffice_they_are_the_same_and_only_lost_formats_are_asked_about(MeetingKind kind)
    {
        var minutes = MinutesOfKind.Of(kind);
        var saved = await LibreOffice.SaveAsync(Fill(minutes), "docx", "docx");

        var repaired = Repair(saved, minutes);

        Assert.Null(Reading.Of(saved).Minutes);
        Assert.Empty(repaired.Reading.Findings);
        Assert.Equal(MinutesJson.Write(minutes), MinutesJson.Write(Reading.Of(repaired.Document!.Value).Minutes!));
        Assert.Empty(WordValidity.ErrorsOf(repaired.Document.Value.ToArray()));

        var alone = Repair(saved);
        Assert.Equal(("V25", "Dokument"), (Assert.Single(alone.Reading.Findings).Rule, alone.Reading.Findings[0].Place));
        Assert.Equal(HeadOf(minutes), HeadOf(alone.Reading.Minutes!));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Any_minutes_without_a_single_control_are_the_same_apart_from_what_is_asked(MeetingKind kind) =>
        AnyMinutes.Canonical.Sample(
            any =>
            {
                var minutes = CanonicalMinutes.Of(any with { Kind = kind });

                var repaired = Repair(WordSave.Of(Fill(minutes), TakeControlsOut));

                Assert.Equal(HeadOf(minutes), HeadOf(repaired.Reading.Minutes!));
                if (repaired.Reading.Findings.Count == 0)
                    Assert.Equal(MinutesJson.Write(minutes), MinutesJson.Write(Reading.Of(repaired.Document!.Value).Minutes!));
                Assert.All(repaired.Reading.Findings, asked => Assert.Equal("V15", asked.Rule));
                Assert.All(minutes.Items.Zip(repaired.Reading.Minutes!.Items), pair => Assert.True(pair.Second.Audience == pair.First.Audience || pair.Second.Audience != Audience.Partner));
            },
            iter: 60);

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_words_alone_say_which_form_it_was(MeetingKind kind)
    {
        var minutes = MinutesOfKind.Of(kind);
        var parts = PackageText.Parts(WordSave.Of(Fill(minutes), TakeControlsOut)).ToDictionary();

        var repaired = Repair(PackageForge.Document()
            .With("word/document.xml", parts["word/document.xml"])
            .With("word/styles.xml", parts["word/styles.xml"])
            .With("word/numbering.xml", parts["word/numbering.xml"], "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml")
            .Related("word/document.xml", PackageForge.WordRelations + "numbering", "numbering.xml")
            .ToBytes());

        Assert.Equal(HeadOf(minutes), HeadOf(repaired.Reading.Minutes!));
    }

    [Theory]
    [InlineData(MeetingKind.MembersAssembly, MeetingKind.BoardMeeting)]
    [InlineData(MeetingKind.BoardMeeting, MeetingKind.DistrictConference)]
    [InlineData(MeetingKind.JointRetreat, MeetingKind.MembersAssembly)]
    public void Words_that_were_copied_into_the_file_of_another_form_count_for_more_than_the_file(MeetingKind words, MeetingKind file)
    {
        var minutes = MinutesOfKind.Of(words);
        var copied = PackageText.Parts(WordSave.Of(Fill(minutes), TakeControlsOut))["word/document.xml"];

        var repaired = Repair(WordSave.Of(Fill(MinutesOfKind.Of(file)), body => body.ReplaceAll(XElement.Load(new MemoryStream(copied)).Element(W + "body")!.Nodes())));

        Assert.Equal(words, repaired.Reading.Minutes!.Kind);
        Assert.Equal(HeadOf(minutes), HeadOf(repaired.Reading.Minutes));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_day_in_a_heading_or_on_the_letterhead_is_not_that_of_the_meeting(MeetingKind kind)
    {
        var sample = MinutesOfKind.Of(kind);
        var minutes = sample with { Items = [sample.Items[0] with { Title = "Genehmigung des Protokolls vom 16.06.2026" }, .. sample.Items.Skip(1)] };
        var document = WordSave.Of(Fill(minutes), body =>
        {
            TakeControlsOut(body);
            body.AddFirst(Line("Kreisverband Steinfurt, Satzung vom 12.03.2020"));
        });

        var repaired = Repair(document);

        Assert.Empty(repaired.Reading.Findings);
        Assert.Equal(MinutesJson.Write(minutes), MinutesJson.Write(repaired.Reading.Minutes!));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_line_below_the_title_is_known_by_its_place_when_its_style_is_gone(MeetingKind kind)
    {
        var sample = MinutesOfKind.Of(kind);
        var minutes = sample with { Items = [sample.Items[0] with { Title = "Genehmigung des Protokolls vom 16.06.2026", Text = [new TextParagraph([new TextRun("Fassung vom 01.07.2026")])] }, .. sample.Items.Skip(1)] };
        var document = WordSave.Of(Fill(minutes), body =>
        {
            TakeControlsOut(body);
            body.Elements(W + "p").Single(paragraph => paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val")?.Value == "Subtitle").Element(W + "pPr")!.Remove();
        });

        var repaired = Repair(document);

        Assert.Empty(repaired.Reading.Findings);
        Assert.Equal(MinutesJson.Write(minutes), MinutesJson.Write(repaired.Reading.Minutes!));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_item_whose_heading_lost_its_style_stays_in_the_board_until_asked(MeetingKind kind)
    {
        var document = WordSave.Of(Fill(MinutesOfKind.Of(kind)), body =>
        {
            TakeControlsOut(body);
            var heading = body.Elements(W + "p").Last(paragraph => paragraph.Value.Contains("Partnerschaft mit dem", StringComparison.Ordinal));
            heading.Element(W + "pPr")!.Remove();
            heading.Elements().Where(element => element.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal)).Remove();
        });

        var repaired = Repair(document);

        Assert.Equal("TOP 5", Assert.Single(repaired.Reading.Findings).Place);
        Assert.Equal(Audience.Undecided, repaired.Reading.Minutes!.Items.Single(item => item.Number == "5").Audience);
        Assert.Equal(Audience.Undecided, Reading.Of(repaired.Document!.Value).Minutes!.Items.Single(item => item.Number == "5").Audience);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_mark_that_lost_two_of_its_three_carriers_still_holds(MeetingKind kind)
    {
        foreach (var carrier in (string[])["style", "signs"])
        {
            var document = WordSave.Of(Fill(MinutesOfKind.Of(kind)), body =>
            {
                TakeControlsOut(body);
                MarkCarriers.Remove(body, carrier);
            });

            var repaired = Repair(document);

            Assert.Contains(repaired.Reading.Findings, finding => finding.Rule == "V15");
            var content = MinutesJson.Write(Redactor.Redact(Reading.Of(repaired.Document!.Value).Minutes!, Partnership).Content);
            Assert.DoesNotContain("Verzicht", content, StringComparison.Ordinal);
            Assert.DoesNotContain("8.412,37", content, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_draft_that_was_taken_offline_is_a_draft_to_go_on_with(MeetingKind kind)
    {
        var sample = MinutesOfKind.Of(kind);
        var draft = CanonicalMinutes.Of(sample with
        {
            Items = [.. sample.Items.Select(item => item with { Resolutions = [], Actions = [], Elections = [], Statements = null, Text = [] })],
            Attachments = [],
            Approval = new Approval(ApprovalState.Draft, null, null, null, null, null),
        });
        var tables = new Dictionary<EntryId, DraftTables> { [draft.Items[1].Id] = DraftTables.Resolutions | DraftTables.Actions };
        var document = WordSave.Of(MinutesWriter.Draft(MinutesTemplate.Build(kind), draft, DocumentFrame.Of(draft, Partnership), tables), body => Enter(body, "Anna Beispiel", "digital"));
        var saved = await LibreOffice.SaveAsync(document, "docx", "docx");

        var repaired = Repair(saved);

        Assert.Equal(["Teilnahme"], repaired.Reading.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Place));
        Assert.Equal(draft.Items.Select(item => (item.Number, item.Title, item.Text.Count)), repaired.Reading.Minutes!.Items.Select(item => (item.Number, item.Title, item.Text.Count)));
        Assert.Equal(PackageText.Lines(document), PackageText.Lines(repaired.Document!.Value));
        Assert.Empty(WordValidity.ErrorsOf(repaired.Document.Value.ToArray()));
    }

    [Fact]
    public void Votes_of_two_boards_and_parts_for_one_of_them_are_the_same()
    {
        var minutes = JointSample.Minutes;

        var repaired = Repair(WordSave.Of(Fill(minutes), TakeControlsOut));

        Assert.Empty(repaired.Reading.Findings);
        Assert.Equal(MinutesJson.Write(minutes), MinutesJson.Write(Reading.Of(repaired.Document!.Value).Minutes!));
    }

    [Fact]
    public void A_board_whose_name_nobody_knows_is_asked_about()
    {
        var minutes = MinutesOfKind.Of(MeetingKind.JointMeeting);
        var frame = DocumentFrame.Of(minutes, Partnership) with { Districts = new Dictionary<string, string> { ["steinfurt"] = "Die Linke. Kreisverband Steinfurt", ["mse"] = "Die Linke. Kreisverband Nirgendwo" } };
        var document = WordSave.Of(MinutesWriter.Fill(MinutesTemplate.Build(minutes.Kind), minutes, frame), TakeControlsOut);

        var repaired = Repair(document);

        var asked = Assert.Single(repaired.Reading.Findings);
        Assert.Equal(("Beschlussfähigkeit", Severity.Error), (asked.Place, asked.Severity));
        Assert.Contains("»Die Linke. Kreisverband Nirgendwo«", asked.Message.German, StringComparison.Ordinal);
        Assert.Equal(minutes.Boards[0], repaired.Reading.Minutes!.Boards[0]);
        Assert.Equal(minutes.Boards[1].Quorum, repaired.Reading.Minutes.Boards[1].Quorum);
    }

    [Fact]
    public void Without_a_partnership_the_ids_of_the_districts_stand_in_the_lines_of_their_boards()
    {
        var minutes = MinutesOfKind.Of(MeetingKind.JointRetreat);
        var document = WordSave.Of(MinutesWriter.Fill(MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes)), TakeControlsOut);

        var repaired = MinutesRepair.Run(PackageGate.Inspect(document, PackageKind.Word));

        Assert.Empty(repaired.Reading.Findings);
        Assert.Equal(minutes.Boards, repaired.Reading.Minutes!.Boards);
    }

    [Theory]
    [InlineData("01-top-briefkopf.docx")]
    [InlineData("21-kopftabelle-top.docx")]
    [InlineData("24-alles-in-einer-tabelle.docx")]
    public void A_document_of_no_form_is_refused_with_the_way_out(string name)
    {
        var repaired = Repair(File.ReadAllBytes(Samples.PathOf(Path.Combine("imported", name))));

        Assert.Null(repaired.Document);
        Assert.Null(repaired.Reading.Minutes);
        Assert.Contains("minutes import", Assert.Single(repaired.Reading.Findings).Remedy.German, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_like_that_of_a_form_alone_makes_no_minutes()
    {
        var repaired = Repair(PackageForge.Document("<w:p><w:r><w:t>Kreisvorstand, ordentliche Sitzung 3 vom 14.07.2026</w:t></w:r></w:p><w:p><w:r><w:t>Wir trafen uns bei Anna.</w:t></w:r></w:p>").ToBytes());

        Assert.Null(repaired.Document);
        Assert.Contains("minutes import", Assert.Single(repaired.Reading.Findings).Remedy.German, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_partner_edition_never_becomes_minutes(MeetingKind kind)
    {
        var edition = EditionSample.Render(EditionSample.Of(MinutesOfKind.Of(kind)));

        foreach (var document in (byte[][])[edition, WordSave.Of(edition, TakeControlsOut)])
        {
            var repaired = Repair(document);

            Assert.Null(repaired.Document);
            Assert.Contains("Partnerfassung", Assert.Single(repaired.Reading.Findings).Message.German, StringComparison.Ordinal);
        }
    }

    // Whether somebody was there, entered by hand.
    private static void Enter(XElement body, string name, string presence)
    {
        var row = body.Descendants(W + "tr").First(row => row.Elements(W + "tc").First().Value == name);
        row.Elements(W + "tc").Single(cell => cell.ElementsBeforeSelf(W + "tc").Count() == Column(row)).Element(W + "p")!.Add(new XElement(W + "r", new XElement(W + "t", presence)));

        static int Column(XElement row) => row.Parent!.Element(W + "tr")!.Elements(W + "tc").TakeWhile(cell => cell.Value != "Teilnahme").Count();
    }

    private static XElement Line(string text) => new(W + "p", new XElement(W + "r", new XElement(W + "t", text)));

    private static RepairedMinutes Repair(byte[] document, Minutes? last = null) =>
        MinutesRepair.Run(PackageGate.Inspect(document, PackageKind.Word), last: last, partnership: Partnership);

    private static byte[] Fill(Minutes minutes) => MinutesWriter.Fill(MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes, Partnership));

    private static void TakeControlsOut(XElement body)
    {
        foreach (var control in body.Descendants(W + "sdt").Reverse().ToList())
            control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
    }

    // Everything but the words of the agenda items.
    private static string HeadOf(Minutes minutes) => MinutesJson.Write(CanonicalMinutes.Of(minutes with { Items = [.. minutes.Items.Select(item => item with { Text = [] })] }));
}
