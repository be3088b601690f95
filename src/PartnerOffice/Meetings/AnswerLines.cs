using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Meetings;

/// <summary>How whoever is invited by mail answers, as a line of that mail: by a personal link where people reach the service, else by answering the mail (R12).</summary>
/// <param name="service">Where people reach the service; null where nobody outside does.</param>
internal sealed class AnswerLines(PersonalLinkBook links, Uri? service)
{
    /// <summary>Under this name the links ask for an answer.</summary>
    public const string Action = "meeting-answer";

    /// <summary>Where nobody outside reaches the service.</summary>
    public const string ByMail = "Zusagen oder absagen: auf diese Nachricht antworten.";

    // A link that nothing answers yet would only say that it is not valid: until then people answer the mail.
    public static AnswerLines Of(DeliveryOffice office) => new(office.Links, null);

    /// <summary>What a link is about: a meeting of one generation, so that a cancelled one asks nobody any more.</summary>
    public static string SubjectOf(MinutesId meeting, int generation) => FormattableString.Invariant($"{meeting} {generation}");

    /// <summary>The line of each person. Links end when the meeting begins.</summary>
    /// <param name="generation">The one that the invitation will have.</param>
    public async Task<Func<Invitee, string?>> ForAsync(PartnershipId partnership, PlannedMeeting meeting, int generation, IEnumerable<Invitee> people, CancellationToken cancellationToken)
    {
        if (service is null)
            return _ => ByMail;

        var lines = new Dictionary<PersonId, string>();
        foreach (var person in people)
        {
            var purpose = new LinkPurpose(partnership, person.District ?? meeting.District, person.Id.ToString(), Action, SubjectOf(meeting.Id, generation));
            var token = await links.IssueAsync(purpose, meeting.Time.StartsAt, cancellationToken);
            lines[person.Id] = $"Zusagen oder absagen, ohne Anmeldung: {LinkRoutes.AddressOf(service, token)}";
        }

        return person => lines.GetValueOrDefault(person.Id);
    }
}
