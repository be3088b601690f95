using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Retreats;

/// <summary>A joint retreat as command line and API answer it. It holds what both sides may know: of people only their number.</summary>
/// <param name="Host">What is agreed; null while nothing is.</param>
/// <param name="Proposal">What waits for a confirmation; null for nothing.</param>
/// <param name="Attended">How many of each board took part; null while nobody recorded it.</param>
internal sealed record RetreatCard(
    string Retreat, int Year, RetreatState State, string? Host, DateOnly? Day, DateOnly? LastDay, RetreatCard.Offer? Proposal, string? Meeting, IReadOnlyDictionary<string, int>? Attended)
{
    /// <param name="By">Whose proposal it is.</param>
    /// <param name="Host">Null for a proposal to go without a retreat.</param>
    internal sealed record Offer(string By, DateOnly On, string? Host, DateOnly? Day, DateOnly? LastDay);

    public static RetreatCard Of(Retreat retreat, Partnership partnership, DateOnly today) => new(
        retreat.Id.ToString(), retreat.Year, retreat.On(today, partnership.Obligations.RetreatMinimumPerBoard),
        retreat.Fixed?.Host.ToString(), retreat.Fixed?.Day, retreat.Fixed?.LastDay,
        retreat.Offer is { } offer ? new(offer.By.ToString(), offer.On, (offer.Terms as RetreatTerms.Meet)?.Host.ToString(), (offer.Terms as RetreatTerms.Meet)?.Day, (offer.Terms as RetreatTerms.Meet)?.LastDay) : null,
        retreat.Meeting?.ToString(),
        retreat.TookPlace ? retreat.Attended.ToDictionary(board => board.District.ToString(), board => board.Members.Count) : null);
}
