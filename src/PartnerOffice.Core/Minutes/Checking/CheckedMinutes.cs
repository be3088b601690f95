namespace PartnerOffice.Core;

/// <summary>The minutes as the rules look at them: with their places, their ballots, and what the district's rules say.</summary>
internal sealed class CheckedMinutes
{
    private readonly Lazy<IReadOnlyList<string>> hiddenNames;

    public CheckedMinutes(Minutes minutes, CheckContext context)
    {
        (Minutes, Context) = (minutes, context);
        Room = new Presence(minutes);
        Words = [.. MinutesWords.Of(minutes)];
        Ballots = [.. minutes.Items.SelectMany(BallotsOf)];
        hiddenNames = new(HiddenNamesOf);
    }

    public Minutes Minutes { get; }

    public CheckContext Context { get; }

    public District? District => Context.District;

    public Presence Room { get; }

    public IReadOnlyList<PlacedText> Words { get; }

    /// <summary>What was voted on in the room; resolutions by circulation have no room.</summary>
    public IReadOnlyList<Ballot> Ballots { get; }

    /// <summary>Whether the boards' own rules hold: an assembly has the statutes' rules, which nobody told us.</summary>
    public bool IsBoardMeeting => Minutes.Kind is not (MeetingKind.DistrictConference or MeetingKind.MembersAssembly);

    /// <summary>Whether the day of the meeting cannot be right: said once, not again by everything that is compared with it.</summary>
    public bool IsDayImpossible => Minutes.Date > Context.Today;

    /// <summary>Full names that the partner does not read; empty where nobody knows the names table.</summary>
    public IReadOnlyList<string> HiddenNames => hiddenNames.Value;

    public IEnumerable<(AgendaItem Item, Resolution Resolution, string Place)> Resolutions =>
        Minutes.Items.SelectMany(item => item.Resolutions.Select(resolution => (item, resolution, Places.Of(item, resolution))));

    public int OrderOf(string place) => Places.OrderOf(place, Minutes);

    /// <summary>The boards that sat; where the minutes name none, the district's own.</summary>
    public IReadOnlyList<ParticipatingBoard> Boards => Minutes.Boards.Count > 0 ? Minutes.Boards : [new ParticipatingBoard(Minutes.District, Minutes.Chair, null)];

    public bool IsJoint => Minutes.Boards.Count > 1;

    public District? DistrictOf(ParticipatingBoard board) =>
        Context.Partnership?.Find(board.District) ?? (board.District == Minutes.District ? District : null);

    /// <summary>The rules of the district with this id.</summary>
    public BoardRules? RulesOf(string district) => (Context.Partnership?.Find(district) ?? (district == Minutes.District ? District : null))?.Rules;

    /// <summary>Members in office: as written, else by the partnership file.</summary>
    public int? ElectedOf(ParticipatingBoard board) => board.Quorum?.Elected ?? DistrictOf(board)?.BoardOn(Minutes.Date).Count;

    /// <summary>How many must be there: by the district's rule, else as written; null where nobody knows.</summary>
    public int? RequiredOf(ParticipatingBoard board) =>
        IsBoardMeeting && DistrictOf(board) is { } district && ElectedOf(board) is >= 0 and { } elected
            ? district.Rules.Quorum.RequiredOf(elected)
            : board.Quorum?.Required;

    /// <summary>How many voting members were in the room at a ballot: as counted, else as the intervals say it.</summary>
    /// <returns>Null where nobody counted and the list of those present is not meant to be complete: in an assembly.</returns>
    public Headcount? PresentAt(Ballot ballot) =>
        ballot.Present is { } counted ? new Headcount(counted, counted) : IsBoardMeeting ? Room.At(ballot.Item, ballot.At, ballot.Board) : null;

    /// <summary>By whose rules a ballot is judged: the voting board's, else those of the district whose minutes these are.</summary>
    public District? DistrictOf(Ballot ballot) =>
        ballot.Board is not { } board ? District : Context.Partnership?.Find(board) ?? (board == Minutes.District ? District : null);

    private static int? CastIn(Vote vote) => vote.Counted ? vote.Yes + vote.No + vote.Abstained + vote.Invalid : null;

    private static IEnumerable<Ballot> BallotsOf(AgendaItem item, int index)
    {
        foreach (var resolution in item.Resolutions)
        {
            if (resolution.Vote is { Mode: not VoteMode.Circulation } vote)
                yield return new Ballot(Places.Of(item, resolution), index, resolution.At, resolution.Present, CastIn(vote), resolution) { Vote = vote, Outcome = resolution.Outcome };
            foreach (var own in resolution.Votes ?? [])
            {
                if (own.Vote is { Mode: not VoteMode.Circulation } cast)
                    yield return new Ballot(Places.Of(item, own, resolution), index, resolution.At, own.Present, CastIn(cast), resolution) { Vote = cast, Outcome = own.Outcome, Board = own.District };
            }
        }

        foreach (var election in item.Elections)
            yield return new Ballot(Places.Of(item, election), index, null, null, election.Valid + (election.Invalid ?? 0), null);
    }

    private IReadOnlyList<string> HiddenNamesOf()
    {
        if (Context.Partnership is not { } partnership || District is null)
            return [];

        return (Minutes.IsJoint ? Redactor.RedactForBoth(Minutes, partnership) : Redactor.Redact(Minutes, partnership)).HiddenNames;
    }
}
