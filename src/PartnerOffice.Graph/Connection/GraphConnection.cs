namespace PartnerOffice.Graph;

/// <summary>One identity's way into one tenant. Made once, used by everything at once, disposed at the end.</summary>
public sealed class GraphConnection : IDisposable
{
    private readonly GraphSession _session;

    private GraphConnection(GraphSession session)
    {
        _session = session;
        Drives = new DriveClient(session);
        Lists = new ListClient(session);
        Mail = new MailClient(session);
        Workbooks = new WorkbookClient(session);
        Sites = new SiteClient(session);
        Subscriptions = new SubscriptionClient(session);
        Calendars = new CalendarClient(session);
    }

    public DriveClient Drives { get; }

    public ListClient Lists { get; }

    public MailClient Mail { get; }

    public WorkbookClient Workbooks { get; }

    public SiteClient Sites { get; }

    public SubscriptionClient Subscriptions { get; }

    public CalendarClient Calendars { get; }

    /// <summary>By how much Graph's clock was ahead of ours at the last answer, to the second; null before the first.</summary>
    public TimeSpan? ClockAhead => _session.ClockAhead;

    /// <summary>Signs in and reads what we may do here; null when the token cannot be read.</summary>
    /// <exception cref="SignInException">No token.</exception>
    /// <exception cref="GraphUnreachableException">The sign-in could not be reached.</exception>
    public async Task<GraphRights?> RightsAsync(CancellationToken cancellationToken) => GraphRights.Read(await _session.TokenAsync(cancellationToken));

    /// <summary>Sends nothing yet: the first request signs in.</summary>
    /// <exception cref="ArgumentException">The certificate has no private key, or an address of the endpoint is not https.</exception>
    public static GraphConnection Open(GraphEndpoint endpoint, GraphIdentity identity, GraphConnectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(identity);
        // A token is a password for an hour; the SDK would send it to a plain http://localhost.
        if (endpoint.BaseUrl.Scheme != Uri.UriSchemeHttps || endpoint.Authority.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException("Graph and its authority are reached by https only.", nameof(endpoint));
        if (identity.Certificate is { HasPrivateKey: false })
            throw new ArgumentException("The certificate has no private key, so it proves nothing.", nameof(identity));

        return new GraphConnection(new GraphSession(endpoint, identity, options ?? new GraphConnectionOptions()));
    }

    public void Dispose() => _session.Dispose();
}
