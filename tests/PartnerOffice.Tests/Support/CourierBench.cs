using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>
/// The courier without its jobs, over a fake clock and a sandbox that outlives it: so a test can kill it anywhere, start a new
/// one over the same ledger, and let days pass at once.
/// </summary>
internal sealed class CourierBench : IAsyncDisposable
{
    private readonly DeliveryWorld _world;
    private readonly DeliverySecrets _secrets;
    private readonly GraphConnections _connections;
    private PartnershipRoute _route;

    private CourierBench(DeliveryWorld world, SandboxServer sandbox, FakeTimeProvider clock, DeliverySecrets secrets, GraphConnections connections)
    {
        (_world, Sandbox, Clock, _secrets, _connections) = (world, sandbox, clock, secrets, connections);
        _route = world.Route;
        (Ledger, Courier) = Start(new());
    }

    public FakeTimeProvider Clock { get; }

    public SandboxServer Sandbox { get; }

    /// <summary>Where people reach the service, as its messages name it; null until a test says it, and restarts.</summary>
    public Uri? Service { get; set; }

    /// <summary>What a person should look at.</summary>
    public WarningLog Warnings { get; } = new();

    public DeliveryWorld World => _world;

    public Ledger Ledger { get; private set; }

    public Courier Courier { get; private set; }

    public GraphConnection Partner => _connections.Of(_world.Route.Districts[_world.To].Identity);

    public GraphConnection Own => _connections.Of(_world.Route.Districts[_world.From].Identity);

    public LibraryRoute Library => _world.Route.Districts[_world.To].Library!;

    /// <param name="start">When it begins by the fake clock; a Monday in August where nothing is said.</param>
    /// <param name="notifications">The way on which the sandbox tells of changes; null where nobody is told.</param>
    public static async Task<CourierBench> StartAsync(CancellationToken cancellationToken, DateTimeOffset? start = null, HttpMessageHandler? notifications = null)
    {
        var world = new DeliveryWorld();
        var clock = new FakeTimeProvider(start ?? new(2026, 8, 3, 9, 0, 0, TimeSpan.Zero));
        var secrets = SecretStore.Open(world.Folder, null);
        var settings = world.Settings(clock);
        var seeded = settings.Sandbox!;
        var sandbox = await SandboxServer.StartAsync(
            new() { Folder = Path.Combine(world.Folder, "sandbox"), Seed = seeded.Seed, Settings = seeded.Settings, Time = clock, Notifications = notifications }, cancellationToken);
        var database = new LedgerDatabase(world.Folder, new());
        await database.MigrateAsync(cancellationToken);
        var connections = new GraphConnections(
            EmbeddedSandbox.EndpointOf(sandbox), new() { Time = clock, Waits = new LedgerWaits(database, clock) });
        var tracker = world.Route.Tracker!;
        var drives = connections.Of(world.Route.Districts[tracker.District].Identity).Drives;
        await drives.EnsureFolderAsync(tracker.Drive, tracker.Path.Parent, cancellationToken);
        await drives.CreateAsync(tracker.Drive, tracker.Path, TrackerTemplate.Delivered(), Guid.NewGuid().ToString(), cancellationToken);
        return new(world, sandbox, clock, secrets, connections);
    }

    /// <summary>A new process over the same data directory; the old one is not asked.</summary>
    public void Restart(CrashPoint crash, DeliverySecrets? secrets = null) => (Ledger, Courier) = Start(crash, secrets);

    /// <summary>Whether the partnership file says where the receiving district gets its editions; as after a restart with another file.</summary>
    public void KnowPartner(bool knows)
    {
        _route = knows ? _world.Route : _world.Route with { Districts = _world.Route.Districts.Where(district => district.Key != _world.To).ToDictionary() };
        Restart(new());
    }

    /// <summary>The people as the partnership file names them from now on.</summary>
    public void KnowPeople(Partnership partnership) => _route = _route with { Partnership = partnership };

    /// <summary>The service account of the district where the tracker lies, signed in by a person.</summary>
    public async Task<GraphIdentity> SignInAsync()
    {
        var district = DeliveryWorld.Partnership.Find(_world.Route.Tracker!.District)!;
        var identity = new AccountIdentities(_world.Folder).Of(district)!;
        await AccountSignIn.RunAsync(EmbeddedSandbox.EndpointOf(Sandbox), identity, code =>
        {
            Sandbox.DecideDeviceCode(code.Code, district.Mailbox!.Value.ToString());
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);
        return identity;
    }

    /// <summary>From now on the tracker is written through Excel: as a service account that signed in, or as the application.</summary>
    public async Task WriteThroughExcelAsync(bool asAccount)
    {
        var tracker = _world.Route.Tracker!;
        var identity = asAccount ? await SignInAsync() : _world.Route.Districts[tracker.District].Identity;
        _route = _world.Route with
        {
            Tracker = tracker with
            {
                Write = TrackerWrite.Workbook,
                Identity = identity,
            },
        };
        Restart(new());
    }

    /// <summary>The shared workbook as it lies there.</summary>
    public async Task<ReadOnlyMemory<byte>> TrackerAsync(CancellationToken cancellationToken)
    {
        var tracker = _world.Route.Tracker!;
        var workbook = await Partner.Drives.FindAsync(tracker.Drive, tracker.Path, cancellationToken);
        return (await Partner.Drives.DownloadAsync(tracker.Drive, workbook!.Id, cancellationToken)).Bytes;
    }

    /// <summary>A person saves another state of the shared workbook.</summary>
    public async Task SaveTrackerAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var tracker = _world.Route.Tracker!;
        var workbook = await Partner.Drives.FindAsync(tracker.Drive, tracker.Path, cancellationToken);
        await Partner.Drives.ReplaceAsync(tracker.Drive, workbook!.Id, bytes, workbook.CTag, cancellationToken);
    }

    /// <summary>The database is gone; the key is not.</summary>
    public async Task LoseLedgerAsync(CancellationToken cancellationToken)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_world.Folder, "ledger.db*")) File.Delete(file);
        await new LedgerDatabase(_world.Folder, new()).MigrateAsync(cancellationToken);
        Restart(new());
    }

    /// <summary>Works until every delivery rests or waits for a person, however long that takes by the fake clock.</summary>
    /// <param name="until">Stops there, whatever is still open.</param>
    /// <param name="counting">Whether the effects are counted too, ten minutes and a day later.</param>
    /// <param name="looking">Whether receipts are looked for too, for as long as a year: then better until some time.</param>
    public async Task DriveAsync(CancellationToken cancellationToken, DateTimeOffset? until = null, bool counting = false, bool looking = false)
    {
        for (var round = 0; round < 5000; round++)
        {
            var due = (await Ledger.DueAsync(Courier.Partnerships, cancellationToken)).Where(work => (counting || !work.IsCount) && (looking || !work.IsLook)).ToList();
            foreach (var work in due) await Courier.RunAsync(work, cancellationToken);
            if (due.Count > 0) continue;

            if (await Ledger.NextDueAsync(counting, cancellationToken, looking) is not { } next || next > until) return;
            Clock.Advance(next - Clock.GetUtcNow());
        }

        throw new InvalidOperationException("The deliveries never come to rest.");
    }

    /// <summary>What the partner, the tracker and the mailbox hold for this consignment.</summary>
    public async Task<(int Files, string? Key, int Rows, int Sent, int Drafts)> CountAsync(Consignment consignment, CancellationToken cancellationToken)
    {
        var name = consignment.Edition.Name;
        var stem = Path.GetFileNameWithoutExtension(name);
        var files = Sandbox.Describe().Split('\n').Count(line => line.TrimStart().StartsWith(stem, StringComparison.Ordinal));
        var file = await Partner.Drives.FindAsync(Library.Drive, Library.Folder.Append(name), cancellationToken);
        var fields = file is null ? null : await Partner.Lists.FieldsAsync(Library.Site, Library.List, file.ListItemId!, cancellationToken);

        var key = _secrets.StepKey(consignment.Partnership, consignment.Delivery, DeliveryStep.Mail);
        var mail = await Own.Mail.FindByKeyAsync(_world.Route.Districts[_world.From].Mailbox!.Value, key, cancellationToken);
        return (
            files, fields?.Fields.GetValueOrDefault("POKey") as string,
            await RowsAsync(consignment, cancellationToken), mail.Count(message => !message.IsDraft), mail.Count(message => message.IsDraft));
    }

    public string KeyOf(Consignment consignment, DeliveryStep step) => _secrets.StepKey(consignment.Partnership, consignment.Delivery, step);

    public async ValueTask DisposeAsync()
    {
        _connections.Dispose();
        await Sandbox.DisposeAsync();
        _world.Dispose();
    }

    // The writer itself refuses a key that stands twice, and adds a row where there is none.
    private async Task<int> RowsAsync(Consignment consignment, CancellationToken cancellationToken)
    {
        var tracker = _world.Route.Tracker!;
        var workbook = await Partner.Drives.FindAsync(tracker.Drive, tracker.Path, cancellationToken);
        var content = await Partner.Drives.DownloadAsync(tracker.Drive, workbook!.Id, cancellationToken);
        try
        {
            return TrackerWorkbook.Apply(content.Bytes, [.. consignment.Tracker.Select(entry => entry.Change)]).Added.Count == 0 ? 1 : 0;
        }
        catch (TrackerRefusedException refused) when (refused.Code == "key-twice")
        {
            return 2;
        }
    }

    private (Ledger, Courier) Start(CrashPoint crash, DeliverySecrets? secrets = null)
    {
        secrets ??= _secrets;
        var logs = new LoggerFactory([Warnings]).CreateLogger<Courier>();
        var ledger = new Ledger(new(_world.Folder, crash), secrets, Clock, crash);
        return (ledger, new(
            ledger, secrets, new Dictionary<PartnershipId, PartnershipRoute> { [_route.Id] = _route }, _connections,
            new(_connections, Clock), new(_world.Folder, _connections, new(new(_world.Folder, crash), secrets), logs), new(Clock, () => 0.5), Clock, logs, Service));
    }
}
