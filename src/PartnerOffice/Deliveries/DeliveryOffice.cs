using System.Data.Common;
using Microsoft.Extensions.Logging;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Graph;
using PartnerOffice.PersonalLinks;
using PartnerOffice.Sandbox;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Takes consignments and sees them delivered. Any number of processes may open one over the same data directory: one of them
/// owns it and does the work, the others write their row, follow it, and step in when the owner dies (D3).
/// </summary>
public sealed partial class DeliveryOffice : IAsyncDisposable
{
    private static readonly TimeSpan LooksAgain = TimeSpan.FromMilliseconds(200);

    private readonly DeliverySettings _settings;
    private readonly LedgerDatabase _database;
    private readonly DeliverySecrets _secrets;
    private readonly Ledger _ledger;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _closing = new();
    private Ownership? _ownership;
    private Task _standingBy = Task.CompletedTask;

    private DeliveryOffice(DeliverySettings settings)
    {
        _settings = settings;
        _secrets = SecretStore.Open(settings.DataDirectory, settings.Key);
        _database = new(settings.DataDirectory, settings.Crash, settings.BusyTimeout);
        _ledger = new(_database, _secrets, settings.Time, settings.Crash);
        _logger = settings.Loggers.CreateLogger<DeliveryOffice>();
    }

    /// <summary>Whether this process does the work.</summary>
    public bool IsOwner => _ownership is not null;

    /// <summary>The embedded sandbox, where this process runs it.</summary>
    internal SandboxServer? Sandbox => _ownership?.Sandbox;

    internal Ledger Ledger => _ledger;

    /// <summary>What is released and approved.</summary>
    internal ReleaseLedger Releases => _ledger.Releases;

    /// <summary>What is taken back.</summary>
    internal RecallLedger Recalls => _ledger.Recalls;

    /// <summary>What waits for the look of a second person.</summary>
    internal ReviewLedger Reviews => _ledger.Reviews;

    /// <summary>What is planned, and who was invited.</summary>
    internal MeetingLedger Meetings => _ledger.Meetings;

    /// <summary>Who answered what to an invitation.</summary>
    internal AnswerLedger Answers => _ledger.Answers;

    /// <summary>Where people reach the service, as messages name it; null where they carry no links.</summary>
    internal Uri? PublicAddress => _settings.PublicAddress;

    /// <summary>The personal links that were given out.</summary>
    internal PersonalLinkBook Links => _ledger.Links;

    /// <summary>What a person holds and lets go, and the audit log.</summary>
    internal OfficeLedger Brakes => _ledger.Office;

    /// <summary>How the two sides stand, for people to look at.</summary>
    internal OverviewLedger Overview => _ledger.Overview;

    /// <summary>Where it keeps what it keeps.</summary>
    internal string DataDirectory => _settings.DataDirectory;

    /// <summary>The Graph that this office speaks to, as whom it speaks there, for whoever looks whether everything is set up.</summary>
    /// <exception cref="InvalidOperationException">Another process owns the sandbox, and does not say where it answers.</exception>
    internal GraphGround OpenGround() => new(
        Endpoint,
        district => _settings.Routes.Select(route => route.Districts.GetValueOrDefault(district.Id)?.Identity).FirstOrDefault(identity => identity is not null),
        new AccountIdentities(_settings.DataDirectory));

    /// <summary>Opens the ledger, and takes the data directory over if it has no owner.</summary>
    /// <exception cref="FormatException">The key is not 32 bytes in base64.</exception>
    /// <exception cref="IOException">The data directory cannot be written.</exception>
    public static async Task<DeliveryOffice> OpenAsync(DeliverySettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        MakeDirectory(settings.DataDirectory);
        var office = new DeliveryOffice(settings);
        // SQLite has no asynchronous calls, and a sandbox takes as long to start as the schema does.
        var schema = Task.Run(() => office._database.MigrateAsync(cancellationToken), cancellationToken);
        try
        {
            if (settings.MayOwn) await office.TryOwnAsync(schema, cancellationToken);
        }
        catch (GraphException busy)
        {
            // A stand-alone sandbox that asks for patience while its first tracker is laid: tried again while standing by.
            office.CannotOwn(busy.GetType().Name);
        }
        finally
        {
            await schema;
        }

        if (settings.MayOwn && !office.IsOwner) office._standingBy = office.StandByAsync(office._closing.Token);
        return office;
    }

    /// <summary>After a restore: every open step of this data directory is looked for before it is done, and nothing begins before "resume".</summary>
    /// <returns>How many are open.</returns>
    internal static async Task<int> DoubtEverythingAsync(string dataDirectory, string who, CancellationToken cancellationToken)
    {
        var settings = new DeliverySettings { DataDirectory = dataDirectory, Routes = [], MayOwn = false };
        await using var office = await OpenAsync(settings, cancellationToken);
        return await office.Brakes.DoubtEverythingAsync(who, cancellationToken);
    }

    /// <summary>Writes the consignment into the ledger. The same minutes again are the same delivery; changed ones are refused (D4).</summary>
    /// <param name="who">Who hands it in, for the audit log.</param>
    public Task<EnqueueOutcome> EnqueueAsync(ClearedConsignment cleared, CancellationToken cancellationToken, string who = AuditTrail.Service)
    {
        ArgumentNullException.ThrowIfNull(cleared);
        return _ledger.EnqueueAsync(cleared, cancellationToken, who);
    }

    /// <summary>Follows a delivery until it rests, or until nothing will happen within <paramref name="patience"/>.</summary>
    /// <param name="progress">Told of every change, and once at the start.</param>
    /// <param name="patience">A step that waits longer than this for its next try is not waited for.</param>
    /// <returns>How it stands then.</returns>
    /// <exception cref="KeyNotFoundException">The ledger does not know it.</exception>
    public async Task<DeliveryStatus> FollowAsync(
        DeliveryId delivery, IProgress<DeliveryStatus>? progress, TimeSpan patience, CancellationToken cancellationToken)
    {
        DeliveryStatus? told = null;
        while (true)
        {
            var status = await _ledger.FindAsync(delivery, cancellationToken)
                ?? throw new KeyNotFoundException($"The ledger does not know delivery {delivery}.");
            if (!status.Says(told)) progress?.Report(status);
            told = status;
            if (status.IsSettled || status.NextTry is null || status.NextTry > _settings.Time.GetUtcNow() + patience) return status;

            await Task.Delay(LooksAgain, _settings.Time, cancellationToken);
        }
    }

    /// <summary>All deliveries, oldest first.</summary>
    public Task<IReadOnlyList<DeliveryStatus>> ListAsync(CancellationToken cancellationToken) => _ledger.ListAsync(cancellationToken);

    /// <summary>One delivery; null when the ledger does not know it.</summary>
    public Task<DeliveryStatus?> ShowAsync(DeliveryId delivery, CancellationToken cancellationToken) => _ledger.FindAsync(delivery, cancellationToken);

    /// <summary>
    /// Tries again at once what waits and what was given up. A message of which nobody knows whether it left is looked for
    /// again, and sent only if it provably still lies in Drafts. Null when the ledger does not know the delivery.
    /// </summary>
    /// <param name="who">Who asks, for the audit log.</param>
    public Task<DeliveryStatus?> RetryAsync(DeliveryId delivery, CancellationToken cancellationToken, string who = AuditTrail.Service) => _ledger.RetryAsync(delivery, cancellationToken, who);

    /// <summary>Counts the effects of a delivery now, by their keys; null when the ledger does not know it.</summary>
    /// <exception cref="GraphException">Graph refused or stayed away.</exception>
    public async Task<DeliveryStatus?> VerifyAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        if (await _ledger.FindAsync(delivery, cancellationToken) is null) return null;

        var (connections, owned) = Connections();
        try
        {
            var partnership = await _ledger.PartnershipOfAsync(delivery, cancellationToken);
            if (_settings.Routes.FirstOrDefault(route => route.Id == partnership) is { } route)
                await new Verification(_ledger, _secrets, connections, new(connections, _settings.Time), _settings.Time).RunAsync(delivery, route, cancellationToken);
            return await _ledger.FindAsync(delivery, cancellationToken);
        }
        finally
        {
            if (owned) connections.Dispose();
        }
    }

    /// <summary>Our workbooks, for a verb that reads or writes them itself.</summary>
    /// <exception cref="InvalidOperationException">Another process owns the sandbox, and does not say where it answers.</exception>
    public WorkbookDesk OpenWorkbooks()
    {
        var (connections, owned) = Connections();
        return new(_settings, connections, owned, _ledger, new TrackerMemory(_database, _secrets));
    }

    /// <summary>The board's own library, as the service may enter it by itself; null where the board did not grant that (R19).</summary>
    /// <exception cref="InvalidOperationException">Another process owns the sandbox, and does not say where it answers.</exception>
    internal BoardLibraryDesk? OpenBoardLibrary(DistrictId district)
    {
        if (_settings.Routes.Select(route => route.BoardLibraries.GetValueOrDefault(district)).FirstOrDefault(route => route is not null) is not { } library) return null;

        var (connections, owned) = Connections();
        return new(library, connections.Of(library.Identity), owned ? connections : null);
    }

    /// <summary>A district's tenant, as the service enters it; null where it is not set up.</summary>
    /// <exception cref="InvalidOperationException">Another process owns the sandbox, and does not say where it answers.</exception>
    internal TenantDesk? OpenTenant(DistrictId district)
    {
        if (_settings.Routes.Select(route => route.Districts.GetValueOrDefault(district)).FirstOrDefault(route => route is not null) is not { } tenant) return null;

        var (connections, owned) = Connections();
        return new(connections.Of(tenant.Identity), owned ? connections : null);
    }

    /// <summary>What a notification about something of ours must bring along: nobody outside can make it.</summary>
    internal string NotificationSecretOf(string what) => _secrets.MarkOf("notification", what);

    /// <summary>What a board gets of minutes: drafts in its own mailbox, files made in its own library.</summary>
    /// <exception cref="InvalidOperationException">Another process owns the sandbox, and does not say where it answers.</exception>
    internal BoardDesk OpenBoardPost()
    {
        var (connections, owned) = Connections();
        return new(_settings, connections, owned, _ledger.BoardCopies);
    }

    /// <summary>Which Graph this data directory speaks to at the moment; of an embedded sandbox, its owner's.</summary>
    /// <exception cref="InvalidOperationException">Another process owns the sandbox, and does not say where it answers.</exception>
    internal GraphEndpoint Endpoint
    {
        get
        {
            if (_settings.Endpoint is { } set) return set;
            if (Sandbox is { } own) return EmbeddedSandbox.EndpointOf(own);

            var card = OwnerCard.Read(_settings.DataDirectory);
            return card is { Graph: { } graph, Authority: { } authority, Certificate: { } certificate }
                ? new(graph, authority, Sandbox: true, System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(certificate))
                : throw new InvalidOperationException("The owner of the data directory does not say where its sandbox answers.");
        }
    }

    // The owner's own, or another way to the same Graph.
    private (GraphConnections Connections, bool Owned) Connections() => _ownership is { } ownership
        ? (ownership.Connections, false)
        : (new(Endpoint, _settings.Graph with { Time = _settings.Time, Waits = new LedgerWaits(_database, _settings.Time) }), true);

    /// <summary>An owner first does what is due, also for others, then hands over; what waits for later stays in the ledger.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _standingBy;
        if (_ownership is { } ownership)
        {
            await DrainAsync(ownership);
            _ownership = null;
            await ownership.DisposeAsync();
        }

        _database.Dispose();
        _closing.Dispose();
    }

    /// <summary>For tests: this process is killed.</summary>
    internal async Task AbandonAsync()
    {
        _settings.Crash.Kill();
        await _closing.CancelAsync();
        if (_ownership is { } ownership) await ownership.AbandonAsync();
    }

    private async Task TryOwnAsync(Task schema, CancellationToken cancellationToken)
    {
        _ownership = await Ownership.TryTakeAsync(_settings, _ledger, _database, _secrets, schema, cancellationToken);
        if (IsOwner) Owning(Environment.ProcessId);
    }

    private async Task StandByAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!IsOwner)
            {
                await Task.Delay(LooksAgain, _settings.Time, cancellationToken);
                try
                {
                    await TryOwnAsync(Task.CompletedTask, cancellationToken);
                }
                catch (Exception failure) when (failure is IOException or DbException or GraphException)
                {
                    // The last owner may be on its way out: its port or its folder is still busy.
                    CannotOwn(failure.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task DrainAsync(Ownership ownership)
    {
        using var limit = new CancellationTokenSource(_settings.HandsOverAfter, _settings.Time);
        try
        {
            while ((await _ledger.DueAsync(ownership.Courier.Partnerships, limit.Token)).Count > 0)
                await Task.Delay(LooksAgain, _settings.Time, limit.Token);
        }
        catch (OperationCanceledException)
        {
            HandingOver();
        }
    }

    private static void MakeDirectory(string path)
    {
        // What lies here is the board's, and nobody else's on this machine.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [LoggerMessage(LogLevel.Information, "Process {ProcessId} does the deliveries of this data directory")]
    private partial void Owning(int processId);

    [LoggerMessage(LogLevel.Information, "The data directory is free, but not ready yet ({Kind})")]
    private partial void CannotOwn(string kind);

    [LoggerMessage(LogLevel.Information, "Work is left; the next process goes on with it")]
    private partial void HandingOver();
}
