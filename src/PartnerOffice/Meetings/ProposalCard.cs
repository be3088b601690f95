using PartnerOffice.Core;

namespace PartnerOffice.Meetings;

/// <summary>The preview of an invitation, a move or a cancellation: what a person consents to.</summary>
/// <param name="Sha256">What the consent names.</param>
internal sealed record ProposalCard(
    MeetingChange Change, string Meeting, string Number, DateTime Start, DateTime End, string Zone, string? Place, string Sha256, InvitationText Board, InvitationText? Outsiders,
    IReadOnlyList<InviteeCard> People, IReadOnlyList<string> ByHand, IReadOnlyList<FindingCard> Findings)
{
    /// <summary>The days of a series that are planned singly, where the series is to be cancelled.</summary>
    public IReadOnlyList<SeriesDayCard> Days { get; init; } = [];

    public static ProposalCard Of(MeetingProposal proposal, Language language)
    {
        var plan = proposal.Meeting.Plan;
        return new(
            proposal.Change, plan.Id.ToString(), plan.Number, plan.Time.Start, plan.Time.End, plan.Time.Zone.Id, plan.Place, proposal.Sha256, proposal.Board, proposal.Outsiders,
            InviteeCard.Of(proposal.List, []), [.. proposal.List.ByHand.Select(person => person.Name)],
            [.. proposal.Findings.Select(finding => FindingCard.Of(finding, language))])
        {
            Days = [.. proposal.Days.Select(day => new SeriesDayCard(day.Plan.Id.ToString(), day.Plan.Number, day.Plan.Time.Day, !proposal.TakesDays))],
        };
    }
}
