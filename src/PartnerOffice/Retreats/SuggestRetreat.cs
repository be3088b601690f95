using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Retreats;

/// <summary>Finds days for a joint retreat: by calendars, by the answers of a poll, and by what both boards agreed on.</summary>
internal sealed class SuggestRetreat(Ledger ledger, Func<DistrictId, TenantDesk?> open, Partnership partnership, TimeProvider time)
{
    // Where nothing of the year is left, days after it are looked at: late is better than never.
    private const int LateDays = 180;

    /// <summary>Looks for days.</summary>
    /// <exception cref="RetreatException">Nobody agreed on who hosts, and nobody said it.</exception>
    public async Task<RetreatSuggestion> RunAsync(RetreatWish wish, CancellationToken cancellationToken)
    {
        var retreats = await ledger.Retreats.ListAsync(partnership.Id, cancellationToken);
        var today = partnership.Districts.Min(district => time.Today(district.TimeZone));
        var year = wish.Year ?? FirstOpen(retreats, today.Year);
        var turn = RetreatTurn.In(year, retreats, partnership);
        var host = partnership.Find(wish.Host ?? turn.Host ?? throw RetreatRefusals.NoHost())!;

        var poll = (await ledger.Polls.ListAsync(partnership.Id, cancellationToken)).LastOrDefault(known => known.Year == year && known.Host == host.Id);
        var days = wish.Days ?? poll?.Days ?? partnership.Retreats.Days;
        var planned = await AssembliesAsync(cancellationToken);
        var (from, until) = Window(wish, year, today);
        var found = await FindAsync(from, until);
        if (found.Dates.Proposed.Count == 0 && wish.Until is null && until < from.AddDays(LateDays))
            (until, found) = (from.AddDays(LateDays), await FindAsync(from, from.AddDays(LateDays)));
        return new(year, host, turn, from, until, days, [.. partnership.Districts.Select(district => KnownCalendars.Of(district, from, found.Known))], found.Dates, poll);

        async Task<(KnownDays Known, RetreatDates Dates)> FindAsync(DateOnly first, DateOnly last)
        {
            var known = await new RetreatCalendars(open, partnership).ReadAsync(first, last, cancellationToken);
            // What people say of themselves counts more than what stands in their calendars.
            poll?.PutInto(known);
            return (known, RetreatSearch.Find(new RetreatQuestion(partnership, host.Id, first, last, today, (district, day) => WorkingDays.HolidayOn(district.State, day), known)
            {
                Days = days,
                AnyWeekday = wish.AnyWeekday,
                Planned = planned,
            }));
        }
    }

    /// <summary>The answers of a poll as a search: the same rules, its own days alone, and nobody's calendar.</summary>
    public async Task<RetreatDates> RankAsync(RetreatPoll poll, CancellationToken cancellationToken)
    {
        var known = new KnownDays();
        poll.PutInto(known);
        return Judge(poll.Host, poll.Days, poll.Dates, known, await AssembliesAsync(cancellationToken));
    }

    /// <summary>What stands against days that a person names; empty for days that fit.</summary>
    public async Task<IReadOnlyList<RefusedDate>> AgainstAsync(DistrictId host, int days, IReadOnlyList<DateOnly> dates, CancellationToken cancellationToken) =>
        Judge(host, days, dates, new(), await AssembliesAsync(cancellationToken)).Refused;

    private RetreatDates Judge(DistrictId host, int days, IReadOnlyList<DateOnly> dates, KnownDays known, IReadOnlyList<(DistrictId, DistrictAssembly)> planned)
    {
        var today = partnership.Districts.Min(district => time.Today(district.TimeZone));
        return RetreatSearch.Find(new RetreatQuestion(partnership, host, dates.Min(), dates.Max().AddDays(days - 1), today, (district, day) => WorkingDays.HolidayOn(district.State, day), known)
        {
            Days = days,
            OnlyDays = dates,
            Planned = planned,
        });
    }

    private (DateOnly From, DateOnly Until) Window(RetreatWish wish, int year, DateOnly today)
    {
        var earliest = today.AddDays(partnership.RetreatNoticeDays + 1);
        var from = wish.From ?? (earliest > new DateOnly(year, 1, 1) ? earliest : new(year, 1, 1));
        var until = wish.Until ?? new DateOnly(year, 12, 31);
        return (from, wish.Until is null && until < from ? from : until);
    }

    private int FirstOpen(IReadOnlyList<Retreat> retreats, int year)
    {
        while (retreats.Any(retreat => retreat.Year == year && !retreat.IsCancelled && (retreat.Agreed is not null && !retreat.TookPlace || retreat.Counts(partnership.Obligations.RetreatMinimumPerBoard))))
            year++;
        return year;
    }

    private async Task<IReadOnlyList<(DistrictId, DistrictAssembly)>> AssembliesAsync(CancellationToken cancellationToken) =>
    [
        .. (await ledger.Meetings.ListAsync(partnership.Id, cancellationToken))
            .Where(known => known is { State: MeetingState.Planned, Plan.Kind: MeetingKind.DistrictConference or MeetingKind.MembersAssembly })
            .Select(known => (known.Plan.District, new DistrictAssembly(known.Plan.Number, known.Plan.Time.Day))),
    ];
}
