using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;

namespace PartnerOffice.Deliveries;

/// <summary>A planned meeting whose words for everybody outside the board passed the search for withheld ones: the only thing that invitations are made of.</summary>
internal sealed class ClearedMeeting
{
    private ClearedMeeting(PlannedMeeting plan) => Plan = plan;

    public PlannedMeeting Plan { get; }

    /// <summary>Searches what outsiders and the tracker are told.</summary>
    /// <param name="draft">The draft with the agenda, whose board-only titles must stand nowhere.</param>
    /// <exception cref="LeakException">Something of the withheld stands there; nothing may be sent.</exception>
    public static ClearedMeeting Clear(PlannedMeeting plan, Minutes draft, Partnership partnership)
    {
        var view = PlannedMeeting.PartnerView(draft, partnership);
        // Two titles may share a word; whoever consents has seen both.
        var search = LeakSearch.For(view, [.. LeakSearch.For(view).Coincidences.Select(coincidence => new AcceptedCoincidence(coincidence.Place, coincidence.AlsoAt))]);
        search.RequireClean("meeting id", plan.Id.ToString());
        search.RequireClean("invitation, number", plan.Number);
        search.RequireClean("invitation, place", plan.PartnerPlace ?? "");
        search.RequireClean("invitation, reason", plan.Urgency ?? "");
        foreach (var item in plan.Agenda)
            search.RequireClean($"invitation, {item.Number}", item.PartnerTitle ?? "");
        return new(plan);
    }

    /// <summary>The same meeting at another time or place: nothing new is said of it, and the place is shown by the same rule.</summary>
    public ClearedMeeting MovedTo(MeetingTime time, string? place, District own) => new(Plan.MovedTo(time, place, own));

    /// <summary>A series says nothing but when and where, and the tracker nothing of it.</summary>
    public static ClearedMeeting OfSeries(PlannedMeeting series) =>
        series is { Rhythm: not null, Agenda.Count: 0 } ? new(series) : throw new ArgumentException("It is no series.", nameof(series));

    /// <summary>As it was cleared when it was planned.</summary>
    internal static ClearedMeeting OfLedger(PlannedMeeting plan) => new(plan);
}
