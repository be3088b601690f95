using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>The own board and paper (R13). Documents come and go; what is kept is who was to get which version.</summary>
internal static class OwnBoardEndpoints
{
    public static void MapOwnBoard(this IEndpointRouteBuilder routes)
    {
        var minutes = routes.MapGroup("/api/minutes").WithTags("OwnBoard");
        minutes.MapPost("/board-drafts", SendAsync).WithName("SendToBoard").Accepts<DocumentRequest>(IncomingMinutes.WordType, "application/json").WithMetadata(new NeedsIdempotencyKey());
        minutes.MapPost("/print", PrintAsync).WithName("PrintMinutes").Accepts<DocumentRequest>(IncomingMinutes.WordType, "application/json").Produces<byte[]>(StatusCodes.Status200OK, IncomingMinutes.WordType, PdfType);
        minutes.MapPost("/signed", Signed).WithName("NoteSignature").Accepts<DocumentRequest>("application/json").Produces<byte[]>(StatusCodes.Status200OK, IncomingMinutes.WordType);
        minutes.MapPost("/objections", Objections).WithName("ListObjections").Accepts<DocumentRequest>(IncomingMinutes.WordType, "application/json");
        minutes.MapPost("/objections/settled", Settle).WithName("SettleObjections").Accepts<DocumentRequest>("application/json").Produces<byte[]>(StatusCodes.Status200OK, IncomingMinutes.WordType);
        routes.MapGet("/api/meetings/{id}/board-copies", CopiesAsync).WithName("BoardCopies").WithTags("OwnBoard");
        routes.MapPost("/api/deliveries/{id}/board-draft", PassOnAsync).WithName("PassOnEdition").WithTags("OwnBoard").WithMetadata(new NeedsIdempotencyKey());
    }

    private const string PdfType = "application/pdf";

    private static async Task<BoardDraftsAnswer> SendAsync(IncomingMinutes incoming, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        incoming.RequireMinutes(caller);
        var request = incoming.Request;
        var (sending, stopping) = await new SendToBoard(served.Deliveries, served.Partnership, served.Time).RunAsync(
            incoming.Reading, incoming.Given, _ => caller.Person, new(request.WithBoardOnly, request.ConfirmedPrivate, request.As == BoardMail.Word), cancellationToken);
        return sending is null ? throw ApiException.Stopped(stopping) : BoardDraftsAnswer.Of(sending, caller.Language);
    }

    private static async Task<IResult> PrintAsync(IncomingMinutes incoming, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        incoming.RequireMinutes(caller);
        var isPdf = incoming.Request.As == BoardMail.Pdf;
        var (paper, minutes, _, stopping) = await new PrintMinutes(served.Deliveries, served.Partnership, served.Time).RunAsync(incoming.Reading, incoming.Given, isPdf, cancellationToken);
        return paper is { } bytes
            ? Results.File(bytes.ToArray(), isPdf ? PdfType : IncomingMinutes.WordType, BoardLetters.FileName(minutes!.Number, minutes.Date, isPdf ? ".pdf" : ".docx"))
            : throw ApiException.Stopped(stopping);
    }

    private static IResult Signed(IncomingMinutes incoming, Caller caller)
    {
        caller.RequireOffice();
        var before = incoming.RequireMinutes(caller);
        var after = SignedMinutes.Of(before, incoming.Request.On, incoming.Request.Original);
        return File(MinutesChange.Apply(incoming.Package.Bytes, before, after), before);
    }

    private static ObjectionsAnswer Objections(IncomingMinutes incoming, Caller caller)
    {
        incoming.RequireMinutes(caller.RequireOffice());
        return new(ObjectionDocument.Read(incoming.Package).Objections);
    }

    private static IResult Settle(IncomingMinutes incoming, Caller caller)
    {
        var minutes = incoming.RequireMinutes(caller.RequireOffice());
        return File(ObjectionDocument.Read(incoming.Package).Settle([.. incoming.Request.Objections.Select(one => (one.Objection, one.Answer))]), minutes);
    }

    // Each board sees its own people alone.
    private static async Task<IReadOnlyList<BoardCopyCard>> CopiesAsync(string id, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        if (!MinutesId.TryParse(id, null, out var minutes))
            throw ApiException.UnknownMinutes();
        var records = await served.Deliveries.Ledger.BoardCopies.ListAsync(served.Partnership.Id, minutes, cancellationToken);
        return
        [
            .. records.Where(record => record.District == caller.District.Id).Select(record => new BoardCopyCard(
                record.Version, record.Scope, BoardSendingAnswer.ScopeWords(record.Scope).In(caller.Language), PersonLine.Of(record.Persons.Select(caller.District.Find).OfType<Person>()), record.At)),
        ];
    }

    private static async Task<BoardDraftsAnswer> PassOnAsync(string id, [FromQuery(Name = "as")] string? form, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Coordinator);
        if (!DeliveryId.TryParse(id, out var delivery) || await served.Deliveries.Recalls.FindAsync(delivery, cancellationToken) is not { } ground || ground.To != caller.District.Id)
            throw ApiException.UnknownDelivery();

        var sending = await new PassOnEdition(served.Deliveries, served.Partnership, served.Time).RunAsync(id, _ => caller.Person, form == BoardMail.Word, cancellationToken);
        return BoardDraftsAnswer.Of(sending, caller.Language);
    }

    private static IResult File(byte[] document, Minutes minutes) => Results.File(document, IncomingMinutes.WordType, $"{minutes.Id}.docx");
}
