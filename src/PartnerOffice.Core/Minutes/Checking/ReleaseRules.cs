namespace PartnerOffice.Core;

/// <summary>V21 and V22: a second pair of eyes released the minutes, and their state lets them go to the partner.</summary>
/// <remarks>As the document says it. The ledger knows better and is asked by release and share (D25).</remarks>
internal sealed class ReleaseRules : IMinutesRule
{
    public IReadOnlyList<string> Ids { get; } = ["V21", "V22"];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var approval = given.Minutes.Approval;
        if (approval.State is ApprovalState.Released or ApprovalState.Approved && Release(given, approval) is { } released)
            yield return released;
        if (State(given, approval.State) is { } state)
            yield return state;
    }

    private static Finding? Release(CheckedMinutes given, Approval approval)
    {
        const string Rule = "V21";
        if (approval is not { ReleasedBy: { } person, ReleasedAt: { } at })
            return NotReleased().Stops(Rule, Places.Approval);

        var day = DateOnly.FromDateTime(at.DateTime);
        if ((day < given.Minutes.Date && !given.IsDayImpossible) || day > given.Context.Today)
            return WrongDay(TimeText.Day(day)).Stops(Rule, Places.Approval);
        if (ReleaseRights.IsMinuteTaker(given.Minutes, given.District, person))
            return SamePerson().Stops(Rule, Places.Approval);
        return ReleaseRights.HasRole(given.Minutes, given.District, person, day) ? null : NotEntitled(person).Stops(Rule, Places.Approval);
    }

    private static Finding? State(CheckedMinutes given, ApprovalState state)
    {
        const string Rule = "V22";
        if (state == ApprovalState.Withdrawn)
            return Withdrawn().Stops(Rule, Places.Approval);
        if (state == ApprovalState.Approved || (state == ApprovalState.Released && given.District?.Share == ShareFrom.Released))
            return null;

        // That it is late says more than that it is not there yet: one cause, one hint.
        if (DeadlineRules.IsLate(given))
            return null;

        var advice = state == ApprovalState.Draft ? StillDraft() : NotApproved();
        return given.Context.IsSharing ? advice.Stops(Rule, Places.Approval) : advice.Hint(Rule, Places.Approval);
    }

    private static Advice NotReleased() => new(
        "Der Stand setzt eine Freigabe voraus; wer wann freigegeben hat, fehlt.", "The state needs a release; who released the minutes, and when, is missing.",
        "Das Protokoll durch eine zweite Person freigeben lassen.", "Have the minutes released by a second person.");

    private static Advice WrongDay(string day) => new(
        $"Die Freigabe am {day} liegt vor der Sitzung oder in der Zukunft.", $"The release on {day} lies before the meeting or in the future.",
        "Das Protokoll neu freigeben lassen.", "Have the minutes released again.");

    private static Advice SamePerson() => new(
        "Freigegeben hat dieselbe Person, die das Protokoll führte.", "The minutes were released by the person who took them.",
        "Die Freigabe durch eine zweite Person nachholen.", "Have the minutes released by a second person.");

    private static Advice NotEntitled(string person) => new(
        $"»{Quoting.Short(person)}« hatte keine Aufgabe, zu der die Freigabe gehört.", $"\"{Quoting.Short(person)}\" had no role that includes the release.",
        "Durch Sitzungsleitung oder Koordination freigeben lassen.", "Have the minutes released by the chair or the coordinator.");

    private static Advice Withdrawn() => new(
        "Diese Fassung ist zurückgezogen und geht nicht an den Partner.", "This version is withdrawn and does not go to the partner.",
        "Eine neue Fassung beginnen und freigeben lassen.", "Begin a new version and have it released.");

    private static Advice StillDraft() => new(
        "Das Protokoll ist ein Entwurf; der Partner bekommt es noch nicht.", "The minutes are a draft; the partner does not get them yet.",
        "Nach der Prüfung durch eine zweite Person freigeben lassen.", "Have them released by a second person after the check.");

    private static Advice NotApproved() => new(
        "Das Protokoll ist freigegeben, aber noch nicht genehmigt; der Partner bekommt es danach.", "The minutes are released but not approved; the partner gets them afterwards.",
        "Die Genehmigung auf die nächste Tagesordnung setzen.", "Put the approval on the next agenda.");
}
