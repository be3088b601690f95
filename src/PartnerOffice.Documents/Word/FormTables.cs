using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Reads the tables that belong to the whole document: attendance, reports, attachments, signatures.</summary>
internal sealed class FormTables(WordSource source, List<Finding> findings, string district, IReadOnlyList<AgendaItem> items, DateOnly? meeting, BoardNames boards)
{
    private readonly ItemRows rows = new(findings, "", meeting, boards);

    public IReadOnlyList<Attendee> Attendance(XElement body)
    {
        var found = Rows(body, FixedTable.Attendance).Concat(Rows(body, FixedTable.JointAttendance)).ToList();

        // A draft lists the board before anybody knows who comes: one question, not one for each row.
        var open = NotEntered(body);
        if (open.Count > 0)
            findings.Add(StatusOpen(open));
        return [.. found.Select(Attendee)];
    }

    /// <summary>The people whose row does not say whether they were there.</summary>
    public List<string> NotEntered(XElement body) =>
        [.. Rows(body, FixedTable.Attendance).Concat(Rows(body, FixedTable.JointAttendance)).Where(row => row["Teilnahme"].Length == 0).Select(row => row["Name"])];

    public IReadOnlyList<CirculationResolution> Circulation(XElement body) => [.. Rows(body, FixedTable.Circulation).Select(row =>
    {
        var where = $"Umlaufbeschluss {row["Nr."]}";
        return new CirculationResolution(
            row["Nr."],
            row["Gegenstand"],
            row["Wortlaut"],
            Date(row, "Gefasst am", where),
            rows.Vote(row, where),
            rows.Outcome(row, where),
            rows.Audience(row, where).Audience)
        {
            Entitled = rows.Figure(row, "berechtigt", where),
        };
    })];

    public IReadOnlyList<FollowUp> FollowUps(XElement body) => [.. Rows(body, FixedTable.FollowUps).Select(row =>
    {
        var where = $"Aufgabenkontrolle {row["Aufgabe"]}";
        var (audience, boardOf) = rows.Audience(row, where);
        return new FollowUp(row["Aufgabe"], rows.Word(row, "Stand", FormWords.ActionStates, where) ?? ActionState.Open, FormText.Optional(row["Bemerkung"]), audience) { BoardOf = boardOf };
    })];

    public IReadOnlyList<Attachment> Attachments(XElement body) => [.. Rows(body, FixedTable.Attachments).Select(row =>
    {
        var where = $"Anlage {row["Nr."]}";
        var number = FormText.Optional(row["TOP"]) is { } typed ? SpokenNumber.Read(typed) : null;
        var item = items.FirstOrDefault(other => other.Number == number);
        if (number is not null && item is null)
            findings.Add(ControlValues.Unreadable(where, number, "die Nummer eines TOP"));
        var (audience, boardOf) = rows.Audience(row, where);
        return new Attachment(row["Nr."], row["Titel"], FormText.Optional(row["Datei"]), item?.Id, audience) { BoardOf = boardOf };
    })];

    public IReadOnlyList<Signature> Signatures(XElement body) => [.. Rows(body, FixedTable.Signatures).Select(row =>
    {
        var where = $"Unterschrift {row["Name"]}";
        return new Signature(row["Name"], rows.Word(row, "Funktion", FormWords.SignatureRoles, where) ?? SignatureRole.Chair, Date(row, "Datum", where));
    })];

    private Attendee Attendee(FixedTableReader.Row row)
    {
        var where = $"Teilnahme {row["Name"]}";
        if (row.Marked)
            findings.Add(Marks.MarkedValue(where));

        var intervals = new List<Interval>();
        foreach (var line in row.Lines("Zeit").Where(line => !FormText.IsNothing(line)))
        {
            if (FormText.ReadInterval(line) is { } interval)
                intervals.Add(interval);
            else
                findings.Add(ControlValues.Unreadable(where, line, "eine Zeit wie »ab TOP 3« oder »bis 21:05 Uhr«"));
        }

        return new Attendee(
            row.Bookmark(EntryBookmark.Person),
            row["Name"],
            FormText.Optional(row["Funktion"]),
            row.Cells.TryGetValue("Kreisverband", out var own) && own[0].Length > 0 ? own[0] : district,
            row["Teilnahme"].Length == 0 ? AttendanceStatus.Unexcused : rows.Word(row, "Teilnahme", FormWords.Attendance, where) ?? AttendanceStatus.Present,
            rows.Word(row, "Stimmrecht", FormWords.YesNo, where) ?? false,
            intervals);
    }

    private static Finding StatusOpen(List<string> names) => new(
        "V1",
        Severity.Error,
        "Teilnahme",
        names.Count == 1
            ? new Bilingual($"Bei »{names[0]}« steht nicht, ob sie oder er da war.", $"It is not entered whether \"{names[0]}\" was there.")
            : new Bilingual($"Bei {names.Count} Personen steht nicht, ob sie da waren.", $"For {names.Count} people it is not entered whether they were there."),
        new Bilingual("In der Spalte Teilnahme eintragen: anwesend, digital, entschuldigt oder unentschuldigt.", "Enter in the column Teilnahme: anwesend, digital, entschuldigt or unentschuldigt."));

    private DateOnly? Date(FixedTableReader.Row row, string head, string where) =>
        FormText.IsNothing(row[head]) ? null : rows.Day(row[head], $"{where}, {head}", "ein Datum wie 14.07.2026");

    private IEnumerable<FixedTableReader.Row> Rows(XElement body, FixedTable form)
    {
        var reader = new LineReader(source, _ => { });
        foreach (var table in body.Descendants(W.Table))
        {
            var heads = table.Descendants(W.Row).FirstOrDefault()?.Descendants(W.Cell).Select(cell => string.Join(" ", cell.Elements(W.Paragraph).Select(reader.Text))).ToList() ?? [];
            if (form.HasHeads(heads) && FixedTable.All.First(other => other.HasHeads(heads)) == form)
            {
                foreach (var row in new FixedTableReader(source).Read(form, table))
                    yield return row;
            }
        }
    }
}
