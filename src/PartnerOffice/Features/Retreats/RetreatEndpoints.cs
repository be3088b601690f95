using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Retreats;

/// <summary>Joint retreats: whose turn, which days, what both confirmed, and who took part.</summary>
internal static class RetreatEndpoints
{
    private const int ShownDates = 8;

    public static void MapRetreats(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/retreats").WithTags("Retreats");
        group.MapGet("/", ListAsync).WithName("Retreats");
        group.MapGet("/dates", SuggestAsync).WithName("RetreatDates");
        group.MapPost("/", ProposeAsync).WithName("ProposeRetreat").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/waivers", WaiveAsync).WithName("WaiveRetreat").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/{id}/confirmation", ConfirmAsync).WithName("ConfirmRetreat").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/{id}/refusal", DeclineAsync).WithName("DeclineRetreat").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/{id}/cancellation", CancelAsync).WithName("CancelRetreat").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/{id}/attendance", RecordAsync).WithName("RecordRetreat").WithMetadata(new NeedsIdempotencyKey());
    }

    private static async Task<RetreatsReply> ListAsync(Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        var today = served.TodayIn(caller.District);
        var picture = await RetreatPicture.ReadAsync(served.Deliveries.Ledger, served.Partnership, today, cancellationToken);
        return RetreatsReply.Of(picture, served.Partnership, caller.District, today, caller.Language);
    }

    private static async Task<SuggestionCard> SuggestAsync(int? year, string? host, DateOnly? from, DateOnly? until, int? days, bool? anyWeekday, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        var wish = new RetreatWish(year, host is null ? null : HostOf(host, served), from, until, days is null or 1 or 2 ? days : throw ApiException.BadRequest("days", new("Eine Klausur dauert hier einen oder zwei Tage.", "A retreat takes one day or two here.")), anyWeekday ?? false);
        var suggestion = await new SuggestRetreat(served.Deliveries.Ledger, served.Deliveries.OpenTenant, served.Partnership, served.Time).RunAsync(wish, cancellationToken);
        return SuggestionCard.Of(suggestion, ShownDates, caller.District, caller.Language);
    }

    private static async Task<RetreatCard> ProposeAsync(ProposalRequest request, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Coordinator);
        var terms = new RetreatTerms.Meet(HostOf(request.Host, served), request.Day, request.LastDay ?? request.Day);
        return CardOf(await DeskOf(served, address).ProposeAsync(terms, request.Year, caller.District, caller.Person, cancellationToken), caller, served);
    }

    private static async Task<RetreatCard> WaiveAsync(WaiverRequest request, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Coordinator);
        return CardOf(await DeskOf(served, address).WaiveAsync(request.Year, caller.District, caller.Person, cancellationToken), caller, served);
    }

    private static async Task<RetreatCard> ConfirmAsync(string id, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Coordinator);
        return CardOf(await DeskOf(served, address).ConfirmAsync(IdOf(id), caller.District, caller.Person, cancellationToken), caller, served);
    }

    private static async Task<RetreatCard> DeclineAsync(string id, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Coordinator);
        return CardOf(await DeskOf(served, address).DeclineAsync(IdOf(id), caller.District, caller.Person, cancellationToken), caller, served);
    }

    private static async Task<RetreatCard> CancelAsync(string id, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Coordinator);
        return CardOf(await DeskOf(served, address).CancelAsync(IdOf(id), caller.District, caller.Person, cancellationToken), caller, served);
    }

    private static async Task<RetreatCard> RecordAsync(string id, AttendanceRequest request, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        return CardOf(await DeskOf(served, address).RecordAsync(IdOf(id), request.People, caller.District, caller.Id, cancellationToken), caller, served);
    }

    private static RetreatDesk DeskOf(ServedOffice served, ServiceAddress address) => new(served.Deliveries.Ledger, served.Partnership, served.Time, address.Value);

    private static RetreatCard CardOf(Retreat retreat, Caller caller, ServedOffice served) => RetreatCard.Of(retreat, served.Partnership, served.TodayIn(caller.District));

    private static RetreatId IdOf(string id) => RetreatId.TryParse(id, out var retreat) ? retreat : throw RetreatRefusals.Unknown(id);

    private static DistrictId HostOf(string host, ServedOffice served) => served.Partnership.Find(host)?.Id ?? throw ApiException.BadRequest("host", new("Diesen Kreisverband gibt es hier nicht.", "There is no such district here."));
}
