using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>A second person releases, and the board approves (R7): PUT, because doing it again must leave it as it is.</summary>
internal static class ReleaseEndpoints
{
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/meetings/{id}").WithTags("Sharing").WithMetadata(new NeedsIdempotencyKey());
        group.MapPut("/release", ReleaseAsync).WithName("ReleaseMinutes").Accepts<DocumentRequest>("application/json");
        group.MapPut("/approval", ApproveAsync).WithName("ApproveMinutes").Accepts<DocumentRequest>("application/json");
    }

    private static async Task<ReleaseReceipt> ReleaseAsync(string id, IncomingMinutes incoming, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        var minutes = incoming.RequireMinutes(caller, id);
        var (proposal, open) = await ReleasePreparation.RunAsync(
            served.Deliveries.Ledger, served.Partnership, incoming.Reading, incoming.Given, _ => caller.Person, served.Time, cancellationToken);
        if (proposal is null)
            throw ApiException.Stopped(open);
        if (!proposal.Shown.Equals(incoming.Request.Consent, StringComparison.OrdinalIgnoreCase))
            throw ApiException.NeedsConsent(proposal.Shown);

        var release = new ReleaseMinutes(served.Deliveries.Ledger, served.Partnership, served.Time);
        var recorded = ReleaseAnswer.Require(await release.RunAsync(proposal, cancellationToken), minutes.Number);
        return ReleaseReceipt.Of(recorded, minutes, caller);
    }

    private static async Task<ReleaseReceipt> ApproveAsync(string id, IncomingMinutes incoming, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        var (minutes, request) = (incoming.RequireMinutes(caller, id), incoming.Request);
        if (minutes.IsJoint)
            throw ShareException.BothBoardsRelease(minutes.Number);

        var approvals = new ApprovalNotes(served.Deliveries, served.Partnership, served.Time);
        var release = await approvals.ReleaseOfAsync(minutes, cancellationToken);
        var note = request.Later is { } later
            ? (await approvals.HeldByAsync(MinutesOf(caller.RequireOffice(), later), minutes.Id, cancellationToken)).Note
            : approvals.ByChair(minutes, caller.District, caller.Person, request.On);
        var outcome = await approvals.RecordAsync(release, caller.Person, caller.District.Id, request.WithChanges ? null : note, cancellationToken);
        return ReleaseReceipt.Of(ReleaseAnswer.Require(outcome, minutes.Number), minutes, caller);
    }

    private static Minutes MinutesOf(Caller caller, byte[] document) =>
        new IncomingMinutes(PackageGate.Inspect(document, PackageKind.Word), new DocumentRequest([])).RequireMinutes(caller);
}
