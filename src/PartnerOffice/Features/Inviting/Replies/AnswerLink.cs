using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Features.Inviting;

/// <summary>The page on which somebody without an account answers an invitation (R12): it names the meeting and no point of its agenda, and does not say what was answered.</summary>
internal sealed class AnswerLink(ServedOffice served) : ILinkAction
{
    public string Action => AnswerLines.Action;

    public async Task<LinkPage?> HeadAsync(LinkPurpose purpose, CancellationToken cancellationToken)
    {
        if (await FindAsync(purpose, cancellationToken) is not var (known, person))
            return null;

        var (plan, own) = (known.Plan, served.Partnership.Find(known.Plan.District)!);
        var subject = InvitationText.SubjectOf(plan, own);
        var place = person.IsOutsider ? plan.PartnerPlace : plan.Place;
        return new(
            new(subject, subject),
            [
                Same(InvitationText.WhenOf(plan.Time, own)),
                .. place is null ? [] : (Bilingual[])[new($"Ort: {place}", $"Place: {place}")],
                new("Festgehalten wird nur die Antwort. Sie lässt sich bis zum Beginn ändern.", "Only the answer is kept. It may be changed until the meeting begins."),
            ],
            [
                new(KebabWord.Of(InvitationAnswer.Accepted), new("Zusage", "I will come")),
                new(KebabWord.Of(InvitationAnswer.Declined), new("Absage", "I will not come")),
                new(KebabWord.Of(InvitationAnswer.Tentative), new("Vielleicht", "Perhaps")),
            ]);
    }

    public Task<LinkPage?> ContentAsync(LinkPurpose purpose, CancellationToken cancellationToken) => Task.FromResult<LinkPage?>(null);

    public async Task<LinkDone> ActAsync(LinkPurpose purpose, string choice, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (!KebabWord.TryParse<InvitationAnswer>(choice, out var answer))
            throw ApiException.BadRequest("choice", new("Diesen Knopf gibt es nicht.", "There is no such button."));
        if (await FindAsync(purpose, cancellationToken) is not var (known, person)
            || !await served.Deliveries.Answers.TakeAsync(served.Partnership.Id, known.Plan.Id, known.Generation, person.Id, answer, cancellationToken))
            throw MeetingRefusals.Unknown(purpose.Subject);

        return new(
            answer switch
            {
                InvitationAnswer.Accepted => new("Danke. Die Zusage ist eingetragen.", "Thank you. It is recorded that you will come."),
                InvitationAnswer.Declined => new("Danke. Die Absage ist eingetragen.", "Thank you. It is recorded that you will not come."),
                _ => new("Danke. Es ist eingetragen: vielleicht.", "Thank you. It is recorded: perhaps."),
            },
            new("Der Link gilt weiter: Bis zum Beginn lässt sich die Antwort hier ändern.", "The link stays valid: until the meeting begins the answer may be changed here."),
            UsesUp: false);
    }

    // Cancelled, planned anew, begun, or not for this person any more: there is no such link.
    private async Task<(KnownMeeting Meeting, Invitee Person)?> FindAsync(LinkPurpose purpose, CancellationToken cancellationToken)
    {
        if (AnswerLines.ReadSubject(purpose.Subject) is not var (meeting, generation)
            || await served.Deliveries.Meetings.FindAsync(purpose.Partnership, meeting, cancellationToken) is not { State: MeetingState.Planned } known
            || known.Generation != generation || (known.Plan.Rhythm is null && known.Plan.Time.StartsAt <= served.Time.GetUtcNow()))
            return null;

        var invited = InvitationList.Of(known.Plan, served.Partnership).People
            .FirstOrDefault(person => person.Id.ToString() == purpose.Person && (person.District ?? known.Plan.District) == purpose.District);
        return invited is null ? null : (known, invited);
    }

    private static Bilingual Same(string text) => new(text, text);
}
