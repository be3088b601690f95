using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>Gives back the ids that a document has lost, from its last known state. Who may read what is never taken from there.</summary>
internal static class LastKnown
{
    public static Minutes Restore(Minutes minutes, Minutes last)
    {
        var items = Ids(minutes.Items, last.Items, item => item.Id, item => $"{item.Number} {item.Title}");
        var resolutions = Ids([.. minutes.Items.SelectMany(item => item.Resolutions)], [.. last.Items.SelectMany(item => item.Resolutions)], resolution => resolution.Id, resolution => resolution.Number);
        var people = last.Attendance.Where(attendee => attendee.Person is not null).GroupBy(attendee => attendee.Name).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First().Person);

        EntryId? Resolution(EntryId? id) => id is { } known ? resolutions.GetValueOrDefault(known, known) : null;
        return minutes with
        {
            Attendance = [.. minutes.Attendance.Select(attendee => attendee.Person is null && people.TryGetValue(attendee.Name, out var person) ? attendee with { Person = person } : attendee)],
            Attachments = [.. minutes.Attachments.Select(attachment => attachment.Item is { } item ? attachment with { Item = items.GetValueOrDefault(item, item) } : attachment)],
            Items = [.. minutes.Items.Select(item => item with
            {
                Id = items.GetValueOrDefault(item.Id, item.Id),
                Text = WithFormats(item.Text, TextBefore(item, last)),
                Resolutions = [.. item.Resolutions.Select(resolution => resolution with { Id = resolutions.GetValueOrDefault(resolution.Id, resolution.Id), Repeats = Resolution(resolution.Repeats) })],
                Actions = [.. item.Actions.Select(action => action with { Resolution = Resolution(action.Resolution) })],
            })],
        };
    }

    /// <summary>Whether the first lines of all items are known with their formats.</summary>
    public static bool KnowsFirstLines(Minutes minutes, Minutes last) =>
        minutes.Items.All(item => item.Text.Count == 0 || TextBefore(item, last) is [var first, ..] && WordsOf(first) == WordsOf(item.Text[0]));

    private static IReadOnlyList<TextBlock> TextBefore(AgendaItem item, Minutes last) =>
        last.Items.Where(other => other.Number == item.Number && other.Title == item.Title).Select(other => other.Text).FirstOrDefault() ?? [];

    // The same words without any format now: the formats of then, and its marks with them, which can only keep more in the board.
    private static IReadOnlyList<TextBlock> WithFormats(IReadOnlyList<TextBlock> now, IReadOnlyList<TextBlock> then) =>
        now is [var first, ..] && then is [var before, ..] && IsPlain(first) && WordsOf(first) == WordsOf(before) ? [before, .. now.Skip(1)] : now;

    // A table has lost the formats of its first cell only; what the other cells say now stays.
    private static bool IsPlain(TextBlock block) => block is not InternalPassage && RunsOf(block is TextTable { Rows: [[var cell, ..], ..] } ? new TextParagraph(cell) : block).All(run => run == new TextRun(run.Text));

    private static string WordsOf(TextBlock block) => block.GetType().Name + string.Join('\n', RunsOf(block).Select(run => run.Text)).Replace("\n", "", StringComparison.Ordinal);

    private static IEnumerable<TextRun> RunsOf(TextBlock block) => block switch
    {
        TextParagraph paragraph => paragraph.Runs,
        TextHeading heading => heading.Runs,
        TextList list => list.Items.SelectMany(item => item),
        TextTable table => table.Rows.SelectMany(row => row).SelectMany(cell => cell),
        InternalPassage passage => passage.Blocks.SelectMany(RunsOf),
        _ => [],
    };

    // An id goes back only where one entry then is one entry now, and nobody else bears it.
    private static Dictionary<EntryId, EntryId> Ids<T>(IReadOnlyList<T> now, IReadOnlyList<T> then, Func<T, EntryId> idOf, Func<T, string> keyOf)
    {
        var before = then.GroupBy(keyOf).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => idOf(group.First()));
        var ids = now.GroupBy(keyOf).Where(group => group.Count() == 1 && before.ContainsKey(group.Key)).ToDictionary(group => idOf(group.First()), group => before[group.Key]);
        var result = now.Select(idOf).Select(id => ids.GetValueOrDefault(id, id)).ToList();
        return result.Distinct().Count() == result.Count ? ids : [];
    }
}
