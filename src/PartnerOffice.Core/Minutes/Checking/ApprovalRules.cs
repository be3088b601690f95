namespace PartnerOffice.Core;

/// <summary>V13: only a later meeting, or what the district's rules name, approves minutes; and never they themselves.</summary>
internal sealed class ApprovalRules : IMinutesRule
{
    private const string Rule = "V13";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        foreach (var (_, _, place) in given.Resolutions.Where(one => one.Resolution.Approves.Contains(given.Minutes.Id)))
            yield return ApprovesItself().NeedsReason(Rule, place);

        var approval = given.Minutes.Approval;
        if (approval.State is ApprovalState.Draft or ApprovalState.Released)
        {
            if (approval is not { ApprovedOn: null, ApprovedIn: null, ApprovedBy: null })
                yield return NoteWithoutState().NeedsReason(Rule, Places.Approval);
            yield break;
        }

        if (approval.State != ApprovalState.Approved)
            yield break;

        if (approval.ApprovedOn is not { } day)
            yield return NoDay().NeedsReason(Rule, Places.Approval);
        else if (day <= given.Minutes.Date && !given.IsDayImpossible)
            yield return NotLater(TimeText.Day(day)).NeedsReason(Rule, Places.Approval);
        else if (day > given.Context.Today)
            yield return InTheFuture(TimeText.Day(day)).NeedsReason(Rule, Places.Approval);

        if (approval.ApprovedIn == given.Minutes.Id)
            yield return ApprovesItself().NeedsReason(Rule, Places.Approval);
        else if (NeedsMeeting(given) && approval is not { ApprovedIn: not null, ApprovedBy: { Item: not null, Vote: not null } })
            yield return NoMeeting().NeedsReason(Rule, Places.Approval);

        if (approval.ApprovedBy?.Vote is { Counted: true, Yes: { } yes, No: { } no } && yes <= no)
            yield return NotAdopted(yes, no).NeedsReason(Rule, Places.Approval);
    }

    private static bool NeedsMeeting(CheckedMinutes given) =>
        given.District is null || given.District.Rules.Approval == ApprovalMode.LaterMeeting || given.Minutes.Approval.ApprovedIn is not null;

    private static Advice ApprovesItself() => new(
        "Das Protokoll genehmigt sich hier selbst.", "The minutes approve themselves here.",
        "Die Sitzung nennen, deren Protokoll genehmigt wurde; diese genehmigt erst eine spätere.", "Name the meeting whose minutes were approved; these are approved by a later one.");

    private static Advice NoteWithoutState() => new(
        "Der Genehmigungsvermerk ist ausgefüllt, der Stand aber noch nicht »genehmigt«.", "The approval note is filled, but the state is not \"approved\" yet.",
        "Den Vermerk leeren; die Genehmigung trägt ihn selbst ein.", "Clear the note; the approval enters it by itself.");

    private static Advice NoDay() => new(
        "Das Protokoll ist als genehmigt eingetragen, der Tag fehlt.", "The minutes are entered as approved, the day is missing.",
        "Den Tag der Genehmigung eintragen.", "Enter the day of the approval.");

    private static Advice NotLater(string day) => new(
        $"Die Genehmigung am {day} liegt nicht nach der Sitzung.", $"The approval on {day} is not later than the meeting.",
        "Den Tag der Genehmigung berichtigen.", "Correct the day of the approval.");

    private static Advice InTheFuture(string day) => new(
        $"Die Genehmigung am {day} liegt noch in der Zukunft.", $"The approval on {day} is still to come.",
        "Den Vermerk erst nach der Genehmigung eintragen.", "Enter the note only after the approval.");

    private static Advice NoMeeting() => new(
        "Zur Genehmigung fehlt die spätere Sitzung mit TOP und Abstimmung.", "The approval lacks the later meeting with item and vote.",
        "Sitzung, TOP und Abstimmung eintragen; Zahlen nur, wenn gezählt wurde.", "Enter meeting, item and vote; figures only if they were counted.");

    private static Advice NotAdopted(int yes, int no) => new(
        $"Zur Genehmigung sind {yes} Ja und {no} Nein eingetragen.", $"For the approval {yes} yes and {no} no are entered.",
        "Stand und Abstimmung vergleichen.", "Compare state and vote.");
}
