using System.Globalization;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Sandbox;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>A sandbox that outlives every process of the office, and approved minutes, one document for each test that shares them.</summary>
public sealed class StandAloneOffice : IAsyncLifetime
{
    /// <summary>How many documents there are, numbered from 1.</summary>
    public const int Documents = 13;

    private readonly TemporaryFolder folder = new();
    private readonly Partnership partnership = PartnershipSample.Read();
    private Ledger? ledger;

    internal SandboxServer Sandbox { get; private set; } = null!;

    /// <summary>The data directory of the office.</summary>
    public string Data => folder.File("data");

    /// <summary>Points the office at this sandbox.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        FirstStart.IntoOffice(Data);
        FirstStart.IntoSandbox(folder.File("sandbox"));
        Sandbox = await SandboxServer.StartAsync(new() { Folder = folder.File("sandbox"), Seed = SandboxWorld.SeedOf(partnership, new SandboxIdentities(Data).Of) });
        await File.WriteAllTextAsync(folder.File("sandbox.pem"), Sandbox.Certificate.ExportCertificatePem());
        Environment = new Dictionary<string, string>
        {
            ["PartnerOffice__Graph__BaseUrl"] = Sandbox.GraphUri.ToString(),
            ["PartnerOffice__Graph__Authority"] = Sandbox.BaseUri.ToString(),
            ["PartnerOffice__Graph__TrustedCertificate"] = folder.File("sandbox.pem"),
        };
        ledger = new Ledger(new LedgerDatabase(Data, new()), SecretStore.Open(Data, null), TimeProvider.System, new());
        var releasing = new Releasing(ledger, partnership, TimeProvider.System);
        foreach (var number in Enumerable.Range(1, Documents))
        {
            var minutes = Minutes(number);
            await File.WriteAllBytesAsync(PathOf(number), MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes)), CancellationToken.None);
            Assert.IsType<ReleaseOutcome.Recorded>(await releasing.ReleaseAsync(minutes));
            Assert.IsType<ReleaseOutcome.Recorded>(await releasing.ApproveAsync(minutes));
        }

        // The announcements to the own people go out before anything is made to fail.
        await OfficeProcess.RunWithAsync(Environment, "deliveries", "verify", "--data", Data);
    }

    /// <summary>Where a document lies.</summary>
    public string PathOf(int number) => folder.File($"protokoll-{number:00}.docx");

    /// <summary>Begins to share a document in a process of its own.</summary>
    internal OfficeProcess Share(int number) => OfficeProcess.StartWith(Environment, "share", PathOf(number), "--yes-to-all", "--data", Data, "--json");

    /// <summary>How its delivery stands in the ledger; null while there is none.</summary>
    internal Task<DeliveryStatus?> StatusAsync(int number) => ledger!.FindAsync(DeliveryOf(Minutes(number)), CancellationToken.None);

    /// <summary>What has come of a document, as it lies on the disk of the sandbox.</summary>
    internal (int Files, int Columns, int Meetings, int Deliveries, int Received, int Sent) Count(int number)
    {
        var minutes = Minutes(number);
        var name = minutes.Number.Replace('/', '-');
        var mails = Visible("*.eml").Where(path => Path.GetFileName(path).Contains($" vom {minutes.Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}", StringComparison.Ordinal)).ToList();
        var tracker = File.ReadAllBytes(Assert.Single(Visible("*.xlsx")));
        return (
            Visible("*.docx").Count(path => Path.GetFileName(path).Contains(name, StringComparison.Ordinal)),
            Sandbox.Describe().Split('\n').Count(line => line.Trim() == $"POMinutes = {minutes.Id}"),
            Rows(tracker, TrackerTables.Meetings, minutes.Id.ToString()),
            Rows(tracker, TrackerTables.Deliveries, DeliveryOf(minutes).ToString()),
            mails.Count(path => path.Contains("Inbox", StringComparison.Ordinal)),
            mails.Count(path => path.Contains("SentItems", StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static Minutes Minutes(int number)
    {
        // No number that the sample names for another meeting.
        var (sample, meeting) = (Samples.Minutes, $"2026-{20 + number}");
        return sample with
        {
            Id = MinutesId.Parse($"steinfurt-{meeting}", null),
            Number = $"KV-ST 2026/{20 + number}",
            // After the invitation, and before the signatures of the sample.
            Date = new DateOnly(2026, 7, 3).AddDays(number),
            Items = [.. sample.Items.Select(item => item with { Resolutions = [.. item.Resolutions.Select(resolution => resolution with { Number = resolution.Number.Replace("2026-07", meeting, StringComparison.Ordinal) })] })],
        };
    }

    private DeliveryId DeliveryOf(Minutes minutes) =>
        DeliveryId.Of(partnership.Id, minutes.Id, minutes.Version.Number, partnership.Districts[0].Id, partnership.Districts[1].Id);

    private static int Rows(byte[] tracker, string table, string key) =>
        TrackerWorkbook.ReadRows(tracker, table).Count(row => row[TrackerTables.Key]?.ToString() == key);

    private IEnumerable<string> Visible(string pattern) =>
        Directory.EnumerateFiles(folder.File("sandbox"), pattern, SearchOption.AllDirectories).Where(path => !path.Contains($"{Path.DirectorySeparatorChar}.", StringComparison.Ordinal));
}
