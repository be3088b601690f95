namespace PartnerOffice.Graph;

/// <summary>One identity's way into one tenant. Made once, used by everything at once, disposed at the end.</summary>
public sealed class GraphConnection : IDisposable
{
    private GraphConnection(DriveClient drives, ListClient lists, MailClient mail) => (Drives, Lists, Mail) = (drives, lists, mail);

    public DriveClient Drives { get; }

    public ListClient Lists { get; }

    public MailClient Mail { get; }

    /// <summary>Sends nothing: the first request signs in.</summary>
    public static GraphConnection Open(GraphEndpoint endpoint, GraphIdentity identity, GraphConnectionOptions? options = null) =>
        new(new DriveClient(), new ListClient(), new MailClient());

    public void Dispose() { }
}
