using PartnerOffice.Core;
using PartnerOffice.Features.SettingUp;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.SettingUp;

/// <summary>What administrators get to begin with.</summary>
public sealed class InitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_partnership_file_is_read_and_both_lists_lie_beside_it()
    {
        var ending = await OfficeVerb.RunAsync("init", "--own", "Übersee-Süd", "--partner", "Musterland", "--out", folder.Path, "--json");
        var again = await OfficeVerb.RunAsync("init", "--own", "Übersee-Süd", "--partner", "Musterland", "--out", folder.Path, "--json");
        var later = await OfficeVerb.RunAsync("init", "--partnership", folder.File("partnerschaft.json"), "--out", folder.Path, "--json");

        var partnership = PartnershipFile.Parse(await File.ReadAllTextAsync(folder.File("partnerschaft.json"), TestContext.Current.CancellationToken), "partnerschaft.json");
        Assert.Equal((0, 2, 0), (ending.ExitCode, again.ExitCode, later.ExitCode));
        Assert.Equal(["uebersee-sued", "musterland"], partnership.Districts.Select(district => district.Id.ToString()));
        Assert.Empty(partnership.Use.AgreedOn);
        Assert.All(partnership.Districts, district => Assert.Equal((null, null, null), (district.Tenant, district.Library, district.Mailbox)));
        Assert.Contains("VERZEICHNIS-ID", await File.ReadAllTextAsync(folder.File("einrichtung-musterland.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var placeholders = ending.Json().GetProperty("placeholders").EnumerateArray().Select(one => one.GetProperty("check").GetString()).ToList();
        Assert.Equal((2, 2, 1), (placeholders.Count(check => check == "placeholder-people"), placeholders.Count(check => check == "placeholder-coordinator"), placeholders.Count(check => check == "placeholder-tracker")));
        Assert.All(partnership.Districts, district => Assert.True(File.Exists(folder.File($"einrichtung-{district.Id}.md"))));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_list_has_at_most_twelve_steps_each_with_a_command_a_way_back_and_a_line_that_turns_green(int district, bool registers)
    {
        var partnership = PartnershipSample.Read();

        var steps = Checklist.Of(partnership, partnership.Districts[district]);
        var text = Checklist.Write(partnership, partnership.Districts[district]);

        Assert.InRange(steps.Count, 5, Checklist.MostSteps);
        Assert.All(steps, step => Assert.True(step.Command.Length > 0 && step.Undo.Length > 0 && step.Where.Length > 0 && step.Minutes is > 0 and <= 30));
        Assert.Equal(registers, steps.Any(step => step.Title == "Anwendung registrieren"));
        Assert.Contains(partnership.Districts[district].Tenant!.ClientId.ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain("SITE-ID", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_that_a_list_names_is_one_that_the_doctor_says()
    {
        await using var world = new SetUpWorld { TriesWriting = true };

        var said = (await world.ExamineAsync(null)).Select(line => line.Check).ToHashSet();

        Assert.All(world.Partnership.Districts.SelectMany(district => Checklist.Of(world.Partnership, district)), step => Assert.Contains(step.Check, said));
    }
}
