using System.Collections.Concurrent;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>One connection per tenant and application, opened at the first use and shared by every job.</summary>
internal sealed class GraphConnections(GraphEndpoint endpoint, GraphConnectionOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<(string Tenant, string Client, bool IsAccount), Lazy<GraphConnection>> _open = new();

    public GraphConnection Of(GraphIdentity identity) => _open
        .GetOrAdd((identity.TenantId, identity.ClientId, identity.IsAccount), _ => new(() => GraphConnection.Open(endpoint, identity, options)))
        .Value;

    public void Dispose()
    {
        foreach (var connection in _open.Values.Where(connection => connection.IsValueCreated))
            connection.Value.Dispose();
    }
}
