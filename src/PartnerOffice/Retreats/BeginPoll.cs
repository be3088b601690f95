using PartnerOffice.Core;

namespace PartnerOffice.Retreats;

/// <summary>Begins a date poll: with the days that a person names, as far as each fits, or with the best that a search finds.</summary>
internal sealed class BeginPoll(SuggestRetreat suggesting, PollDesk desk, Partnership partnership)
{
    private const int UsualDates = 6;

    /// <summary>Begins it.</summary>
    /// <param name="dates">Null or none for the best ones.</param>
    /// <param name="closes">The last day for answers.</param>
    /// <exception cref="RetreatException">A day does not fit, there are too few, or it closes too late.</exception>
    public async Task<RetreatPoll> RunAsync(RetreatWish wish, IReadOnlyList<DateOnly>? dates, DateOnly closes, string who, CancellationToken cancellationToken)
    {
        var suggestion = await suggesting.RunAsync(wish, cancellationToken);
        var days = wish.Days ?? partnership.Retreats.Days;
        if (dates is { Count: > 0 } named)
        {
            if ((await suggesting.AgainstAsync(suggestion.Host.Id, days, named, cancellationToken)) is [var first, ..])
                throw RetreatRefusals.Against(first.Day, first.Reason);
            return await desk.BeginAsync(suggestion.Year, suggestion.Host.Id, days, named, closes, who, cancellationToken);
        }

        // Those on which people can still answer before.
        var best = suggestion.Dates.Proposed.Where(date => date.Day > closes).Take(UsualDates).Select(date => date.Day).ToList();
        return await desk.BeginAsync(suggestion.Year, suggestion.Host.Id, days, best, closes, who, cancellationToken);
    }
}
