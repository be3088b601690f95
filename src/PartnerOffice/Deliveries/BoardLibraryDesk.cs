using PartnerOffice.Connections;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>A board's own library, open for one piece of work.</summary>
internal sealed class BoardLibraryDesk(BoardLibraryRoute route, GraphConnection connection, IDisposable? owned) : IDisposable
{
    public BoardLibraryRoute Route => route;

    public GraphConnection Connection => connection;

    public void Dispose() => owned?.Dispose();
}
