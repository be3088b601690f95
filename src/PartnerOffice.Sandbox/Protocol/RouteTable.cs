namespace PartnerOffice.Sandbox;

/// <summary>All paths of Graph that the sandbox serves.</summary>
internal sealed class RouteTable(Notices notices)
{
    private readonly List<Route> _routes = [.. DriveRoutes.All(), .. DeltaRoutes.All(), .. UploadRoutes.All(), .. ListRoutes.All(), .. GrantRoutes.All(), .. MessageRoutes.All(), .. CalendarViewRoutes.All(), .. EventRoutes.All(), .. InvitationRoutes.All(), .. ScheduleRoutes.All(), .. WorkbookRoutes.All(), .. new SubscriptionRoutes(notices).All()];

    public IReadOnlyList<Route> Routes => _routes;

    /// <summary>The route of a request; null when the sandbox does not serve it.</summary>
    public (Route Route, Dictionary<string, string> Values)? Find(string method, string path)
    {
        var segments = GraphPath.Split(path);
        foreach (var route in _routes.Where(route => route.Method == method))
        {
            if (route.Match(segments) is { } values)
            {
                return (route, values);
            }
        }

        return null;
    }
}
