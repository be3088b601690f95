using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Meetings;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Inviting;

/// <summary>Invites both boards to a joint retreat that both districts confirmed; without a consent the answer is the preview.</summary>
internal static class PlanRetreatEndpoint
{
    public static void MapPlanRetreat(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/retreats/{id}/plan", PlanAsync).WithTags("Retreats").WithName("PlanRetreat").WithMetadata(new NeedsIdempotencyKey());

    private static async Task<MeetingReply> PlanAsync(string id, PlanRequest request, Caller caller, ServedOffice served, ServiceAddress address, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        var desk = new RetreatDesk(served.Deliveries.Ledger, served.Partnership, served.Time, address.Value);
        // The event belongs to the host's mailbox: the host invites.
        if ((await desk.FindAsync(id, cancellationToken)).Fixed is { } terms && terms.Host != caller.District.Id)
            throw ApiException.NotYours();

        var planning = new PlanRetreat(desk, new PlanMeeting(served.Deliveries.Ledger, served.Partnership, served.Time, AnswerLines.Of(served.Deliveries)), served.Partnership, served.Time);
        var (retreat, proposal) = await planning.PrepareAsync(
            id,
            draft => draft with { Number = request.Number, Start = request.Start, Place = request.Place, Form = request.Form, Chair = request.Chair, MinuteTaker = request.MinuteTaker },
            new(request.End, null, PlannedMeetingEndpoints.ZoneOf(request.Zone), request.Urgency, [.. request.Guests.Select(PlannedMeetingEndpoints.AddressOf)]), cancellationToken);
        if (!PlannedMeetingEndpoints.IsConsent(request.Consent, proposal))
            return new(ProposalCard.Of(proposal, caller.Language), null);

        var known = await planning.RunAsync(retreat, proposal, caller.Id, cancellationToken);
        var begun = proposal.Draft!;
        return new(null, PlannedMeetingCard.Of(known, served.Partnership), MinutesWriter.Draft(MinutesTemplate.Build(begun.Content.Kind), begun.Content, DocumentFrame.Of(begun.Content, served.Partnership), begun.Tables, begun.Offered));
    }
}
