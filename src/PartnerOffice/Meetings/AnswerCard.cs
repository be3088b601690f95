using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>What one person answered.</summary>
/// <param name="Answer">accepted, declined, tentative, or open.</param>
/// <param name="Way">How it came: calendar, link, hand; null while it is open.</param>
/// <param name="Since">Another answer that came after somebody entered this one; null for none.</param>
/// <param name="SinceWay">How that one came.</param>
/// <param name="Proposed">Another time that the person proposed; null for none.</param>
internal sealed record AnswerCard(string Person, string Name, string Answer, AnswerWay? Way, DateTimeOffset? At, InvitationAnswer? Since, AnswerWay? SinceWay, MeetingSlot? Proposed)
{
    /// <summary>The word for no answer yet.</summary>
    public const string Open = "open";

    public static AnswerCard Of(Invitee person, StandingAnswer standing) => new(
        person.Id.ToString(), person.Name, standing.Counts is { } counts ? KebabWord.Of(counts.Answer) : Open, standing.Counts?.Way, standing.Counts?.At,
        standing.Since?.Answer, standing.Since?.Way, (standing.Since ?? standing.Counts)?.Proposed);
}
