using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

/// <summary>Turns a table into lines: columns of who and by when are known by their heads, a number to the left begins an item.</summary>
internal static partial class OldTable
{
    /// <param name="rows">The lines of each cell of each row.</param>
    public static IEnumerable<OldLine> Lines(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> rows, string place)
    {
        if (rows.Count == 0)
            yield break;

        if (AttendanceTable.Lines(rows, place) is { } people)
        {
            foreach (var line in people)
                yield return line;
            yield break;
        }

        var heads = rows[0].Select(cell => string.Join(' ', cell).Trim()).ToList();
        // A column of topics to the left, what was said about each beside it.
        var isByTopic = rows.Count > 2 && heads.Count >= 2 && heads.All(head => head.Length is > 0 and < 30) && TableColumn.RoleOf(heads[0]) == ColumnRole.Topic;
        var isHeaded = rows.Count > 1 && (TableColumn.IsHead(heads) || isByTopic);

        // Two columns of text side by side: first the left one, then the right one.
        if (!isHeaded && rows.Count <= 2 && rows.All(row => row.Count == 2) && rows.Any(row => row.All(cell => cell.Count(line => line.Length > 0) > 2)))
        {
            foreach (var column in (int[])[0, 1])
            {
                foreach (var (row, index) in rows.Select((row, index) => (row, index)))
                {
                    foreach (var line in row[column].Where(line => line.Length > 0))
                        yield return new OldLine(line, $"{place}, Zeile {index + 1}");
                }
            }

            yield break;
        }

        List<ColumnRole>? roles = null;
        for (var index = 0; index < rows.Count; index++)
        {
            // Heads may also stand in the middle: first the talk, below it who does what.
            var cells = rows[index].Select(cell => string.Join(' ', cell).Trim()).ToList();
            if (index + 1 < rows.Count && ((index == 0 && isHeaded) || (index > 0 && TableColumn.IsHead(cells))))
            {
                roles = [.. cells.Select(TableColumn.RoleOf)];
                continue;
            }

            foreach (var line in Row(rows[index], roles, isByTopic, $"{place}, Zeile {index + 1}"))
                yield return line;
        }
    }

    private static IEnumerable<OldLine> Row(IReadOnlyList<IReadOnlyList<string>> cells, List<ColumnRole>? roles, bool isByTopic, string place)
    {
        ColumnRole RoleAt(int column) => roles is not null && column < roles.Count ? roles[column] : ColumnRole.Text;
        string? At(ColumnRole role) => roles?.IndexOf(role) is >= 0 and var column && column < cells.Count && string.Join(role == ColumnRole.Who && cells[column].Any(line => line.Contains(": ", StringComparison.Ordinal)) ? "; " : ", ", cells[column].Where(line => line.Length > 0)) is { Length: > 0 } text ? text : null;

        // A list of tasks has a column for what to do; a number to its left is that of the item it comes from.
        var isTaskList = roles is not null && roles.Contains(ColumnRole.Task) && (roles.Contains(ColumnRole.Who) || roles.Contains(ColumnRole.Due)) && !roles.Any(role => role is ColumnRole.Text or ColumnRole.Resolution);
        if (isTaskList && At(ColumnRole.Task) is { } task)
        {
            var of = At(ColumnRole.Of) ?? At(ColumnRole.Topic);
            var rest = roles!.Select((role, column) => (role, column)).Where(entry => entry.role is ColumnRole.Status or ColumnRole.Kind || (entry.role is ColumnRole.Topic && !Number().IsMatch(of ?? ""))).Select(entry => entry.column < cells.Count ? string.Join(", ", cells[entry.column]) : "").Where(text => text.Length > 0);
            yield return new OldLine(string.Join(" ", [task, .. rest.Select(text => $"({text})")]), place) { Who = At(ColumnRole.Who), Due = At(ColumnRole.Due), IsTask = true, OfItem = of is not null && Number().IsMatch(of) ? of : null };
            yield break;
        }

        // The kind of an entry (I, B, E) says nothing that its words do not say.
        var texts = cells
            .Select((lines, column) => (Lines: lines.Where(line => line.Length > 0).ToList(), Role: RoleAt(column)))
            .Where(cell => cell.Lines.Count > 0 && cell.Role is not (ColumnRole.Who or ColumnRole.Due or ColumnRole.Kind or ColumnRole.Yes or ColumnRole.No or ColumnRole.Abstained) && !(cell.Role != ColumnRole.Text && Nothing().IsMatch(cell.Lines[0])))
            .Select(cell => Labelled(cell.Lines, cell.Role))
            .ToList();
        if (At(ColumnRole.Yes) is { } yes)
            texts.Add([$"Abstimmung: Ja {yes}, Nein {At(ColumnRole.No) ?? "–"}, Enthaltung {At(ColumnRole.Abstained) ?? "0"}"]);
        if (texts.Count == 0)
            yield break;

        var lines = new List<string>();
        string? title = null;
        if (texts.Count >= 2 && Number().IsMatch(texts[0][0]) && texts[0].Count == 1)
            lines.AddRange([$"{(Top().IsMatch(texts[0][0]) ? "" : "TOP ")}{texts[0][0].TrimEnd('.', ')', ':')}: {texts[1][0]}", .. texts[1].Skip(1), .. texts.Skip(2).SelectMany(cell => cell)]);
        else if (texts.Count >= 2 && texts[0].Count == 1 && (isByTopic || Numbered().IsMatch(texts[0][0])))
            (lines, title) = ([.. texts.SelectMany(cell => cell)], texts[0][0]);
        else if (texts.Count >= 2 && texts.All(cell => cell.Count == 1) && texts.Count(cell => Ballot().IsMatch(cell[0])) >= Math.Max(2, texts.Count - 2))
            // "Ergebnis | Ja: 5 | Nein: 0 | Enth.: 1" is one vote.
            lines.Add(Ballot().IsMatch(texts[0][0]) ? "Ergebnis: " + string.Join(", ", texts.Select(cell => cell[0])) : $"{texts[0][0].TrimEnd(':')}: {string.Join(", ", texts.Skip(1).Select(cell => cell[0]))}");
        else if (texts.Count >= 4 && texts.Count % 2 == 0 && texts.Where((_, index) => index % 2 == 0).All(cell => cell.Count == 1 && HeadFinder.IsHeadLine($"{cell[0].TrimEnd(':')}: ")))
            lines.AddRange(texts.Chunk(2).SelectMany(pair => (IEnumerable<string>)[$"{pair[0][0].TrimEnd(':')}: {pair[1][0]}", .. pair[1].Skip(1)]));
        else if (texts.Count == 2 && texts[0].Count == 1 && texts[0][0].Length <= 40 && roles is null && !VoteFinder.IsLabelled(texts[1][0]) && !ActionFinder.IsLabelled(texts[1][0]))
            lines.AddRange([$"{texts[0][0].TrimEnd(':')}: {texts[1][0]}", .. texts[1].Skip(1)]);
        else
            lines.AddRange(texts.SelectMany(cell => cell));

        // Who is responsible stands beside the last words of the row that are no vote.
        var beside = lines.FindLastIndex(line => !VoteFinder.IsResult(line)) is >= 0 and var last ? last : lines.Count - 1;
        for (var i = 0; i < lines.Count; i++)
            yield return new OldLine(lines[i], place) { HeadingLevel = i == 0 && title is not null ? 2 : 0, Who = i == beside ? At(ColumnRole.Who) : null, Due = i == beside ? At(ColumnRole.Due) : null, IsParagraph = i == 0 };
    }

    // A column's head says what its words are.
    private static List<string> Labelled(List<string> lines, ColumnRole role)
    {
        var label = role switch
        {
            ColumnRole.Resolution when !Nothing().IsMatch(lines[0]) && !VoteFinder.IsLabelled(lines[0]) && !ActionFinder.IsLabelled(lines[0]) => "Beschluss: ",
            ColumnRole.Vote when !VoteFinder.IsLabelled(lines[0]) && PartnerOffice.Core.SpokenVote.Read(lines[0]) is not null => "Abstimmung: ",
            ColumnRole.Vote when !VoteFinder.IsLabelled(lines[0]) && VoteFinder.IsVote(lines[0]) => "Beschluss: ",
            ColumnRole.Task when !Nothing().IsMatch(lines[0]) => "Aufgabe: ",
            _ => "",
        };
        return label.Length == 0 ? lines : label == "Aufgabe: " ? [.. lines.Select(line => ActionFinder.IsLabelled(line) ? line : label + line)] : [label + lines[0], .. lines.Skip(1)];
    }

    [GeneratedRegex(@"^(?:[-–—/\s]*|keine?r?|entfällt)$", RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();

    // "Ja: 5", "0 Nein", "Enth.: –", "6 dafür".
    [GeneratedRegex(@"^(?:\d{1,3}\s*)?(?:Ja|Nein|Enth\p{L}*|dafür|dagegen|J|N|E|Pro|Contra|👍|👎|🤷)\b?\.?(?:-?Stimmen?)?\s*[:=]?\s*(?:\d{1,3}|[–—-])?$", RegexOptions.IgnoreCase)]
    private static partial Regex Ballot();

    [GeneratedRegex(@"^(?:TOP\s*)?(?:[NÖ]\s?)?(?!0|\d{1,2}\.\d{1,2}\.)\d{1,2}[a-z]?(?:\.\d{1,2})?[.):]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:TOP\s*)?\d{1,2}[a-z]?(?:\.\d{1,2})?[.):]?\s+(?!(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Uhr|Ja|Nein|Enth)\b)\p{L}", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^TOP", RegexOptions.IgnoreCase)]
    private static partial Regex Top();
}
