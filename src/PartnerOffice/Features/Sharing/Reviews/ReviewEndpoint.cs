using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;

namespace PartnerOffice.Features.Sharing;

/// <summary>The pane puts minutes to the review: the chair gets a mail with a link (R14).</summary>
internal static class ReviewEndpoint
{
    public static void MapReviews(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/meetings/{id}/review", ReviewAsync).WithName("ReviewMinutes").WithTags("Sharing")
            .WithMetadata(new NeedsIdempotencyKey()).Accepts<DocumentRequest>(IncomingMinutes.WordType, "application/json");

    private static async Task<ReviewReceipt> ReviewAsync(string id, IncomingMinutes incoming, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        incoming.RequireMinutes(caller, id);
        var review = new ReviewMinutes(served.Deliveries.Ledger, served.Partnership, address.Value, served.Time);
        return await review.RunAsync(incoming.Reading, incoming.Given, caller.Person, [], null, cancellationToken) switch
        {
            ReviewOutcome.Waits waits => ReviewReceipt.Of(waits, caller.Language),
            ReviewOutcome.NotFit not => throw ApiException.Stopped(not.Open),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
