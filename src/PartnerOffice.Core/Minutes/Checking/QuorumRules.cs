namespace PartnerOffice.Core;

/// <summary>V3: what was established about the quorum at the beginning, by the district's own rule.</summary>
internal sealed class QuorumRules : IMinutesRule
{
    private const string Rule = "V3";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        foreach (var board in given.Boards)
        {
            if (board.Quorum is not { } quorum)
                continue;

            var place = given.IsJoint ? $"{Places.Quorum} {given.DistrictOf(board)?.ShortName ?? board.District}" : Places.Quorum;
            if (IsTooFew(given, board))
                yield return TooFew(quorum.Present!.Value, given.RequiredOf(board)!.Value).NeedsReason(Rule, place);
            else if (quorum.Established == false && given.Ballots.Count > 0)
                yield return NotEstablished().NeedsReason(Rule, place);
            if (given.RequiredOf(board) is { } required && quorum.Required is { } written && written != required)
                yield return OtherRule(written, required).NeedsReason(Rule, place);
            if (given.IsBoardMeeting && quorum.Elected is { } elected && given.DistrictOf(board)?.BoardOn(given.Minutes.Date).Count is { } members && members != elected)
                yield return OtherBoard(elected, members).Hint(Rule, place);
            if (!IsTooFew(given, board) && given.IsBoardMeeting && quorum.Present is { } present && given.Minutes.Items.Count > 0)
            {
                var room = given.Room.At(0, quorum.EstablishedAt, given.IsJoint ? board.District : null);
                if (!room.Allows(present))
                    yield return OtherRoom(present, room.ToString()).Hint(Rule, place);
            }
        }
    }

    /// <summary>Whether fewer were counted than the rule wants although votes were taken.</summary>
    public static bool IsTooFew(CheckedMinutes given, ParticipatingBoard board) =>
        given.Ballots.Count > 0 && board.Quorum?.Present < given.RequiredOf(board);

    private static Advice TooFew(int present, int required) => new(
        $"Festgestellt wurden {present} Stimmberechtigte, nötig wären {required}.", $"{present} voting members were established, {required} would be needed.",
        "Anwesenheit prüfen, auch wer später dazukam; sonst den Grund angeben.", "Check who was present, also who came later; otherwise give the reason.");

    private static Advice NotEstablished() => new(
        "Die Beschlussfähigkeit ist als nicht gegeben eingetragen, es wurde aber abgestimmt.", "The board is entered as having no quorum, but votes were taken.",
        "Die Feststellung prüfen oder den Grund angeben.", "Check what was established, or give the reason.");

    private static Advice OtherRule(int written, int required) => new(
        $"Als erforderlich sind {written} eingetragen; nach den Regeln des Kreisverbands sind es {required}.", $"{written} are entered as required; by the district's rules it is {required}.",
        "Die Zahl berichtigen oder die Regel in der Partnerschaftsdatei prüfen.", "Correct the number, or check the rule in the partnership file.");

    private static Advice OtherBoard(int written, int members) => new(
        $"Eingetragen sind {written} gewählte Mitglieder, die Partnerschaftsdatei nennt {members}.", $"{written} elected members are entered, the partnership file names {members}.",
        "Prüfen, wer an diesem Tag im Amt war.", "Check who was in office that day.");

    private static Advice OtherRoom(int written, string counted) => new(
        $"Bei der Feststellung sind {written} Anwesende eingetragen, nach der Teilnahmeliste waren es {counted}.", $"{written} are entered as present at the beginning, by the attendance list it was {counted}.",
        "Zahl und Teilnahmeliste vergleichen.", "Compare the number with the attendance list.");
}
