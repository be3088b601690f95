using System.Globalization;
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

    public static AnswerLines Of(DeliveryOffice office) => new(office.Links, office.PublicAddress);

    /// <summary>The meeting and its generation that a link is about; null for anything else.</summary>
    public static (MinutesId Meeting, int Generation)? ReadSubject(string subject) =>
        subject.Split(' ') is [var meeting, var generation] && MinutesId.TryParse(meeting, CultureInfo.InvariantCulture, out var id) && int.TryParse(generation, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (id, number)
            : null;

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
            lines[person.Id] = LineOf(await links.IssueAsync(PurposeOf(partnership, meeting, generation, person), UntilOf(meeting), cancellationToken));
        return person => lines.GetValueOrDefault(person.Id);
    }

    /// <summary>What the link of one person is for; null where nobody outside reaches the service.</summary>
    public LinkPurpose? AskOf(PartnershipId partnership, PlannedMeeting meeting, int generation, Invitee person) => service is null ? null : PurposeOf(partnership, meeting, generation, person);

    /// <summary>The line of a link that was given out already, by its token; null for the way without one.</summary>
    public string LineOf(string? token) => service is null || token is null ? ByMail : $"Zusagen oder absagen, ohne Anmeldung: {LinkRoutes.AddressOf(service, token)}";

    // A series is answered as long as it goes on; any other meeting until it begins.
    private static DateTimeOffset UntilOf(PlannedMeeting meeting) =>
        meeting.Rhythm is { } rhythm ? (meeting.Time with { Start = rhythm.Until.ToDateTime(TimeOnly.FromDateTime(meeting.Time.Start)) }).StartsAt : meeting.Time.StartsAt;

    private static LinkPurpose PurposeOf(PartnershipId partnership, PlannedMeeting meeting, int generation, Invitee person) =>
        new(partnership, person.District ?? meeting.District, person.Id.ToString(), Action, SubjectOf(meeting.Id, generation));
}
