using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Notifications as Graph words them.</summary>
internal static class NoticeBody
{
    /// <summary>One for a drive or list, whatever happened in it; one for each event of a calendar.</summary>
    public static IEnumerable<JsonObject> OfChanges(Tenant tenant, SubscriptionState to)
    {
        if (to.Mailbox is null)
        {
            var body = Head(tenant, to);
            body["changeType"] = "updated";
            body["resource"] = to.Resource.Trim('/');
            return [body];
        }

        var wanted = to.ChangeType.Split(',', StringSplitOptions.TrimEntries);
        var mailbox = tenant.Mailboxes[to.Mailbox];
        return mailbox.Calendar.Everything.Where(one => one.Turn > to.Told).OrderBy(one => one.Turn)
            .Select(one => (Event: one, Kind: !one.IsHere ? "deleted" : one.FirstTurn > to.Told ? "created" : "updated"))
            .Where(one => wanted.Contains(one.Kind, StringComparer.OrdinalIgnoreCase))
            .Select(one =>
            {
                var id = to.TellsImmutableIds ? one.Event.Id : EventIds.InCalendar(one.Event.Id);
                var resource = $"Users/{mailbox.State.UserId}/Events/{id}";
                var body = Head(tenant, to);
                body["changeType"] = one.Kind;
                body["resource"] = resource;
                body["resourceData"] = new JsonObject
                {
                    ["@odata.type"] = "#Microsoft.Graph.Event",
                    ["@odata.id"] = resource,
                    ["@odata.etag"] = EventJson.ETag(one.Event),
                    ["id"] = id,
                };
                return body;
            })
            .ToList();
    }

    public static JsonObject OfLifecycle(Tenant tenant, SubscriptionState to, SubscriptionLifecycle happened)
    {
        var body = Head(tenant, to);
        body["lifecycleEvent"] = happened switch
        {
            SubscriptionLifecycle.ReauthorizationRequired => "reauthorizationRequired",
            SubscriptionLifecycle.SubscriptionRemoved => "subscriptionRemoved",
            _ => "missed",
        };
        body["resource"] = to.Resource.Trim('/');
        return body;
    }

    private static JsonObject Head(Tenant tenant, SubscriptionState to) => new()
    {
        ["subscriptionId"] = to.Id,
        ["clientState"] = to.ClientState,
        ["subscriptionExpirationDateTime"] = DriveItemJson.Moment(to.Expires),
        ["tenantId"] = tenant.State.Id,
    };
}
