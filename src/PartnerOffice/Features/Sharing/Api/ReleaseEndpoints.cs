using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>
/// A second person releases, and the board approves (R7): PUT, because doing it again must leave it as it is. Of a joint meeting the signed-in
/// person does both for the own board, never for the other (R22).
/// </summary>
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
        var minutes = incoming.RequireBoardMinutes(caller, id);
        var (proposal, open) = await ReleasePreparation.RunAsync(
            served.Deliveries.Ledger, served.Partnership, incoming.Reading, incoming.Given, _ => (caller.Person, caller.District), served.Time, cancellationToken);
        if (proposal is null)
            throw ApiException.Stopped([.. FindingsForBoard.Of(open, incoming.Reading, caller, served.Partnership)]);
        if (!proposal.Shown.Equals(incoming.Request.Consent, StringComparison.OrdinalIgnoreCase))
            throw ApiException.NeedsConsent(proposal.Shown);

        var release = new ReleaseMinutes(served.Deliveries.Ledger, served.Partnership, served.Time);
        var outcome = await release.RunAsync(proposal, cancellationToken);
        return outcome is ReleaseOutcome.AwaitsOther waits
            ? ReleaseReceipt.Of(waits, minutes, proposal.Shown, ReleaseWords.AwaitsRelease(minutes.Number, caller.Partner, waits.SaidOtherwise), caller)
            : ReleaseReceipt.Of(ReleaseAnswer.Require(outcome, minutes.Number), minutes, caller);
    }

    private static async Task<ReleaseReceipt> ApproveAsync(string id, IncomingMinutes incoming, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        var (minutes, request) = (incoming.RequireBoardMinutes(caller, id), incoming.Request);
        var approvals = new ApprovalNotes(served.Deliveries, served.Partnership, served.Time);
        var release = await approvals.ReleaseOfAsync(minutes, cancellationToken);
        var note = request.Later is { } later
            ? (await approvals.HeldByAsync(MinutesOf(caller.RequireOffice(), later), minutes.Id, cancellationToken)).Note
            : approvals.ByChair(minutes, caller.District, caller.Person, request.On);
        var outcome = await approvals.RecordAsync(release, caller.Person, caller.District.Id, request.WithChanges ? null : note, cancellationToken);
        return outcome is ReleaseOutcome.AwaitsOther waits
            ? ReleaseReceipt.Of(waits, minutes, release.Edition, ReleaseWords.AwaitsApproval(minutes.Number, caller.Partner), caller)
            : ReleaseReceipt.Of(ReleaseAnswer.Require(outcome, minutes.Number), minutes, caller);
    }

    private static Minutes MinutesOf(Caller caller, byte[] document) =>
        new IncomingMinutes(PackageGate.Inspect(document, PackageKind.Word), new DocumentRequest([])).RequireMinutes(caller);
}
