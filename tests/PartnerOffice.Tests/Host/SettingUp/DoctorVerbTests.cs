using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.SettingUp;

/// <summary>The doctor as a person calls it.</summary>
public sealed class DoctorVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_side_in_order_ends_with_zero_and_leaves_answers_that_name_nobody()
    {
        var ending = await OfficeVerb.RunAsync("doctor", "--side", "partner", "--try-write", "--json", "--data", folder.File("data"));

        Assert.True(ending.ExitCode == 0, ending.Output + ending.Errors);
        Assert.True(ending.Json().GetProperty("sandbox").GetBoolean());
        Assert.All(ending.Json().GetProperty("lines").EnumerateArray(), line => Assert.Equal("ok", line.GetProperty("state").GetString()));
        var answers = await File.ReadAllTextAsync(ending.Json().GetProperty("pilot").GetString()!, TestContext.Current.CancellationToken);
        Assert.Contains("if-match-on-put-content", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("@", answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_of_the_partnership_file_is_a_line_of_its_own_and_the_answer_is_no()
    {
        var file = folder.File("partnerschaft.json");
        await File.WriteAllTextAsync(file, PartnershipSample.Json.Replace("\"2012-12-01\"", "\"1.12.2012\"", StringComparison.Ordinal).Replace("\"star\"", "\"sternchen\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var ending = await OfficeVerb.RunAsync("doctor", "--partnership", file, "--json", "--data", folder.File("data"));

        Assert.Equal(1, ending.ExitCode);
        Assert.Equal(["partnership-file", "partnership-file"], ending.Json().GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("check").GetString()));
    }
}
