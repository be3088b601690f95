namespace PartnerOffice.Core;

/// <summary>V4, V5 and V9: who was in the room at each vote, and whether the figures fit.</summary>
/// <remarks>What was counted at the vote counts; else the intervals, where they can be ordered; else there is only a hint (R5).</remarks>
internal sealed class VoteRules : IMinutesRule
{
    public IReadOnlyList<string> Ids { get; } = ["V4", "V5", "V9"];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        if (given.IsBoardMeeting && given.Minutes.Agenda?.Adopted is { Counted: true } adopted && adopted.Yes + adopted.No + adopted.Abstained + adopted.Invalid is { } cast && cast > given.Room.AtAnyTime)
            yield return TooMany(cast, $"{given.Room.AtAnyTime}").NeedsReason("V5", Places.Agenda);

        foreach (var ballot in given.Ballots)
        {
            // Who was in the room is one cause: its first finding says what to look at.
            var finding = Presence(given, ballot);
            if (finding is not null)
                yield return finding;

            // Figures that do not fit the room are looked at first: a reason for them must not let pass what follows from them.
            foreach (var other in Vote(given, ballot).Where(other => other.Rule != finding?.Rule))
                yield return other;
        }
    }

    private static Finding? Presence(CheckedMinutes given, Ballot ballot)
    {
        if (given.PresentAt(ballot) is not { } present)
            return null;

        foreach (var board in given.Boards.Where(board => ballot.Board is null || ballot.Board == board.District))
        {
            if (given.RequiredOf(board) is not { } required)
                continue;

            // In a joint meeting each board needs its own quorum, and a count of the whole room says nothing about it.
            var own = given.IsJoint && ballot.Board is null ? given.Room.At(ballot.Item, ballot.At, board.District) : present;
            if (own.Most < required)
            {
                // Already said of the whole meeting.
                if (QuorumRules.IsTooFew(given, board) && own.Most <= board.Quorum!.Present)
                    continue;
                return TooFew(own.ToString(), required).NeedsReason("V4", ballot.Place);
            }

            if (own.Least < required)
                return PerhapsTooFew(own.ToString(), required).Hint("V4", ballot.Place);
        }

        if (ballot.Cast > present.Most)
            return TooMany(ballot.Cast.Value, present.ToString()).NeedsReason("V5", ballot.Place);
        if (ballot.Cast > present.Least)
            return PerhapsTooMany(ballot.Cast.Value, present.ToString()).Hint("V5", ballot.Place);
        return given.IsBoardMeeting && ballot.Present is { } counted && given.Room.At(ballot.Item, ballot.At, ballot.Board) is var room && !room.Allows(counted)
            ? OtherRoom(counted, room.ToString()).Hint("V4", ballot.Place)
            : ExcludedWhoVoted(given, ballot, present);
    }

    private static Finding? ExcludedWhoVoted(CheckedMinutes given, Ballot ballot, Headcount present)
    {
        var excluded = ballot.Resolution?.Excluded.Count(person => given.Minutes.Attendance.Any(attendee => attendee is { Voting: true, WasThere: true } && (ballot.Board is null || attendee.District == ballot.Board) && IsSame(attendee.Name, person.Name))) ?? 0;
        return excluded > 0 && ballot.Cast > present.Most - excluded
            ? ExcludedCounted(ballot.Cast.Value, present.Most - excluded).Hint("V9", ballot.Place)
            : null;
    }

    private static IEnumerable<Finding> Vote(CheckedMinutes given, Ballot ballot)
    {
        if (ballot is not { Resolution: { } resolution, Vote: { } vote })
            yield break;

        if (ballot.Outcome == Outcome.Unanimous && vote.No > 0)
            yield return NotUnanimous(vote.No.Value).NeedsReason("V5", ballot.Place);
        if (!vote.Counted && given.DistrictOf(ballot)?.Rules.WantsFigures == true)
            yield return Uncounted().Hint("V5", ballot.Place);
        foreach (var excluded in resolution.Excluded.Where(person => !given.Minutes.Attendance.Any(attendee => IsSame(attendee.Name, person.Name))))
            yield return NotInTheList(excluded.Name).Hint("V9", ballot.Place);
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Advice TooFew(string present, int required) => new(
        $"Eingetragen sind {present} Stimmberechtigte, nötig wären {required}.", $"{present} voting members are entered, {required} would be needed.",
        "Anwesenheit prüfen oder den Grund angeben.", "Check who was present, or give the reason.");

    private static Advice PerhapsTooFew(string present, int required) => new(
        $"Aus den Zeiten ergibt sich nicht, ob {required} Stimmberechtigte im Raum waren ({present}).", $"The times do not show whether {required} voting members were in the room ({present}).",
        "Die Zahl der Anwesenden oder die Uhrzeit der Abstimmung eintragen, wenn sie bekannt ist.", "Enter the number present or the time of the vote, if it is known.");

    private static Advice TooMany(int cast, string present) => new(
        $"Gezählt sind {cast} Stimmen, im Raum waren {present} Stimmberechtigte.", $"{cast} votes are counted, {present} voting members were in the room.",
        "Stimmen und Anwesenheit vergleichen; eine Abstimmung im Umlauf als solche eintragen.", "Compare votes and attendance; enter a vote by circulation as such.");

    private static Advice PerhapsTooMany(int cast, string present) => new(
        $"Gezählt sind {cast} Stimmen; aus den Zeiten ergeben sich {present} Stimmberechtigte.", $"{cast} votes are counted; by the times there were {present} voting members.",
        "Prüfen, wer bei der Abstimmung im Raum war.", "Check who was in the room at the vote.");

    private static Advice OtherRoom(int written, string counted) => new(
        $"Bei der Abstimmung sind {written} Anwesende eingetragen, nach der Teilnahmeliste waren es {counted}.", $"{written} are entered as present at the vote, by the attendance list it was {counted}.",
        "Zahl und Zeiten in der Teilnahmeliste vergleichen.", "Compare the number with the times in the attendance list.");

    private static Advice ExcludedCounted(int cast, int entitled) => new(
        $"Gezählt sind {cast} Stimmen; ohne die Befangenen konnten {entitled} abstimmen.", $"{cast} votes are counted; without those excluded {entitled} could vote.",
        "Prüfen, ob eine befangene Person mitgezählt wurde.", "Check whether an excluded person was counted.");

    private static Advice NotInTheList(string name) => new(
        $"»{Quoting.Short(name)}« nahm an der Abstimmung nicht teil, steht aber nicht in der Teilnahmeliste.", $"\"{Quoting.Short(name)}\" took no part in the vote, but is not in the attendance list.",
        "Namen und Teilnahmeliste vergleichen.", "Compare the name with the attendance list.");

    private static Advice NotUnanimous(int against) => new(
        $"»Einstimmig« ist eingetragen, dagegen stimmten aber {against}.", $"\"Unanimous\" is entered, but {against} voted against.",
        "»Angenommen« wählen oder die Zahlen berichtigen.", "Choose \"adopted\", or correct the figures.");

    private static Advice Uncounted() => new(
        "Die Abstimmung steht ohne Zahlen im Protokoll.", "The vote is recorded without figures.",
        "Zahlen eintragen, wenn gezählt wurde; sonst so lassen.", "Enter the figures if they were counted; otherwise leave it.");
}
