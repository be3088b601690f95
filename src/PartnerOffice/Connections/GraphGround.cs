using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;

namespace PartnerOffice.Connections;

/// <summary>
/// The Graph that a partnership speaks to, for verbs that only look around: Microsoft's, a stand-alone sandbox, the sandbox of
/// the process that owns the data directory, or one of our own while nobody owns it.
/// </summary>
internal sealed class GraphGround : IAsyncDisposable
{
    private readonly FileLock? _owned;

    internal GraphGround(GraphEndpoint endpoint, Func<District, GraphIdentity?> identityOf, AccountIdentities accounts, SandboxServer? sandbox = null, FileLock? owned = null) =>
        (Endpoint, IdentityOf, Accounts, Sandbox, _owned) = (endpoint, identityOf, accounts, sandbox, owned);

    public GraphEndpoint Endpoint { get; }

    /// <summary>As whom the service itself enters a district's tenant; throws <see cref="CredentialException"/> where it cannot.</summary>
    public Func<District, GraphIdentity?> IdentityOf { get; }

    public AccountIdentities Accounts { get; }

    /// <summary>The sandbox, where this process runs it.</summary>
    public SandboxServer? Sandbox { get; }

    /// <param name="folder">Where the partnership file lies.</param>
    public static async Task<GraphGround> OpenAsync(
        Partnership partnership, string folder, string dataDirectory, GraphSettings settings, Func<ReadOnlyMemory<byte>>? newTracker, TimeProvider time, CancellationToken cancellationToken)
    {
        DataFolder.Make(dataDirectory);
        var accounts = new AccountIdentities(dataDirectory);
        if (partnership.Graph == GraphKind.Microsoft)
            return new(settings.Microsoft(), new TenantIdentities(folder).Of, accounts);

        var identities = new SandboxIdentities(dataDirectory);
        if (settings.StandAloneSandbox() is { } alone) return new(alone, identities.Of, accounts);

        if (FileLock.TryTake(Path.Combine(dataDirectory, Ownership.LockFile)) is { } owned)
        {
            try
            {
                var sandbox = await new EmbeddedSandbox(SandboxWorld.SeedOf(partnership, identities.Of)).StartAsync(dataDirectory, time, cancellationToken);
                return new(EmbeddedSandbox.EndpointOf(sandbox), identities.Of, accounts, sandbox, owned) { NewTracker = newTracker };
            }
            catch
            {
                owned.Dispose();
                throw;
            }
        }

        return OwnerCard.Read(dataDirectory) is { Graph: { } graph, Authority: { } authority, Certificate: { } certificate }
            ? new(new(graph, authority, Sandbox: true, System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(certificate)), identities.Of, accounts)
            : throw new IOException($"Another process uses {dataDirectory} and does not say where its sandbox answers.");
    }

    private Func<ReadOnlyMemory<byte>>? NewTracker { get; init; }

    /// <summary>Lays a new tracker into our own sandbox where the partnership has none yet, as the first delivery does.</summary>
    public async Task LayTrackerAsync(Partnership partnership, CancellationToken cancellationToken)
    {
        if (Sandbox is null || NewTracker is not { } newTracker || partnership.Find(partnership.Tracker.District) is not { } host || IdentityOf(host) is not { } identity) return;

        using var connection = GraphConnection.Open(Endpoint, identity);
        var (drive, path) = (DriveId.Parse(partnership.Tracker.DriveId), DrivePath.Parse(partnership.Tracker.Path));
        if (await connection.Drives.FindAsync(drive, path, cancellationToken) is not null) return;
        if (!path.Parent.IsRoot) await connection.Drives.EnsureFolderAsync(drive, path.Parent, cancellationToken);
        await connection.Drives.CreateAsync(drive, path, newTracker(), Guid.NewGuid().ToString("D"), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Sandbox is not null) await Sandbox.DisposeAsync();
        _owned?.Dispose();
    }
}
