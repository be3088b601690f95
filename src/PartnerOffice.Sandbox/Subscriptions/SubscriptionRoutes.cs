using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Subscriptions to a drive's root or a list; each app sees its own only.</summary>
internal sealed class SubscriptionRoutes(Notices notices)
{
    // Microsoft's limits for drive items and lists.
    private const int MostMinutes = 42_300;
    private const int FewestMinutes = 45;
    private const int LongestState = 128;

    public IEnumerable<Route> All()
    {
        yield return new("GET", "/subscriptions", 1, [], call => GraphAnswer.Ok(DriveRoutes.Page(call, [.. Own(call).Select(one => Json(one, withState: false))])));
        yield return new("POST", "/subscriptions", 1, [], Create) { Before = ShakeHandsAsync };
        yield return new("GET", "/subscriptions/{subscription-id}", 1, [], call => GraphAnswer.Ok(Json(One(call), withState: false)));
        yield return new("PATCH", "/subscriptions/{subscription-id}", 1, [], Renew);
        yield return new("DELETE", "/subscriptions/{subscription-id}", 1, [], Delete);
    }

    private async Task ShakeHandsAsync(GraphCall call, CancellationToken cancellationToken)
    {
        var wanted = Read(call);
        foreach (var address in new[] { wanted.LifecycleUrl, wanted.NotificationUrl }.OfType<string>().Distinct())
        {
            await notices.ShakeHandsAsync(new Uri(address), cancellationToken);
        }
    }

    private static GraphAnswer Create(GraphCall call)
    {
        var made = Read(call);
        Save(call, [.. call.Tenant.State.Subscriptions.Where(one => one.Expires > call.Tenant.World.Now), made]);
        return GraphAnswer.Created(Json(made, withState: true));
    }

    private static GraphAnswer Renew(GraphCall call)
    {
        var before = One(call);
        var body = call.ReadObject();
        DriveRoutes.RequireProperties(body, GraphType.Subscription, "expirationDateTime");
        var after = before with { Expires = Expiry(call, body) };
        Save(call, [.. call.Tenant.State.Subscriptions.Select(one => one == before ? after : one)]);
        return GraphAnswer.Ok(Json(after, withState: false));
    }

    private static GraphAnswer Delete(GraphCall call)
    {
        var gone = One(call);
        Save(call, [.. call.Tenant.State.Subscriptions.Where(one => one != gone)]);
        return GraphAnswer.NoContent();
    }

    private static SubscriptionState Read(GraphCall call)
    {
        var body = call.ReadObject();
        DriveRoutes.RequireProperties(body, GraphType.Subscription, "changeType", "notificationUrl", "lifecycleNotificationUrl", "resource", "expirationDateTime", "clientState");
        if (DriveRoutes.Text(body, "changeType") != "updated")
        {
            throw GraphRefusal.BadRequest("Drives and lists support the changeType 'updated' only.");
        }

        var resource = DriveRoutes.Text(body, "resource") ?? throw GraphRefusal.BadRequest("The property resource is missing.");
        var drive = DriveOf(call, resource);
        var state = DriveRoutes.Text(body, "clientState");
        if (state?.Length > LongestState)
        {
            throw GraphRefusal.BadRequest("The clientState may have 128 characters at most.");
        }

        return new SubscriptionState(
            Guid.NewGuid().ToString("D"), call.Caller.AppId, resource, drive.Library.DriveId, Address(body, "notificationUrl") ?? throw GraphRefusal.BadRequest("The property notificationUrl is missing."),
            Address(body, "lifecycleNotificationUrl"), state, Expiry(call, body), drive.LastTurn);
    }

    private static Drive DriveOf(GraphCall call, string resource)
    {
        var parts = resource.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        switch (parts)
        {
            case ["drives", var driveId, "root"]:
                var drive = call.Tenant.Drives.GetValueOrDefault(driveId) ?? throw GraphRefusal.ItemNotFound();
                Permissions.RequireReadFiles(call, drive);
                return drive;
            case ["sites", var siteId, "lists", var listId]:
                var list = ListRoutes.ListOf(call with { Values = new Dictionary<string, string> { ["site-id"] = siteId, ["list-id"] = listId } });
                Permissions.RequireReadFields(call, list);
                return list;
            default:
                throw GraphRefusal.NotServed($"subscriptions to {resource}");
        }
    }

    private static string? Address(JsonObject body, string name) => DriveRoutes.Text(body, name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? text
        : throw GraphRefusal.BadRequest($"The value of '{name}' must be an https address.");

    private static DateTimeOffset Expiry(GraphCall call, JsonObject body)
    {
        var now = call.Tenant.World.Now;
        var wanted = DriveRoutes.Time(body, "expirationDateTime") ?? throw GraphRefusal.BadRequest("The property expirationDateTime is missing.");
        if (wanted > now.AddMinutes(MostMinutes))
        {
            throw new GraphRefusal(400, "ExtensionError", $"Subscription expiration can only be {MostMinutes} minutes in the future.");
        }

        return wanted < now.AddMinutes(FewestMinutes) ? now.AddMinutes(FewestMinutes) : wanted;
    }

    private static IEnumerable<SubscriptionState> Own(GraphCall call) =>
        call.Tenant.State.Subscriptions.Where(one => one.AppId == call.Caller.AppId && one.Expires > call.Tenant.World.Now);

    private static SubscriptionState One(GraphCall call) =>
        Own(call).FirstOrDefault(one => one.Id == call.Value("subscription-id")) ?? throw new GraphRefusal(404, "ResourceNotFound", "The object was not found.");

    private static void Save(GraphCall call, List<SubscriptionState> subscriptions)
    {
        var change = call.Tenant.World.Begin();
        change.Save(call.Tenant, call.Tenant.State with { Subscriptions = subscriptions });
        change.Complete();
    }

    // The secret is given back to whoever just brought it, and to nobody later.
    private static JsonObject Json(SubscriptionState one, bool withState) => new()
    {
        ["id"] = one.Id,
        ["resource"] = one.Resource,
        ["applicationId"] = one.AppId,
        ["changeType"] = "updated",
        ["clientState"] = withState ? one.ClientState : null,
        ["notificationUrl"] = one.NotificationUrl,
        ["lifecycleNotificationUrl"] = one.LifecycleUrl,
        ["expirationDateTime"] = DriveItemJson.Moment(one.Expires),
    };
}
