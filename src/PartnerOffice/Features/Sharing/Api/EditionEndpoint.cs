using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;

namespace PartnerOffice.Features.Sharing;

/// <summary>The dry run: what the partner would read, what is withheld, to whom it goes. Nothing is sent and nothing is kept.</summary>
internal static class EditionEndpoint
{
    public static void MapEditions(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/editions", ShowAsync).WithName("ShowEdition").WithTags("Sharing").Accepts<DocumentRequest>(IncomingMinutes.WordType, "application/json");

    private static async Task<EditionAnswer> ShowAsync(IncomingMinutes incoming, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        var (reading, language) = (incoming.Reading, caller.Language);
        var findings = await ReleasePreparation.JudgeAsync(served.Deliveries, served.Partnership, reading, incoming.Given, served.Time, cancellationToken);
        var minutes = incoming.RequireMinutes(caller);
        if (EditionGuard.Stopping(findings, reading) is { Count: > 0 } stopping)
            throw ApiException.Stopped([.. stopping.Select(judged => judged.Finding)]);

        var document = ReleasePreparation.Show(served.Partnership, minutes, reading, AcceptedCoincidence.In(findings));
        var mail = CoverMails.Of(document.Edition, caller.District, caller.Partner, served.TodayIn(caller.District), wasProvisional: false);
        return new(
            document.Sha256,
            new(caller.Partner.Name, caller.Partner.Library?.Folder),
            mail.To,
            [.. document.Edition.Withheld.Select(entry => new WithheldCard(entry.Place, entry.Kind, entry.Reason.In(language)))],
            [.. findings.Select(judged => FindingJson.Of(judged, minutes, language))],
            Encoding.UTF8.GetString(EditionPreview.Of(document.Edition, language)));
    }
}
