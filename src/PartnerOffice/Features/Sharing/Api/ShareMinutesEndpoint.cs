using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>"Jetzt": what is released and approved leaves at once. PUT, because sharing the same version again must leave the partner with one edition.</summary>
internal static class ShareMinutesEndpoint
{
    public static void MapShareMinutes(this IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/meetings/{id}/partner-edition", ShareAsync).WithName("ShareMinutes").WithTags("Sharing")
            .WithMetadata(new NeedsIdempotencyKey()).Accepts<DocumentRequest>(IncomingMinutes.WordType, "application/json");

    private static async Task<Results<Ok<DeliveryJson>, Accepted<DeliveryJson>>> ShareAsync(string id, IncomingMinutes incoming, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        incoming.RequireMinutes(caller, id);
        var (shared, stopping) = await SharePreparation.RunAsync(served.Deliveries, served.Partnership, incoming.Reading, incoming.Given, served.Time, cancellationToken);
        if (shared is null)
            throw ApiException.Stopped(stopping);
        // Released and approved it is, and a second person saw it; whoever gives a consent gives it to these bytes.
        if (incoming.Request.Consent is { } consent && !consent.Equals(shared.Document.Sha256, StringComparison.OrdinalIgnoreCase))
            throw ApiException.NeedsConsent(shared.Document.Sha256);

        var share = new ShareMinutes(served.Deliveries, served.Partnership);
        var status = await share.RunAsync(shared, caller.Id, cancellationToken);
        await share.WriteRegisterAsync(shared, cancellationToken);
        var answer = DeliveryJson.Of(status, served, caller.Language);
        return status.State == DeliveryState.Delivered ? TypedResults.Ok(answer) : TypedResults.Accepted($"/api/deliveries/{status.Delivery}", answer);
    }
}
