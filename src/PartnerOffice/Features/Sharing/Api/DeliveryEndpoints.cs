using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>What is on its way: shown, followed, held, started, and confirmed as deleted.</summary>
internal static class DeliveryEndpoints
{
    private static readonly TimeSpan LooksAgain = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(10);

    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/deliveries").WithTags("Sharing");
        group.MapGet("/", ListAsync).WithName("Deliveries");
        group.MapGet("/{id}", ShowAsync).WithName("Delivery");
        group.MapGet("/{id}/events", EventsAsync).WithName("DeliveryEvents");
        group.MapPost("/go", GoAsync).WithName("GoOnWithDeliveries").WithMetadata(new NeedsIdempotencyKey());
        var changes = group.MapGroup("/{id}").WithMetadata(new NeedsIdempotencyKey());
        changes.MapPost("/hold", HoldAsync).WithName("HoldDelivery");
        changes.MapPost("/start", StartAsync).WithName("StartDelivery");
        changes.MapPost("/confirmation", ConfirmAsync).WithName("ConfirmRecall");
    }

    private static async Task<IEnumerable<DeliveryJson>> ListAsync(Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        return (await served.Deliveries.ListAsync(cancellationToken)).Where(status => status.From == caller.District.Id).Select(status => DeliveryJson.Of(status, served, caller.Language));
    }

    private static async Task<DeliveryJson> ShowAsync(string id, Caller caller, ServedOffice served, CancellationToken cancellationToken) =>
        DeliveryJson.Of(await OwnDelivery.FindAsync(id, caller, served, cancellationToken), served, caller.Language);

    private static async Task<IResult> EventsAsync(string id, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        var first = await OwnDelivery.FindAsync(id, caller, served, cancellationToken);
        return TypedResults.ServerSentEvents(FollowAsync(first, caller, served, cancellationToken));
    }

    private static async Task<DeliveryJson> HoldAsync(string id, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        var known = await OwnDelivery.FindAsync(id, caller, served, cancellationToken);
        var status = await served.Deliveries.Brakes.CancelAsync(known.Delivery, caller.Id, cancellationToken) ?? known;
        return status.State == DeliveryState.Stopped ? DeliveryJson.Of(status, served, caller.Language) : throw ShareException.HasBegun(status);
    }

    private static async Task<DeliveryJson> StartAsync(string id, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        var known = await OwnDelivery.FindAsync(id, caller, served, cancellationToken);
        var status = await served.Deliveries.RetryAsync(known.Delivery, cancellationToken, caller.Id) ?? known;
        return status.State is DeliveryState.Stopped or DeliveryState.Withdrawn ? throw ShareException.MayNotGo(status) : DeliveryJson.Of(status, served, caller.Language);
    }

    private static async Task<IEnumerable<DeliveryJson>> GoAsync(Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator, OfficeRole.Administrator);
        var gone = await new GoOn(served.Deliveries, served.Partnership).RunAsync(caller.District, caller.Id, cancellationToken);
        return gone.Select(status => DeliveryJson.Of(status, served, caller.Language));
    }

    private static async Task<DeliveryJson> ConfirmAsync(string id, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        var known = await OwnDelivery.FindAsync(id, caller, served, cancellationToken);
        var status = await served.Deliveries.Recalls.ConfirmAsync(known.Delivery, caller.Id, cancellationToken) ?? throw ApiException.UnknownDelivery();
        return DeliveryJson.Of(status, served, caller.Language);
    }

    // The delivery itself goes on whether anybody listens or not.
    private static async IAsyncEnumerable<SseItem<DeliveryJson>> FollowAsync(DeliveryStatus first, Caller caller, ServedOffice served, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = DateTimeOffset.UtcNow + LongestStream;
        for (var (status, told) = ((DeliveryStatus?)first, (DeliveryStatus?)null); status is not null; status = await served.Deliveries.ShowAsync(first.Delivery, cancellationToken))
        {
            if (!status.Says(told))
                yield return new SseItem<DeliveryJson>(DeliveryJson.Of(status, served, caller.Language), "status");
            if (status.IsSettled || DateTimeOffset.UtcNow > until)
                yield break;

            told = status;
            await Task.Delay(LooksAgain, cancellationToken);
        }
    }
}
