namespace PartnerOffice.Core;

/// <summary>V1: the fields that minutes must have, numbers 1 to 11, 14, 15, 35 and 36 of the standard form.</summary>
internal sealed class RequiredFieldRules : IMinutesRule
{
    private const string Rule = "V1";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var minutes = given.Minutes;
        foreach (var (place, isThere) in Fields(minutes))
        {
            if (!isThere)
                yield return Empty(place).NeedsReason(Rule, place);
        }

        // An assembly counts those present, and keeps their list as an annex.
        if (given.IsBoardMeeting && !minutes.Attendance.Any(attendee => attendee is { WasThere: true, Voting: true }))
            yield return NobodyThere().NeedsReason(Rule, Places.Attendance);
        if (given.Boards.Any(board => board.Quorum is not { Present: not null, Established: not null }))
            yield return NoQuorum().NeedsReason(Rule, Places.Quorum);
        if (minutes.Items.Count == 0)
            yield return NoItems().NeedsReason(Rule, Places.Agenda);
        foreach (var item in minutes.Items.Where(item => item.Title.Length == 0))
            yield return NoTitle().NeedsReason(Rule, Places.Of(item));
    }

    private static IEnumerable<(string Place, bool IsThere)> Fields(Minutes minutes) =>
    [
        (Places.District, minutes.District.Length > 0),
        (Places.Board, minutes.Board.Length > 0),
        (Places.Number, minutes.Number.Length > 0),
        (Places.Start, minutes.Start is not null),
        (Places.End, minutes.End is not null),
        (Places.Where, minutes.Place is not null || minutes.Form == MeetingForm.Online),
        (Places.Invitation, minutes.Invitation?.SentOn is not null),
        (Places.Chair, minutes.Chair is not null),
        (Places.MinuteTaker, minutes.MinuteTaker is not null),
        (Places.Issued, minutes.Issued is { Place: not null, Date: not null }),
        (Places.Signatures, minutes.Signatures.Count > 0),
    ];

    private static Advice Empty(string field) => new(
        $"»{field}« ist nicht oder nur zum Teil ausgefüllt.", $"\"{field}\" is empty, or filled only in part.",
        "Nachtragen, was bekannt ist; sonst den Grund angeben.", "Add what is known; otherwise give the reason.");

    private static Advice NobodyThere() => new(
        "Kein stimmberechtigtes Mitglied ist als anwesend eingetragen.", "No voting member is entered as present.",
        "Die Anwesenden mit Stimmrecht in die Teilnahmeliste eintragen.", "Enter the voting members who were present.");

    private static Advice NoQuorum() => new(
        "Zur Beschlussfähigkeit fehlt, wie viele anwesend waren und was festgestellt wurde.", "It is missing how many were present and what was established about the quorum.",
        "Anwesende zählen und die Feststellung eintragen, soweit sie getroffen wurde.", "Count those present and enter what was established, if it was.");

    private static Advice NoItems() => new(
        "Das Protokoll hat keine Tagesordnungspunkte.", "The minutes have no agenda items.",
        "Die behandelten Punkte als TOP eintragen.", "Enter what was dealt with as agenda items.");

    private static Advice NoTitle() => new(
        "Der Tagesordnungspunkt hat keinen Titel.", "The agenda item has no title.",
        "Einen kurzen Titel eintragen.", "Enter a short title.");
}
