using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace PartnerOffice.Notifications;

/// <summary>
/// Where Graph says that something changed. Without a bearer token, since Graph has none of ours: each notification brings the secret along with
/// which we subscribed. It only wakes; what changed is asked of Graph itself.
/// </summary>
internal static class NotificationEndpoint
{
    public const string Path = "/api/notifications";

    private const int LongestBody = 1_000_000;
    private const int LongestToken = 2_000;

    public static void MapNotifications(this IEndpointRouteBuilder routes) =>
        // Graph sends in bursts and from few addresses: a mark in memory is all that one costs.
        routes.MapPost(Path, ReceiveAsync).AllowAnonymous().DisableRateLimiting().WithName("Notifications").WithTags("Notifications").WithMetadata(new RequestSizeLimitAttribute(LongestBody));

    private static async Task<IResult> ReceiveAsync(HttpContext context, IEnumerable<IWatch> watches, WakeBook book, Subscriptions subscriptions, CancellationToken cancellationToken)
    {
        // Before it subscribes, Graph wants its token back as plain text, within ten seconds.
        if (context.Request.Query["validationToken"].ToString() is { Length: > 0 and <= LongestToken } token)
            return Results.Text(token, "text/plain");

        ChangeNotices? told = null;
        try
        {
            told = await JsonSerializer.DeserializeAsync<ChangeNotices>(context.Request.Body, JsonSerializerOptions.Web, cancellationToken);
        }
        catch (JsonException)
        {
            // Not Graph.
        }

        var known = (told?.Value ?? []).Where(notice => book.Wake(watches, notice.TenantId, notice.ClientState)).ToList();
        if (known.Exists(notice => notice.LifecycleEvent is not null))
            subscriptions.Doubt();
        return known.Count > 0 ? Results.Accepted() : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
