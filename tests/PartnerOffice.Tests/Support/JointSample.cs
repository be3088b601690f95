using PartnerOffice.Core;

namespace PartnerOffice.Tests.Support;

/// <summary>The minutes of one joint retreat: resolutions that both boards voted on, and a part of each kind for one board alone, each with a word of its own.</summary>
internal static class JointSample
{
    public const string Host = "steinfurt";
    public const string Guest = "mse";

    /// <summary>What only one of the boards may read: each stands once, and only there.</summary>
    public static string Secret(string board, string what) => $"{(board == Host ? "Quittenbaum" : "Zaunkönig")}{what}";

    public static IReadOnlyList<string> SecretsOf(string board) => [.. Kinds.Select(what => Secret(board, what))];

    private static readonly string[] Kinds = ["wort", "absatz", "punkt", "text", "beschluss", "aufgabe", "anlage", "datei", "kontrolle", "hinweis"];

    public static readonly Minutes Minutes = Made();

    private static Minutes Made()
    {
        var both = MinutesOfKind.Of(MeetingKind.JointRetreat);
        var first = both.Items[2] with
        {
            Text =
            [
                .. both.Items[0].Text,
                new TextParagraph([new TextRun("Offen ist "), Inline(Host), new TextRun(" und "), Inline(Guest), new TextRun(".")]),
                new InternalPassage([new TextParagraph([new TextRun($"Intern bleibt {Secret(Host, "absatz")} hier.")])]) { BoardOf = Host },
                new InternalPassage([new TextParagraph([new TextRun($"Intern bleibt {Secret(Guest, "absatz")} hier.")])]) { BoardOf = Guest },
            ],
            Resolutions = [Resolution("r1", 1, Outcome.Unanimous, Outcome.Adopted), Resolution("r2", 2, Outcome.Adopted, Outcome.Rejected), Own("r3", 3, Host), Own("r4", 3, Guest)],
            Actions = [Action("a1", Host), Action("a2", Guest)],
            Elections = [],
            Statements = null,
        };
        return CanonicalMinutes.Of(both with
        {
            Number = "Klausur 2026",
            Id = MinutesId.Parse("steinfurt-2026-07-14-klausur", null),
            Circulation = [],
            FollowUps = [FollowUp(Host), FollowUp(Guest)],
            Items = [both.Items[0], first, Item(Host), Item(Guest)],
            Attachments = [Attachment("1", Host), Attachment("2", Guest)],
            Signatures = [.. both.Signatures, new Signature("Jana Beispielhaft", SignatureRole.Chair, null)],
            Approval = Approval.Draft,
        });
    }

    private static TextRun Inline(string board) => new(Secret(board, "wort")) { Internal = true, BoardOf = board };

    private static BoardVote Vote(string board, int number, Outcome outcome) =>
        new(board, board == Host ? $"B 2026-07-0{number}" : $"MSE-B 2026-07-0{number}", FiguresOf(outcome), outcome) { Present = outcome == Outcome.Unanimous ? 4 : 3 };

    private static Vote FiguresOf(Outcome outcome) => outcome switch
    {
        Outcome.Unanimous => new(true, 4, 0, 0, 0, VoteMode.Open),
        Outcome.Adopted => new(true, 2, 1, 0, 0, VoteMode.Secret),
        _ => new(true, 1, 2, 0, 0, VoteMode.Open),
    };

    private static Resolution Resolution(string id, int number, Outcome host, Outcome guest) => new()
    {
        Id = EntryId.Parse(id, null),
        Number = $"B 2026-07-0{number}",
        Wording = $"Die Vorstände fassen den Beschluss {number}.",
        Mover = "Anna Beispiel",
        Audience = Audience.Partner,
        Votes = [Vote(Host, number, host), Vote(Guest, number, guest)],
        Outcome = BoardVote.Together([Vote(Host, number, host), Vote(Guest, number, guest)]),
        At = new TimeOnly(20, 5),
    };

    private static Resolution Own(string id, int number, string board) => new()
    {
        Id = EntryId.Parse(id, null),
        Number = Vote(board, number, Outcome.Adopted).Number,
        Wording = $"Beschlossen wird {Secret(board, "beschluss")} allein.",
        Audience = Audience.Board,
        BoardOf = board,
        Votes = [Vote(board, number, Outcome.Adopted)],
        Outcome = Outcome.Adopted,
    };

    private static ActionItem Action(string id, string board) =>
        new(EntryId.Parse(id, null), $"Erledigen: {Secret(board, "aufgabe")}", null, null, ActionState.Open, null, Audience.Board) { BoardOf = board };

    private static FollowUp FollowUp(string board) => new($"{board}-2026-06/a9", ActionState.Open, $"Wartet auf {Secret(board, "kontrolle")}", Audience.Board) { BoardOf = board };

    private static AgendaItem Item(string board) => new()
    {
        Id = EntryId.Parse($"n{(board == Host ? 1 : 2)}", null),
        Number = $"N {(board == Host ? 1 : 2)}",
        Title = $"Vertraulich {Secret(board, "punkt")}",
        Audience = Audience.Board,
        BoardOf = board,
        Status = ItemStatus.DealtWith,
        Text = [new TextParagraph([new TextRun($"Gesagt wurde {Secret(board, "text")}.")])],
        PartnerNote = $"Merken: {Secret(board, "hinweis")}",
    };

    private static Attachment Attachment(string number, string board) =>
        new(number, $"Blatt {Secret(board, "anlage")}", $"{Secret(board, "datei")}.pdf", null, Audience.Board) { BoardOf = board };
}
