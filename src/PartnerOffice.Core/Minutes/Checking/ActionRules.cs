namespace PartnerOffice.Core;

/// <summary>V12: each action has somebody who does it, and a day, or goes on.</summary>
internal sealed class ActionRules : IMinutesRule
{
    private const string Rule = "V12";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var resolutions = given.Resolutions.Select(one => one.Resolution.Id).ToHashSet();
        foreach (var item in given.Minutes.Items)
        {
            foreach (var action in item.Actions)
            {
                var place = Places.Of(item, action);
                if (action.What.Length == 0)
                    yield return NothingToDo().Hint(Rule, place);
                if (action is { Who: null, State: ActionState.Open or ActionState.Rescheduled })
                    yield return Nobody().Hint(Rule, place);
                if (action is { Due: { } due, State: ActionState.Open or ActionState.Rescheduled } && due < given.Minutes.Date && !given.IsDayImpossible)
                    yield return DueBefore(TimeText.Day(due)).Hint(Rule, place);
                if (action.Resolution is { } resolution && !resolutions.Contains(resolution))
                    yield return NoSuchResolution().Hint(Rule, place);
            }
        }
    }

    private static Advice NothingToDo() => new(
        "Bei der Aufgabe steht nicht, was zu tun ist.", "The action does not say what is to be done.",
        "Die Aufgabe in einem Satz beschreiben oder die Zeile löschen.", "Describe the action in one sentence, or delete the line.");

    private static Advice Nobody() => new(
        "Für die Aufgabe ist niemand zuständig.", "Nobody is responsible for the action.",
        "Eine Person und ein Datum eintragen; ohne Datum gilt sie als laufend.", "Enter a person and a date; without a date it is ongoing.");

    private static Advice DueBefore(string day) => new(
        $"Die Aufgabe ist zum {day} fällig, also vor der Sitzung.", $"The action is due on {day}, before the meeting.",
        "Das Datum prüfen.", "Check the date.");

    private static Advice NoSuchResolution() => new(
        "Die Aufgabe nennt einen Beschluss, den es in diesem Protokoll nicht gibt.", "The action names a resolution that is not in these minutes.",
        "Die Nummer des Beschlusses prüfen.", "Check the number of the resolution.");
}
