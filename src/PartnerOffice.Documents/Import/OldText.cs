using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Reads plain text and Markdown as lines: headings, lists, tables, two columns, and the column of who on the right.</summary>
internal static partial class OldText
{
    public static IReadOnlyList<OldLine> Lines(string text)
    {
        var raw = WithoutKinds(text.ReplaceLineEndings("\n").Replace('│', '|').Replace('┃', '|').Replace('║', '|').Split('\n'));
        var lines = new List<OldLine>();
        var gutter = GutterOf(raw);
        var whoColumn = -1;
        var right = new List<OldLine>();
        var front = FrontMatterEnd(raw);
        for (var i = 0; i < raw.Length; i++)
        {
            if (i <= front && raw[i].Trim() == "---")
                continue;
            var place = $"Zeile {i + 1}";
            var line = raw[i].TrimEnd();
            if (IsTableRow(line))
            {
                var rows = new List<IReadOnlyList<IReadOnlyList<string>>>();
                for (; i < raw.Length && IsTableRow(raw[i]); i++)
                {
                    if (!TableRule().IsMatch(raw[i]))
                        rows.Add([.. raw[i].Trim().Trim('|').Split('|').Select(cell => (IReadOnlyList<string>)[MinutesText.Value(Plain(cell))])]);
                }

                i--;
                // A box of one column is text that was folded to fit.
                if (rows.All(row => row.Count == 1))
                    lines.AddRange(rows.Select((row, index) => (Text: row[0][0], Index: index)).Where(row => row.Text.Length > 0 && !Frame().IsMatch(row.Text)).Select(row => Line(row.Text, place, row.Index == 0 || rows[row.Index - 1][0][0].Length == 0)));
                else
                    lines.AddRange(OldTable.Lines(rows, $"Tabelle ab {place}"));
                continue;
            }

            if (Frame().IsMatch(line) && !Underline().IsMatch(line))
                continue;
            if (Underline().IsMatch(line))
            {
                if (line.Length > 2 && lines.Count > 0 && i > 0 && raw[i - 1].Trim() is { Length: > 0 and < 100 } above && !above.EndsWith('.') && !above.EndsWith(':') && !above.EndsWith("**", StringComparison.Ordinal) && lines[^1].HeadingLevel == 0)
                    lines[^1] = lines[^1] with { HeadingLevel = line[0] == '=' ? 1 : 2 };
                continue;
            }

            if (WhoHead().Match(line) is { Success: true } head)
            {
                whoColumn = head.Groups["who"].Index;
                continue;
            }

            if (gutter is { } at && line.Length > at && !char.IsWhiteSpace(line[at]) && string.IsNullOrWhiteSpace(line[(at - 2)..at]))
            {
                right.Add(Line(line[at..], place, isParagraph: i == 0 || raw[i - 1].Trim().Length == 0));
                line = line[..at].TrimEnd();
            }

            if (line.Trim().Length > 0)
                lines.Add(WithWho(line, place, whoColumn, i == 0 || raw[i - 1].Trim().Length == 0));
        }

        return [.. Joined(lines), .. Joined(right)];
    }

    // What a pad keeps above its text, between two rules.
    private static int FrontMatterEnd(string[] raw) =>
        raw.Length > 2 && raw[0].Trim() == "---" && Array.FindIndex(raw, 1, line => line.Trim() == "---") is > 0 and < 20 and var end ? end : -1;

    // The kind of an entry (I, B, E) at the right edge says nothing that its words do not say.
    private static string[] WithoutKinds(string[] raw) =>
        raw.Count(KindAtEnd().IsMatch) >= 3 ? [.. raw.Select(line => KindAtEnd().Replace(line, ""))] : raw;

    private static OldLine WithWho(string line, string place, int whoColumn, bool isParagraph)
    {
        if (whoColumn > 0 && WideGap().Match(line) is { Success: true } gap && gap.Groups["right"].Index >= whoColumn - 6)
        {
            var parts = gap.Groups["right"].Value.Split(',', 2, StringSplitOptions.TrimEntries);
            return Line(gap.Groups["left"].Value, place, isParagraph) with { Who = parts[0], Due = parts.ElementAtOrDefault(1) };
        }

        return Line(line, place, isParagraph);
    }

    private static OldLine Line(string line, string place, bool isParagraph)
    {
        var text = Leaders().Replace(Quoted().Replace(line.Trim(), ""), "");
        var level = 0;
        if (Heading().Match(text) is { Success: true } heading)
            (level, text) = (heading.Groups["signs"].Length, heading.Groups["text"].Value);
        else if (Decorated().Match(text) is { Success: true } decorated)
            (level, text) = (2, decorated.Groups["text"].Value);
        var isListed = Bullet().Match(text) is { Success: true };
        var isOpenTask = OpenBox().IsMatch(text);
        if (isListed)
            text = Bullet().Replace(text, "");
        var isBold = Bold().IsMatch(GenderStar().Replace(text, "")) || (text.Length > 4 && !text.Any(char.IsLower) && text.Count(char.IsLetter) > 3);
        return new OldLine(MinutesText.Value(Plain(text)), place) { HeadingLevel = level, IsBold = isBold, IsListed = isListed, IsOpenTask = isOpenTask, IsParagraph = isParagraph || level > 0 || isListed };
    }

    // Lines that a text program has folded are one paragraph again.
    private static IEnumerable<OldLine> Joined(List<OldLine> lines)
    {
        OldLine? open = null;
        foreach (var line in lines)
        {
            if (open is not null && !line.IsParagraph && open.HeadingLevel == 0 && line.Who is null && open.Who is null && (open.Text.Length > 55 || char.IsLower(line.Text[0]) || Dangling().IsMatch(open.Text)) && !StartsAnew().IsMatch(line.Text) && !EndsSentence().IsMatch(open.Text) && !open.IsBold)
            {
                open = open with { Text = $"{open.Text} {line.Text}" };
                continue;
            }

            if (open is not null)
                yield return open;
            open = line;
        }

        if (open is not null)
            yield return open;
    }

    // A column of blanks that most long lines share parts two columns of a page.
    private static int? GutterOf(string[] raw)
    {
        if (raw.Any(WhoHead().IsMatch))
            return null;

        var gaps = raw.SelectMany(line => Gap().Matches(line).Select(gap => gap.Index + gap.Length)).GroupBy(at => at).OrderByDescending(group => group.Count()).FirstOrDefault();
        return gaps is not null && gaps.Key > 20 && gaps.Count() >= 5 && gaps.Count() * 3 >= raw.Count(line => line.Trim().Length > 0) ? gaps.Key : null;
    }

    private static bool IsTableRow(string line) => line.TrimStart().StartsWith('|') && line.Count(letter => letter == '|') >= 2;

    // The star of "Teilnehmer*innen" emphasises nothing.
    private static string Plain(string text) =>
        Link().Replace(Emphasis().Replace(Escaped().Replace(GenderStar().Replace(text, "\uE000"), "${sign}"), "${words}"), "${words}").Replace('\uE000', '*');

    [GeneratedRegex(@"^\s*\|?[\s:|-]+\|?\s*$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"^\s*(?<sign>[=_*~#^-])\k<sign>{2,}\s*$")]
    private static partial Regex Underline();

    // "Anwesend....: " and the dots behind a title.
    [GeneratedRegex(@"\s?\.{4,}(?=\s*(?::|\d*$))")]
    private static partial Regex Leaders();

    // The border of a box that somebody drew with signs.
    [GeneratedRegex(@"^\s*[+|=─━═╔╗╚╝┌┐└┘├┤┬┴┼╠╣*_~.·-]{3,}\s*$")]
    private static partial Regex Frame();

    // "== Finanzen ==", "*** TOP 3 ***", "--- Verschiedenes ---".
    [GeneratedRegex(@"^(?<sign>[=*+~#>-])\k<sign>{1,5}\s+(?<text>[\p{L}\d].{2,100}?)\s+[=*+~#<-]{2,6}$")]
    private static partial Regex Decorated();

    [GeneratedRegex(@"^.{10,}\s(?<who>WER\??|Wer\??|Verantwortlich|Zuständig)\b[\s/,]*(?:bis wann|wann|bis|Termin|Frist)?\s*$")]
    private static partial Regex WhoHead();

    [GeneratedRegex(@"^(?<left>.*\S)(?: {3,}|\t+)(?<right>\S.*)$")]
    private static partial Regex WideGap();

    [GeneratedRegex(@"(?<=\S) {3,}(?=\S)")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(?<signs>#{1,6})\s+(?<text>.*?)\s*#*$")]
    private static partial Regex Heading();

    // A ticked box stays: what it says is done.
    [GeneratedRegex(@"^(?:[-*•–+◦▪‣]\s+(?:(?:\[ ?\]|☐)\s+)?|(?:\[ ?\]|☐)\s+)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:[-*•–+]\s+)?(?:\[ ?\]|☐)\s")]
    private static partial Regex OpenBox();

    [GeneratedRegex(@"^(?:>\s+|>(?=[^\s>]))+(?=\S)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=\S)(?:\s{3,}|\t+)[A-Z](?:/[A-Z])?\s*$")]
    private static partial Regex KindAtEnd();

    [GeneratedRegex(@"^(?:\*\*|__|\*(?=[^*]+\*$))[^*]+(?:\*\*|__|\*)[:.]?$")]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?<sign>\*\*|__|\*|(?<![\p{L}\d])_)(?<words>[^*_]+)\k<sign>")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?<=\p{L})\\?\*(?=\p{Ll})")]
    private static partial Regex GenderStar();

    [GeneratedRegex(@"\\(?<sign>[*_#+.()\[\]-])")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\[(?<words>[^\]]+)\]\((?:https?|mailto):[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?:\d{1,2}[a-z]?[.)]|[a-z]\)|TOP\b|zu \d|@\p{Lu}|\p{L}[\p{L}*/(). ]{1,30}(?::|\s{3,}\S)|->|→|=>)", RegexOptions.IgnoreCase)]
    private static partial Regex StartsAnew();

    // No sentence and no title ends like this.
    [GeneratedRegex(@"\s(?:und|oder|der|die|das|des|dem|den|ein|eine[rnms]?|keine?[rnms]?|als|mit|von|vom|für|im|in|zu|zur|zum|auf|an|am|bei|beim|über|unter|um|nach|aus|dass|wir|sich|nicht|nur|noch|auch)$")]
    private static partial Regex Dangling();

    [GeneratedRegex(@"[.!?:)\]]$")]
    private static partial Regex EndsSentence();
}
