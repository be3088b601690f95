using System.Globalization;
using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Finds the points below an item that have a number of their own: 3a, 1.2, or what the document counts below a counted item.</summary>
internal static partial class SubItems
{
    /// <param name="starts">The items that are known.</param>
    public static List<(int Index, (string? Number, string Title) Heading)> Among(IReadOnlyList<OldLine> body, IReadOnlyList<(int Index, (string? Number, string Title) Heading)> starts)
    {
        var all = new List<(int Index, (string? Number, string Title) Heading)>();
        for (var i = 0; i < starts.Count; i++)
        {
            var (start, (said, _)) = starts[i];
            var counted = body[start].IsNumbered && said is null ? (i + 1).ToString(CultureInfo.InvariantCulture) : null;
            var number = Main().Match(said ?? counted ?? "").Value;
            all.Add(starts[i]);
            var end = i + 1 < starts.Count ? starts[i + 1].Index : body.Count;
            var below = 0;
            for (var index = start + 1; number.Length > 0 && index < end; index++)
            {
                var line = body[index];
                if (Numbered().Match(line.Text) is { Success: true } match && match.Groups["main"].Value == number && IsTitle(line, match.Groups["title"].Value))
                    all.Add((index, (SpokenNumber.Read(match.Groups["number"].Value), match.Groups["title"].Value)));
                else if (Lettered().Match(line.Text) is { Success: true } lettered && index + 1 < end && !Lettered().IsMatch(body[index + 1].Text) && ItemFinder.IsTitle(line, lettered.Groups["title"].Value))
                    all.Add((index, (number + lettered.Groups["letter"].Value, lettered.Groups["title"].Value)));
                else if (counted is not null && line.IsNumbered && line.ListLevel == body[start].ListLevel + 1 && (line.IsBold || line.HeadingLevel > 0) && ItemFinder.IsTitle(line, line.Text))
                    all.Add((index, (string.Create(CultureInfo.InvariantCulture, $"{number}.{++below}"), line.Text)));
            }
        }

        return all;
    }

    // "a) Plakate" with words of its own below; lettered lines one after another are a list.
    [GeneratedRegex(@"^(?<letter>[a-k])\)\s+(?<title>\p{Lu}.{2,58})$")]
    private static partial Regex Lettered();

    // "3.5 Prozent" and "2a der Satzung" are no titles.
    private static bool IsTitle(OldLine line, string title) =>
        ItemFinder.IsTitle(line, title) && char.IsUpper(title.FirstOrDefault(char.IsLetter)) && !Measure().IsMatch(title);

    [GeneratedRegex(@"^(?:N\s?)?\d{1,2}(?![\d])")]
    private static partial Regex Main();

    [GeneratedRegex(@"^(?:TOP\s*)?\(?(?<number>(?<main>\d{1,2})(?:\s?[a-z](?![\p{L}])|\.\d{1,2})(?:\.\d{1,2})*)[.):]?\s+(?<title>\p{L}.*|[„»""].*)$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:Prozent|Euro|EUR|Uhr|Mio|Million\w*|Stunden?|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b")]
    private static partial Regex Measure();
}
