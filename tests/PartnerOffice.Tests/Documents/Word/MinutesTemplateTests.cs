using System.Text;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

public sealed class MinutesTemplateTests
{
    public static TheoryData<string> FileNames => [.. MinutesTemplate.FileNames];

    public static TheoryData<MeetingKind> Kinds => [.. Enum.GetValues<MeetingKind>()];

    [Theory]
    [MemberData(nameof(FileNames))]
    public void A_delivered_template_is_what_the_code_makes(string name) =>
        Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, "templates", name)), MinutesTemplate.Build(name).ToArray());

    [Theory]
    [MemberData(nameof(FileNames))]
    public void A_delivered_template_is_valid_for_Word(string name) => Assert.Empty(WordValidity.ErrorsOf(MinutesTemplate.Build(name).ToArray()));

    [Theory]
    [MemberData(nameof(FileNames))]
    public void A_delivered_template_names_itself_and_its_version(string name)
    {
        var properties = Encoding.UTF8.GetString(PackageText.Parts(MinutesTemplate.Build(name).ToArray()).ToDictionary()["docProps/custom.xml"]);

        Assert.Contains($">{Path.GetFileNameWithoutExtension(name)} {MinutesTemplate.Version}<", properties, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Minutes_of_every_kind_filled_and_read_are_the_same(MeetingKind kind)
    {
        var minutes = MinutesOfKind.Of(kind);

        var document = Fill(minutes);
        var reading = Reading.Of(document);

        Assert.Empty(reading.Findings);
        Assert.Equal(MinutesJson.Write(minutes), MinutesJson.Write(reading.Minutes!));
        Assert.Empty(WordValidity.ErrorsOf(document));
    }

    [Fact]
    public void A_retreat_to_which_one_board_alone_came_names_that_board()
    {
        var both = MinutesOfKind.Of(MeetingKind.JointRetreat);
        var minutes = both with { Boards = [both.Boards[1]] };

        var reading = Reading.Of(Fill(minutes));

        Assert.Empty(reading.Findings);
        Assert.Equal(minutes.Boards, reading.Minutes!.Boards);
        Assert.Contains("Die Linke. Kreisverband Mecklenburgische Seenplatte, Leitung Jana Beispielhaft: 3 von 5", PackageText.Lines(Fill(minutes)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_partner_edition_of_every_kind_leaves_and_is_read_again(MeetingKind kind)
    {
        var edition = EditionSample.Of(MinutesOfKind.Of(kind));

        var document = EditionSample.Render(edition);

        Assert.Empty(WordValidity.ErrorsOf(document));
        Assert.Equal(MinutesJson.Write(edition.Content), MinutesJson.Write(Reading.Of(document).Minutes!));
    }

    [Fact]
    public void An_assembly_with_resolutions_by_circulation_gets_the_table_that_its_form_does_not_have()
    {
        var minutes = MinutesOfKind.Of(MeetingKind.MembersAssembly);

        var reading = Reading.Of(Fill(minutes));

        Assert.NotEmpty(minutes.Circulation);
        Assert.Equal(minutes.Circulation, reading.Minutes!.Circulation);
    }

    [Fact]
    public void A_draft_keeps_spare_items_before_the_boards_own_part_and_leaves_open_what_nobody_knows()
    {
        var draft = Samples.Minutes with { Items = [.. Samples.Minutes.Items.Select(item => item with { Resolutions = [], Actions = [], Elections = [] })], Attachments = [] };

        var document = MinutesWriter.Draft(MinutesTemplate.Build(), draft, DocumentFrame.Of(draft), new Dictionary<EntryId, DraftTables> { [draft.Items[1].Id] = DraftTables.Resolutions | DraftTables.Actions });

        var text = Encoding.UTF8.GetString(PackageText.Parts(document)["word/document.xml"]);
        Assert.Equal(MinutesTemplate.SpareItems, text.Split("po:item:frei-").Length - 1);
        Assert.True(text.IndexOf("po:item:frei-5", StringComparison.Ordinal) < text.IndexOf("po:item:n1", StringComparison.Ordinal));
        Assert.True(text.IndexOf("po:item:6", StringComparison.Ordinal) < text.IndexOf("po:item:frei-1", StringComparison.Ordinal));
        Assert.Empty(WordValidity.ErrorsOf(document));

        // Who was there is asked, once for all; nobody is entered as present.
        var reading = Reading.Of(document);
        Assert.Equal(draft.Items.Select(item => item.Title), reading.Minutes!.Items.Select(item => item.Title));
        Assert.Equal("Teilnahme", Assert.Single(reading.Findings).Place);
    }

    [Fact]
    public void A_draft_keeps_the_order_of_its_items_wherever_one_is_for_the_board()
    {
        var draft = Samples.Minutes with { Items = [.. Samples.Minutes.Items.Select((item, index) => index == 1 ? item with { Audience = Audience.Board } : item)] };

        var reading = Reading.Of(MinutesWriter.Draft(MinutesTemplate.Build(), draft, DocumentFrame.Of(draft)));

        Assert.Equal(draft.Items.Select(item => item.Number), reading.Minutes!.Items.Select(item => item.Number));
    }

    private static byte[] Fill(Minutes minutes) =>
        MinutesWriter.Fill(MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes, PartnershipSample.Read()));
}
