using System.Text.Json;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.CommandLine;

/// <summary>The secretary looks at the edition before anything leaves: what is asked, what is answered, what is shown.</summary>
public sealed class EditionVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Words_that_stand_here_for_the_board_and_there_for_the_partner_are_asked_about_and_then_may_stand_there()
    {
        var minutes = Filled(TwiceSaid());

        var check = await OfficeVerb.RunAsync("minutes", "check", minutes, "--json");
        var asked = check.Json().GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("rule").GetString() == "V17");
        var held = await OfficeVerb.RunAsync("minutes", "edition", minutes, "--json");
        var answer = asked.GetProperty("accept").GetString()!;
        var passed = await OfficeVerb.RunAsync("minutes", "edition", minutes, "--out", folder.File("edition.docx"), "--accept", answer, "--reason", "Steht auch im Flugblatt.", "--json");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("Kommunalfinanzen", asked.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("TOP 3", asked.GetProperty("alsoAt").GetString());
        Assert.Equal(1, held.ExitCode);
        Assert.True(passed.ExitCode == 0, passed.Output + passed.Errors);
        Assert.True(File.Exists(folder.File("edition.docx")));
        Assert.DoesNotContain("Kommunalfinanzen", passed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_compares_the_minutes_with_the_edition_line_by_line()
    {
        var shown = await OfficeVerb.RunAsync("minutes", "edition", Filled(Samples.Minutes), "--diff");

        Assert.True(shown.ExitCode == 0, shown.Errors);
        var withheld = shown.Output.Split('\n').Single(line => line.Contains("8.412,37", StringComparison.Ordinal));
        Assert.Matches(@"8\.412,37 €\..*│ < │\s*$", withheld.TrimEnd());
        var common = shown.Output.Split('\n').First(line => line.Contains("Antrag zum Nahverkehr", StringComparison.Ordinal));
        Assert.Equal(2, common.Split("Antrag zum Nahverkehr").Length - 1);
    }

    [Fact]
    public async Task The_comparison_never_goes_into_JSON()
    {
        var refused = await OfficeVerb.RunAsync("minutes", "edition", Filled(Samples.Minutes), "--diff", "--json");

        Assert.Equal(2, refused.ExitCode);
        Assert.Equal("diff-as-json", refused.Json().GetProperty("error").GetProperty("code").GetString());
        Assert.DoesNotContain("8.412,37", refused.Output + refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_is_written_beside_the_edition_and_never_over_another_file()
    {
        var minutes = Filled(Samples.Minutes);

        var first = await OfficeVerb.RunAsync("minutes", "edition", minutes, "--preview", folder.File("vorschau.html"), "--json");
        var second = await OfficeVerb.RunAsync("minutes", "edition", minutes, "--preview", folder.File("vorschau.html"), "--json");

        Assert.Equal((0, 2), (first.ExitCode, second.ExitCode));
        Assert.Equal(folder.File("vorschau.html"), first.Json().GetProperty("preview").GetString());
        Assert.Contains("– vertraulich, nicht in der Partnerfassung –", await File.ReadAllTextAsync(folder.File("vorschau.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_nobody_confirmed_stops_the_release_until_somebody_does_and_is_settled_then()
    {
        var sample = Samples.Minutes;
        var minutes = Filled(sample with { Items = [.. sample.Items.Select(item => item.Number == "5" ? item with { Text = [.. item.Text, new TextParagraph([new TextRun("Sabine Fremd war auch dabei.")])] } : item)] });

        string[] release = ["minutes", "release", minutes, "--as", "Anna Beispiel", "--yes-to-all", "--data", folder.File("data"), "--json"];
        var held = await OfficeVerb.RunAsync(release);
        var asked = (await OfficeVerb.RunAsync("minutes", "check", minutes, "--json")).Json().GetProperty("findings").EnumerateArray().Where(finding => finding.TryGetProperty("accept", out _)).Select(finding => finding.GetProperty("accept").GetString()!).ToList();
        await OfficeVerb.ReleaseAsync(minutes, folder.File("data"), [.. asked.SelectMany(place => (string[])["--accept", place, "--reason", "Ist einverstanden."])]);
        var shared = await OfficeVerb.RunAsync("share", minutes, "--yes-to-all", "--data", folder.File("data"), "--json");

        Assert.Equal(1, held.ExitCode);
        Assert.NotEmpty(asked);
        Assert.True(shared.ExitCode == 0, shared.Output + shared.Errors);
    }

    private static Minutes TwiceSaid()
    {
        var sample = Samples.Minutes;
        return sample with { Items = [.. sample.Items.Select(item => item.Audience == Audience.Board ? item with { Text = [.. item.Text, new TextParagraph([new TextRun("Kommunalfinanzen")])] } : item)] };
    }

    private string Filled(Minutes minutes)
    {
        var path = folder.File("protokoll.docx");
        File.WriteAllBytes(path, MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes)));
        return path;
    }
}
