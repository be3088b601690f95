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

        var heads = rows[0].Select(cell => string.Join(' ', cell).Trim()).ToList();
        var (who, due) = (heads.FindIndex(Who().IsMatch), heads.FindIndex(Due().IsMatch));
        // A column of topics to the left, what was said about each beside it.
        var isByTopic = rows.Count > 2 && heads.Count >= 2 && heads.All(head => head.Length is > 0 and < 30) && Topics().IsMatch(heads[0]);
        var isHeaded = rows.Count > 1 && (who >= 0 || due >= 0 || isByTopic);

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

        for (var index = isHeaded ? 1 : 0; index < rows.Count; index++)
        {
            foreach (var line in Row(rows[index], who, due, heads, isHeaded, isByTopic, $"{place}, Zeile {index + 1}"))
                yield return line;
        }
    }

    private static IEnumerable<OldLine> Row(IReadOnlyList<IReadOnlyList<string>> cells, int who, int due, List<string> heads, bool isHeaded, bool isByTopic, string place)
    {
        string? At(int column) => isHeaded && column >= 0 && column < cells.Count && string.Join(", ", cells[column].Where(line => line.Length > 0)) is { Length: > 0 } text ? text : null;

        // The kind of an entry (I, B, E) says nothing that its words do not say.
        var texts = cells
            .Select((lines, column) => (Lines: lines.Where(line => line.Length > 0).ToList(), Column: column))
            .Where(cell => cell.Lines.Count > 0 && !(isHeaded && (cell.Column == who || cell.Column == due)) && !(isHeaded && cell.Column < heads.Count && Kind().IsMatch(heads[cell.Column])))
            .Select(cell => cell.Lines)
            .ToList();
        if (texts.Count == 0)
            yield break;

        var lines = new List<string>();
        string? title = null;
        if (texts.Count >= 2 && Number().IsMatch(texts[0][0]) && texts[0].Count == 1)
            lines.AddRange([$"{(Top().IsMatch(texts[0][0]) ? "" : "TOP ")}{texts[0][0].TrimEnd('.', ')', ':')}: {texts[1][0]}", .. texts[1].Skip(1), .. texts.Skip(2).SelectMany(cell => cell)]);
        else if (texts.Count >= 2 && texts[0].Count == 1 && (isByTopic || Numbered().IsMatch(texts[0][0])))
            (lines, title) = ([.. texts.SelectMany(cell => cell)], texts[0][0]);
        else if (texts.Count >= 4 && texts.Count % 2 == 0 && texts.Where((_, index) => index % 2 == 0).All(cell => cell.Count == 1 && HeadFinder.IsHeadLine($"{cell[0].TrimEnd(':')}: ")))
            lines.AddRange(texts.Chunk(2).SelectMany(pair => (IEnumerable<string>)[$"{pair[0][0].TrimEnd(':')}: {pair[1][0]}", .. pair[1].Skip(1)]));
        else if (texts.Count == 2 && texts[0].Count == 1 && texts[0][0].Length <= 40)
            lines.AddRange([$"{texts[0][0].TrimEnd(':')}: {texts[1][0]}", .. texts[1].Skip(1)]);
        else
            lines.AddRange(texts.SelectMany(cell => cell));

        // Who is responsible stands beside the last words of the row.
        for (var i = 0; i < lines.Count; i++)
            yield return new OldLine(lines[i], place) { HeadingLevel = i == 0 && title is not null ? 2 : 0, Who = i == lines.Count - 1 ? At(who) : null, Due = i == lines.Count - 1 ? At(due) : null };
    }

    [GeneratedRegex(@"^(?:wer|wer\?|verantwortlich.*|zuständig.*|verantw\.?|who)$", RegexOptions.IgnoreCase)]
    private static partial Regex Who();

    [GeneratedRegex(@"^(?:(?:bis )?wann\??|termin|frist|fällig|bis|erledigen bis|wer\s*/\s*bis wann)$", RegexOptions.IgnoreCase)]
    private static partial Regex Due();

    [GeneratedRegex(@"^(?:art|typ|i/b/e|kategorie)$", RegexOptions.IgnoreCase)]
    private static partial Regex Kind();

    [GeneratedRegex(@"^(?:TOP\s*)?(?:N\s?)?(?!0|\d{1,2}\.\d{1,2}\.)\d{1,2}[a-z]?(?:\.\d{1,2})?[.):]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:TOP\s*)?\d{1,2}[a-z]?(?:\.\d{1,2})?[.):]?\s+\p{L}", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:TOPs?|Tagesordnung(?:spunkte?)?|Themen?|Punkte?|Betreff)$", RegexOptions.IgnoreCase)]
    private static partial Regex Topics();

    [GeneratedRegex(@"^TOP", RegexOptions.IgnoreCase)]
    private static partial Regex Top();
}
