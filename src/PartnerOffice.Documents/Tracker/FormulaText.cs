using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Finds and moves the A1 references in the text of a formula; strings and structured references are not looked into.</summary>
internal static partial class FormulaText
{
    /// <summary>The references, each with the sheet it names (null where it names none).</summary>
    public static IEnumerable<(string? Sheet, CellRange Range, Match Match)> References(string formula)
    {
        if (!formula.AsSpan().ContainsAnyInRange('0', '9'))
            yield break;
        foreach (Match match in Tokens().Matches(formula))
        {
            if (match.Groups["a"].Success)
            {
                var text = match.Groups["b"].Success ? $"{match.Groups["a"].Value}:{match.Groups["b"].Value}" : match.Groups["a"].Value;
                if (CellRange.TryParse(text, out var range))
                    yield return (SheetOf(match), range, match);
            }
            else if (match.Groups["r1"].Success
                && int.TryParse(match.Groups["r1"].ValueSpan.TrimStart('$'), out var first)
                && int.TryParse(match.Groups["r2"].ValueSpan.TrimStart('$'), out var last))
            {
                yield return (SheetOf(match), new(new(1, Math.Min(first, last)), new(CellRef.LastColumn, Math.Max(first, last))), match);
            }
        }
    }

    /// <summary>Lets every range of the sheet that ends in the table's last row end lower; null where there is none.</summary>
    /// <param name="formula">The text, without "=".</param>
    /// <param name="sheet">The sheet whose table grew.</param>
    /// <param name="home">The sheet the formula stands on; null where references without a sheet mean nothing.</param>
    /// <param name="body">Rows and columns of the table from its head to its old last row.</param>
    /// <param name="newLast">Its new last row.</param>
    public static string? Stretch(string formula, string sheet, string? home, CellRange body, int newLast)
    {
        var changed = false;
        var result = Tokens().Replace(formula, match =>
        {
            if (!match.Groups["b"].Success
                || !string.Equals(SheetOf(match) ?? home, sheet, StringComparison.OrdinalIgnoreCase)
                || !CellRange.TryParse($"{match.Groups["a"].Value}:{match.Groups["b"].Value}", out var range)
                || range.Last.Row != body.Last.Row || !range.SharesColumns(body) || range.First.Row > body.Last.Row)
                return match.Value;
            // A range of the last row alone is somebody's "latest", not the column.
            if (range.First.Row == range.Last.Row && body.Last.Row > body.First.Row + 1)
                return match.Value;
            changed = true;
            var end = match.Groups["b"];
            var digits = end.Value.AsSpan().IndexOfAnyInRange('0', '9');
            return string.Concat(match.Value.AsSpan(0, end.Index - match.Index), end.Value.AsSpan(0, digits), newLast.ToString(System.Globalization.CultureInfo.InvariantCulture));
        });
        return changed ? result : null;
    }

    /// <summary>The formula as Excel fills it down: relative rows move, absolute ones stay.</summary>
    public static string FillDown(string formula, int rows) => Tokens().Replace(formula, match =>
        match.Groups["a"].Success
            ? string.Concat(match.Groups["sheet"].Value, MoveRow(match.Groups["a"].Value, rows), match.Groups["b"].Success ? ":" + MoveRow(match.Groups["b"].Value, rows) : "")
            : match.Value);

    private static string MoveRow(string cell, int rows)
    {
        var digits = cell.AsSpan().IndexOfAnyInRange('0', '9');
        return cell[digits - 1] == '$'
            ? cell
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cell.AsSpan(0, digits)}{int.Parse(cell.AsSpan(digits), System.Globalization.CultureInfo.InvariantCulture) + rows}");
    }

    private static string? SheetOf(Match match)
    {
        if (!match.Groups["sheet"].Success)
            return null;
        var name = match.Groups["sheet"].Value[..^1];
        return name[0] == '\'' ? name[1..^1].Replace("''", "'", StringComparison.Ordinal) : name;
    }

    [GeneratedRegex("""
        "(?:[^"]|"")*"
        |\[(?:[^\[\]]|\[[^\]]*\])*\]
        |(?<![\p{L}\p{N}_.$'])(?<sheet>(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?
         (?:(?<a>\$?[A-Za-z]{1,3}\$?[0-9]{1,7})(?::(?<b>\$?[A-Za-z]{1,3}\$?[0-9]{1,7}))?
           |(?<r1>\$?[0-9]{1,7}):(?<r2>\$?[0-9]{1,7}))
         (?![\p{L}\p{N}_.(!:])
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();
}
