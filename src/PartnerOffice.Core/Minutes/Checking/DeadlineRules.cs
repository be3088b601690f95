namespace PartnerOffice.Core;

/// <summary>V23: what both boards agreed on in days: released before the next invitation, approved in the next meeting, shared in time.</summary>
internal sealed class DeadlineRules : IMinutesRule
{
    private const string Rule = "V23";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        if (given.Context.IsSharing)
            return SharedBy(given) is { } due && given.Context.Today > due ? [SharedLate(TimeText.Day(due)).Hint(Rule, Places.Approval)] : [];

        return Late(given) is { } late ? [late] : [];
    }

    /// <summary>Whether the next meeting came, or is near, before the minutes had come far enough: then the state itself needs no second hint.</summary>
    public static bool IsLate(CheckedMinutes given) => !given.Context.IsSharing && Late(given) is not null;

    private static Finding? Late(CheckedMinutes given)
    {
        if (given.IsDayImpossible || given.Minutes.Next?.Date is not { } next || next <= given.Minutes.Date)
            return null;

        var (today, day) = (given.Context.Today, TimeText.Day(next));
        var advice = given.Minutes.Approval.State switch
        {
            ApprovalState.Draft when today > next => DraftAfterNextMeeting(day),
            ApprovalState.Draft when given.District is { } district && today >= next.AddDays(-district.Rules.NoticeDays) => DraftAtInvitation(day),
            ApprovalState.Released when today > next => NotApprovedAfterNextMeeting(day),
            _ => null,
        };
        return advice?.Hint(Rule, Places.Approval);
    }

    // Agreed pauses stop the clock for both (R24).
    private static DateOnly? SharedBy(CheckedMinutes given)
    {
        if (given.Context.Partnership is not { } partnership || given.Minutes.Approval.ApprovedOn is not { } approved)
            return null;

        var (day, left) = (approved, partnership.Obligations.MinutesSharedWithinDays);
        while (left > 0)
        {
            day = day.AddDays(1);
            if (!partnership.Obligations.Pauses.Any(pause => pause.Covers(day)))
                left--;
        }

        return day;
    }

    private static Advice DraftAfterNextMeeting(string day) => new(
        $"Die nächste Sitzung am {day} ist vorbei; das Protokoll ist noch ein Entwurf.", $"The next meeting on {day} is over; the minutes are still a draft.",
        "Prüfen, freigeben lassen und die Genehmigung auf die nächste Tagesordnung setzen.", "Check them, have them released, and put the approval on the next agenda.");

    private static Advice DraftAtInvitation(string day) => new(
        $"Die Einladung zur Sitzung am {day} ist fällig; das Protokoll ist noch ein Entwurf.", $"The invitation to the meeting on {day} is due; the minutes are still a draft.",
        "Das Protokoll vor der Einladung prüfen und freigeben lassen.", "Check the minutes, and have them released before the invitation.");

    private static Advice NotApprovedAfterNextMeeting(string day) => new(
        $"Die nächste Sitzung am {day} ist vorbei; eine Genehmigung ist nicht eingetragen.", $"The next meeting on {day} is over; no approval is entered.",
        "Die Genehmigung eintragen oder auf die nächste Tagesordnung setzen.", "Enter the approval, or put it on the next agenda.");

    private static Advice SharedLate(string day) => new(
        $"Vereinbart war die Übermittlung bis zum {day}.", $"The minutes were to be shared by {day}.",
        "Jetzt übermitteln und die Koordination des Partners kurz verständigen.", "Share them now, and tell the partner's coordinator.");
}
