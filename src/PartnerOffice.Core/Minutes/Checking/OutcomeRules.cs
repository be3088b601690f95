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
            if (ballot.Resolution is { Vote.Counted: true } resolution && OfVote(given, ballot, resolution) is { } finding)
                yield return finding;
        }

        foreach (var item in given.Minutes.Items)
        {
            foreach (var election in item.Elections)
            {
                foreach (var stranger in election.Elected.Where(name => !election.Candidates.Any(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase))))
                    yield return NotACandidate(stranger).Hint(Rule, Places.Of(item, election));
            }
        }
    }

    private static Finding? OfVote(CheckedMinutes given, Ballot ballot, Resolution resolution)
    {
        var vote = resolution.Vote!;
        if (resolution.Outcome == Outcome.Deferred)
            return null;

        // "Unanimous" with votes against is said by the rule that looks at the figures.
        if (resolution.Outcome == Outcome.Unanimous)
            return vote is { Yes: 0, No: 0 } ? NobodyFor().NeedsReason(Rule, ballot.Place) : null;

        var isAdopted = resolution.Outcome == Outcome.Adopted;
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
    private static int? Required(CheckedMinutes given, Ballot ballot, Vote vote) => (given.IsBoardMeeting ? given.District?.Rules.Majority : null) switch
    {
        Majority.Absolute => given.PresentAt(ballot) is { IsCertain: true } present ? (present.Least / 2) + 1 : null,
        Majority.TwoThirds => Math.Max(1, ((2 * (vote.Yes!.Value + vote.No!.Value)) + 2) / 3),
        _ => vote.No!.Value + 1,
    };

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
