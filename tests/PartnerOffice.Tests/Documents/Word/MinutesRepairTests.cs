using System.Xml.Linq;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using PartnerOffice.Documents.Word.Repair;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

/// <summary>Minutes whose controls are gone are the same minutes again; what is in doubt stays in the board (R25).</summary>
public sealed class MinutesRepairTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public async Task Minutes_saved_by_LibreOffice_are_the_same_with_the_last_known_state()
    {
        var saved = await LibreOffice.SaveAsync(Fill(Samples.Minutes), "docx", "docx");

        var repaired = Repair(saved, Samples.Minutes);

        Assert.Null(Reading.Of(saved).Minutes);
        Assert.Empty(repaired.Reading.Findings);
        Assert.Equal(MinutesJson.Write(Samples.Minutes), MinutesJson.Write(Reading.Of(repaired.Document!.Value).Minutes!));
        AssertValid(repaired.Document.Value);
    }

    [Fact]
    public async Task Without_it_only_formats_of_first_lines_are_asked_about()
    {
        var saved = await LibreOffice.SaveAsync(Fill(Samples.Minutes), "docx", "docx");

        var repaired = Repair(saved);

        Assert.Equal(("Dokument", Severity.Warning), (Assert.Single(repaired.Reading.Findings).Place, repaired.Reading.Findings[0].Severity));
        Assert.Equal(Plain(Samples.Minutes), Plain(Reading.Of(repaired.Document!.Value).Minutes!));
    }

    [Theory]
    [InlineData(MeetingKind.BoardMeeting, "0c8HXX7hcLx1")]
    [InlineData(MeetingKind.ExtraordinaryBoardMeeting, "8FLfCFCALMT2")]
    [InlineData(MeetingKind.BoardMeeting, "0b8HXX7hcLx1")]
    [InlineData(MeetingKind.JointRetreat, "0c8HXX7hcLx1")]
    [InlineData(MeetingKind.DistrictConference, "8FLfCFCALMT2")]
    [InlineData(MeetingKind.MembersAssembly, "0b8HXX7hcLx1")]
    public async Task Any_minutes_saved_by_LibreOffice_keep_their_words_and_never_gain_a_reader(MeetingKind kind, string seed)
    {
        var minutes = CanonicalMinutes.Of(AnyMinutes.Canonical.Single(_ => true, seed) with { Kind = kind });
        var repaired = Repair(await LibreOffice.SaveAsync(Fill(minutes), "docx", "docx"));

        var read = repaired.Reading.Minutes!;
        Assert.Equal((minutes.Kind, minutes.Number, minutes.Date), (read.Kind, read.Number, read.Date));
        Assert.Equal(minutes.Boards, read.Boards);
        Assert.Equal(minutes.Items.Select(item => (item.Id, item.Number, item.Title, item.Resolutions.Count, item.Actions.Count)), read.Items.Select(item => (item.Id, item.Number, item.Title, item.Resolutions.Count, item.Actions.Count)));
        foreach (var (before, after) in minutes.Items.Zip(read.Items))
        {
            Assert.True(after.Audience == before.Audience || after.Audience != Audience.Partner);

            // LibreOffice itself may move the first words of a text behind the next control; it loses none, and none may be opened.
            Assert.Equal(KeptWords(before.Text).Where(letter => letter is not ('⟦' or '⟧')).Order(), KeptWords(after.Text).Where(letter => letter is not ('⟦' or '⟧')).Order());
            var open = System.Text.RegularExpressions.Regex.Replace(KeptWords(after.Text), "⟦[^⟧]*⟧", "|");
            foreach (var kept in System.Text.RegularExpressions.Regex.Matches(KeptWords(before.Text), "⟦([^⟧]{5,})⟧").Select(match => match.Groups[1].Value))
                Assert.DoesNotContain(kept, open, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Minutes_without_a_single_control_are_the_same(bool withIdentityLine)
    {
        var document = WordSave.Of(Fill(Samples.Minutes), body =>
        {
            TakeControlsOut(body);
            if (!withIdentityLine)
                body.Elements(W + "p").Last(paragraph => paragraph.Value.StartsWith("Kennung", StringComparison.Ordinal)).Remove();
        });

        var repaired = Repair(document);

        if (withIdentityLine)
        {
            Assert.Empty(repaired.Reading.Findings);
            Assert.Equal(MinutesJson.Write(Samples.Minutes), MinutesJson.Write(Reading.Of(repaired.Document!.Value).Minutes!));
            Assert.All(repaired.Lines, pair => Assert.True(pair.IsSame, $"{pair.Old} / {pair.New}"));
        }
        else
        {
            // The district stands nowhere else: it is asked about, and nothing is made up.
            Assert.Null(repaired.Document);
            Assert.Contains(repaired.Reading.Findings, finding => finding.Place == "Kreisverband");
        }
    }

    [Fact]
    public void A_document_that_lost_nothing_is_the_same()
    {
        var repaired = Repair(WordSave.Of(Fill(Samples.Minutes)));

        Assert.Empty(repaired.Reading.Findings);
        Assert.Equal(MinutesJson.Write(Samples.Minutes), MinutesJson.Write(repaired.Reading.Minutes!));
    }

    [Fact]
    public void An_item_whose_heading_lost_its_style_stays_in_the_board_until_asked()
    {
        var document = WordSave.Of(Fill(Samples.Minutes), body =>
        {
            TakeControlsOut(body);
            var heading = body.Elements(W + "p").Last(paragraph => paragraph.Value.Contains("Partnerschaft mit dem", StringComparison.Ordinal));
            heading.Element(W + "pPr")!.Remove();
            heading.Elements().Where(element => element.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal)).Remove();
        });

        var repaired = Repair(document);

        Assert.Equal("TOP 5", Assert.Single(repaired.Reading.Findings).Place);
        Assert.Equal(Audience.Undecided, repaired.Reading.Minutes!.Items.Single(item => item.Number == "5").Audience);
    }

    [Theory]
    [InlineData("– vertagt –")]
    [InlineData("a) Wahl der Kassenprüfung")]
    [InlineData(".3 Prozent mehr Beitrag")]
    [InlineData("10 Jahre Kreisverband")]
    public void A_title_keeps_its_first_letters(string title)
    {
        var sample = Samples.Minutes;
        var minutes = sample with { Items = [sample.Items[0] with { Title = title }, .. sample.Items.Skip(1)] };

        var repaired = Repair(WordSave.Of(Fill(minutes), TakeControlsOut));

        Assert.Empty(repaired.Reading.Findings);
        Assert.Equal(("1", title), (repaired.Reading.Minutes!.Items[0].Number, repaired.Reading.Minutes.Items[0].Title));
    }

    [Theory]
    [InlineData("TOP 5: Bericht")]
    [InlineData("TOP 5 – Bericht")]
    [InlineData("TOP 5. Bericht")]
    [InlineData("Top 5) Bericht")]
    [InlineData("TOP5 Bericht")]
    public void A_heading_typed_anew_is_the_same_item(string typed)
    {
        var document = WordSave.Of(Fill(Samples.Minutes), body =>
        {
            TakeControlsOut(body);
            var heading = body.Elements(W + "p").Last(paragraph => paragraph.Value.Contains("Partnerschaft mit dem", StringComparison.Ordinal));
            heading.Elements(W + "r").Remove();
            heading.Add(new XElement(W + "r", new XElement(W + "t", typed)));
        });

        var item = Repair(document).Reading.Minutes!.Items.Single(item => item.Number == "5");

        Assert.Equal(("Bericht", Samples.Minutes.Items.Single(same => same.Number == "5").Id), (item.Title, item.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_drafts_spare_item_is_used_or_unused_but_never_another_items_text(bool isUsed)
    {
        var document = WordSave.Of(MinutesWriter.Draft(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes)), body =>
        {
            TakeControlsOut(body);
            var spare = body.Elements(W + "p").First(paragraph => paragraph.Value == "TOP");
            if (isUsed)
                spare.Add(new XElement(W + "r", new XElement(W + "t", "Sommerfest")));
        });

        var repaired = Repair(document).Reading;

        Assert.Equal(
            Samples.Minutes.Items.Select(item => MinutesJson.Write(Samples.Minutes with { Items = [item], Attachments = [] })),
            repaired.Minutes!.Items.Where(item => item.Title != "Sommerfest").Select(item => MinutesJson.Write(Samples.Minutes with { Items = [item], Attachments = [] })));
        Assert.Equal(isUsed ? [""] : [], repaired.Minutes.Items.Where(item => item.Title == "Sommerfest").Select(item => item.Number));
        Assert.Equal(isUsed, repaired.Findings.Any(finding => finding.Place.Contains("Sommerfest", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("style")]
    [InlineData("signs")]
    public async Task A_mark_that_also_lost_another_carrier_still_holds_after_LibreOffice(string carrier)
    {
        var saved = await LibreOffice.SaveAsync(WordSave.Of(Fill(Samples.Minutes), body => MarkCarriers.Remove(body, carrier)), "docx", "docx");

        var repaired = Repair(saved);

        Assert.Contains(repaired.Reading.Findings, finding => finding.Rule == "V15");
        var content = MinutesJson.Write(Redactor.Redact(Reading.Of(repaired.Document!.Value).Minutes!, PartnershipSample.Read()).Content);
        Assert.DoesNotContain("Verzicht", content, StringComparison.Ordinal);
        Assert.DoesNotContain("8.412,37", content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_marked_for_the_board_never_becomes_a_note_to_the_partner()
    {
        var sample = Samples.Minutes;
        var secret = new InternalPassage([new TextParagraph([new TextRun("Hinweis für den Partner: noch nicht sagen.")])]);
        var minutes = sample with { Items = [sample.Items[0] with { Text = [new TextParagraph([new TextRun("Offen.")]), secret] }, .. sample.Items.Skip(1)] };
        var document = WordSave.Of(Fill(minutes), body =>
        {
            TakeControlsOut(body);
            MarkCarriers.Remove(body, "signs");
        });

        var item = Repair(document).Reading.Minutes!.Items[0];

        Assert.Null(item.PartnerNote);
        Assert.DoesNotContain("noch nicht sagen", MinutesJson.Write(Redactor.Redact(minutes with { Items = [item], Attachments = [] }, PartnershipSample.Read()).Content), StringComparison.Ordinal);
    }

    private static RepairedMinutes Repair(byte[] document, Minutes? last = null) =>
        MinutesRepair.Run(PackageGate.Inspect(document, PackageKind.Word), last: last);

    private static void TakeControlsOut(XElement body)
    {
        foreach (var control in body.Descendants(W + "sdt").Reverse().ToList())
            control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
    }

    private static byte[] Fill(Minutes minutes) => MinutesWriter.Fill(MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes));

    // The minutes with the first line of each item without its formats, as LibreOffice leaves it.
    private static string Plain(Minutes minutes) => MinutesJson.Write(CanonicalMinutes.Of(minutes with { Items = [.. minutes.Items.Select(item => item with { Text = Plain(item.Text) })] }));

    private static IReadOnlyList<TextBlock> Plain(IReadOnlyList<TextBlock> text) => text.Count == 0 ? text : [Plain(text[0]), .. text.Skip(1)];

    private static TextBlock Plain(TextBlock block) => block switch
    {
        TextParagraph first => new TextParagraph([.. first.Runs.Select(run => new TextRun(run.Text) { Internal = run.Internal })]),
        TextTable table => new TextTable([[[.. table.Rows[0][0].Select(run => new TextRun(run.Text))], .. table.Rows[0].Skip(1)], .. table.Rows.Skip(1)]),
        _ => block,
    };

    private static string KeptWords(IReadOnlyList<TextBlock> text)
    {
        static string Of(IReadOnlyList<TextRun> runs, bool isOpen) => string.Concat(runs.Select(run => isOpen && !run.Internal ? run.Text : $"⟦{run.Text}⟧"));
        static string Block(TextBlock block, bool isOpen) => block switch
        {
            TextParagraph paragraph => Of(paragraph.Runs, isOpen),
            TextHeading heading => Of(heading.Runs, isOpen),
            TextList list => string.Join("", list.Items.Select(item => Of(item, isOpen))),
            TextTable table => string.Join("", table.Rows.SelectMany(row => row).Select(cell => Of(cell, isOpen))),
            InternalPassage passage => string.Join("", passage.Blocks.Select(inner => Block(inner, isOpen: false))),
            _ => "",
        };

        return string.Concat(string.Join("", text.Select(block => Block(block, isOpen: true))).Replace("⟧⟦", "", StringComparison.Ordinal).Where(letter => !char.IsWhiteSpace(letter)));
    }

    private static void AssertValid(ReadOnlyMemory<byte> document)
    {
        using var stream = new MemoryStream(document.ToArray());
        using var opened = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(opened, TestContext.Current.CancellationToken).Select(error => error.Description));
    }
}
