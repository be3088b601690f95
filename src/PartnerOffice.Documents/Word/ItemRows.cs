using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Reads the rows of the tables that lie in an agenda item.</summary>
internal sealed class ItemRows(List<Finding> findings, string place)
{
    public Resolution Resolution(FixedTableReader.Row row, EntryId id)
    {
        var where = $"{place}, Beschluss {row["Nr."]}";
        return new Resolution
        {
            Id = id,
            Number = row["Nr."],
            Wording = row["Wortlaut"],
            Mover = FormText.Optional(row["Antrag von"]),
            Audience = Audience(row, where),
            Vote = Vote(row, where),
            Outcome = Outcome(row, where),
            Present = Figure(row, "anwesend", where),
        };
    }

    public ActionItem Action(FixedTableReader.Row row, EntryId id)
    {
        var where = $"{place}, Aufgabe {row["Nr."]}";
        var due = FormText.Optional(row["Fällig"]);
        var date = FormText.ReadDate(due);
        if (due is not null && date is null && !due.Equals("laufend", StringComparison.OrdinalIgnoreCase))
            findings.Add(ControlValues.Unreadable(where, due, "ein Datum wie 01.08.2026 oder »laufend«"));
        return new ActionItem(
            id,
            row["Aufgabe"],
            FormText.Optional(row["Zuständig"]),
            date,
            Word(row, "Stand", FormWords.ActionStates, where) ?? ActionState.Open,
            null,
            Audience(row, where));
    }

    public Statement Statement(FixedTableReader.Row row) =>
        new(row["Name"], row["Erklärung"], Audience(row, $"{place}, Erklärung"));

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
            return [.. before.SkipLast(1), last with { Candidates = [.. last.Candidates, .. candidate], Audience = stays }];
        }

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
                Audience(row, where)),
        ];
    }

    public Audience Audience(FixedTableReader.Row row, string where)
    {
        if (row.Marked)
        {
            if (FormWords.Audiences.Read(row["Für"]) == Core.Audience.Partner)
                findings.Add(Marks.Disagree(where));
            return Core.Audience.Board;
        }

        if (FormWords.Audiences.Read(row["Für"]) is { } audience)
            return audience;

        findings.Add(ControlValues.Unreadable(where, row["Für"], "»Partner« oder »Nur Vorstand«; bis dahin bleibt es im Vorstand"));
        return Core.Audience.Undecided;
    }

    public Vote? Vote(FixedTableReader.Row row, string where)
    {
        if (FormText.IsNothing(row["Abstimmung"]) && FormWords.Outcomes.Read(row["Ergebnis"]) is not null && ((string[])["Ja", "Nein", "Enthaltung", "ungültig"]).All(head => FormText.IsNothing(row[head])))
            return null;

        var mode = Word(row, "Abstimmung", FormWords.VoteModes, where) ?? VoteMode.Open;
        int?[] figures = [Figure(row, "Ja", where), Figure(row, "Nein", where), Figure(row, "Enthaltung", where), Figure(row, "ungültig", where)];
        if (figures.All(figure => figure is null))
            return Core.Vote.Uncounted(mode);

        // Whoever counted yes and no left the other columns empty because nobody was in them.
        return figures[0] is null || figures[1] is null
            ? Incomplete(where, mode)
            : new Vote(true, figures[0], figures[1], figures[2] ?? 0, figures[3] ?? 0, mode);
    }

    public Outcome Outcome(FixedTableReader.Row row, string where) => Word(row, "Ergebnis", FormWords.Outcomes, where) ?? Core.Outcome.Deferred;

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
