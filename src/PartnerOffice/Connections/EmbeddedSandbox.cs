using PartnerOffice.Graph;
using PartnerOffice.Sandbox;

namespace PartnerOffice.Connections;

/// <summary>The local Graph inside the owner's process.</summary>
/// <param name="Seed">What its tenants hold from the start.</param>
public sealed record EmbeddedSandbox(SandboxSeed Seed)
{
    /// <summary>How it behaves where real tenants differ.</summary>
    public SandboxSettings Settings { get; init; } = new();

    /// <summary>A new tracker's bytes, laid where a partnership has none yet; null to leave that to <c>tracker new</c>.</summary>
    public Func<ReadOnlyMemory<byte>>? NewTracker { get; init; }

    /// <summary>A new register's bytes, likewise.</summary>
    public Func<ReadOnlyMemory<byte>>? NewRegister { get; init; }

    internal async Task<SandboxServer> StartAsync(string dataDirectory, TimeProvider time, CancellationToken cancellationToken) =>
        await SandboxServer.StartAsync(
            new() { Folder = Path.Combine(dataDirectory, "sandbox"), Seed = Seed, Settings = Settings, Time = time }, cancellationToken);

    internal static GraphEndpoint EndpointOf(SandboxServer server) =>
        new(server.GraphUri, server.BaseUri, Sandbox: true, server.Certificate);
}
