using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Retreats;

/// <summary>Date polls: begun, answered for somebody, looked at, closed. Names are the own district's alone (R11).</summary>
internal static class PollEndpoints
{
    public static void MapPolls(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/retreats/polls").WithTags("Retreats");
        group.MapGet("/{id}", ShowAsync).WithName("Poll");
        group.MapPost("/", BeginAsync).WithName("BeginPoll").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/{id}/answers", EnterAsync).WithName("EnterPollAnswer").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/{id}/closing", CloseAsync).WithName("ClosePoll").WithMetadata(new NeedsIdempotencyKey());
    }

    private static async Task<PollCard> ShowAsync(string id, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        return await CardOfAsync(await DeskOf(served, address).FindAsync(id, cancellationToken), caller, served, cancellationToken);
    }

    private static async Task<PollCard> BeginAsync(PollRequest request, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        var begin = new BeginPoll(Suggesting(served), DeskOf(served, address), served.Partnership);
        var poll = await begin.RunAsync(new(request.Year, HostOf(request.Host, served), Days: request.Days), request.Dates, request.Closes, caller.Id, cancellationToken);
        return await CardOfAsync(poll, caller, served, cancellationToken);
    }

    private static async Task<PollCard> EnterAsync(string id, PollAnswerRequest request, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        var desk = DeskOf(served, address);
        var poll = await desk.EnterAsync(await desk.FindAsync(id, cancellationToken), caller.District, request.Person, request.Answers, caller.Id, cancellationToken);
        return await CardOfAsync(poll, caller, served, cancellationToken);
    }

    private static async Task<PollCard> CloseAsync(string id, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        var desk = DeskOf(served, address);
        return await CardOfAsync(await desk.CloseAsync(await desk.FindAsync(id, cancellationToken), caller.Id, cancellationToken), caller, served, cancellationToken);
    }

    private static async Task<PollCard> CardOfAsync(RetreatPoll poll, Caller caller, ServedOffice served, CancellationToken cancellationToken) =>
        PollCard.Of(poll, await Suggesting(served).RankAsync(poll, cancellationToken), caller.District, served.TodayIn(caller.District), caller.Language);

    private static SuggestRetreat Suggesting(ServedOffice served) => new(served.Deliveries.Ledger, served.Deliveries.OpenTenant, served.Partnership, served.Time);

    private static PollDesk DeskOf(ServedOffice served, ServiceAddress address) => new(served.Deliveries.Ledger, served.Partnership, served.Time, address.Value);

    private static DistrictId? HostOf(string? host, ServedOffice served) => host is null
        ? null
        : served.Partnership.Find(host)?.Id ?? throw ApiException.BadRequest("host", new("Diesen Kreisverband gibt es hier nicht.", "There is no such district here."));
}
