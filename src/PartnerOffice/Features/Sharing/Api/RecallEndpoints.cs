using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>"Sofort zurückziehen" (R16): by one person of the sending district.</summary>
internal static class RecallEndpoints
{
    public static void MapRecalls(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/withdrawal-reasons", Reasons).WithName("WithdrawalReasons").WithTags("Sharing");
        routes.MapPost("/api/deliveries/{id}/withdrawal", WithdrawAsync).WithName("WithdrawDelivery").WithTags("Sharing").WithMetadata(new NeedsIdempotencyKey());
    }

    private static IEnumerable<ReasonCard> Reasons(Caller caller) =>
        Enum.GetValues<WithdrawalReason>().Select(reason => new ReasonCard(reason, WithdrawalReasons.Of(reason).In(caller.Language)));

    private static async Task<WithdrawalAnswer> WithdrawAsync(string id, WithdrawalRequest request, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        var known = await OwnDelivery.FindAsync(id, caller, served, cancellationToken);
        var ground = await DeliveredEdition.FindAsync(served.Deliveries, known.Delivery.ToString(), cancellationToken);
        var outcome = await new RecallEdition(served.Deliveries.Ledger, served.Partnership, served.Time).RunAsync(ground, request.Reason, caller.Person, cancellationToken);
        if (outcome is RecallOutcome.NeverLeft never)
            return new(DeliveryJson.Of(never.Stopped, served, caller.Language), RecallAdvice.NeverLeft.In(caller.Language), null, []);

        var recall = ((RecallOutcome.Accepted)outcome).Recall;
        var incident = IncidentNotes.Of(served.Partnership, ground, recall, request.Reason, caller.Person, served.Time.GetUtcNow());
        var holders = await new HolderNotes(served.Deliveries, served.Partnership).PrepareAsync(ground, HolderNotes.Withdrawn, caller.Id, cancellationToken);
        return new(DeliveryJson.Of(recall, served, caller.Language), RecallAdvice.Next.In(caller.Language), IncidentNoteWriter.Write(incident), [.. holders.Select(note => HolderWords.Of(note, ground.From).In(caller.Language))]);
    }
}
