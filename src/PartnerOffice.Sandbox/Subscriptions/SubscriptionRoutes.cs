using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Subscriptions to a drive's root, a list or a calendar; each app sees its own only.</summary>
internal sealed class SubscriptionRoutes(Notices notices)
{
    // Microsoft's limits for drive items and lists, and for Outlook's events.
    private const int MostMinutes = 42_300;
    private const int MostMinutesForEvents = 10_080;
    private const int MostOfOneMailbox = 1_000;
    private const int FewestMinutes = 45;
    private const int LongestState = 128;

    private static readonly string[] ChangesOfEvents = ["created", "updated", "deleted"];

    public IEnumerable<Route> All()
    {
        yield return new("GET", "/subscriptions", 1, [], call => GraphAnswer.Ok(DriveRoutes.Page(call, [.. Own(call).Select(one => Json(one, withState: false))])));
        yield return new("POST", "/subscriptions", 1, [], Create) { Before = ShakeHandsAsync };
        yield return new("GET", "/subscriptions/{subscription-id}", 1, [], call => GraphAnswer.Ok(Json(One(call), withState: false)));
        yield return new("PATCH", "/subscriptions/{subscription-id}", 1, [], Renew);
        yield return new("POST", "/subscriptions/{subscription-id}/reauthorize", 1, [], Reauthorize);
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
        return GraphAnswer.Ok(Json(Replace(call, before, before with { Expires = Expiry(call, body, before.Mailbox is not null), IsChallenged = false }), withState: false));
    }

    private static GraphAnswer Reauthorize(GraphCall call)
    {
        var before = One(call);
        Replace(call, before, before with { IsChallenged = false });
        return GraphAnswer.NoContent();
    }

    private static SubscriptionState Replace(GraphCall call, SubscriptionState before, SubscriptionState after)
    {
        Save(call, [.. call.Tenant.State.Subscriptions.Select(one => one == before ? after : one)]);
        return after;
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
        var resource = DriveRoutes.Text(body, "resource") ?? throw GraphRefusal.BadRequest("The property resource is missing.");
        var calendar = CalendarOf(call, resource);
        var drive = calendar is null ? DriveOf(call, resource) : null;
        var changes = (DriveRoutes.Text(body, "changeType") ?? throw GraphRefusal.BadRequest("The property changeType is missing.")).Split(',', StringSplitOptions.TrimEntries);
        if (calendar is null && changes is not ["updated"])
        {
            throw GraphRefusal.BadRequest("Drives and lists support the changeType 'updated' only.");
        }

        if (changes.FirstOrDefault(change => !ChangesOfEvents.Contains(change, StringComparer.Ordinal)) is { } unknown)
        {
            throw GraphRefusal.BadRequest($"'{unknown}' is no changeType.");
        }

        var state = DriveRoutes.Text(body, "clientState");
        if (state?.Length > LongestState)
        {
            throw GraphRefusal.BadRequest("The clientState may have 128 characters at most.");
        }

        if (calendar is not null && call.Tenant.State.Subscriptions.Count(one => one.Mailbox == calendar.Mailbox.State.Address && one.Expires > call.Tenant.World.Now) >= MostOfOneMailbox)
        {
            throw new GraphRefusal(403, "ExtensionError", $"A mailbox has {MostOfOneMailbox} subscriptions at most.");
        }

        return new SubscriptionState(
            Guid.NewGuid().ToString("D"), call.Caller.AppId, resource, drive?.Library.DriveId, Address(body, "notificationUrl") ?? throw GraphRefusal.BadRequest("The property notificationUrl is missing."),
            Address(body, "lifecycleNotificationUrl"), state, Expiry(call, body, calendar is not null), drive?.LastTurn ?? calendar!.LastTurn)
        {
            Mailbox = calendar?.Mailbox.State.Address,
            ChangeType = string.Join(',', changes),
            TellsImmutableIds = call.Prefers("IdType=ImmutableId"),
        };
    }

    private static MailboxCalendar? CalendarOf(GraphCall call, string resource)
    {
        var parts = resource.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        return parts is ["users", _, "events"] or ["users", _, "calendar", "events"]
            ? EventRoutes.Calendar(call with { Values = new Dictionary<string, string> { ["user-id"] = parts[1] } }, "Calendars.Read")
            : null;
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

    private static DateTimeOffset Expiry(GraphCall call, JsonObject body, bool isOutlook)
    {
        var now = call.Tenant.World.Now;
        var wanted = DriveRoutes.Time(body, "expirationDateTime") ?? throw GraphRefusal.BadRequest("The property expirationDateTime is missing.");
        var most = isOutlook ? MostMinutesForEvents : MostMinutes;
        if (wanted > now.AddMinutes(most))
        {
            throw new GraphRefusal(400, "ExtensionError", $"Subscription expiration can only be {most} minutes in the future.");
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
        ["changeType"] = one.ChangeType,
        ["clientState"] = withState ? one.ClientState : null,
        ["notificationUrl"] = one.NotificationUrl,
        ["lifecycleNotificationUrl"] = one.LifecycleUrl,
        ["expirationDateTime"] = DriveItemJson.Moment(one.Expires),
    };
}
