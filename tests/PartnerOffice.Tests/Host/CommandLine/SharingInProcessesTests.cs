using System.IO.Compression;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.CommandLine;

/// <summary>Real processes on one data directory: whatever happens to them, the partner gets one file, one row each and one mail.</summary>
public sealed class SharingInProcessesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Sharing_twice_leaves_one_file_one_row_each_and_one_mail()
    {
        var minutes = await ReleasedSampleAsync();

        var first = await OfficeProcess.RunAsync("share", minutes, "--yes-to-all", "--data", Data, "--json");
        var second = await OfficeProcess.RunAsync("share", minutes, "--yes-to-all", "--data", Data, "--json");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal("delivered", first.Json().GetProperty("state").GetString());
        Assert.True(first.Json().GetProperty("sandbox").GetBoolean());
        Assert.Equal(first.Json().GetProperty("delivery").GetString(), second.Json().GetProperty("delivery").GetString());
        AssertOneOfEach();
    }

    [Fact]
    public async Task Ten_processes_at_once_leave_one_file_one_row_each_and_one_mail()
    {
        var minutes = await ReleasedSampleAsync();

        var endings = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => OfficeProcess.RunAsync("share", minutes, "--yes-to-all", "--data", Data, "--json")));

        Assert.All(endings, ending => Assert.True(ending.ExitCode == 0, ending.Errors));
        AssertOneOfEach();
    }

    [Fact]
    public async Task Killed_five_times_and_started_again_it_leaves_one_file_one_row_each_and_one_mail()
    {
        var minutes = await ReleasedSampleAsync();
        var random = new Random(20260714);

        for (var kill = 0; kill < 5; kill++)
        {
            await using var office = OfficeProcess.Start("share", minutes, "--yes-to-all", "--data", Data, "--json");
            await office.KillAfterAsync(TimeSpan.FromMilliseconds(random.Next(400, 5000)));
        }

        var last = await OfficeProcess.RunAsync("share", minutes, "--yes-to-all", "--data", Data, "--json");

        Assert.True(last.ExitCode == 0, last.Output + last.Errors);
        AssertOneOfEach();
    }

    [Fact]
    public async Task Consent_to_other_bytes_is_refused_and_nothing_leaves()
    {
        var minutes = await ReleasedSampleAsync();

        var ending = await OfficeVerb.RunAsync("share", minutes, "--yes", new string('0', 64), "--data", Data, "--json");

        Assert.Equal(1, ending.ExitCode);
        Assert.Equal("consent-for-other-bytes", ending.Json().GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(Visible(Path.Combine(Data, "sandbox"), "*.docx"));
    }

    [Fact]
    public async Task Consent_to_the_bytes_of_the_dry_run_is_enough()
    {
        var minutes = await ReleasedSampleAsync();

        var dryRun = await OfficeVerb.RunAsync("minutes", "edition", minutes, "--json");
        var ending = await OfficeVerb.RunAsync("share", minutes, "--yes", dryRun.Json().GetProperty("sha256").GetString()!, "--data", Data, "--json");

        Assert.Equal(0, ending.ExitCode);
        Assert.Equal(dryRun.Json().GetProperty("sha256").GetString(), ending.Json().GetProperty("edition").GetString());
        AssertOneOfEach();
    }

    private async Task<string> ReleasedSampleAsync()
    {
        var path = folder.File("protokoll.docx");
        await File.WriteAllBytesAsync(path, MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes)));
        await OfficeVerb.ReleaseAsync(path, Data);
        return path;
    }

    private void AssertOneOfEach()
    {
        var sandbox = Path.Combine(Data, "sandbox");
        var editions = Visible(sandbox, "*.docx");
        var edition = Assert.Single(editions);
        using (var zip = ZipFile.OpenRead(edition))
            Assert.NotNull(zip.GetEntry("word/document.xml"));

        // The announcement to the own people is another message.
        var mails = Visible(sandbox, "*.eml").Where(path => Path.GetFileName(path).Contains(" vom ", StringComparison.Ordinal)).ToList();
        Assert.Single(mails, path => path.Contains($"{Path.DirectorySeparatorChar}Inbox{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.Single(mails, path => path.Contains($"{Path.DirectorySeparatorChar}SentItems{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        var tracker = File.ReadAllBytes(Assert.Single(Visible(sandbox, "*.xlsx")));
        Assert.Equal(
            (1, 4, 1, 1),
            (Rows(tracker, TrackerTables.Meetings), Rows(tracker, TrackerTables.Resolutions), Rows(tracker, TrackerTables.Actions), Rows(tracker, TrackerTables.Deliveries)));
    }

    private static int Rows(byte[] tracker, string table) => TrackerWorkbook.ReadRows(tracker, table).Count;

    private static IReadOnlyList<string> Visible(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Where(path => !path.Contains($"{Path.DirectorySeparatorChar}.", StringComparison.Ordinal))];
}
