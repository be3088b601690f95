using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>
/// What only the board may know of its minutes, for its own register (R9): the resolutions and actions that the tracker never says. Made from the
/// source and never kept: no word of it may be at rest in the service (R19).
/// </summary>
internal static class RegisterRows
{
    public static IReadOnlyList<TrackerChange> Of(Minutes minutes, District board)
    {
        // Of a joint meeting only what names this board: the other's is none of its business (R22).
        if (minutes.IsJoint)
            minutes = JointView.HandedOnTo(minutes, board);

        var resolutions = minutes.Items
            .SelectMany(item => item.Resolutions.Where(resolution => !IsPartners(item.Audience, resolution.Audience)))
            .Select(resolution => TrackerRows.Resolution(minutes, OfBoard(resolution, board), board)).ToList();
        var actions = minutes.Items
            .SelectMany(item => item.Actions.Where(action => !IsPartners(item.Audience, action.Audience)))
            .Select(action => WithStanding(TrackerRows.Action(minutes, action, board), action.State)).Concat(Settled(minutes)).ToList();
        return
        [
            .. resolutions.Count > 0 ? [new TrackerChange(TrackerTables.Resolutions, resolutions)] : (TrackerChange[])[],
            .. actions.Count > 0 ? [new TrackerChange(TrackerTables.Actions, actions)] : (TrackerChange[])[],
        ];
    }

    // What earlier minutes left open and these close, by the key of the action: only its standing changes.
    private static IEnumerable<TrackerRow> Settled(Minutes minutes) => minutes.FollowUps
        .Where(followUp => followUp.Audience != Audience.Partner && followUp.State != ActionState.Open && IsActionOfMinutes(followUp.Of))
        .Select(followUp => WithStanding(new(new Dictionary<string, TrackerValue?>(StringComparer.OrdinalIgnoreCase) { [TrackerTables.Key] = new TrackerValue.Text(followUp.Of) }), followUp.State, isDecision: true));

    // A follow-up that people wrote themselves names no row.
    private static bool IsActionOfMinutes(string of) => of.Split('/') is [var minutes, var action] && MinutesId.TryParse(minutes, null, out _) && EntryId.TryParse(action, null, out _);

    // As the redactor sees it: the item and what lies in it must both be for the partner.
    private static bool IsPartners(Audience item, Audience entry) => item == Audience.Partner && entry == Audience.Partner;

    private static Resolution OfBoard(Resolution resolution, District board) =>
        resolution.Votes?.FirstOrDefault(vote => vote.District == board.Id.ToString()) is { } own ? resolution with { Number = own.Number, Vote = own.Vote, Outcome = own.Outcome } : resolution;

    private static TrackerRow WithStanding(TrackerRow row, ActionState state, bool isDecision = false) => new(new Dictionary<string, TrackerValue?>(row.Cells, StringComparer.OrdinalIgnoreCase)
    {
        [TrackerTables.Standing] = new TrackerValue.Text(state switch
        {
            ActionState.Done => "erledigt",
            ActionState.Rescheduled => "verschoben",
            ActionState.Dropped => "entfallen",
            _ => "offen",
        })
        {
            IsDecision = isDecision,
        },
    });
}
