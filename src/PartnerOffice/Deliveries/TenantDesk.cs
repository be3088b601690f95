using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>A district's tenant, open for one piece of work.</summary>
internal sealed class TenantDesk(GraphConnection connection, IDisposable? owned) : IDisposable
{
    public GraphConnection Connection => connection;

    public void Dispose() => owned?.Dispose();
}
