using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>The history of minutes: who released and approved them, and what became of their editions.</summary>
internal static class MeetingEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/meetings").WithTags("Sharing");
        group.MapGet("/", ListAsync).WithName("Meetings");
        group.MapGet("/{id}", ShowAsync).WithName("Meeting");
    }

    private static async Task<IEnumerable<MeetingCard>> ListAsync(Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        return await OwnAsync(caller, served, cancellationToken);
    }

    private static async Task<MeetingCard> ShowAsync(string id, Caller caller, ServedOffice served, CancellationToken cancellationToken) =>
        (await OwnAsync(caller, served, cancellationToken)).LastOrDefault(card => card.Minutes == id) ?? throw ApiException.UnknownMinutes();

    // The last version of each; its editions, recalls and letters with it.
    private static async Task<IEnumerable<MeetingCard>> OwnAsync(Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        var releases = await served.Deliveries.Releases.ListAsync(served.Partnership.Id, cancellationToken);
        var deliveries = (await served.Deliveries.ListAsync(cancellationToken)).Where(status => status.From == caller.District.Id && status.Kind != DeliveryKind.Invitation).ToLookup(status => status.Minutes);
        return releases
            .Where(release => release.District == caller.District.Id)
            .GroupBy(release => release.Minutes)
            .Select(versions => MeetingCard.Of(versions.Last(), deliveries[versions.Key], served, caller));
    }
}
