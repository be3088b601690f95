using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

/// <summary>The agenda that minutes announce before their items: a line "Tagesordnung" and the short lines below it.</summary>
/// <param name="lines">With the line that names it; none where nothing is announced.</param>
internal sealed partial class AnnouncedAgenda(int start, IReadOnlyList<OldLine> lines)
{
    private readonly HashSet<string> titles = [.. lines.Select(line => Folded(ItemNumber.Plain(line.Text)?.Title ?? line.Text)).Where(title => title.Length > 2)];

    // What it announces, with the number that it writes itself.
    private readonly List<(string? Number, string Title, int Level)> entries = [.. lines.Skip(1).Select(line => ((ItemNumber.Announced(line.Text) ?? ItemNumber.Plain(line.Text))?.Number, ItemNumber.TitleOf(line.Text), line.ListLevel))];

    public IReadOnlyList<OldLine> Lines => lines;

    public static AnnouncedAgenda Of(IReadOnlyList<OldLine> all)
    {
        for (var start = 0; start < all.Count; start++)
        {
            if (!Head().IsMatch(all[start].Text))
                continue;

            var end = EndOf(all, start);
            if (IsAnnouncement([.. all.Skip(start + 1).Take(end - start - 1)], [.. all.Skip(end)]))
                return new AnnouncedAgenda(start, [.. all.Skip(start).Take(end - start)]);
        }

        return new AnnouncedAgenda(all.Count, []);
    }

    /// <summary>The document without its announcement.</summary>
    public IReadOnlyList<OldLine> Without(IReadOnlyList<OldLine> all) => [.. all.Take(start), .. all.Skip(start + lines.Count)];

    /// <summary>The announced title with which a line begins, and the line's own number.</summary>
    public (string? Number, string Title)? Begins(OldLine line)
    {
        var title = ItemNumber.Plain(line.Text)?.Title ?? line.Text;
        if (titles.Contains(Folded(title)))
            return (ItemNumber.Plain(line.Text)?.Number, title.TrimEnd(':'));
        var colon = title.IndexOfAny([':', '–', '.']);
        return colon > 2 && titles.Contains(Folded(title[..colon])) ? (ItemNumber.Plain(line.Text)?.Number, title[..colon]) : null;
    }

    /// <summary>The title that is announced under a number; where the document counts the agenda by itself, its place tells.</summary>
    public string? TitleOf(string number)
    {
        if (entries.Any(entry => entry.Number is not null))
            return entries.Where(entry => entry.Number == number || (entry.Number is not null && ItemNumber.Ordinal(number) is > 0 and var ordinal && ItemNumber.Ordinal(entry.Number) == ordinal)).Select(entry => entry.Title).FirstOrDefault();

        var level = entries.Select(entry => entry.Level).DefaultIfEmpty().Min();
        return entries.Where(entry => entry.Level == level).Select(entry => entry.Title).ElementAtOrDefault(ItemNumber.Ordinal(number) - 1);
    }

    /// <summary>The title that is announced for an item which begins with a sentence; null where the item says its title itself.</summary>
    /// <param name="said">What stands behind the number.</param>
    public string? TitleInsteadOf(string said, string number) =>
        ItemTitle.BeginsWithSentence(said) && TitleOf(number) is { } announced && !Folded(said).StartsWith(Folded(announced), StringComparison.Ordinal) && !Folded(announced).StartsWith(Folded(Sentences.Of(said)[0]), StringComparison.Ordinal)
            ? announced
            : null;

    /// <summary>The lines "3. Der Kassier berichtet …", where their numbers are those of the agenda from the first to the last.</summary>
    public IReadOnlyDictionary<OldLine, (string? Number, string Title)> Counted(IReadOnlyList<OldLine> body)
    {
        var counted = body.Where(line => !line.IsListed)
            .Select(line => (Line: line, Heading: ItemNumber.Plain(line.Text)))
            .Where(entry => entry.Heading is { Number: { } number, Title: var said } && TitleInsteadOf(said, number) is not null)
            .ToList();
        return counted.Count >= 3 && counted.Select(entry => ItemNumber.Ordinal(entry.Heading!.Value.Number!)).SequenceEqual(Enumerable.Range(1, counted.Count)) && TitleOf($"{counted.Count + 1}") is null
            ? counted.ToDictionary(entry => entry.Line, entry => entry.Heading!.Value)
            : new Dictionary<OldLine, (string?, string)>();
    }

    private static string Folded(string text) => ItemFinder.Folded(text);

    private static int EndOf(IReadOnlyList<OldLine> all, int start)
    {
        var end = start + 1;
        var seen = new HashSet<string>();
        while (end < all.Count && IsEntry(all[end]) && !IsTold(all[end], [.. all.Skip(start + 1).Take(end - start - 1)]) && seen.Add(Folded(ItemNumber.TitleOf(all[end].Text))))
            end++;
        return end;
    }

    // "Zu 1. Der Vorsitzende eröffnet …" below "1. Eröffnung" is no longer the agenda.
    private static bool IsTold(OldLine line, List<OldLine> entries)
    {
        static string? NumberOf(OldLine line) => (ItemNumber.Announced(line.Text) ?? ItemNumber.Plain(line.Text))?.Number;
        if (entries.Count == 0)
            return false;

        var (isAnnounced, wereAnnounced) = (ItemNumber.Announced(line.Text) is not null, ItemNumber.Announced(entries[0].Text) is not null);
        return (isAnnounced && !wereAnnounced)
            || (ItemTitle.BeginsWithSentence(ItemNumber.TitleOf(line.Text)) && NumberOf(line) is { } number && (NumberOf(entries[0]) is null || entries.Any(entry => NumberOf(entry) == number)));
    }

    private static bool IsEntry(OldLine line) =>
        line.Text.Length <= ItemTitle.Longest && line.HeadingLevel == 0 && line.Who is null && !(line.Text.EndsWith(':') && ItemNumber.Plain(line.Text) is null)
        && (ItemNumber.Plain(line.Text) is not null || ItemNumber.Announced(line.Text) is { Title.Length: > 0 } || line.IsListed);

    // Only what comes again below is an announcement; otherwise these are the items themselves.
    private static bool IsAnnouncement(List<OldLine> entries, List<OldLine> after)
    {
        if (entries.Count < 2)
            return false;

        var folded = after.Select(line => Folded(line.Text)).ToList();
        return entries.Select(entry => Folded(ItemNumber.TitleOf(entry.Text))).Count(title => title.Length > 2 && folded.Any(line => line.Contains(title, StringComparison.Ordinal))) * 2 >= entries.Count
            || after.Count(line => ItemNumber.Announced(line.Text) is not null) >= 2
            || (after.Count > 0 && after.Count(line => line.Text.Length > 60) >= entries.Count / 2 && entries.All(line => line.Text.Length < 90));
    }

    [GeneratedRegex(@"^(?:(?:vorläufige|vorgeschlagene|beschlossene)\s+)?(?:Tagesordnung|Agenda|TO|Themen|Tagesordnungspunkte|Ablauf)\s*:?$", RegexOptions.IgnoreCase)]
    private static partial Regex Head();
}
