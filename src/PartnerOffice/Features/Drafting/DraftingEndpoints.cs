using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Drafting;

/// <summary>Minutes that begin, and minutes that are read: documents come and go, and nothing of them is kept (R19).</summary>
internal static class DraftingEndpoints
{
    public static void MapDrafting(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/minutes").WithTags("Drafting");
        group.MapPost("/read", Read).WithName("ReadMinutes").Accepts<DocumentRequest>(IncomingMinutes.WordType, "application/json");
        group.MapPost("/drafts", DraftAsync).WithName("NewMinutes").Produces<byte[]>(StatusCodes.Status200OK, IncomingMinutes.WordType);
        group.MapPost("/corrections", Correct).WithName("CorrectMinutes").Accepts<DocumentRequest>("application/json").Produces<byte[]>(StatusCodes.Status200OK, IncomingMinutes.WordType);
    }

    private static IResult Read(IncomingMinutes incoming, Caller caller) =>
        Results.Text(MinutesJson.Write(incoming.RequireMinutes(caller)), "application/json");

    private static async Task<IResult> DraftAsync(NewMinutesRequest request, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        var last = request.From is { } from ? LastOf(from, caller) : null;
        if (request.Copy)
        {
            // A person's copy keeps all of its words: only the id, and what belonged to the old meeting, are new.
            var (document, original) = last ?? throw ApiException.BadRequest("from", new("Es fehlt, welche Kopie gemeint ist.", "It is missing which copy is meant."));
            var minutes = NewMeetingCopy.Of(request.With(original), caller.District);
            return File(MinutesChange.Apply(document, original, minutes), minutes.Id);
        }

        var received = await ReceivedMinutes.OfAsync(served.Deliveries.Ledger, served.Partnership, caller.District, served.TodayIn(caller.District), cancellationToken);
        var asked = request.For(served.TodayIn(caller.District), last?.Minutes) with { Received = received };
        if (caller.District.Register is not null)
            (asked, _) = await RegisterPlace.IntoAsync(asked, served.Deliveries, served.Partnership.Id, caller.District, cancellationToken);
        var draft = MeetingDraft.Of(served.Partnership, caller.District, asked);
        var form = MinutesTemplate.Build(draft.Content.Kind);
        return File(MinutesWriter.Draft(form, draft.Content, DocumentFrame.Of(draft.Content, served.Partnership), draft.Tables, draft.Offered), draft.Content.Id);
    }

    private static IResult Correct(IncomingMinutes incoming, Caller caller)
    {
        caller.RequireOffice();
        var before = incoming.RequireMinutes(caller);
        var minutes = MinutesCorrection.Begin(before, incoming.Request.Note ?? "");
        return File(MinutesChange.Apply(incoming.Package.Bytes, before, minutes), minutes.Id);
    }

    private static (ReadOnlyMemory<byte> Document, Minutes Minutes)? LastOf(byte[] document, Caller caller)
    {
        var package = PackageGate.Inspect(document, PackageKind.Word);
        return (package.Bytes, new IncomingMinutes(package, new DocumentRequest([])).RequireMinutes(caller));
    }

    private static IResult File(byte[] document, MinutesId id) => Results.File(document, IncomingMinutes.WordType, $"{id}.docx");
}
