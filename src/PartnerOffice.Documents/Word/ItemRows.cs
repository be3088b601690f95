using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Reads the rows of the tables that lie in an agenda item.</summary>
internal sealed class ItemRows(List<Finding> findings, string place, DateOnly? meeting, BoardNames boards)
{
    private const string ExpectedVote = "Zahlen in den Spalten Ja, Nein und Enthaltung";
    private static readonly string[] FigureHeads = ["Ja", "Nein", "Enthaltung", "ungültig"];
    private readonly AudienceText audiences = new(boards);
    private static readonly string[] Ongoing = ["laufend", "fortlaufend", "dauerhaft", "ongoing", "lfd"];

    public Resolution Resolution(FixedTableReader.Row row, EntryId id)
    {
        var where = $"{place}, Beschluss {row["Nr."]}";
        var (audience, boardOf) = Audience(row, where);
        var resolution = new Resolution
        {
            Id = id,
            Number = row["Nr."],
            Wording = row["Wortlaut"],
            Mover = FormText.Optional(row["Antrag von"]),
            Audience = audience,
            BoardOf = boardOf,
            Outcome = Core.Outcome.Deferred,
        };
        return BoardIn(row) is null
            ? resolution with { Vote = Vote(row, where), Outcome = Outcome(row, where), Present = Figure(row, "anwesend", where) }
            : WithVote(resolution, row, where);
    }

    /// <summary>Whether a row of two boards' resolutions goes on with the one above: it has a board's vote, and no wording of its own (R22).</summary>
    public static bool GoesOn(FixedTableReader.Row row) => BoardIn(row) is not null && row["Wortlaut"].Length == 0;

    /// <summary>The same resolution with the vote of the other board.</summary>
    public Resolution WithVoteOf(Resolution resolution, FixedTableReader.Row row)
    {
        var where = $"{place}, Beschluss {row["Nr."]}";
        var more = WithVote(resolution, row, where);

        // Who may read a resolution is said once; a second word that is another one is a contradiction.
        var isSame = !row.Marked && (FormText.IsNothing(row["Für"]) || audiences.Read(row["Für"]) == (resolution.Audience, resolution.BoardOf));
        if (isSame)
            return more;

        findings.Add(Marks.Disagree(where));
        return more with { Audience = Core.Audience.Board, BoardOf = null };
    }

    private Resolution WithVote(Resolution resolution, FixedTableReader.Row row, string where)
    {
        var board = BoardIn(row)!;
        if (boards.IdOf(board) is null)
            findings.Add(ControlValues.Unreadable($"{where}, Kreisverband", board, string.Join(" oder ", boards.All)));
        IReadOnlyList<BoardVote> votes = [.. resolution.Votes ?? [], new BoardVote(boards.IdOf(board) ?? board, row["Nr."], Vote(row, where), Outcome(row, where)) { Present = Figure(row, "anwesend", where) }];
        return resolution with { Votes = votes, Outcome = BoardVote.Together(votes) };
    }

    private static string? BoardIn(FixedTableReader.Row row) =>
        row.Cells.ContainsKey("Kreisverband") ? FormText.Optional(row["Kreisverband"]) : null;

    public ActionItem Action(FixedTableReader.Row row, EntryId id)
    {
        var where = $"{place}, Aufgabe {row["Nr."]}";
        var due = FormText.Optional(row["Fällig"]);
        var isOngoing = due is null || Ongoing.Contains(due.TrimEnd('.').ToLowerInvariant());
        var date = isOngoing ? null : Day(due!, where, "ein Datum wie 01.08.2026 oder »laufend«");
        var (audience, boardOf) = Audience(row, where);
        return new ActionItem(
            id,
            row["Aufgabe"],
            FormText.Optional(row["Zuständig"]),
            date,
            Word(row, "Stand", FormWords.ActionStates, where) ?? ActionState.Open,
            null,
            audience)
        {
            BoardOf = boardOf,
        };
    }

    public Statement Statement(FixedTableReader.Row row)
    {
        var (audience, boardOf) = Audience(row, $"{place}, Erklärung");
        return new(row["Name"], row["Erklärung"], audience) { BoardOf = boardOf };
    }

    /// <summary>A row with an office begins an election; one without goes on with the last.</summary>
    public IReadOnlyList<Election> Election(FixedTableReader.Row row, IReadOnlyList<Election> before)
    {
        var where = $"{place}, Wahl {row["Amt"]}";
        Candidate[] candidate = row["Kandidat*in"].Length == 0
            ? []
            : [new Candidate(row["Kandidat*in"], Figure(row, "Ja", where), Figure(row, "Nein", where), Figure(row, "Enthaltung", where))];
        if (row["Amt"].Length == 0 && before is [.., var last])
        {
            var stays = row.Marked ? Core.Audience.Board : last.Audience;
            return [.. before.SkipLast(1), last with { Candidates = [.. last.Candidates, .. candidate], Audience = stays, BoardOf = row.Marked ? null : last.BoardOf }];
        }

        var (audience, boardOf) = Audience(row, where);
        return
        [
            .. before,
            new Election(
                row["Amt"],
                candidate,
                Word(row, "Wahl", FormWords.ElectionModes, where) ?? ElectionMode.Open,
                Figure(row, "gültig", where),
                Figure(row, "ungültig", where),
                [.. row.Lines("Gewählt")],
                FormText.IsNothing(row["Angenommen"]) ? null : Word(row, "Angenommen", FormWords.YesNo, where),
                audience)
            {
                BoardOf = boardOf,
            },
        ];
    }

    public (Audience Audience, string? BoardOf) Audience(FixedTableReader.Row row, string where)
    {
        if (row.Marked)
        {
            if (audiences.Read(row["Für"])?.Audience == Core.Audience.Partner)
                findings.Add(Marks.Disagree(where));
            return (Core.Audience.Board, null);
        }

        if (audiences.Read(row["Für"]) is { } audience)
            return audience;

        findings.Add(ControlValues.Unreadable(where, row["Für"], "»Partner« oder »Nur Vorstand«; bis dahin bleibt es im Vorstand"));
        return (Core.Audience.Undecided, null);
    }

    /// <summary>The vote of a row: its figures where they have columns of their own, else what people wrote into the words' columns.</summary>
    public Vote? Vote(FixedTableReader.Row row, string where)
    {
        var isOutcomeAlone = FormWords.Outcomes.Read(row["Ergebnis"]) is not null;
        if (FormText.IsNothing(row["Abstimmung"]) && isOutcomeAlone && FigureHeads.All(head => FormText.IsNothing(row[head])))
            return null;

        var spoken = (SpokenVote?[])[SpokenVote.Read(row["Abstimmung"]), SpokenVote.Read(row["Ergebnis"])];
        var mode = ModeOf(row, spoken[0], where);
        int?[] figures = [.. FigureHeads.Select(head => Figure(row, head, where))];
        foreach (var typed in spoken.OfType<SpokenVote>().Where(vote => vote.HasFigures))
        {
            var vote = typed with { Mode = mode };
            if (vote.Question is { } question)
                findings.Add(ControlValues.Asked(where, question, ExpectedVote));
            else if (figures.All(figure => figure is null))
                return Certain(vote, where);
            else if (Differ(figures, vote))
                findings.Add(ControlValues.Asked(where, new Bilingual("Zahlen in den Spalten und in den Worten widersprechen sich.", "The figures in the columns and in the words contradict each other."), ExpectedVote));
        }

        if (figures.All(figure => figure is null))
            return Core.Vote.Uncounted(mode);

        // Whoever counted yes and no left the other columns empty because nobody was in them.
        return figures[0] is null || figures[1] is null
            ? Incomplete(where, mode)
            : new Vote(true, figures[0], figures[1], figures[2] ?? 0, figures[3] ?? 0, mode);
    }

    public Outcome Outcome(FixedTableReader.Row row, string where) =>
        FormWords.Outcomes.Read(row["Ergebnis"])
        ?? SpokenVote.Read(row["Ergebnis"])?.Outcome
        ?? (FormText.IsNothing(row["Ergebnis"]) ? SpokenVote.Read(row["Abstimmung"])?.Outcome : null)
        ?? Word(row, "Ergebnis", FormWords.Outcomes, where)
        ?? Core.Outcome.Deferred;

    /// <summary>A day as people write it; what is not certain is asked about.</summary>
    public DateOnly? Day(string text, string where, string expected)
    {
        var day = SpokenDate.Read(text, meeting);
        if (day.Question is { } question)
            findings.Add(ControlValues.Asked(where, question, expected));
        else if (day.Value is null)
            findings.Add(ControlValues.Unreadable(where, text, expected));
        return day.Value;
    }

    public T? Word<T>(FixedTableReader.Row row, string head, WordTable<T> words, string where)
        where T : struct
    {
        if (words.Read(row[head]) is { } value)
            return value;

        findings.Add(ControlValues.Unreadable($"{where}, {head}", row[head], string.Join(", ", words.Words)));
        return null;
    }

    public int? Figure(FixedTableReader.Row row, string head, string where)
    {
        if (FormText.IsNothing(row[head]))
            return null;
        if (FormText.ReadNumber(row[head]) is { } figure)
            return figure;

        findings.Add(ControlValues.Unreadable($"{where}, {head}", row[head], "eine Zahl"));
        return null;
    }

    private VoteMode ModeOf(FixedTableReader.Row row, SpokenVote? spoken, string where) =>
        FormWords.VoteModes.Read(row["Abstimmung"])
        ?? (FormText.IsNothing(row["Abstimmung"]) ? VoteMode.Open : spoken is not null ? spoken.Mode ?? VoteMode.Open : Word(row, "Abstimmung", FormWords.VoteModes, where) ?? VoteMode.Open);

    // "einstimmig bei 1 Enth." names one figure of several: it stays uncounted, and nobody has to invent the others (R6).
    private Vote Certain(SpokenVote vote, string where)
    {
        if (vote.IsPartial)
        {
            findings.Add(new Finding(
                "V7",
                Severity.Warning,
                where,
                new Bilingual("Von der Abstimmung ist nur ein Teil der Zahlen genannt; sie gilt als nicht gezählt.", "Only some figures of the vote are named; it counts as uncounted."),
                new Bilingual("Sind Ja und Nein bekannt, sie in die Spalten eintragen.", "Where yes and no are known, enter them in the columns.")));
        }

        return vote.ToVote();
    }

    private static bool Differ(int?[] figures, SpokenVote vote) =>
        figures.Zip((int?[])[vote.Yes, vote.No, vote.Abstained, vote.Invalid]).Any(pair => pair is { First: { } column, Second: { } word } && column != word);

    private Vote Incomplete(string where, VoteMode mode)
    {
        findings.Add(new Finding(
            "V7",
            Severity.Error,
            where,
            new Bilingual("Die Abstimmung ist nur zum Teil gezählt.", "The vote is counted only in part."),
            new Bilingual("Ja und Nein eintragen oder alle Zahlen leer lassen.", "Enter yes and no, or leave all figures empty.")));
        return Core.Vote.Uncounted(mode);
    }
}
