using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary>Meetings to come: planned, moved and cancelled by a person who has seen what leaves; others of the other district's are nobody's here.</summary>
internal static class PlannedMeetingEndpoints
{
    public static void MapPlannedMeetings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/meetings/plans").WithTags("Inviting");
        group.MapGet("/", ListAsync).WithName("PlannedMeetings");
        group.MapGet("/{id}", ShowAsync).WithName("PlannedMeeting");
        group.MapPost("/", PlanAsync).WithName("PlanMeeting").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/{id}/move", MoveAsync).WithName("MoveMeeting").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/{id}/cancellation", CancelAsync).WithName("CancelMeeting").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/{id}/answers", AnsweredAsync).WithName("RecordAnswer").WithMetadata(new NeedsIdempotencyKey());
        group.MapPost("/{id}/invitations", InvitedAsync).WithName("RecordInvitation").WithMetadata(new NeedsIdempotencyKey());
    }

    private static async Task<IEnumerable<PlannedMeetingCard>> ListAsync(Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        var meetings = await served.Deliveries.Meetings.ListAsync(served.Partnership.Id, cancellationToken);
        return meetings.Where(meeting => meeting.Plan.District == caller.District.Id).Select(meeting => PlannedMeetingCard.Of(meeting, served.Partnership));
    }

    private static async Task<PlannedMeetingCard> ShowAsync(string id, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        return PlannedMeetingCard.Of(await OwnAsync(id, caller, served, cancellationToken), served.Partnership);
    }

    private static async Task<MeetingReply> PlanAsync(PlanRequest request, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        var (partnership, own) = (served.Partnership, caller.District);
        var last = request.From is { } from ? new IncomingMinutes(PackageGate.Inspect(from, PackageKind.Word), new DocumentRequest([])).RequireMinutes(caller) : null;
        var asked = new DraftRequest(request.Kind ?? MeetingKind.BoardMeeting, served.TodayIn(own), last)
        {
            Agenda = [.. request.Agenda.Select(ItemOf)],
            Date = request.Date,
            Number = request.Number,
            Start = request.Start,
            Place = request.Place,
            Form = request.Form,
            Chair = request.Chair,
            MinuteTaker = request.MinuteTaker,
        };
        var draft = MeetingDraft.Of(partnership, own, await Carried.IntoAsync(asked, served.Deliveries.Ledger, partnership, own, cancellationToken));
        var plan = new PlanMeeting(served.Deliveries.Ledger, partnership, served.Time, AnswerLines.Of(served.Deliveries));
        var proposal = await plan.PrepareAsync(draft, new(request.End, request.LastDay, ZoneOf(request.Zone), request.Urgency, [.. request.Guests.Select(AddressOf)]), cancellationToken);
        if (!IsConsent(request.Consent, proposal))
            return new(ProposalCard.Of(proposal, caller.Language), null);

        var known = await plan.RunAsync(proposal, caller.Id, cancellationToken);
        var begun = proposal.Draft!;
        var document = MinutesWriter.Draft(MinutesTemplate.Build(begun.Content.Kind), begun.Content, DocumentFrame.Of(begun.Content, partnership), begun.Tables, begun.Offered);
        return new(null, PlannedMeetingCard.Of(known, partnership), document);
    }

    private static async Task<MeetingReply> MoveAsync(string id, MoveRequest request, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        var known = await OwnAsync(id, caller, served, cancellationToken);
        var move = new MoveMeeting(served.Deliveries.Ledger, served.Partnership, served.Time, AnswerLines.Of(served.Deliveries));
        var time = PartnerOffice.Meetings.PlannedMeetings.Moved(known.Plan.Time, request.Date, request.Start, request.End, request.LastDay, ZoneOf(request.Zone));
        var proposal = move.Prepare(known, time, request.Place ?? known.Plan.Place, request.Urgency);
        return IsConsent(request.Consent, proposal)
            ? new(null, PlannedMeetingCard.Of(await move.RunAsync(proposal, caller.Id, cancellationToken), served.Partnership))
            : new(ProposalCard.Of(proposal, caller.Language), null);
    }

    private static async Task<MeetingReply> CancelAsync(string id, CancellationRequest request, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.Require(OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator);
        var cancel = new CancelMeeting(served.Deliveries.Ledger, served.Partnership, served.Time, AnswerLines.Of(served.Deliveries));
        var proposal = await cancel.PrepareAsync(await OwnAsync(id, caller, served, cancellationToken), request.WithDays, cancellationToken);
        return IsConsent(request.Consent, proposal)
            ? new(null, PlannedMeetingCard.Of(await cancel.RunAsync(proposal, caller.Id, cancellationToken), served.Partnership))
            : new(ProposalCard.Of(proposal, caller.Language), null);
    }

    private static async Task<PlannedMeetingCard> InvitedAsync(string id, InvitedRequest request, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        var known = await OwnAsync(id, caller, served, cancellationToken);
        var recorded = await new RecordInvitation(served.Deliveries.Ledger, served.Partnership, served.Time).RunAsync(known, request.Person, request.Channel, request.On, caller.Id, cancellationToken);
        return PlannedMeetingCard.Of(recorded, served.Partnership);
    }

    private static async Task<PlannedMeetingCard> AnsweredAsync(string id, AnswerRequest request, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        caller.RequireOffice();
        var known = await OwnAsync(id, caller, served, cancellationToken);
        var answered = await new RecordAnswer(served.Deliveries.Ledger, served.Partnership).RunAsync(known, request.Person, AnswerOf(request.Answer), caller.Id, cancellationToken);
        return PlannedMeetingCard.Of(answered, served.Partnership);
    }

    private static InvitationAnswer? AnswerOf(string word) => word == AnswerCard.Open
        ? null
        : KebabWord.TryParse<InvitationAnswer>(word, out var answer) ? answer : throw ApiException.BadRequest("answer", new("Diese Antwort gibt es nicht.", "There is no such answer."));

    private static async Task<KnownMeeting> OwnAsync(string id, Caller caller, ServedOffice served, CancellationToken cancellationToken)
    {
        var known = await PartnerOffice.Meetings.PlannedMeetings.FindAsync(served.Deliveries.Ledger, served.Partnership, id, cancellationToken);
        // The other district's meetings are none of ours.
        return known.Plan.District == caller.District.Id ? known : throw MeetingRefusals.Unknown(id);
    }

    // What was changed since the preview is looked at again, not sent.
    internal static bool IsConsent(string? consent, MeetingProposal proposal) =>
        consent is not null && (consent.Equals(proposal.Sha256, StringComparison.OrdinalIgnoreCase) ? true : throw MeetingRefusals.OtherConsent(proposal.Sha256));

    internal static TimeZoneInfo? ZoneOf(string? name) => name is null
        ? null
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId
            ? zone
            : throw ApiException.BadRequest("zone", new("Diese Zeitzone kennt niemand.", "Nobody knows this time zone."));

    // A title is one line, in the invitation as in the minutes.
    private static StandardItem ItemOf(ProposedItem item) =>
        string.Join(' ', (item.Title ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } title
            ? new(title, item.Audience)
            : throw ApiException.BadRequest("agenda", new("Ein Punkt der Tagesordnung hat keinen Titel.", "An item of the agenda has no title."));

    internal static MailAddress AddressOf(string text) =>
        MailAddress.TryParse(text, out var mail) ? mail : throw ApiException.BadRequest("guests", new("Das ist keine Mailadresse.", "This is no mail address."));
}
