using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Checking;

namespace PartnerOffice.Features.Sharing;

/// <summary>What a person should look at before the release, and how far these minutes have come.</summary>
internal static class CheckEndpoint
{
    public static void MapCheck(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/minutes/check", CheckAsync).WithName("CheckMinutes").WithTags("Sharing").Accepts<DocumentRequest>(IncomingMinutes.WordType, "application/json");

    private static async Task<CheckAnswer> CheckAsync(IncomingMinutes incoming, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        var reading = FormFindings.With(incoming.Reading, incoming.Package);
        if (reading.Minutes is { } read)
            caller.RequireOwnBoard(read);

        var findings = await ReleasePreparation.JudgeAsync(served.Deliveries.Ledger, served.Partnership, reading, incoming.Given, served.Time, cancellationToken);
        findings = FindingsForBoard.Of(findings, reading, caller, served.Partnership);
        return new(
            !findings.Any(judged => judged.IsOpen),
            CheckSum.Of(findings).In(caller.Language),
            reading.Minutes is { } minutes ? MinutesCard.Of(minutes) : null,
            await StandingAsync(served, reading.Minutes, caller.Language, cancellationToken),
            [.. findings.Select(judged => FindingJson.Of(judged, reading.Minutes, caller.Language))]);
    }

    private static async Task<StandingCard> StandingAsync(ServedOffice served, Minutes? minutes, Language language, CancellationToken cancellationToken)
    {
        if (minutes is null || await served.Deliveries.Releases.LastAsync(served.Partnership.Id, minutes.Id, cancellationToken) is not { } release || release.Version < minutes.Version.Number)
            return new("draft", new Bilingual("Entwurf – noch nicht freigegeben", "draft – not released yet").In(language), IsChangedSince: false);

        var isChanged = !await served.Deliveries.Releases.SaysAsync(release, minutes, cancellationToken);
        return new(
            KebabWord.Of(release.State),
            isChanged ? new Bilingual("geändert seit Freigabe – geht so nicht hinaus", "changed since its release – does not leave like this").In(language) : ReleaseWords.Of(release).In(language),
            isChanged);
    }
}
