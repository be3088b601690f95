using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Drafting;

public sealed class DraftingVerbsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_life_of_minutes_goes_on_from_file_to_file_and_no_file_is_overwritten()
    {
        var july = folder.File("juli.docx");
        File.WriteAllBytes(july, MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes)));
        var before = File.ReadAllBytes(july);

        var drafted = await OfficeVerb.RunAsync("minutes", "new", "--from", july, "--out", folder.File("august.docx"), "--json");
        var again = await OfficeVerb.RunAsync("minutes", "new", "--from", july, "--out", folder.File("august.docx"), "--json");
        var corrected = await OfficeVerb.RunAsync("minutes", "correct", july, "--note", "Betrag in TOP 4 berichtigt.", "--json");
        var excerpt = await OfficeVerb.RunAsync("minutes", "excerpt", july, "--resolution", "B 2026-07-04", "--json");
        var withheld = await OfficeVerb.RunAsync("minutes", "excerpt", july, "--resolution", "B 2026-07-05", "--json");

        Assert.Equal((0, "steinfurt-2026-08"), (drafted.ExitCode, drafted.Json().GetProperty("id").GetString()));
        Assert.Equal((1, "file-exists"), (again.ExitCode, again.Json().GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal(2, Reading.Of(File.ReadAllBytes(corrected.Json().GetProperty("file").GetString()!)).Minutes!.Version.Number);
        Assert.Equal("partner", excerpt.Json().GetProperty("view").GetString());
        Assert.Equal((1, "excerpt-board-only"), (withheld.ExitCode, withheld.Json().GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal(before, File.ReadAllBytes(july));
    }

    [Fact]
    public async Task A_copy_becomes_a_meeting_of_its_own_and_keeps_its_words()
    {
        var july = folder.File("juli.docx");
        File.WriteAllBytes(july, WordSave.Of(MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes))));

        var ending = await OfficeVerb.RunAsync("minutes", "new", "--copy", "--from", july, "--date", "2026-08-11", "--number", "KV-ST 2026/08", "--out", folder.Path, "--json");

        var copy = Reading.Of(File.ReadAllBytes(ending.Json().GetProperty("file").GetString()!)).Minutes!;
        Assert.Equal("steinfurt-2026-08", copy.Id.ToString());
        Assert.Equal(Samples.Minutes.Items.Select(item => item.Title), copy.Items.Select(item => item.Title));
        Assert.Equal(ApprovalState.Draft, copy.Approval.State);
    }

    [Fact]
    public async Task A_blank_template_is_checked_for_what_it_lost()
    {
        var template = folder.File("eigene.docx");
        File.WriteAllBytes(template, Restyling.Without(MinutesTemplate.Build(), ["po:meeting.place"], []));

        var ending = await OfficeVerb.RunAsync("minutes", "check", template, "--json");

        Assert.Equal(1, ending.ExitCode);
        Assert.Equal("Ort", Assert.Single(ending.Json().GetProperty("findings").EnumerateArray()).GetProperty("place").GetString());
    }
}
