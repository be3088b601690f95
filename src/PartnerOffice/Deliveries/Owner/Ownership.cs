using Microsoft.Extensions.Logging;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;

namespace PartnerOffice.Deliveries;

/// <summary>What only the owner of a data directory has: the lock, the sandbox, the connections, the jobs and the sweep (D3).</summary>
internal sealed class Ownership : IAsyncDisposable
{
    private readonly FileLock _lock;
    private readonly Ledger _ledger;
    private readonly LedgerDatabase _database;
    private readonly CrashPoint _crash;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SandboxServer? _sandbox;
    private readonly GraphConnections _connections;
    private readonly Wakers _wakers;
    private readonly Task _sweeping;

    private Ownership(
        FileLock held, Ledger ledger, LedgerDatabase database, CrashPoint crash, SandboxServer? sandbox, GraphConnections connections,
        Courier courier, Wakers wakers, Sweep sweep)
    {
        (_lock, _ledger, _database, _crash, _sandbox, _connections, Courier, _wakers) = (held, ledger, database, crash, sandbox, connections, courier, wakers);
        _sweeping = sweep.RunAsync(_stopping.Token);
    }

    public Courier Courier { get; }

    public SandboxServer? Sandbox => _sandbox;

    public GraphConnections Connections => _connections;

    public const string LockFile = "owner.lock";

    /// <summary>Takes the lock and starts everything; null when another process is the owner.</summary>
    /// <param name="schema">Done when the ledger can be used.</param>
    public static async Task<Ownership?> TryTakeAsync(
        DeliverySettings settings, Ledger ledger, LedgerDatabase database, DeliverySecrets secrets, Task schema, CancellationToken cancellationToken)
    {
        if (FileLock.TryTake(Path.Combine(settings.DataDirectory, LockFile)) is not { } held) return null;

        SandboxServer? sandbox = null;
        GraphConnections? connections = null;
        Task<Wakers>? opening = null;
        try
        {
            var endpoint = settings.Endpoint;
            if (endpoint is null)
            {
                var embedded = settings.Sandbox ?? throw new InvalidOperationException("Neither a Graph nor a sandbox is set.");
                sandbox = await embedded.StartAsync(settings.DataDirectory, settings.Time, cancellationToken);
                endpoint = EmbeddedSandbox.EndpointOf(sandbox);
            }

            await schema;
            new OwnerCard(Environment.ProcessId, settings.Time.GetUtcNow(), sandbox?.GraphUri, sandbox?.BaseUri, sandbox?.Certificate.ExportCertificatePem())
                .Write(settings.DataDirectory);

            connections = new(endpoint, settings.Graph with { Time = settings.Time, Waits = new LedgerWaits(database, settings.Time) });
            var workbooks = new WorkbookWriters(settings.DataDirectory, connections, new(database, secrets), settings.Loggers.CreateLogger<WorkbookWriters>());
            var courier = new Courier(
                ledger, secrets, settings.Routes.ToDictionary(route => route.Id), connections, new(connections, settings.Time),
                workbooks, new(settings.Time, Random.Shared.NextDouble), settings.Time, settings.Loggers.CreateLogger<Courier>(), settings.PublicAddress);
            // Side by side: each takes a good part of a second, and neither needs the other.
            opening = Task.Run(() => Wakers.OpenAsync(database, courier, settings.Crash, settings.Time, settings.Loggers, cancellationToken), cancellationToken);
            if (endpoint.Sandbox && settings.Sandbox?.NewTracker is { } newTracker)
                await LayAsync(settings.Routes.Select(route => route.Tracker).OfType<TrackerRoute>(), connections, newTracker, cancellationToken);
            if (endpoint.Sandbox && settings.Sandbox?.NewRegister is { } newRegister)
                await LayAsync(settings.Routes.SelectMany(route => route.Registers.Values), connections, newRegister, cancellationToken);

            var wakers = await opening;
            ledger.WakeUps = wakers;
            await wakers.StartAsync(cancellationToken);
            return new(
                held, ledger, database, settings.Crash, sandbox, connections, courier, wakers,
                new(ledger, courier, wakers, new BoardDesk(settings, connections, owned: false, ledger.BoardCopies), settings.Time, settings.Loggers.CreateLogger<Sweep>()));
        }
        catch
        {
            if (opening is not null && await Task.WhenAny(opening) is { IsCompletedSuccessfully: true }) await (await opening).DisposeAsync();
            connections?.Dispose();
            if (sandbox is not null) await sandbox.DisposeAsync();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Lets running jobs end, stops, and gives the lock back last: whoever takes it finds everything at rest.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        try
        {
            await _sweeping;
        }
        catch (OperationCanceledException)
        {
        }

        _ledger.WakeUps = NoWakeUps.Instance;
        await _wakers.DisposeAsync();
        _connections.Dispose();
        if (_sandbox is not null) await _sandbox.DisposeAsync();
        await _database.CheckpointAsync(CancellationToken.None);
        _lock.Dispose();
        _stopping.Dispose();
    }

    /// <summary>For tests: what a kill leaves. The system frees the lock and the port; nothing is saved.</summary>
    public async Task AbandonAsync()
    {
        _crash.Kill();
        await _stopping.CancelAsync();
        await _wakers.AbandonAsync();
        if (_sandbox is not null) await _sandbox.DisposeAsync();
        _lock.Dispose();
    }

    private static async Task LayAsync(
        IEnumerable<TrackerRoute> workbooks, GraphConnections connections, Func<ReadOnlyMemory<byte>> newWorkbook, CancellationToken cancellationToken)
    {
        foreach (var tracker in workbooks)
        {
            var drives = connections.Of(tracker.Identity).Drives;
            if (await drives.FindAsync(tracker.Drive, tracker.Path, cancellationToken) is not null) continue;

            if (!tracker.Path.Parent.IsRoot) await drives.EnsureFolderAsync(tracker.Drive, tracker.Path.Parent, cancellationToken);
            try
            {
                await drives.CreateAsync(tracker.Drive, tracker.Path, newWorkbook(), Guid.NewGuid().ToString("D"), cancellationToken);
            }
            catch (NameTakenException)
            {
                // There already is as good.
            }
        }
    }
}
