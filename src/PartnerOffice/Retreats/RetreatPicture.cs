using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Retreats;

/// <summary>Everything about joint retreats at a moment.</summary>
/// <param name="Turn">Whose turn the next one is for which no day is fixed.</param>
/// <param name="Next">The nearest that both agreed on and that lies ahead; null for none.</param>
internal sealed record RetreatPicture(IReadOnlyList<Retreat> Retreats, IReadOnlyList<Obligation> Duties, IReadOnlyList<RetreatPoll> Polls, RetreatTurn Turn, Retreat? Next)
{
    /// <summary>How it all stands, out of the ledger.</summary>
    public static async Task<RetreatPicture> ReadAsync(Ledger ledger, Partnership partnership, DateOnly today, CancellationToken cancellationToken) => Of(
        await ledger.Retreats.ListAsync(partnership.Id, cancellationToken), await ledger.Polls.ListAsync(partnership.Id, cancellationToken),
        partnership, (await ledger.Retreats.BegunAsync(cancellationToken))?.Year, today);

    /// <param name="begun">The year in which the service began to look after it; null where it has not begun.</param>
    public static RetreatPicture Of(IReadOnlyList<Retreat> retreats, IReadOnlyList<RetreatPoll> polls, Partnership partnership, int? begun, DateOnly today)
    {
        var minimum = partnership.Obligations.RetreatMinimumPerBoard;
        var next = retreats.Where(retreat => retreat.On(today, minimum) == RetreatState.Agreed).MinBy(retreat => retreat.Fixed!.Day);
        var settled = retreats.Where(retreat => retreat.On(today, minimum) is RetreatState.Agreed or RetreatState.Held or RetreatState.Waived or RetreatState.Unrecorded).Select(retreat => retreat.Year).ToHashSet();
        var open = today.Year;
        while (settled.Contains(open)) open++;
        return new(retreats, RetreatDuty.All(retreats, partnership, begun, today), polls, RetreatTurn.In(open, retreats, partnership), next);
    }
}
