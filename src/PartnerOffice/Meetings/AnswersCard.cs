using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>What was answered to an invitation, for the own district's eyes: its own people by name, of the partner's the numbers (R11).</summary>
/// <param name="Partner">Null where the partner's board is not invited.</param>
internal sealed record AnswersCard(int Accepted, int Declined, int Tentative, int Open, IReadOnlyList<AnswerCard> People, AnswersCard.Numbers? Partner)
{
    public static AnswersCard Of(KnownMeeting known, InvitationList list)
    {
        var own = list.People.Where(person => (person.District ?? known.Plan.District) == known.Plan.District).ToList();
        var partners = list.People.Except(own).ToList();
        var counts = known.Count(own);
        return new(
            counts.Accepted, counts.Declined, counts.Tentative, counts.Open, [.. own.Select(person => AnswerCard.Of(person, known.AnswerOf(person.Id)))],
            partners.Count == 0 ? null : Numbers.Of(known.Count(partners)));
    }

    /// <summary>How many answered what.</summary>
    internal sealed record Numbers(int Accepted, int Declined, int Tentative, int Open)
    {
        public static Numbers Of(AnswerCounts counts) => new(counts.Accepted, counts.Declined, counts.Tentative, counts.Open);
    }
}
