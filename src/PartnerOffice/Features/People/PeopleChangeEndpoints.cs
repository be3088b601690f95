using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Lists;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.People;

/// <summary>The own people: seen, changed after a look at the consequences, imported, handed over (R21). The other district's are its own business.</summary>
internal static class PeopleChangeEndpoints
{
    public static void MapPeopleChanges(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/people").WithTags("People");
        group.MapGet("/register", Register).WithName("PeopleRegister");
        group.MapPost("/changes", ChangeAsync).WithName("ChangePeople").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/import", ImportAsync).WithName("ImportPeople");
        group.MapPost("/{id}/handover", HandOverAsync).WithName("HandOver").Produces<byte[]>(StatusCodes.Status200OK, IncomingMinutes.WordType);
    }

    private static PeopleRegisterCard Register(Caller caller, ServedOffice served)
    {
        RequireEditor(caller);
        var (district, today) = (caller.District, served.TodayIn(caller.District));
        return new(
            district.Id.ToString(), today, PersonIds.Next(served.Partnership, district.Id, []).ToString(),
            served.Live?.State ?? default, served.Live?.File is not null, caller.Roles.Contains(OfficeRole.Administrator),
            [.. district.People.Select(person => RegisteredPerson.Of(person, district, today))],
            [.. district.PublicPersons.Select(person => new PublicPersonCard(person.Name, person.Function))]);
    }

    private static async Task<PeopleChangesAnswer> ChangeAsync(
        PeopleChangesRequest request, Caller caller, ServedOffice served, IEnumerable<FutureMeetings> calendars, CancellationToken cancellationToken, bool preview = false)
    {
        RequireEditor(caller);
        var changes = request.Changes.SelectMany(change => change.ToChanges(caller.District)).ToList();
        if (changes.Find(change => !PeopleRights.May(caller.Person.Id, caller.Roles, change)) is { } forbidden)
            throw Forbidden(PeopleException.NotAllowed(forbidden.Concerns));

        var (desk, meetings) = (DeskOf(served), await MeetingsAsync(calendars, caller.District.Id, cancellationToken));
        if (preview)
            return PeopleChangesAnswer.Of(await desk.PreviewAsync(caller.District.Id, changes, meetings, cancellationToken), "preview", served.IsSandbox, caller.Language);

        try
        {
            var done = await desk.ApplyAsync(caller.District.Id, changes, request.Digest ?? "", caller.Id, meetings, cancellationToken);
            return PeopleChangesAnswer.Of(done, "done", served.IsSandbox, caller.Language);
        }
        catch (PeopleException refusal) when (refusal.Digest is { } digest)
        {
            throw new ApiException(StatusCodes.Status409Conflict, refusal.Code, refusal.Place, refusal.Problem, refusal.Remedy) { Sha256 = digest };
        }
    }

    private static async Task<PeopleImportAnswer> ImportAsync(PeopleImportRequest request, Caller caller, ServedOffice served, IEnumerable<FutureMeetings> calendars, CancellationToken cancellationToken)
    {
        RequireEditor(caller);
        var read = PeopleList.Read(ListFile.Read(request.List), served.Partnership, caller.District.Id, served.TodayIn(caller.District));
        var (preview, problem) = await PeopleImport.PreviewAsync(DeskOf(served), caller.District.Id, read, await MeetingsAsync(calendars, caller.District.Id, cancellationToken), cancellationToken);
        return new(
            preview is null ? null : PeopleChangesAnswer.Of(preview, "preview", served.IsSandbox, caller.Language),
            [.. read.Notes.Select(note => new ListNoteCard(note.Line, note.Sentence.In(caller.Language)))],
            problem is null ? null : $"{problem.Place}: {problem.Problem.In(caller.Language)} {problem.Remedy.In(caller.Language)}");
    }

    private static async Task<IResult> HandOverAsync(string id, HandoverRequest request, Caller caller, ServedOffice served, IEnumerable<FutureMeetings> calendars, CancellationToken cancellationToken)
    {
        // Whoever leaves may have their own.
        if (caller.Id != id)
            RequireEditor(caller);
        var person = caller.District.Find(id) ?? throw UnknownPerson();
        var last = request.Last is { Length: > 0 } document ? new IncomingMinutes(PackageGate.Inspect(document, PackageKind.Word), new DocumentRequest([])).RequireMinutes(caller) : null;
        var handover = await new Handovers(served.Deliveries, served.Partnership, served.Time)
            .OfAsync(caller.District, person, request.LastDay, last, await MeetingsAsync(calendars, caller.District.Id, cancellationToken), cancellationToken);
        return Results.File(HandoverWriter.Write(handover), IncomingMinutes.WordType, HandoverWriter.FileNameOf(handover));
    }

    private static PeopleDesk DeskOf(ServedOffice served) => new(served.Deliveries, served.Live ?? throw PeopleException.Sample(), served.Time);

    private static async Task<IReadOnlyList<FutureMeeting>> MeetingsAsync(IEnumerable<FutureMeetings> calendars, DistrictId district, CancellationToken cancellationToken)
    {
        var meetings = new List<FutureMeeting>();
        foreach (var calendar in calendars)
            meetings.AddRange(await calendar(district, cancellationToken));
        return [.. meetings.OrderBy(meeting => meeting.Date)];
    }

    private static void RequireEditor(Caller caller)
    {
        if (!PeopleRights.MayEdit(caller.Roles))
            throw ApiException.NotInOffice();
    }

    private static ApiException Forbidden(PeopleException refusal) => new(StatusCodes.Status403Forbidden, refusal.Code, refusal.Place, refusal.Problem, refusal.Remedy);

    private static ApiException UnknownPerson() => new(
        StatusCodes.Status404NotFound, "unknown-person", "Person",
        new Bilingual("Diese Person steht beim eigenen Kreisverband nicht in der Liste.", "This person is not on the own district's list."),
        new Bilingual("Die Liste neu laden.", "Load the list again."));
}
