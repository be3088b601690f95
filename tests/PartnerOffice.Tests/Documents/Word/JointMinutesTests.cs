using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

public sealed class JointMinutesTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly Partnership Partnership = PartnershipSample.Read();

    private static readonly Minutes Joint = JointSample.Minutes;

    [Fact]
    public void Minutes_of_two_boards_are_the_same_after_filling_and_reading()
    {
        var reading = Read(Fill(Joint));

        Assert.Equal(MinutesJson.Write(Joint), MinutesJson.Write(reading.Minutes!));
        Assert.DoesNotContain(reading.Findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Minutes_of_two_boards_are_the_same_in_json() =>
        Assert.Equal(MinutesJson.Write(Joint), MinutesJson.Write(CanonicalMinutes.Of(MinutesJson.Parse(MinutesJson.Write(Joint)))));

    [Fact]
    public void A_resolution_of_one_board_only_is_shown_as_just_that()
    {
        var text = PackageText.Lines(Fill(Joint));

        Assert.Contains("Gemeinsam: angenommen vom Kreisvorstand Steinfurt, abgelehnt vom Kreisvorstand Mecklenburgische Seenplatte", text, StringComparison.Ordinal);
        Assert.Contains("Gemeinsam: angenommen von beiden Kreisvorständen", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JointSample.Host, JointSample.Guest)]
    [InlineData(JointSample.Guest, JointSample.Host)]
    public void A_part_for_one_board_alone_is_in_no_part_of_the_others_edition(string reader, string other)
    {
        var document = EditionFor(Joint, reader);

        var text = Everything(document.Bytes);
        Assert.All(JointSample.SecretsOf(other), secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(JointSample.SecretsOf(reader).Where(secret => !secret.EndsWith("datei", StringComparison.Ordinal)), secret => Assert.Contains(secret, text, StringComparison.Ordinal));
        Assert.Contains("angenommen vom Kreisvorstand Steinfurt, abgelehnt vom Kreisvorstand Mecklenburgische Seenplatte", PackageText.Lines(document.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_both_boards_see_holds_no_part_of_either()
    {
        var shown = MinutesJson.Write(Redactor.RedactForBoth(Joint, Partnership).Content);

        Assert.All(JointSample.SecretsOf(JointSample.Host).Concat(JointSample.SecretsOf(JointSample.Guest)), secret => Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("[nur Vorstand Steinfurt]", "[nur Vorstand]")]
    [InlineData("[nur Vorstand Steinfurt]", "[nur Vorstand Mecklenburgische Seenplatte]")]
    [InlineData("[nur Vorstand Steinfurt]", "[nur Vorstand Rheine]")]
    [InlineData("[Ende nur Vorstand]", "[Ende nur Vorstand Mecklenburgische Seenplatte]")]
    [InlineData("po:internal:steinfurt", "po:internal:mse")]
    [InlineData("po:internal:steinfurt", "po:internal")]
    public void What_contradicts_itself_reaches_neither_board(string carrier, string broken)
    {
        var reading = Read(Changed(Fill(Joint), carrier, broken));

        foreach (var reader in (string[])[JointSample.Host, JointSample.Guest])
            Assert.DoesNotContain(JointSample.Secret(JointSample.Host, "wort"), Everything(EditionFor(reading.Minutes!, reader).Bytes), StringComparison.Ordinal);
        Assert.Contains(Check(reading), finding => finding is { Rule: "V15", Weight: FindingWeight.Stops });
    }

    [Fact]
    public void A_mark_that_lost_its_control_is_still_its_boards_own()
    {
        var reading = Read(Changed(Fill(Joint), "po:internal:", "lost:"));

        Assert.Equal(MinutesJson.Write(Joint), MinutesJson.Write(reading.Minutes!));
    }

    [Fact]
    public void A_line_of_both_that_no_longer_fits_the_rows_is_pointed_out()
    {
        var reading = Read(Changed(Fill(Joint), "Gemeinsam: angenommen von beiden Kreisvorständen", "Gemeinsam: einstimmig angenommen von beiden Kreisvorständen"));

        Assert.Equal(("V6", "TOP 3, Beschluss B 2026-07-01"), (Assert.Single(reading.Findings).Rule, reading.Findings[0].Place));
    }

    [Fact]
    public void Each_board_is_judged_by_its_own_figures_and_numbers()
    {
        var item = Joint.Items[1];
        var votes = item.Resolutions[0].Votes!;
        var wrong = item with { Resolutions = [item.Resolutions[0] with { Votes = [votes[0], votes[1] with { Number = "", Vote = new Vote(true, 1, 2, 0, 0, VoteMode.Open) }] }, .. item.Resolutions.Skip(1)] };

        var findings = MinutesCheck.Run(Joint with { Items = [Joint.Items[0], wrong, .. Joint.Items.Skip(2)] }, Context(Joint));

        Assert.Equal(["TOP 3, Beschluss B 2026-07-01, mse"], findings.Where(finding => finding.Rule == "V6").Select(finding => finding.Place));
        Assert.Contains(findings, finding => finding is { Rule: "V7", Place: "TOP 3, Beschluss B 2026-07-01" });
    }

    [Fact]
    public void The_next_draft_of_a_board_takes_along_nothing_of_the_other()
    {
        var own = Partnership.Find(JointSample.Guest)!;

        var draft = MeetingDraft.Of(Partnership, own, new DraftRequest(MeetingKind.BoardMeeting, Joint.Date, Joint)).Content;

        var text = MinutesJson.Write(draft);
        Assert.Contains(JointSample.Secret(JointSample.Guest, "aufgabe"), text, StringComparison.Ordinal);
        Assert.All(JointSample.SecretsOf(JointSample.Host), secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_for_a_board_without_a_name_stops_the_release()
    {
        var item = Joint.Items[2] with { BoardOf = null };

        var finding = Assert.Single(MinutesCheck.Run(Joint with { Items = [Joint.Items[0], Joint.Items[1], item, Joint.Items[3]] }, Context(Joint)), finding => finding.Rule == "V15");

        Assert.Equal((FindingWeight.Stops, "TOP N 1"), (finding.Weight, finding.Place));
    }

    [Theory]
    [InlineData("/items/1/resolutions/0/outcome", "\"rejected\"", "$.items[1].resolutions[0].outcome")]
    [InlineData("/items/1/resolutions/0/votes/0/district", "\"rheine\"", "$.items[1].resolutions[0].votes[0].district")]
    [InlineData("/items/2/boardOf", "\"rheine\"", "$.items[2].boardOf")]
    [InlineData("/items/2/audience", "\"partner\"", "$.items[2].boardOf")]
    public void What_names_a_board_that_did_not_sit_is_refused_with_its_path(string path, string value, string place)
    {
        var changed = JsonPatch.Apply(JsonNode.Parse(MinutesJson.Write(Joint))!, JsonNode.Parse($$"""[{"op":"replace","path":"{{path}}","value":{{value}}}]""")!.AsArray()).ToJsonString();

        Assert.Equal(place, Assert.Throws<MinutesFormatException>(() => CanonicalMinutes.Of(MinutesJson.Parse(changed))).Place);
    }

    private static byte[] Fill(Minutes minutes) => MinutesWriter.Fill(MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes, Partnership));

    private static MinutesReading Read(byte[] document) => Reading.Of(document);

    private static CheckContext Context(Minutes minutes) => CheckContext.For(minutes, Partnership, minutes.Date.AddDays(3));

    private static IReadOnlyList<Finding> Check(MinutesReading reading) => DocumentCheck.Run(reading, Context(reading.Minutes!));

    private static PartnerDocument EditionFor(Minutes minutes, string reader) =>
        EditionRenderer.Render(Redactor.RedactFor(minutes, Partnership, Partnership.Find(reader)!));

    private static string Everything(ReadOnlyMemory<byte> package) => string.Join('\n', PackageText.Parts(package).Select(part => $"{part.Key} {Encoding.UTF8.GetString(part.Value)}"));

    // As a person changes a carrier in Word, which then splits the runs anew.
    private static byte[] Changed(byte[] document, string carrier, string changed) => WordSave.Of(document, body =>
    {
        foreach (var text in body.Descendants(W + "t"))
            text.Value = text.Value.Replace(carrier, changed, StringComparison.Ordinal);
        foreach (var tag in body.Descendants(W + "tag").Attributes(W + "val"))
            tag.Value = tag.Value.Replace(carrier, changed, StringComparison.Ordinal);
    });
}
