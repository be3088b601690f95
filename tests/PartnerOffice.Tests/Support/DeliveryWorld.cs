using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>A data directory of its own, the sample partnership, and consignments to send through it.</summary>
internal sealed class DeliveryWorld : IDisposable
{
    /// <summary>Stands in the edition, the mail and the tracker, and must never stand in the ledger.</summary>
    public const string Canary = "Kanarienvogel-4711";

    public static readonly Partnership Partnership = PartnershipSample.Read();

    /// <summary>The minutes behind each consignment, by their digest.</summary>
    public static ConcurrentDictionary<string, Minutes> Behind { get; } = new();

    private readonly SandboxIdentities _identities;

    public DeliveryWorld()
    {
        Folder = Directory.CreateTempSubdirectory("partneroffice-").FullName;
        FirstStart.IntoOffice(Folder);
        _identities = new(Folder);
        Route = PartnershipRoute.Of(Partnership, _identities.Of);
    }

    public string Folder { get; }

    public PartnershipRoute Route { get; }

    public DistrictId From { get; } = Partnership.Districts[0].Id;

    public DistrictId To { get; } = Partnership.Districts[1].Id;

    public DeliverySettings Settings(TimeProvider? time = null, CrashPoint? crash = null) => new()
    {
        DataDirectory = Folder,
        Routes = [Route],
        Sandbox = new(SandboxWorld.SeedOf(Partnership, _identities.Of)) { NewTracker = TrackerTemplate.Delivered },
        Time = time ?? TimeProvider.System,
        Crash = crash ?? new(),
        Key = null,
        Loggers = TestContext.Current.TestOutputHelper is { } output ? new LoggerFactory([new OutputLogs(output)]) : NullLoggerFactory.Instance,
    };

    /// <param name="number">Which minutes.</param>
    /// <param name="content">What they say.</param>
    /// <summary>As after a search that found nothing: these consignments have no minutes behind them.</summary>
    public static ClearedConsignment Clear(Consignment consignment) => ClearedConsignment.Clear(consignment, LeakSearch.For(EditionSample.Edition), "");

    /// <summary>The minutes behind such a consignment: what a second person released.</summary>
    public static Minutes Minutes(int number = 7, string content = "content", int version = 1) => Samples.Minutes with
    {
        Id = MinutesId.Parse($"kv-st-{number:0000}", null),
        Number = $"KV-ST {number:0000}",
        Version = new(version, version > 1 ? "Zahlen berichtigt" : null) { Replaces = version > 1 ? version - 1 : null },
        Distribution = [content],
    };

    public Consignment Consignment(int number = 7, string content = "content", int version = 1)
    {
        var minutes = Minutes(number, content, version);
        var digest = CanonicalMinutes.DigestOf(minutes);
        Behind[digest] = minutes;
        var bytes = Encoding.UTF8.GetBytes($"PK-like bytes of the edition {number} {Canary}");
        var id = $"kv-st-{number:0000}";
        return new()
        {
            Partnership = Partnership.Id,
            Minutes = MinutesId.Parse(id, null),
            Version = version,
            From = From,
            To = To,
            Meeting = new(2026, 7, 14),
            ContentDigest = digest,
            Edition = new($"2026-07-14 Protokoll Kreisvorstand Steinfurt KV-ST {number:0000}.docx", bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))),
            Tracker = [new(new(TrackerTables.Meetings, [new(new Dictionary<string, TrackerValue?>
            {
                [TrackerTables.Key] = new TrackerValue.Text(id),
                [TrackerTables.Number] = new TrackerValue.Text($"2026-{number:00}"),
                [TrackerTables.Place] = new TrackerValue.Text(Canary),
                [TrackerTables.Date] = new TrackerValue.Day(new(2026, 7, 14)),
            })]), TrackerTables.Link, TrackerTables.DeliveredOn)],
            Mail = new(
                [Partnership.Find(To)!.Mailbox!.Value.ToString()], $"Protokoll {number:0000}", $"{Canary}: {CoverMail.LinkPlace}\n{CoverMail.TrackerPlace}",
                "Der Tracker folgt."),
        };
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed class OutputLogs(ITestOutputHelper output) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            try
            {
                output.WriteLine($"{logLevel}: {formatter(state, exception)} {exception?.GetType().Name} {exception?.Message}");
            }
            catch (InvalidOperationException)
            {
                // The test is over; nobody reads this.
            }
        }

        public void Dispose()
        {
        }
    }
}
