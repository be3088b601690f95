namespace PartnerOffice.Core;

/// <summary>V6: whether the announced result follows from the figures, by the district's majority.</summary>
internal sealed class OutcomeRules : IMinutesRule
{
    private const string Rule = "V6";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        foreach (var ballot in given.Ballots)
        {
            if (ballot is { Resolution: not null, Vote: { Counted: true } vote } && OfVote(given, ballot, vote) is { } finding)
                yield return finding;
        }

        foreach (var finding in Together(given))
            yield return finding;

        foreach (var item in given.Minutes.Items)
        {
            foreach (var election in item.Elections)
            {
                foreach (var stranger in election.Elected.Where(name => !election.Candidates.Any(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase))))
                    yield return NotACandidate(stranger).Hint(Rule, Places.Of(item, election));
            }
        }
    }

    // What only one of two boards was asked is not decided by both (R22).
    private static IEnumerable<Finding> Together(CheckedMinutes given)
    {
        if (!given.IsJoint)
            yield break;

        foreach (var (_, resolution, place) in given.Resolutions.Where(one => one.Resolution is { Audience: Audience.Partner } && one.Item.Audience == Audience.Partner))
        {
            if (resolution.Votes is null && resolution.Vote is not null)
                yield return OneCount().NeedsReason(Rule, place);
            foreach (var missing in given.Boards.Where(board => resolution.Votes?.All(vote => vote.District != board.District) == true))
                yield return BoardMissing(given.DistrictOf(missing)?.ShortName ?? missing.District).NeedsReason(Rule, place);
        }
    }

    private static Finding? OfVote(CheckedMinutes given, Ballot ballot, Vote vote)
    {
        if (ballot.Outcome == Outcome.Deferred)
            return null;

        // "Unanimous" with votes against is said by the rule that looks at the figures.
        if (ballot.Outcome == Outcome.Unanimous)
            return vote is { Yes: 0, No: 0 } ? NobodyFor().NeedsReason(Rule, ballot.Place) : null;

        var isAdopted = ballot.Outcome == Outcome.Adopted;
        var required = Required(given, ballot, vote);
        if (required is { } needed && (vote.Yes >= needed) != isAdopted)
        {
            return isAdopted
                ? NotAdopted(vote.Yes!.Value, vote.No!.Value, needed).NeedsReason(Rule, ballot.Place)
                : NotRejected(vote.Yes!.Value, vote.No!.Value, needed).NeedsReason(Rule, ballot.Place);
        }

        return isAdopted && vote is { No: 0, Yes: > 0 } ? PerhapsUnanimous().Hint(Rule, ballot.Place) : null;
    }

    // How many must be for it; null where the majority is of those in the room, and nobody knows who they were.
    private static int? Required(CheckedMinutes given, Ballot ballot, Vote vote) => (given.IsBoardMeeting ? given.DistrictOf(ballot)?.Rules.Majority : null) switch
    {
        Majority.Absolute => given.PresentAt(ballot) is { IsCertain: true } present ? (present.Least / 2) + 1 : null,
        Majority.TwoThirds => Math.Max(1, ((2 * (vote.Yes!.Value + vote.No!.Value)) + 2) / 3),
        _ => vote.No!.Value + 1,
    };

    private static Advice OneCount() => new(
        "Gezählt ist hier nur einmal; gemeinsam beschlossen ist, was jeder Kreisvorstand für sich angenommen hat.", "There is one count only; decided together is what each board adopted by itself.",
        "Je Kreisvorstand eine Zeile mit eigener Nummer eintragen oder den Grund angeben.", "Enter a row with its own number for each board, or give the reason.");

    private static Advice BoardMissing(string board) => new(
        $"Vom Kreisvorstand {board} steht hier keine Abstimmung.", $"There is no vote of the board {board} here.",
        "Die Zeile dieses Vorstands ergänzen oder den Grund angeben.", "Add the row of this board, or give the reason.");

    private static Advice NobodyFor() => new(
        "»Einstimmig« ist eingetragen, dafür stimmte aber niemand.", "\"Unanimous\" is entered, but nobody voted for it.",
        "Ergebnis und Zahlen vergleichen.", "Compare result and figures.");

    private static Advice NotAdopted(int yes, int no, int needed) => new(
        $"»Angenommen« ist eingetragen; gezählt sind {yes} Ja und {no} Nein, nötig wären {needed} Ja.", $"\"Adopted\" is entered; {yes} yes and {no} no are counted, {needed} yes would be needed.",
        "Ergebnis und Zahlen vergleichen; bei anderer Mehrheit den Grund angeben.", "Compare result and figures; for another majority give the reason.");

    private static Advice NotRejected(int yes, int no, int needed) => new(
        $"»Abgelehnt« ist eingetragen; gezählt sind {yes} Ja und {no} Nein, {needed} Ja hätten genügt.", $"\"Rejected\" is entered; {yes} yes and {no} no are counted, {needed} yes would have been enough.",
        "Ergebnis und Zahlen vergleichen; bei anderer Mehrheit den Grund angeben.", "Compare result and figures; for another majority give the reason.");

    private static Advice PerhapsUnanimous() => new(
        "Niemand stimmte dagegen, eingetragen ist aber nur »angenommen«.", "Nobody voted against it, but only \"adopted\" is entered.",
        "Prüfen, ob »einstimmig« gemeint ist.", "Check whether \"unanimous\" is meant.");

    private static Advice NotACandidate(string name) => new(
        $"»{Quoting.Short(name)}« ist als gewählt eingetragen, steht aber nicht unter den Kandidierenden.", $"\"{Quoting.Short(name)}\" is entered as elected, but not among the candidates.",
        "Die Namen vergleichen.", "Compare the names.");
}
