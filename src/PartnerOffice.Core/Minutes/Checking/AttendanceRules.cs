namespace PartnerOffice.Core;

/// <summary>V3: whether the list of those present agrees with the board of that day, on which every quorum rests (R5).</summary>
internal sealed class AttendanceRules : IMinutesRule
{
    private const string Rule = "V3";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var attendance = given.Minutes.Attendance;
        foreach (var twice in attendance.GroupBy(attendee => attendee.Person ?? attendee.Name).Where(group => group.Count() > 1))
            yield return Twice(twice.First().Name).NeedsReason(Rule, Places.Attendance);

        if (!given.IsBoardMeeting || attendance.Count == 0)
            yield break;

        foreach (var board in given.Boards)
        {
            if (given.DistrictOf(board) is not { } district || district.BoardOn(given.Minutes.Date) is not { Count: > 0 } members)
                continue;

            var missing = members.Where(member => !attendance.Any(attendee => IsSame(attendee, member))).Select(member => member.Name).ToList();
            if (missing.Count > 0)
                yield return Missing(missing.Count == 1 ? missing[0] : $"{missing[0]} und {missing.Count - 1} weitere", missing.Count == 1 ? missing[0] : $"{missing[0]} and {missing.Count - 1} more").Hint(Rule, Places.Attendance);
            foreach (var stranger in attendance.Where(attendee => attendee.Voting && attendee.District == board.District && !members.Any(member => IsSame(attendee, member))))
                yield return NotOnTheBoard(stranger.Name).Hint(Rule, Places.Attendance);
        }
    }

    private static bool IsSame(Attendee attendee, Person member) => attendee.Person is { } id
        ? id == member.Id.ToString()
        : string.Equals(attendee.Name, member.Name, StringComparison.OrdinalIgnoreCase);

    private static Advice Twice(string name) => new(
        $"»{Quoting.Short(name)}« steht mehrfach in der Teilnahmeliste und wird mehrfach gezählt.", $"\"{Quoting.Short(name)}\" is listed more than once and is counted more than once.",
        "Die Zeilen zusammenfassen; mehrere Zeiten passen in eine Zeile.", "Join the lines; several times fit into one line.");

    private static Advice Missing(string names, string english) => new(
        $"In der Teilnahmeliste fehlt: {names}.", $"Missing in the attendance list: {english}.",
        "Jedes Mitglied mit seinem Stand eintragen: anwesend, entschuldigt oder nicht entschuldigt.", "Enter each member as present, excused or unexcused.");

    private static Advice NotOnTheBoard(string name) => new(
        $"»{Quoting.Short(name)}« ist als stimmberechtigt eingetragen, war an diesem Tag aber nicht im Vorstand verzeichnet.", $"\"{Quoting.Short(name)}\" is entered as voting, but was not recorded on the board that day.",
        "Stimmrecht und Amtszeit prüfen.", "Check the right to vote and the term.");
}
