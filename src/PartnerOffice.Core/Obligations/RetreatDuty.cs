namespace PartnerOffice.Core;

/// <summary>Clause 5: a joint retreat at least once in each calendar year, in the two districts by turns.</summary>
public static class RetreatDuty
{
    /// <summary>The duty of a year: the host's; both districts' while nobody agreed on who begins; nobody's where both waived the year.</summary>
    /// <remarks>The year is the contract's own period, so its last day is the due day whatever day of the week it is.</remarks>
    public static IReadOnlyList<Obligation> Of(int year, IReadOnlyList<Retreat> retreats, Partnership partnership)
    {
        ArgumentNullException.ThrowIfNull(retreats);
        ArgumentNullException.ThrowIfNull(partnership);
        var minimum = partnership.Obligations.RetreatMinimumPerBoard;
        var own = retreats.Where(retreat => retreat.Year == year && !retreat.IsCancelled).ToList();
        var held = own.Where(retreat => retreat.Counts(minimum)).MinBy(retreat => retreat.Fixed!.LastDay);
        if (held is null && own.Exists(retreat => retreat.Agreed is RetreatTerms.Waive))
            return [];

        // Whoever both agreed on hosts, whosever turn it would be.
        var host = (held ?? own.Find(retreat => retreat is { Fixed: not null, TookPlace: false }))?.Fixed?.Host ?? RetreatTurn.In(year, retreats, partnership).Host;
        return [.. (host is { } one ? [one] : partnership.Districts.Select(district => district.Id)).Select(owner =>
            new Obligation(ObligationId.OfRetreat(year, owner), Clause.Retreat, owner, new(year, 12, 31), partnership.Retreats.RemindDaysBefore) { MetOn = held?.Fixed!.LastDay })];
    }

    /// <summary>The duties of all years that are looked after, the latest last: this year's, and those before.</summary>
    /// <param name="begun">The year in which the service began to look after it; null where it has not begun.</param>
    public static IReadOnlyList<Obligation> All(IReadOnlyList<Retreat> retreats, Partnership partnership, int? begun, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(retreats);
        ArgumentNullException.ThrowIfNull(partnership);
        var first = partnership.Retreats.FromYear ?? retreats.Select(retreat => retreat.Year).Append(begun ?? today.Year).Min();
        return [.. Enumerable.Range(0, Math.Max(0, today.Year - Math.Max(first, partnership.Since.Year) + 1)).SelectMany(years => Of(Math.Max(first, partnership.Since.Year) + years, retreats, partnership))];
    }
}
