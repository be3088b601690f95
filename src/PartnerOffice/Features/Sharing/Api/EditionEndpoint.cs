using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;

namespace PartnerOffice.Features.Sharing;

/// <summary>The dry run: what the partner would read, what is withheld, to whom it goes. Nothing is sent and nothing is kept.</summary>
internal static class EditionEndpoint
{
    public static void MapEditions(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/editions", ShowAsync).WithName("ShowEdition").WithTags("Sharing").Accepts<DocumentRequest>(IncomingMinutes.WordType, "application/json");

    private static async Task<EditionAnswer> ShowAsync(IncomingMinutes incoming, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        var (minutes, reading, language) = (incoming.RequireBoardMinutes(caller), incoming.Reading, caller.Language);
        var findings = await ReleasePreparation.JudgeAsync(served.Deliveries.Ledger, served.Partnership, reading, incoming.Given, served.Time, cancellationToken);
        findings = FindingsForBoard.Of(findings, reading, caller, served.Partnership);
        if (await ReleasedAsync(minutes, served, cancellationToken) is { } release)
        {
            // This very content is released: what would leave carries the ledger's note, and what was settled then is settled.
            minutes = OfficialMinutes.Of(minutes, release, release.District == caller.District.Id ? caller.District : caller.Partner, release.District == caller.District.Id ? caller.Partner : caller.District);
            findings = findings.Settle(await served.Deliveries.Releases.ReasonsAsync(release, cancellationToken));
        }

        if (EditionGuard.Stopping(findings, reading) is { Count: > 0 } stopping)
            throw ApiException.Stopped([.. stopping.Select(judged => judged.Finding)]);

        // What a board consents to is what it gives away: the edition of the other one.
        var accepted = AcceptedCoincidence.In(findings);
        var document = ReleasePreparation.Show(served.Partnership, minutes, reading, accepted, minutes.IsJoint ? caller.Partner : null);
        var seen = minutes.IsJoint ? ReleasePreparation.Show(served.Partnership, minutes, reading, accepted, caller.District).Edition : document.Edition;
        return new(
            document.Sha256,
            new(caller.Partner.Name, caller.Partner.Library?.Folder),
            Receivers.OfPartner(caller.Partner, served.TodayIn(caller.District)),
            [.. document.Edition.Withheld.Select(entry => new WithheldCard(entry.Place, entry.Kind, entry.Reason.In(language)))],
            [.. findings.Select(judged => FindingJson.Of(judged, minutes, language))],
            Encoding.UTF8.GetString(EditionPreview.Of(seen, language)),
            minutes.IsJoint ? Encoding.UTF8.GetString(EditionPreview.Of(ReleasePreparation.ShowBoth(served.Partnership, minutes, reading, accepted).Edition, language)) : null);
    }

    private static async Task<Release?> ReleasedAsync(Minutes minutes, ServedOffice served, CancellationToken cancellationToken) =>
        await served.Deliveries.Releases.LastAsync(served.Partnership.Id, minutes.Id, cancellationToken) is { State: ReleaseState.Released or ReleaseState.Approved } release
            && release.Version == minutes.Version.Number
            && await served.Deliveries.Releases.SaysAsync(release, minutes, cancellationToken)
            ? release
            : null;
}
