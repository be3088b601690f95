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
        var resolutions = minutes.Items
            .SelectMany(item => item.Resolutions.Where(resolution => !IsPartners(item.Audience, resolution.Audience)))
            .Select(resolution => TrackerRows.Resolution(minutes, resolution, board)).ToList();
        var actions = minutes.Items
            .SelectMany(item => item.Actions.Where(action => !IsPartners(item.Audience, action.Audience)))
            .Select(action => WithStanding(TrackerRows.Action(minutes, action, board), action.State)).ToList();
        return
        [
            .. resolutions.Count > 0 ? [new TrackerChange(TrackerTables.Resolutions, resolutions)] : (TrackerChange[])[],
            .. actions.Count > 0 ? [new TrackerChange(TrackerTables.Actions, actions)] : (TrackerChange[])[],
        ];
    }

    // As the redactor sees it: the item and what lies in it must both be for the partner.
    private static bool IsPartners(Audience item, Audience entry) => item == Audience.Partner && entry == Audience.Partner;

    private static TrackerRow WithStanding(TrackerRow row, ActionState state) => new(new Dictionary<string, TrackerValue?>(row.Cells, StringComparer.OrdinalIgnoreCase)
    {
        [TrackerTables.Standing] = new TrackerValue.Text(state switch
        {
            ActionState.Done => "erledigt",
            ActionState.Rescheduled => "verschoben",
            ActionState.Dropped => "entfallen",
            _ => "offen",
        }),
    });
}
