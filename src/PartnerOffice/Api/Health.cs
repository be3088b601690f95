using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PartnerOffice.Api;

/// <summary>Whether the service lives and works; no word, name or id in it.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();
        group.MapGet("/live", () => Results.Text("alive"));
        group.MapGet("/ready", async (ServedOffice served, CancellationToken cancellationToken) =>
            Results.Json(new { owner = served.Deliveries.IsOwner, paused = await served.Deliveries.Brakes.PausedSinceAsync(cancellationToken), partnership = served.Live?.State }));
    }
}
