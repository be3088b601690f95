namespace PartnerOffice.Core;

/// <summary>Takes the allowed part of an item's text: passages become placeholders, names follow the policy.</summary>
/// <param name="placeholder">What stands where a whole passage was taken away.</param>
/// <param name="own">The board whose own passages of a joint meeting are shown to it; null where none are.</param>
internal sealed class TextRedaction(NameRules names, WithheldCollector withheld, string placeholder, OwnPassages? own = null)
{
    private IReadOnlyList<TextRun> Placeholder => [new TextRun(placeholder)];

    public IReadOnlyList<TextBlock> Redact(IReadOnlyList<TextBlock> blocks, string place) =>
        [.. blocks.SelectMany((block, index) => Blocks(block, $"{place}, Absatz {index + 1}"))];

    // What is the reader's own is text for the reader, and says so: it stands in no other copy.
    private IEnumerable<TextBlock> Blocks(TextBlock block, string place) => block is InternalPassage passage && own?.Has(passage.BoardOf) == true
        ? [new TextParagraph([new TextRun(own.Begin) { Italic = true }]), .. passage.Blocks.Select(inner => Block(inner, place)), new TextParagraph([new TextRun(own.End) { Italic = true }])]
        : [Block(block, place)];

    private TextBlock Block(TextBlock block, string place)
    {
        switch (block)
        {
            case InternalPassage passage:
                withheld.Passages(place, passage.Blocks.SelectMany(Words));
                return new TextParagraph(Placeholder);
            case TextParagraph paragraph:
                return new TextParagraph(Runs(paragraph.Runs, place));
            case TextHeading heading:
                return heading with { Runs = Runs(heading.Runs, place) };
            case TextList list:
                return list with { Items = [.. list.Items.Select(item => Runs(item, place))] };
            case TextTable table:
                return new TextTable([.. table.Rows.Select(row => (IReadOnlyList<IReadOnlyList<TextRun>>)[.. row.Select(cell => Runs(cell, place))])]);
            default:
                // A block that we do not know is not in the allowed model.
                withheld.Unknown(place);
                return new TextParagraph(Placeholder);
        }
    }

    private IReadOnlyList<TextRun> Runs(IReadOnlyList<TextRun> runs, string place)
    {
        var open = new List<TextRun>();
        for (var i = 0; i < runs.Count;)
        {
            if (!runs[i].Internal)
            {
                open.Add(runs[i++]);
                continue;
            }

            var (passage, first, board) = ("", i, runs[i].BoardOf);
            while (i < runs.Count && runs[i].Internal && runs[i].BoardOf == board)
                passage += runs[i++].Text;
            if (own?.Has(board) == true)
            {
                open.AddRange([new TextRun($"[{own.Inline} "), .. runs.Skip(first).Take(i - first).Select(run => run with { Internal = false, BoardOf = null }), new TextRun("]")]);
                continue;
            }

            withheld.Passage(place, passage);
            open.Add(new TextRun(PartnerEdition.InlinePlaceholder));
        }

        return WithNames(open, place);
    }

    // A name may be split over formats, so it is found in the joined text and replaced in the run where it begins.
    private List<TextRun> WithNames(List<TextRun> runs, string place)
    {
        foreach (var (start, length, shown) in names.FindIn(string.Concat(runs.Select(run => run.Text))).Reverse())
        {
            withheld.Name(place, shown);
            var position = 0;
            for (var i = 0; i < runs.Count; i++)
            {
                var text = runs[i].Text;
                var (from, until) = (Math.Max(start, position), Math.Min(start + length, position + text.Length));
                if (from < until)
                    runs[i] = runs[i] with { Text = text[..(from - position)] + (from == start ? shown : "") + text[(until - position)..] };
                position += text.Length;
            }
        }

        return runs;
    }

    private static IEnumerable<string> Words(TextBlock block) => block switch
    {
        TextParagraph paragraph => [Joined(paragraph.Runs)],
        TextHeading heading => [Joined(heading.Runs)],
        TextList list => list.Items.Select(Joined),
        TextTable table => table.Rows.SelectMany(row => row).Select(Joined),
        InternalPassage passage => passage.Blocks.SelectMany(Words),
        _ => [],
    };

    private static string Joined(IReadOnlyList<TextRun> runs) => string.Concat(runs.Select(run => run.Text));

    /// <summary>All words of a text, for what is withheld as a whole.</summary>
    public static IEnumerable<string> AllWords(IEnumerable<TextBlock> blocks) => blocks.SelectMany(Words);
}
