namespace PartnerOffice.Core;

/// <summary>The canonical form of an agenda item's rich text.</summary>
internal static class CanonicalText
{
    private const int DeepestHeading = 3;
    private const int DeepestList = 2;

    public static IReadOnlyList<TextBlock> Of(IReadOnlyList<TextBlock> blocks, string place) =>
        MergePassages(blocks.SelectMany((block, index) => Blocks(block, $"{place}[{index}]")));

    private static IEnumerable<TextBlock> Blocks(TextBlock block, string place) => block switch
    {
        TextParagraph paragraph => Lines(paragraph.Runs, place).Select(runs => new TextParagraph(runs)),
        TextHeading heading => Lines(heading.Runs, place).Select(runs => new TextHeading(Math.Clamp(heading.Level, 1, DeepestHeading), runs)),
        TextList list => ListOf(list, place),
        TextTable table => TableOf(table, place),
        InternalPassage passage when Of(passage.Blocks, place + ".blocks") is { Count: > 0 } inner => [passage with { Blocks = Flat(inner), BoardOf = OnlyBoardIn(passage) }],
        InternalPassage => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Of whom a passage within a passage is not sure belongs to nobody: it would go to the board of the outer one.
    private static string? OnlyBoardIn(InternalPassage passage) =>
        CanonicalBoards.Passages(passage).All(inner => inner.BoardOf is null || inner.BoardOf == passage.BoardOf) ? passage.BoardOf : null;

    // A passage inside a passage is the same passage, and an internal run in it says nothing more.
    private static IReadOnlyList<TextBlock> Flat(IEnumerable<TextBlock> blocks) =>
        [.. blocks.SelectMany(block => block is InternalPassage passage ? Flat(passage.Blocks) : [WithoutInternalRuns(block)])];

    // Neighbouring passages of the board are one unbroken passage.
    private static IReadOnlyList<TextBlock> MergePassages(IEnumerable<TextBlock> blocks)
    {
        var merged = new List<TextBlock>();
        foreach (var block in blocks)
        {
            if (block is InternalPassage next && merged.Count > 0 && merged[^1] is InternalPassage last && last.BoardOf == next.BoardOf)
                merged[^1] = last with { Blocks = [.. last.Blocks, .. next.Blocks] };
            else
                merged.Add(block);
        }

        return merged;
    }

    private static TextBlock WithoutInternalRuns(TextBlock block)
    {
        static IReadOnlyList<TextRun> Plain(IReadOnlyList<TextRun> runs) => Joined(runs.Select(run => run with { Internal = false, BoardOf = null }));

        return block switch
        {
            TextParagraph paragraph => new TextParagraph(Plain(paragraph.Runs)),
            TextHeading heading => heading with { Runs = Plain(heading.Runs) },
            TextList list => list with { Items = [.. list.Items.Select(Plain)] },
            TextTable table => new TextTable([.. table.Rows.Select(row => (IReadOnlyList<IReadOnlyList<TextRun>>)[.. row.Select(Plain)])]),
            _ => block,
        };
    }

    private static IEnumerable<TextBlock> ListOf(TextList list, string place)
    {
        if (list.Levels is { } given && given.Count != list.Items.Count)
            throw Wrong(place + ".levels", "Jeder Listenpunkt braucht genau eine Ebene.", "Each list item needs exactly one level.");

        var items = new List<IReadOnlyList<TextRun>>();
        var levels = new List<int>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            foreach (var line in Lines(list.Items[i], $"{place}.items[{i}]"))
            {
                items.Add(line);
                levels.Add(Math.Clamp(list.LevelOf(i), 0, DeepestList));
            }
        }

        if (items.Count > 0)
            yield return new TextList(list.Ordered, items) { Levels = levels.TrueForAll(level => level == 0) ? null : levels };
    }

    private static IEnumerable<TextBlock> TableOf(TextTable table, string place)
    {
        var rows = table.Rows
            .Select((row, y) => row.Select((cell, x) => CellOf(cell, $"{place}.rows[{y}][{x}]")).ToList())
            .Where(row => row.Count > 0)
            .ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        foreach (var row in rows)
            row.AddRange(Enumerable.Repeat<IReadOnlyList<TextRun>>([], width - row.Count));

        if (width > 0)
            yield return new TextTable([.. rows]);
    }

    private static IReadOnlyList<TextRun> CellOf(IReadOnlyList<TextRun> runs, string place)
    {
        // A cell holds one paragraph: a line break inside becomes a space.
        CheckSigns(runs, place);
        return Trimmed(Joined(runs.Select(run => run with { Text = MinutesText.Line(run.Text), Link = CleanLink(run.Link) })));
    }

    private static IEnumerable<IReadOnlyList<TextRun>> Lines(IReadOnlyList<TextRun> runs, string place)
    {
        CheckSigns(runs, place);
        var line = new List<TextRun>();
        foreach (var run in runs)
        {
            var parts = run.Text.ReplaceLineEndings("\n").Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    if (Trimmed(Joined(line)) is { Count: > 0 } done)
                        yield return done;
                    line = [];
                }

                line.Add(run with { Text = MinutesText.Line(parts[i]), Link = CleanLink(run.Link) });
            }
        }

        if (Trimmed(Joined(line)) is { Count: > 0 } last)
            yield return last;
    }

    private static IReadOnlyList<TextRun> Joined(IEnumerable<TextRun> runs)
    {
        var joined = new List<TextRun>();
        foreach (var run in runs.Where(run => run.Text.Length > 0))
        {
            if (joined.Count > 0 && joined[^1].LooksLike(run))
                joined[^1] = run with { Text = (joined[^1].Text + run.Text).Normalize() };
            else
                joined.Add(run);
        }

        return joined;
    }

    private static IReadOnlyList<TextRun> Trimmed(IReadOnlyList<TextRun> runs)
    {
        var trimmed = runs.ToList();
        while (trimmed.Count > 0 && string.IsNullOrWhiteSpace(trimmed[0].Text))
            trimmed.RemoveAt(0);
        while (trimmed.Count > 0 && string.IsNullOrWhiteSpace(trimmed[^1].Text))
            trimmed.RemoveAt(trimmed.Count - 1);
        if (trimmed.Count == 0)
            return trimmed;

        trimmed[0] = trimmed[0] with { Text = trimmed[0].Text.TrimStart() };
        trimmed[^1] = trimmed[^1] with { Text = trimmed[^1].Text.TrimEnd() };
        return trimmed;
    }

    private static string? CleanLink(string? link) => MinutesText.OptionalValue(link);

    // The reader would take a typed sign for a mark; whoever writes JSON has "internal" for it.
    private static void CheckSigns(IReadOnlyList<TextRun> runs, string place)
    {
        if (InternalSigns.AnyIn(string.Concat(runs.Select(run => run.Text))))
        {
            throw Wrong(
                place,
                $"Der Text enthält das Zeichen {InternalSigns.Begin}.",
                $"The text contains the sign {InternalSigns.Begin}.",
                "Den Abschnitt mit \"internal\" kennzeichnen.",
                "Mark the passage with \"internal\" instead.");
        }
    }

    private static MinutesFormatException Wrong(string place, string german, string english, string? germanRemedy = null, string? englishRemedy = null) => new(
        place,
        new Bilingual(german, english),
        new Bilingual(germanRemedy ?? "Die Angabe an dieser Stelle berichtigen.", englishRemedy ?? "Correct the value at this place."));
}
