using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>Tells the tracker how many answered what: numbers and nothing else (R11), seldom, and where there is a column for it.</summary>
internal sealed class AnswerTracking(Ledger ledger, WorkbookWriters workbooks)
{
    /// <summary>Called by whoever writes this partnership's tracker, so that it keeps one writer.</summary>
    public async Task RunAsync(PartnershipRoute route, CancellationToken cancellationToken)
    {
        var due = await ledger.Answers.UntrackedAsync(route.Id, cancellationToken);
        if (due.Count == 0) return;

        var (never, there, later) = (new List<(KnownMeeting Meeting, long Changes)>(), new List<(KnownMeeting Meeting, long Changes)>(), new List<KnownMeeting>());
        foreach (var one in due)
        {
            switch (await RowOfAsync(one.Meeting, route, cancellationToken))
            {
                case StepState.Done: there.Add(one); break;
                case null or StepState.Skipped: never.Add(one); break;
                default: later.Add(one.Meeting); break;
            }
        }

        if (never.Count > 0) await ledger.Answers.TrackedAsync(never, cancellationToken);
        if (later.Count > 0) await ledger.Answers.TrackLaterAsync(later, cancellationToken);
        if (there.Count > 0) await WriteAsync(route, there, cancellationToken);
    }

    // A series has no row, and neither has a meeting that was cancelled before it got one.
    private async Task<StepState?> RowOfAsync(KnownMeeting known, PartnershipRoute route, CancellationToken cancellationToken)
    {
        if (route.Tracker is null || route.Partnership is null || known is not { State: MeetingState.Planned, Plan.Rhythm: null }) return null;

        var states = new List<StepState?>();
        for (MeetingTurn? turn = known.Current; turn is not null; turn = turn.Before)
            states.Add((await ledger.FindAsync(turn.Delivery(known.Plan.District, turn.EventTopic), cancellationToken))?.Find(DeliveryStep.Tracker)?.State);
        // The row of an earlier turn is the same one; overtaken ones were never written.
        return states.Contains(StepState.Done) ? StepState.Done : states.Find(state => state is not (null or StepState.Skipped));
    }

    private async Task WriteAsync(PartnershipRoute route, List<(KnownMeeting Meeting, long Changes)> told, CancellationToken cancellationToken)
    {
        try
        {
            var change = new TrackerChange(TrackerTables.Meetings, [.. told.Select(one => RowOf(one.Meeting, route.Partnership!))]);
            var outcome = await workbooks.WriteAsync(new(WorkbookName.Tracker(route.Id), route.Tracker!), [change], [], _ => Task.CompletedTask, cancellationToken);
            // An older tracker has no such column: then it says nothing of answers.
            if (outcome is WorkbookOutcome.Written or WorkbookOutcome.Refused)
                await ledger.Answers.TrackedAsync(told, cancellationToken);
            else
                await ledger.Answers.TrackLaterAsync([.. told.Select(one => one.Meeting)], cancellationToken);
        }
        catch (GraphException)
        {
            await ledger.Answers.TrackLaterAsync([.. told.Select(one => one.Meeting)], cancellationToken);
        }
    }

    private static TrackerRow RowOf(KnownMeeting known, Partnership partnership) => new(new Dictionary<string, TrackerValue?>(StringComparer.OrdinalIgnoreCase)
    {
        [TrackerTables.Key] = new TrackerValue.Text(known.Plan.Id.ToString()),
        [TrackerTables.Answers] = new TrackerValue.Text(known.Count(InvitationList.Of(known.Plan, partnership).People).Words.German),
    });
}
