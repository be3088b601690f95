using PartnerOffice.Connections;
using PartnerOffice.Documents.Word;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.CommandLine;

/// <summary>What Graph asks of one process, the next one keeps: the wait stands in the ledger.</summary>
public sealed class PatienceInProcessesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_process_asks_again_before_the_time_that_Graph_named_to_another()
    {
        var cancel = TestContext.Current.CancellationToken;
        var data = folder.File("data");
        FirstStart.IntoOffice(data);
        FirstStart.IntoSandbox(folder.File("sandbox"));
        await using var sandbox = await SandboxServer.StartAsync(
            new() { Folder = folder.File("sandbox"), Seed = SandboxWorld.SeedOf(PartnershipSample.Read(), new SandboxIdentities(data).Of) }, cancel);
        await File.WriteAllTextAsync(folder.File("sandbox.pem"), sandbox.Certificate.ExportCertificatePem(), cancel);
        var minutes = folder.File("protokoll.docx");
        await File.WriteAllBytesAsync(minutes, MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes)), cancel);
        var environment = new Dictionary<string, string>
        {
            ["PartnerOffice__Graph__BaseUrl"] = sandbox.GraphUri.ToString(),
            ["PartnerOffice__Graph__Authority"] = sandbox.BaseUri.ToString(),
            ["PartnerOffice__Graph__TrustedCertificate"] = folder.File("sandbox.pem"),
        };
        await OfficeProcess.ReleaseWithAsync(arguments => OfficeProcess.RunWithAsync(environment, arguments), minutes, data);
        // The announcement to the own people goes out before anything is asked to wait.
        await OfficeProcess.RunWithAsync(environment, "deliveries", "verify", "--data", data);
        // Twice each, in the scope of the files and of the mailbox.
        sandbox.Faults.Add(new FaultRule("PUT /drives/**") { Status = 429, RetryAfter = TimeSpan.FromSeconds(8), Times = 2 });
        sandbox.Faults.Add(new FaultRule("POST /users/{user-id}/messages") { Status = 503, RetryAfter = TimeSpan.FromSeconds(4), Times = 2 });

        var endings = new List<OfficeProcess.Ending>();
        for (var round = 0; round < 10 && endings.All(ending => ending.ExitCode != 0); round++)
        {
            endings.AddRange(await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => OfficeProcess.RunWithAsync(environment, "share", minutes, "--yes-to-all", "--data", data, "--json"))));
        }

        Assert.True(endings.Exists(ending => ending.ExitCode == 0), endings[^1].Output + endings[^1].Errors);
        Assert.All(sandbox.Faults.Rules, rule => Assert.Equal(2, rule.Struck));
        Assert.DoesNotContain(sandbox.Requests.Entries, entry => entry.InsideRetryAfter);
        Assert.Equal(2, sandbox.Requests.Entries.Count(entry => entry is { Status: 202 } && entry.Path.EndsWith("/send", StringComparison.Ordinal)));
    }
}
