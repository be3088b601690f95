using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

/// <summary>Finds items that are counted by letters, by Roman numbers or by figures without a sign; only an unbroken count from the first shows that they are items.</summary>
internal static partial class ItemSequence
{
    private const int Shortest = 3;

    /// <param name="isBare">Whether figures without a sign are looked for, instead of letters and Roman numbers.</param>
    public static IReadOnlyDictionary<OldLine, (string? Number, string Title)> Of(IReadOnlyList<OldLine> body, bool isBare)
    {
        Regex[] forms = isBare ? [Figure()] : [Roman(), Letter()];
        foreach (var form in forms)
        {
            var found = body
                .Select((line, index) => (Line: line, Index: index, Match: form.Match(line.Text)))
                .Where(entry => entry.Match.Success && !entry.Line.IsListed && ItemFinder.IsTitle(entry.Line, entry.Match.Groups["title"].Value))
                .Select(entry => (entry.Line, entry.Index, Number: entry.Match.Groups["number"].Value, Title: entry.Match.Groups["title"].Value))
                .ToList();
            var counted = found.Take(0).ToList();
            foreach (var entry in found)
            {
                if (Ordinal(entry.Number, form) == counted.Count + 1)
                    counted.Add(entry);
            }

            // Lines one after another are a list; items have words of their own between them.
            var spread = counted.Count(entry => counted.All(other => other.Index != entry.Index + 1));
            if (counted.Count >= Shortest && counted.Count * 4 >= found.Count * 3 && spread * 2 >= counted.Count)
                return counted.ToDictionary(entry => entry.Line, entry => ((string?)entry.Number, entry.Title));
        }

        return new Dictionary<OldLine, (string?, string)>();
    }

    private static int Ordinal(string number, Regex form) =>
        form == Letter() ? char.ToUpperInvariant(number[0]) - 'A' + 1
        : ItemNumber.Ordinal(number);

    [GeneratedRegex(@"^\(?(?<number>[IVX]{1,5})(?:[.):]|\s[–-])\s*(?<title>\S.*)$")]
    private static partial Regex Roman();

    [GeneratedRegex(@"^\(?(?<number>[A-Z]|[a-z](?=\)))(?:[.):]|\s[–-])\s+(?<title>\S.*)$")]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(?<number>\d{1,2})\s+(?<title>\p{Lu}[^.]{2,90})$")]
    private static partial Regex Figure();
}
