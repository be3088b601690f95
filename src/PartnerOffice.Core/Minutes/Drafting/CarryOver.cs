using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>What the last minutes hand on to the next: open actions, postponed items and their own approval, each with its audience (R9).</summary>
public sealed class CarryOver
{
    private readonly Minutes last;

    public CarryOver(Minutes last)
    {
        ArgumentNullException.ThrowIfNull(last);
        this.last = last;
    }

    /// <summary>Whether the minutes still wait for their approval.</summary>
    public bool AwaitsApproval => last.Approval.State is ApprovalState.Draft or ApprovalState.Released;

    /// <summary>Actions that are still open, those for the partner first.</summary>
    public IReadOnlyList<FollowUp> FollowUps() =>
    [
        .. last.FollowUps.Where(followUp => IsOpen(followUp.State)).Select(followUp => followUp with { State = ActionState.Open, Audience = Kept(followUp.Audience) })
            .Concat(last.Items.SelectMany(item => item.Actions.Where(action => IsOpen(action.State)).Select(action => Of(item, action))))
            .DistinctBy(followUp => followUp.Of)
            .OrderBy(followUp => followUp.Audience == Audience.Partner ? 0 : 1),
    ];

    /// <summary>Open actions, with those that only the board's register knows; what the last minutes closed stays closed.</summary>
    public static IReadOnlyList<FollowUp> FollowUps(CarryOver? carried, IReadOnlyList<FollowUp> registered)
    {
        ArgumentNullException.ThrowIfNull(registered);
        var known = carried?.FollowUps() ?? [];
        return [.. known, .. registered.Where(one => carried?.Settles(one.Of) != true).Select(one => one with { Audience = Audience.Board }).ExceptBy(known.Select(one => one.Of), one => one.Of)];
    }

    /// <summary>What was resolved by circulation since the last meeting; the earliest first, each with its audience.</summary>
    /// <param name="registered">What the board's own register knows, reported or not.</param>
    /// <param name="on">The day of the meeting that is to hear of it.</param>
    public static IReadOnlyList<CirculationResolution> Circulation(CarryOver? carried, IReadOnlyList<CirculationResolution> registered, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(registered);
        return
        [
            .. registered.Where(one => !(one.DecidedOn > on) && carried?.Reports(one) != true)
                .Select(one => one with { Audience = Kept(one.Audience) })
                .OrderBy(one => one.DecidedOn ?? on),
        ];
    }

    // Before the last meeting there were others that reported it; without a day nobody knows.
    private bool Reports(CirculationResolution one) => one.DecidedOn < last.Date
        || last.Circulation.Any(known => known.Number.Length > 0 ? known.Number == MinutesText.Value(one.Number) : known.Wording == MinutesText.Value(one.Wording));

    private bool Settles(string of) => last.FollowUps.Any(followUp => followUp.Of == of && !IsOpen(followUp.State))
        || last.Items.SelectMany(item => item.Actions).Any(action => $"{last.Id}/{action.Id}" == of && !IsOpen(action.State));

    /// <summary>Items that were postponed, with the meeting they come from.</summary>
    public IReadOnlyList<(string Title, Audience Audience, string Origin)> Postponed() =>
        [.. last.Items.Where(item => item.Status == ItemStatus.Postponed).Select(item => (item.Title, item.Audience, Origin))];

    private string Origin => $"Vertagt aus der Sitzung {last.Number} vom {Day(last.Date)}.";

    private FollowUp Of(AgendaItem item, ActionItem action)
    {
        var audience = item.Audience == Audience.Partner ? Kept(action.Audience) : Audience.Board;
        var resolution = item.Resolutions.FirstOrDefault(other => other.Id == action.Resolution);

        // The board's own resolution goes with its action: no shared register knows either.
        var words = resolution is not null && (audience == Audience.Board || resolution.Audience == Audience.Partner)
            ? $"{action.What} – zu Beschluss {resolution.Number}{(audience == Audience.Board ? $": {resolution.Wording}" : "")}"
            : action.What;
        string?[] who = [action.Who, action.Due is { } due ? $"bis {Day(due)}" : null];
        var by = string.Join(", ", who.OfType<string>());
        return new FollowUp($"{last.Id}/{action.Id}", ActionState.Open, by.Length == 0 ? words : $"{words} ({by})", audience);
    }

    // Whoever did not decide kept it in the board.
    private static Audience Kept(Audience audience) => audience == Audience.Partner ? Audience.Partner : Audience.Board;

    private static bool IsOpen(ActionState state) => state is ActionState.Open or ActionState.Rescheduled;

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
